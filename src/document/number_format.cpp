#include "kvit/document/number_format.h"

#include <array>
#include <string_view>

namespace kvit::document {

namespace {

constexpr std::string_view nbsp = "\u00a0";
constexpr std::string_view minus = "\u2212";

// "%b" is used by English only; the other languages write the month as a number.
constexpr std::array<std::string_view, 12> english_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string grouped(const core::NumberStyle& style, std::string_view digits) {
    if (digits.size() < static_cast<std::size_t>(style.group_from_digits))
        return std::string(digits);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) out += style.group;
        out += digits[i];
    }
    return out;
}

// "-2400.05" -> "−2 400,05"
std::string localised(const core::NumberStyle& style, std::string_view plain) {
    std::string out;
    if (plain.starts_with('-')) {
        out += minus;
        plain.remove_prefix(1);
    }
    const std::size_t point = plain.find('.');
    out += grouped(style, plain.substr(0, point));
    if (point == std::string_view::npos) return out;
    out += style.decimal;
    out += plain.substr(point + 1);
    return out;
}

std::string padded(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string amount(core::Language language, core::Money money) {
    std::string plain = core::to_decimal(money);
    // A currency whose invoices are in whole units (HUF) is written without zero decimals.
    const std::int64_t step = money.currency().invoice_step();
    if (step > 1 && money.minor() % step == 0) plain.erase(std::min(plain.find('.'), plain.size()));
    return localised(core::number_style(language), plain);
}

std::string amount_with_currency(core::Language language, core::Money money) {
    return amount(language, money) + std::string(nbsp) + money.currency().code();
}

std::string date(core::Language language, core::Date day) {
    const std::string_view pattern = core::number_style(language).date;
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == ' ') {
            out += nbsp;  // a date is never broken over two lines
        } else if (pattern[i] != '%' || i + 1 == pattern.size()) {
            out += pattern[i];
        } else {
            switch (pattern[++i]) {
                case 'd':
                    out += padded(core::day_of(day));
                    break;
                case 'm':
                    out += padded(core::month_of(day));
                    break;
                case 'b':
                    out += english_months.at(core::month_of(day) - 1);
                    break;
                case 'Y':
                    out += std::to_string(core::year_of(day));
                    break;
                default:
                    out += pattern[i];
            }
        }
    }
    return out;
}

std::string decimal(core::Language language, core::Ratio ratio) {
    return localised(core::number_style(language), core::to_decimal(ratio));
}

std::string hours_minutes(std::int64_t minutes) {
    const std::int64_t whole = minutes < 0 ? -minutes : minutes;
    return std::string(minutes < 0 ? minus : "") + std::to_string(whole / 60) + ":" +
           padded(static_cast<unsigned>(whole % 60));
}

}  // namespace kvit::document
