#include "kvit/ledger/office_hours.h"

#include <algorithm>

namespace kvit::ledger {

namespace {

using core::LocalTime;
using std::chrono::minutes;

bool is_open(const OfficeHours& hours, LocalTime time) {
    const core::Date day = core::date_of(time);
    const int minute = core::minute_of_day(time);
    const auto weekday = static_cast<std::size_t>(core::iso_weekday(day) - 1);
    return hours.availability.days.at(weekday) && minute >= hours.availability.from_minute &&
           minute < hours.availability.until_minute &&
           !hours.calendar.is_holiday(hours.country, day);
}

// Minutes of wall time until the next one at which is_open can change.
int minutes_to_boundary(const contract::Availability& availability, LocalTime time) {
    constexpr int minutes_per_day = 1440;
    const int minute = core::minute_of_day(time);
    if (minute < availability.from_minute) return availability.from_minute - minute;
    if (minute < availability.until_minute) return availability.until_minute - minute;
    return minutes_per_day - minute;
}

}  // namespace

SplitMinutes split_minutes(const OfficeHours& hours, core::Instant start, int count) {
    LocalTime time = hours.zone.to_local(start);
    SplitMinutes split;
    split.starts_outside = !is_open(hours, time);
    for (int done = 0; done < count;) {
        int step = std::min(minutes_to_boundary(hours.availability, time), count - done);
        LocalTime next = hours.zone.to_local(start + minutes(done + step));
        if (next != time + minutes(step)) {  // the wall clock jumps on the way: minute by minute
            step = 1;
            next = hours.zone.to_local(start + minutes(done + step));
        }
        (is_open(hours, time) ? split.inside : split.outside) += step;
        done += step;
        time = next;
    }
    return split;
}

}  // namespace kvit::ledger
