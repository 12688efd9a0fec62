#include "terms_text.h"

#include "kvit/document/number_format.h"

#include <algorithm>
#include <array>

namespace kvit::document {

std::string TermsText::quoted(const std::string& title) const {
    return word("format.quote_open") + title + word("format.quote_close");
}

std::string TermsText::days(const contract::Availability& hours) const {
    constexpr std::array keys{"weekday.monday",   "weekday.tuesday", "weekday.wednesday",
                              "weekday.thursday", "weekday.friday",  "weekday.saturday",
                              "weekday.sunday"};
    std::string text;
    for (std::size_t first = 0; first < keys.size(); ++first) {
        if (!hours.days[first]) continue;
        std::size_t last = first;
        while (last + 1 < keys.size() && hours.days[last + 1]) ++last;
        text += (text.empty() ? "" : ", ") + word(keys[first]);
        if (last > first) text += word("format.range") + word(keys[last]);
        first = last;
    }
    return text;
}

std::string TermsText::clock(int minute) {
    const std::string text = hours_minutes(minute);
    return text.size() < 5 ? "0" + text : text;
}

std::string TermsText::channel(const std::string& name) const {
    const std::string key = "channel." + name;
    return wording.has_word(language, key) ? word(key) : name;
}

std::string TermsText::counted_days(int count) const {
    return std::to_string(count) + "\u00a0" + wording.counted(language, "plural.days", count);
}

std::string TermsText::per_hour(core::Money hourly) const {
    return amount_with_currency(language, hourly) + "\u00a0" + word("unit.per_hour");
}

core::Result<core::Money> times(core::Money price, core::Ratio multiplier) {
    const auto scaled = core::scale(price, multiplier, core::Rounding::half_up);
    if (!scaled) return tl::unexpected(scaled.error());
    return core::round_to_step(*scaled, price.currency().invoice_step());
}

bool covers_after_hours(const contract::Terms& terms) {
    return std::ranges::any_of(terms.fixed, &contract::FixedItem::covers_after_hours);
}

}  // namespace kvit::document
