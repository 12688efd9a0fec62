#include "kvit/core/date.h"

#include <fmt/format.h>

#include <algorithm>

namespace kvit::core {

namespace {

date::year_month_day civil(Date day) { return date::year_month_day(day); }

// The `count` digits of `text` at `at` as a number; -1 where they are not all digits.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

Refusal no_date(std::string_view text) {
    return {"", "\"" + std::string(text) + "\" is not a date",
            "write it as year-month-day, like 2026-01-31"};
}

Refusal no_time(std::string_view text) {
    return {"", "\"" + std::string(text) + "\" is not a date and time",
            "write it like 2026-01-31T09:30"};
}

}  // namespace

Date make_date(int year, unsigned month, unsigned day) {
    const date::year_month_day_last last{date::year(year),
                                         date::month_day_last(date::month(month))};
    return date::year(year) / date::month(month) / std::min(date::day(day), last.day());
}

Date add_months(Date from, int months, unsigned anchor_day) {
    const auto target = civil(from).year() / civil(from).month() + date::months(months);
    return make_date(static_cast<int>(target.year()), static_cast<unsigned>(target.month()),
                     anchor_day);
}

Date last_day_of_month(Date day) { return make_date(year_of(day), month_of(day), 31); }

int days_between(Date from, Date until) { return static_cast<int>((until - from).count()); }
int year_of(Date day) { return static_cast<int>(civil(day).year()); }
unsigned month_of(Date day) { return static_cast<unsigned>(civil(day).month()); }
unsigned day_of(Date day) { return static_cast<unsigned>(civil(day).day()); }
int iso_weekday(Date day) { return static_cast<int>(date::weekday(day).iso_encoding()); }

Result<Date> parse_date(std::string_view text) {
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || year < 1900 || month < 1 ||
        day < 1) {
        return tl::unexpected(no_date(text));
    }
    const date::year_month_day parsed{date::year(year), date::month(static_cast<unsigned>(month)),
                                      date::day(static_cast<unsigned>(day))};
    if (!parsed.ok()) return tl::unexpected(no_date(text));
    return Date(parsed);
}

std::string to_iso(Date day) {
    return fmt::format("{:04}-{:02}-{:02}", year_of(day), month_of(day), day_of(day));
}

Result<LocalTime> parse_local_time(std::string_view text) {
    const bool with_seconds = text.size() == 19 && text.substr(16) == ":00";
    if ((text.size() != 16 && !with_seconds) || text[10] != 'T' || text[13] != ':') {
        return tl::unexpected(no_time(text));
    }
    const auto day = parse_date(text.substr(0, 10));
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return tl::unexpected(no_time(text));
    return LocalTime(date::local_days(day->time_since_epoch())) + std::chrono::hours(hour) +
           std::chrono::minutes(minute);
}

std::string to_iso(LocalTime time) {
    const int minute = minute_of_day(time);
    return fmt::format("{}T{:02}:{:02}", to_iso(date_of(time)), minute / 60, minute % 60);
}

std::string to_iso(Instant instant) {
    const auto day = date::floor<date::days>(instant);
    const auto second = (instant - day).count();
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day), second / 3600, second / 60 % 60,
                       second % 60);
}

Date date_of(LocalTime time) { return Date(date::floor<date::days>(time).time_since_epoch()); }

int minute_of_day(LocalTime time) {
    return static_cast<int>((time - date::floor<date::days>(time)).count());
}

}  // namespace kvit::core
