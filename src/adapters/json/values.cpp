#include "adapters/json/values.h"

#include "kvit/core/invariant.h"

#include <charconv>
#include <limits>

namespace kvit::json {

namespace {

std::int64_t whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        throw Unreadable("\"" + std::string(text) + "\" is not a whole number");
    return number;
}

}  // namespace

std::string ratio_text(core::Ratio ratio) {
    return std::to_string(ratio.num()) + "/" + std::to_string(ratio.den());
}

core::Ratio ratio_from(std::string_view text) {
    constexpr std::int64_t bound = std::int64_t{1} << 62;
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        throw Unreadable("\"" + std::string(text) + "\" is not a ratio");
    const std::int64_t num = whole_number(text.substr(0, slash));
    const std::int64_t den = whole_number(text.substr(slash + 1));
    if (den <= 0 || den >= bound || num <= -bound || num >= bound)
        throw Unreadable("\"" + std::string(text) + "\" is not a ratio");
    return {num, den};
}

core::Date date_from(std::string_view text) {
    const auto day = core::parse_date(text);
    if (!day) throw Unreadable("\"" + std::string(text) + "\" is not a day");
    return *day;
}

core::Currency currency_from(std::string_view text) {
    const auto currency = core::Currency::parse(text);
    if (!currency) throw Unreadable("\"" + std::string(text) + "\" is not a currency");
    return *currency;
}

Json to_json(core::Money money) {
    return {{"currency", money.currency().code()}, {"minor", money.minor()}};
}

core::Money money_from(const Json& json) {
    return {number_of(json, "minor"), currency_from(view_of(json, "currency"))};
}

const Json& member(const Json& object, const char* key) {
    if (!object.is_object()) throw Unreadable("an object was expected");
    const auto found = object.find(key);
    if (found == object.end()) throw Unreadable("\"" + std::string(key) + "\" is missing");
    return *found;
}

std::string_view view_of(const Json& object, const char* key) {
    const Json& json = member(object, key);
    if (!json.is_string()) throw Unreadable("\"" + std::string(key) + "\" is not text");
    return json.get_ref<const std::string&>();
}

std::string text_of(const Json& object, const char* key) {
    return std::string(view_of(object, key));
}

std::string text_from(const Json& json) {
    if (!json.is_string()) throw Unreadable("text was expected");
    return json.get<std::string>();
}

bool flag_of(const Json& object, const char* key) {
    const Json& json = member(object, key);
    if (!json.is_boolean()) throw Unreadable("\"" + std::string(key) + "\" is not yes or no");
    return json.get<bool>();
}

std::int64_t number_of(const Json& object, const char* key) {
    const Json& json = member(object, key);
    if (!json.is_number_integer())
        throw Unreadable("\"" + std::string(key) + "\" is not a whole number");
    return json.get<std::int64_t>();
}

int int_of(const Json& object, const char* key) {
    const std::int64_t number = number_of(object, key);
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
        throw Unreadable("\"" + std::string(key) + "\" is too large");
    return static_cast<int>(number);
}

std::string canonical(const Json& json) {
    try {
        return json.dump();
    } catch (const Json::type_error&) {
        KVIT_INVARIANT(false, "text that is stored is UTF-8");
        return {};
    }
}

void cannot_read(std::string_view what, std::string_view why) {
    throw core::EnvironmentError("a stored " + std::string(what) +
                                 " cannot be read: " + std::string(why));
}

}  // namespace kvit::json
