#pragma once
// When an invoice falls due, before the calendar moves it to a business day.

#include "kvit/core/date.h"

#include <variant>

namespace kvit::contract {

struct NetDays {
    int days = 14;              // 0 to 365
    bool end_of_month = false;  // then the last day of the month in which issue date + days falls
    bool operator==(const NetDays&) const = default;
};

struct DayOfMonth {
    int day = 1;  // 1 to 31, clamped to the month
    bool operator==(const DayOfMonth&) const = default;
};

using PaymentTerms = std::variant<NetDays, DayOfMonth>;

// due_on_raw of formats: NetDays is issue date + days; DayOfMonth the first such day after it.
// Example: 30 days end of month from 2026-02-01 -> 2026-03-31.
core::Date due_on_raw(const PaymentTerms& terms, core::Date issued_on);

}  // namespace kvit::contract
