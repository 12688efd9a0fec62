#pragma once
// Values of the engine in JSON: money {"minor": 12300, "currency": "EUR"}, days "2026-09-15",
// ratios "3/2". Private to the stores' codecs. Reading throws Unreadable.

#include "adapters/json/names.h"
#include "kvit/core/environment_error.h"
#include "kvit/core/money.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::json {

using Json = nlohmann::json;  // its objects are sorted by key: the canonical form

// What a stored text says cannot be a value of the engine.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string ratio_text(core::Ratio ratio);
core::Ratio ratio_from(std::string_view text);
core::Date date_from(std::string_view text);
core::Currency currency_from(std::string_view text);

Json to_json(core::Money money);
core::Money money_from(const Json& json);

template <Stored Enum>
Enum enum_from(std::string_view text) {
    if (const auto value = named<Enum>(text)) return *value;
    throw Unreadable("\"" + std::string(text) + "\" is not a known word");
}

// Access by key, with errors that name it.
const Json& member(const Json& object, const char* key);
std::string text_of(const Json& object, const char* key);
std::string_view view_of(const Json& object, const char* key);
bool flag_of(const Json& object, const char* key);
std::int64_t number_of(const Json& object, const char* key);
int int_of(const Json& object, const char* key);

template <class T, class Write>
Json list(const std::vector<T>& values, Write write) {
    Json array = Json::array();
    for (const T& value : values) array.push_back(write(value));
    return array;
}

template <class Read>
auto list_of(const Json& object, const char* key, Read read) {
    std::vector<decltype(read(object))> values;
    const Json& array = member(object, key);
    if (!array.is_array()) throw Unreadable("\"" + std::string(key) + "\" is not a list");
    values.reserve(array.size());
    for (const Json& element : array) values.push_back(read(element));
    return values;
}

std::string text_from(const Json& json);

template <class T, class Write>
Json maybe(const std::optional<T>& value, Write write) {
    return value ? Json(write(*value)) : Json();
}

template <class Read>
auto maybe_of(const Json& object, const char* key, Read read)
    -> std::optional<decltype(read(object))> {
    const Json& json = member(object, key);
    if (json.is_null()) return std::nullopt;
    return read(json);
}

// The canonical text: sorted keys, no spaces, UTF-8 as it is. Text that is not UTF-8 never gets
// this far: the readers of files refuse it.
std::string canonical(const Json& json);

// Parses and reads; whatever is wrong becomes core::EnvironmentError "a stored <what> cannot be
// read: …".
[[noreturn]] void cannot_read(std::string_view what, std::string_view why);

template <class Read>
auto decode(std::string_view what, std::string_view text, Read read) {
    try {
        return read(Json::parse(text));
    } catch (const Json::exception& error) {
        cannot_read(what, error.what());
    } catch (const Unreadable& error) {
        cannot_read(what, error.what());
    }
}

}  // namespace kvit::json
