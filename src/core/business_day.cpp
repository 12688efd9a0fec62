#include "kvit/core/business_day.h"

#include "kvit/core/invariant.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace kvit::core {

namespace {

std::optional<int> read_int(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// "MM-DD" or "E+n"/"E-n"; month stays 0 for the latter.
bool read_rule(std::string_view text, int& easter_offset, unsigned& month, unsigned& day) {
    if (text.starts_with("E+") || text.starts_with("E-")) {
        const auto offset = read_int(text.substr(text[1] == '+' ? 2 : 1));
        easter_offset = offset.value_or(0);
        return offset.has_value();
    }
    const auto fixed = parse_date("2024-" + std::string(text));  // a leap year: 02-29 is a rule
    if (!fixed) return false;
    month = month_of(*fixed);
    day = day_of(*fixed);
    return true;
}

}  // namespace

// Anonymous Gregorian algorithm (Nature, 1876; Meeus, Astronomical Algorithms, ch. 8).
Date easter_sunday(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31;
    const int day = (h + l - 7 * m + 114) % 31 + 1;
    return make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

Result<BusinessCalendar> BusinessCalendar::from(const std::vector<HolidayRule>& holidays,
                                                const std::vector<MovedWorkday>& moved,
                                                const std::vector<DueDayRule>& due_days) {
    BusinessCalendar calendar;
    for (const HolidayRule& rule : holidays) {
        Holiday holiday{0, 0, 0, rule.from_year.value_or(std::numeric_limits<int>::min()),
                        rule.to_year.value_or(std::numeric_limits<int>::max())};
        if (!read_rule(rule.rule, holiday.easter_offset, holiday.month, holiday.day)) {
            return refuse("", "\"" + rule.rule + "\" is not a holiday rule",
                          "write MM-DD, or E+n or E-n for days from Easter Sunday");
        }
        calendar.holidays_[rule.country].push_back(holiday);
    }
    for (const MovedWorkday& day : moved) calendar.moved_[day.country].push_back(day);
    for (const DueDayRule& rule : due_days)
        calendar.saturday_moves_[rule.country] = rule.saturday_moves;
    return calendar;
}

bool BusinessCalendar::is_holiday(Country country, Date day) const {
    const auto rules = holidays_.find(country);
    if (rules == holidays_.end()) return false;
    const int year = year_of(day);
    return std::ranges::any_of(rules->second, [&](const Holiday& holiday) {
        if (year < holiday.from_year || year > holiday.to_year) return false;
        if (holiday.month != 0) return month_of(day) == holiday.month && day_of(day) == holiday.day;
        return easter_sunday(year) + date::days(holiday.easter_offset) == day;
    });
}

bool BusinessCalendar::is_business_day(Country country, Date day) const {
    if (const auto moved = moved_.find(country); moved != moved_.end()) {
        for (const MovedWorkday& change : moved->second) {
            if (change.rest_day == day) return false;
            if (change.worked_saturday == day) return true;
        }
    }
    return iso_weekday(day) <= 5 && !is_holiday(country, day);
}

Date BusinessCalendar::business_day_on_or_after(Country country, Date day) const {
    while (!is_business_day(country, day)) day += date::days(1);
    return day;
}

Date BusinessCalendar::business_day_on_or_before(Country country, Date day) const {
    while (!is_business_day(country, day)) day -= date::days(1);
    return day;
}

Date BusinessCalendar::effective_due_date(Country law, Date raw) const {
    const auto rule = saturday_moves_.find(law);
    const bool saturday_moves = rule == saturday_moves_.end() || rule->second;
    const auto is_free = [&](Date day) {
        if (iso_weekday(day) == 6 && !saturday_moves) return is_holiday(law, day);
        return !is_business_day(law, day);
    };
    while (is_free(raw)) raw += date::days(1);
    return raw;
}

int BusinessCalendar::business_days(Country country, Date from, Date until) const {
    int count = 0;
    for (Date day = from; day < until; day += date::days(1)) {
        if (is_business_day(country, day)) ++count;
    }
    return count;
}

}  // namespace kvit::core
