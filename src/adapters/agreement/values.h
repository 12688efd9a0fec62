#pragma once
// What a single TOML value may say. Every function refuses another kind of value than its own;
// amounts and quantities are text, since a TOML number with a point is a binary fraction.

#include "adapters/agreement/toml_library.h"
#include "kvit/contract/contract.h"
#include "kvit/core/country.h"
#include "kvit/core/currency.h"
#include "kvit/core/date.h"
#include "kvit/core/ids.h"
#include "kvit/core/language.h"
#include "kvit/core/money.h"
#include "kvit/core/ratio.h"
#include "kvit/core/result.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::agreement {

std::string_view kind_of(const toml::node& node);  // "text", "a date", "a list" …

core::Result<std::string> raw_text(const toml::node& node);       // without control characters
core::Result<std::string> text(const toml::node& node);           // 1 to 200 letters
core::Result<std::string> text_or_empty(const toml::node& node);  // 0 to 200 letters
core::Result<bool> yes_or_no(const toml::node& node);
core::Result<core::Date> day(const toml::node& node);
core::Result<core::Country> country(const toml::node& node);
core::Result<core::Currency> currency(const toml::node& node);
core::Result<core::Language> language(const toml::node& node);
core::Result<std::string> email(const toml::node& node);
core::Result<std::string> web_address(const toml::node& node);
core::Result<std::string> iban(const toml::node& node);
core::Result<std::string> bic(const toml::node& node);
core::Result<int> hours(const toml::node& node);  // "7.5" -> 450 minutes, exactly; at most 10,000 h
core::Result<int> clock_time(const toml::node& node);  // "09:00" -> 540; "24:00" -> 1440
core::Result<std::array<bool, 7>> weekdays(const toml::node& node);  // "Mon-Fri", "Mon, Wed-Fri"
core::Result<core::Ratio> percent(const toml::node& node);           // more than 0, at most 100
core::Result<core::Ratio> multiplier(const toml::node& node);        // 1 to 10

core::Result<int> whole(const toml::node& node, int min, int max);
inline auto whole_from(int min, int max) {
    return [min, max](const toml::node& node) { return whole(node, min, max); };
}

// Not negative, and a multiple of what the currency's invoices are rounded to.
core::Result<core::Money> amount(const toml::node& node, core::Currency currency);
inline auto amount_in(core::Currency currency) {
    return [currency](const toml::node& node) { return amount(node, currency); };
}

core::Result<std::string> tax_id(const toml::node& node, core::Country country);

template <class IdType>
auto id_of(std::string_view noun) {
    return [noun](const toml::node& node) {
        return raw_text(node).and_then([&](const std::string& written) {
            return core::parse_id(written, noun).map([](std::string id) {
                return IdType(std::move(id));
            });
        });
    };
}

template <class T>
using Choices = std::vector<std::pair<std::string_view, T>>;

template <class T>
core::Result<T> chosen(const std::string& word, const Choices<T>& choices) {
    std::vector<std::string_view> names;
    for (const auto& [name, value] : choices) {
        if (name == word) return value;
        if (!name.empty()) names.push_back(name);  // "" takes a setting back
    }
    return core::refuse("", fmt::format("\"{}\" is not accepted", word),
                        fmt::format("write one of {}", fmt::join(names, ", ")));
}

template <class T>
auto one_of(const Choices<T>& choices) {
    return [&choices](const toml::node& node) {
        return raw_text(node).and_then(
            [&](const std::string& word) { return chosen(word, choices); });
    };
}

// A list of values without repetition, each read by `read`.
template <class Read>
auto list_of(Read read) {
    using T = typename decltype(read(std::declval<const toml::node&>()))::value_type;
    return [read](const toml::node& node) -> core::Result<std::vector<T>> {
        const toml::array* list = node.as_array();
        if (list == nullptr)
            return core::refuse("", fmt::format("is {}, not a list", kind_of(node)),
                                "write the values in square brackets, like [\"…\", \"…\"]");
        std::vector<T> values;
        for (const toml::node& element : *list) {
            auto value = read(element);
            if (!value) return tl::unexpected(std::move(value.error()));
            for (const T& before : values)
                if (before == *value)
                    return core::refuse("", "names a value twice", "name it once");
            values.push_back(std::move(*value));
        }
        return values;
    };
}

}  // namespace kvit::agreement
