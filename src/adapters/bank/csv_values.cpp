#include "adapters/bank/csv_values.h"

#include <algorithm>
#include <string>

namespace kvit::bank {

namespace {

constexpr std::string_view forms[] = {"yyyy-mm-dd", "yyyy.mm.dd", "yyyymmdd",
                                      "dd.mm.yyyy", "dd/mm/yyyy", "dd-mm-yyyy"};
constexpr std::string_view minus_sign = "\xE2\x88\x92";
// U+00A0, U+202F, U+2009 and the blank.
constexpr std::string_view blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool take_blank(std::string_view& text) {
    return std::ranges::any_of(blanks, [&](std::string_view blank) { return take(text, blank); });
}

bool take_back(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

void trim(std::string_view& text) {
    while (take_blank(text)) {
    }
    while (std::ranges::any_of(blanks,
                               [&](std::string_view blank) { return take_back(text, blank); })) {
    }
}

std::string take_digits(std::string_view& text) {
    std::string digits;
    while (!text.empty() && is_digit(text.front())) {
        digits += text.front();
        text.remove_prefix(1);
    }
    return digits;
}

// The whole units; nothing where the groups are not of three.
std::optional<std::string> take_whole(std::string_view& text, char decimal) {
    std::string whole = take_digits(text);
    if (whole.empty()) return std::nullopt;
    const std::string_view other = decimal == ',' ? "." : ",";
    const bool is_grouped = whole.size() <= 3;
    while (is_grouped && (take_blank(text) || take(text, other))) {
        const std::string group = take_digits(text);
        if (group.size() != 3) return std::nullopt;
        whole += group;
    }
    return whole;
}

}  // namespace

bool is_date_form(std::string_view form) {
    return std::ranges::find(forms, form) != std::end(forms);
}

std::optional<core::Date> day_in(std::string_view cell, std::string_view form) {
    trim(cell);
    if (cell.size() == form.size() + 1 && form.find('.') != std::string_view::npos)
        take_back(cell, ".");
    if (cell.size() != form.size()) return std::nullopt;
    std::string year, month, day;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char kind = form[i];
        if (kind == 'y') year += cell[i];
        if (kind == 'm') month += cell[i];
        if (kind == 'd') day += cell[i];
        const bool is_sign = kind != 'y' && kind != 'm' && kind != 'd';
        if (is_sign ? cell[i] != kind : !is_digit(cell[i])) return std::nullopt;
    }
    std::string iso = year;
    iso.append("-").append(month).append("-").append(day);
    const auto parsed = core::parse_date(iso);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<core::Money> amount_in(std::string_view cell, char decimal, core::Currency currency) {
    trim(cell);
    if (take_back(cell, currency.code())) trim(cell);
    const bool is_negative = take(cell, "-") || take(cell, minus_sign);
    if (!is_negative) take(cell, "+");
    trim(cell);
    auto whole = take_whole(cell, decimal);
    if (!whole) return std::nullopt;
    std::string text = *whole;
    text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
    if (!cell.empty()) {
        if (cell.front() != decimal) return std::nullopt;
        cell.remove_prefix(1);
        const std::string fraction = take_digits(cell);
        if (fraction.empty() || !cell.empty()) return std::nullopt;
        text += "." + fraction;
    }
    const auto money = core::parse_money(text, currency);
    if (!money) return std::nullopt;
    return is_negative ? -*money : *money;
}

}  // namespace kvit::bank
