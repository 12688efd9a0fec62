#pragma once
// Business dates are dates, never instants. Howard Hinnant's calendar does the arithmetic; month
// ends are clamped on purpose, since 2026-01-31 plus a month is no valid date.

#include "kvit/core/result.h"

#include <date/date.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace kvit::core {

using Date = date::sys_days;                               // a calendar day
using LocalTime = date::local_time<std::chrono::minutes>;  // wall time in some zone
using Instant = date::sys_time<std::chrono::seconds>;      // a point in time, UTC

inline constexpr Date end_of_days{date::year{9999} / 12 / 31};  // "whenever"

// year 1 to 9999, month 1 to 12, day clamped to the month: make_date(2026, 2, 31) -> 2026-02-28.
Date make_date(int year, unsigned month, unsigned day);
// The same day-of-month anchor `months` later, clamped: (2026-01-31, 1, 31) -> 2026-02-28.
Date add_months(Date from, int months, unsigned anchor_day);
Date last_day_of_month(Date day);
inline Date operator""_iso(const char* text, std::size_t size);

int days_between(Date from, Date until);  // until - from; negative when until is earlier
int year_of(Date day);
unsigned month_of(Date day);  // 1 to 12
unsigned day_of(Date day);    // 1 to 31
int iso_weekday(Date day);    // 1 Monday to 7 Sunday

// "2026-01-31" and nothing before or after it; years 1900 to 9999.
Result<Date> parse_date(std::string_view text);
std::string to_iso(Date day);
// "2026-01-31T09:30" or with seconds ":00"; seconds other than 00 are refused.
Result<LocalTime> parse_local_time(std::string_view text);
std::string to_iso(LocalTime time);   // "2026-01-31T09:30"
std::string to_iso(Instant instant);  // "2026-01-31T08:30:00Z"
Date date_of(LocalTime time);
int minute_of_day(LocalTime time);  // 0 to 1439

// For tests and tables only: "2026-01-31"_iso; text that is no date aborts.
inline Date operator""_iso(const char* text, std::size_t size) {
    return parse_date({text, size}).value();
}

}  // namespace kvit::core
