#pragma once
// How much of a stretch of time lies within the agreed office hours.

#include "kvit/contract/contract.h"
#include "kvit/core/business_day.h"
#include "kvit/core/time_zone.h"

namespace kvit::ledger {

struct OfficeHours {
    const contract::Availability& availability;
    core::Country country;  // its public holidays are outside
    const core::BusinessCalendar& calendar;
    const core::TimeZone& zone;
};

struct SplitMinutes {
    int inside = 0;
    int outside = 0;
    bool starts_outside = false;
};

// Splits [start, start + minutes) at the boundary minutes of wall time. Minutes are those of the
// clock that never jumps: a night when the wall clock is put back has its hour twice.
SplitMinutes split_minutes(const OfficeHours& hours, core::Instant start, int minutes);

}  // namespace kvit::ledger
