#include "adapters/agreement/values.h"

#include "kvit/contract/email_address.h"
#include "kvit/contract/iban.h"
#include "kvit/contract/plain_text.h"
#include "kvit/contract/tax_id.h"

#include <algorithm>
#include <optional>

namespace kvit::agreement {
namespace {

constexpr std::size_t max_name = 200;
constexpr std::size_t max_text = 2000;
constexpr int max_hours = 10'000;

tl::unexpected<core::Refusal> other_kind(const toml::node& node, std::string_view expected,
                                         std::string_view remedy) {
    return core::refuse("", fmt::format("is {}, not {}", kind_of(node), expected),
                        std::string(remedy));
}

core::Result<std::string> number_text(const toml::node& node, std::string_view example) {
    if (!node.is_string())
        return other_kind(node, "text",
                          fmt::format("amounts and quantities stand in quotes, like {}", example));
    return raw_text(node);
}

std::optional<int> weekday(std::string_view name) {
    constexpr std::string_view names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const auto* found = std::ranges::find(names, name);
    if (found == std::end(names)) return std::nullopt;
    return static_cast<int>(found - std::begin(names));
}

// "Wed" or "Mon-Fri" into `days`; false where it is neither, runs backwards or names a day again.
bool add_days(std::string_view part, std::array<bool, 7>& days) {
    part = contract::trimmed(part);
    const std::size_t dash = part.find('-');
    const auto first = weekday(part.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : weekday(part.substr(dash + 1));
    if (!first || !last || *first > *last) return false;
    for (int i = *first; i <= *last; ++i)
        if (std::exchange(days[static_cast<std::size_t>(i)], true)) return false;
    return true;
}

int two_digits(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!is_digit(text[0]) || !is_digit(text[1])) return -1;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

std::string_view kind_of(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table:
            return "a table";
        case toml::node_type::array:
            return "a list";
        case toml::node_type::string:
            return "text";
        case toml::node_type::integer:
            return "a whole number";
        case toml::node_type::floating_point:
            return "a number with a point";
        case toml::node_type::boolean:
            return "true or false";
        case toml::node_type::date:
            return "a date";
        case toml::node_type::time:
            return "a time";
        case toml::node_type::date_time:
            return "a date with a time";
        case toml::node_type::none:
            break;
    }
    return "nothing";
}

core::Result<std::string> raw_text(const toml::node& node) {
    const auto* value = node.as_string();
    if (value == nullptr) return other_kind(node, "text", "write it in double quotes");
    return contract::plain_text(value->get(), max_text);
}

core::Result<std::string> text(const toml::node& node) {
    return raw_text(node).and_then(
        [](const std::string& value) { return contract::plain_text(value, max_name); });
}

core::Result<std::string> text_or_empty(const toml::node& node) {
    const auto* value = node.as_string();
    if (value != nullptr && contract::trimmed(value->get()).empty()) return std::string();
    return text(node);
}

core::Result<bool> yes_or_no(const toml::node& node) {
    if (const auto* value = node.as_boolean(); value != nullptr) return value->get();
    return other_kind(node, "true or false", "write true or false, without quotes");
}

core::Result<core::Date> day(const toml::node& node) {
    const auto* value = node.as_date();
    if (value == nullptr)
        return other_kind(node, "a date", "write it without quotes, like 2026-01-31");
    const toml::date& date = value->get();
    return core::parse_date(fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day));
}

core::Result<core::Country> country(const toml::node& node) {
    return raw_text(node).and_then(
        [](const std::string& code) { return core::Country::parse(code); });
}

core::Result<core::Currency> currency(const toml::node& node) {
    return raw_text(node).and_then(
        [](const std::string& code) { return core::Currency::parse(code); });
}

core::Result<core::Language> language(const toml::node& node) {
    return raw_text(node).and_then(
        [](const std::string& code) { return core::parse_language(code); });
}

core::Result<std::string> email(const toml::node& node) {
    return raw_text(node).and_then(
        [](const std::string& address) { return contract::checked_email_address(address); });
}

core::Result<std::string> web_address(const toml::node& node) {
    return text(node).and_then([](const std::string& address) -> core::Result<std::string> {
        const bool good = (address.starts_with("https://") || address.starts_with("http://")) &&
                          address.find_first_of(" \"<>") == std::string::npos;
        if (good) return address;
        return core::refuse("", fmt::format("\"{}\" is not a web address", address),
                            "write it like \"https://example.com/termin\"");
    });
}

core::Result<std::string> iban(const toml::node& node) {
    return raw_text(node).and_then(
        [](const std::string& number) { return contract::normalized_iban(number); });
}

core::Result<std::string> bic(const toml::node& node) {
    return raw_text(node).and_then(
        [](const std::string& code) { return contract::normalized_bic(code); });
}

core::Result<std::string> tax_id(const toml::node& node, core::Country country) {
    return raw_text(node).and_then(
        [&](const std::string& id) { return contract::normalized_tax_id(country, id); });
}

core::Result<int> whole(const toml::node& node, int min, int max) {
    const auto* value = node.as_integer();
    if (value == nullptr)
        return other_kind(node, "a whole number",
                          fmt::format("write {} to {}, without quotes", min, max));
    if (value->get() < min || value->get() > max)
        return core::refuse("", fmt::format("{} is out of range", value->get()),
                            fmt::format("write {} to {}", min, max));
    return static_cast<int>(value->get());
}

core::Result<core::Money> amount(const toml::node& node, core::Currency currency) {
    const auto written = number_text(node, "\"2400.00\"");
    if (!written) return tl::unexpected(written.error());
    const auto money = core::parse_money(*written, currency);
    if (!money) return money;
    if (money->is_negative())
        return core::refuse("", fmt::format("\"{}\" is negative", *written), "write 0 or more");
    const std::int64_t step = currency.invoice_step();
    if (money->minor() % step != 0)
        return core::refuse("",
                            fmt::format("\"{}\" {} cannot be invoiced", *written, currency.code()),
                            fmt::format("write a multiple of \"{}\"",
                                        core::to_decimal(core::Money(step, currency))));
    return money;
}

core::Result<int> hours(const toml::node& node) {
    const auto written = number_text(node, "\"7.5\"");
    if (!written) return tl::unexpected(written.error());
    const auto value = core::parse_ratio(*written);
    if (!value) return tl::unexpected(value.error());
    const core::Ratio minutes = *value * core::Ratio(60, 1);
    if (minutes.den() != 1)
        return core::refuse("", fmt::format("\"{}\" hours are not whole minutes", *written),
                            "write hours that are, like \"7.5\" or \"0.25\"");
    if (minutes.num() > max_hours * 60)
        return core::refuse("", fmt::format("\"{}\" hours are too many", *written),
                            fmt::format("write \"0\" to \"{}\"", max_hours));
    return static_cast<int>(minutes.num());
}

core::Result<int> clock_time(const toml::node& node) {
    const auto written = raw_text(node);
    if (!written) return tl::unexpected(written.error());
    if (written->size() == 5 && (*written)[2] == ':') {
        const int hour = two_digits(std::string_view(*written).substr(0, 2));
        const int minute = two_digits(std::string_view(*written).substr(3));
        const int total = hour * 60 + minute;
        if (hour >= 0 && minute >= 0 && minute < 60 && total <= 24 * 60) return total;
    }
    return core::refuse("", fmt::format("\"{}\" is not a time of day", *written),
                        "write \"00:00\" to \"24:00\"");
}

core::Result<std::array<bool, 7>> weekdays(const toml::node& node) {
    const auto written = raw_text(node);
    if (!written) return tl::unexpected(written.error());
    std::array<bool, 7> days{};
    std::string_view rest = *written;
    for (;;) {
        const std::size_t comma = rest.find(',');
        if (!add_days(rest.substr(0, comma), days))
            return core::refuse("", fmt::format("\"{}\" are not days of the week", *written),
                                "write them like \"Mon-Fri\" or \"Mon, Wed, Fri\", each once");
        if (comma == std::string_view::npos) return days;
        rest.remove_prefix(comma + 1);
    }
}

core::Result<core::Ratio> percent(const toml::node& node) {
    const auto written = number_text(node, "\"23\"");
    if (!written) return tl::unexpected(written.error());
    const auto value = core::parse_ratio(*written);
    if (value && value->num() == 0)
        return core::refuse("", "is 0", "write category \"Z\" without a rate");
    if (value && value->num() <= 100 * value->den()) return value;
    return core::refuse("", fmt::format("\"{}\" is not a VAT rate", *written),
                        "write the percent without a sign, like \"23\" or \"5.5\"");
}

core::Result<core::Ratio> multiplier(const toml::node& node) {
    const auto written = number_text(node, "\"1.50\"");
    if (!written) return tl::unexpected(written.error());
    const auto value = core::parse_ratio(*written);
    if (value && value->num() >= value->den() && value->num() <= 10 * value->den()) return value;
    return core::refuse("", fmt::format("\"{}\" is not a multiplier", *written),
                        "write \"1\" to \"10\", like \"1.50\"");
}

}  // namespace kvit::agreement
