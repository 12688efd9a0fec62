#include "kvit/document/number_format.h"
#include "kvit/document/status_view.h"
#include "kvit/document/template_forms.h"

#include <algorithm>
#include <charconv>

namespace kvit::document {

namespace {

std::optional<long long> whole_number(std::string_view text) {
    long long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

// "2952.00 PLN"
std::optional<core::Money> parse_amount(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto currency = core::Currency::parse(text.substr(space + 1));
    if (!currency) return std::nullopt;
    const auto money = core::parse_money(text.substr(0, space), *currency);
    return money ? std::optional(*money) : std::nullopt;
}

// Decisions are stored with plain values; dates and amounts are written for the reader here.
std::string localised(core::Language language, const std::string& text) {
    if (const auto day = core::parse_date(text)) return date(language, *day);
    if (const auto money = parse_amount(text)) return amount_with_currency(language, *money);
    return text;
}

std::string counted(core::Language language, const Wording& wording, std::string_view key,
                    const std::string& text) {
    const auto number = whole_number(text);
    if (!number) return text;
    const long long count = *number < 0 ? -*number : *number;
    return std::to_string(count) + "\u00a0" + wording.counted(language, key, count);
}

// A threshold of no amount asks for nothing.
bool says_something(const std::string& threshold) {
    const auto money = parse_amount(threshold);
    return !threshold.empty() && !(money && money->is_zero());
}

bool is_known(std::string_view code) {
    const auto forms = template_forms();
    const auto form = std::ranges::find(forms, "reasons", &TemplateForm::name);
    return std::ranges::find(form->sections, code) != form->sections.end();
}

}  // namespace

std::string reason_text(const policy::Reason& reason, core::Language language,
                        const Wording& wording) {
    // A decision stored by another version may hold a code that has no words here.
    if (!is_known(reason.code)) {
        std::string text = reason.code;
        if (!reason.value.empty()) text += ": " + localised(language, reason.value);
        return text;
    }
    TemplateValues values;
    values.text = {
        {"value", localised(language, reason.value)},
        {"threshold", localised(language, reason.threshold)},
        {"value_days", counted(language, wording, "plural.days", reason.value)},
        {"value_invoices", counted(language, wording, "plural.invoices", reason.value)},
    };
    values.flags = {
        {"has_value", !reason.value.empty()},
        {"has_threshold", says_something(reason.threshold)},
        {"negative", reason.value.starts_with('-')},
    };
    return wording.text(language, "reasons", reason.code, values);
}

}  // namespace kvit::document
