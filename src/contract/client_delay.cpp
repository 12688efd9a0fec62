#include "kvit/contract/client_delay.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace kvit::contract {

namespace {

constexpr date::days day{1};

// How many waits and pauses begin (or, less than zero, end) on a day.
struct Change {
    int waits = 0, pauses = 0;
};

void add(std::map<core::Date, Change>& changes, const Standstill& still) {
    changes[still.from].waits += still.waited ? 1 : 0;
    changes[still.from].pauses += still.paused ? 1 : 0;
    changes[still.until].waits -= still.waited ? 1 : 0;
    changes[still.until].pauses -= still.paused ? 1 : 0;
}

// An interval that goes on where the last one ended, for the same reasons, prolongs it.
void append(std::vector<Standstill>& intervals, const Standstill& next) {
    if (!intervals.empty()) {
        Standstill& last = intervals.back();
        if (last.until == next.from && last.waited == next.waited && last.paused == next.paused) {
            last.until = next.until;
            return;
        }
    }
    intervals.push_back(next);
}

}  // namespace

bool is_open(const Request& request, core::Date as_of) {
    return request.asked_on <= as_of && (!request.answered_on || *request.answered_on > as_of);
}

std::optional<Standstill> wait_of(const Request& request, core::Date as_of) {
    const core::Date last = request.answered_on ? std::min(*request.answered_on, as_of) : as_of;
    if (last <= request.needed_by) return std::nullopt;
    return Standstill{request.needed_by + day, last + day, true, false};
}

DeadlineShift deadline_shift(std::span<const Request> requests, std::span<const Standstill> pauses,
                             core::Date as_of) {
    std::map<core::Date, Change> changes;
    for (const Request& request : requests) {
        if (const auto wait = wait_of(request, as_of)) add(changes, *wait);
    }
    for (Standstill pause : pauses) {
        pause.until = std::min(pause.until, as_of + day);
        if (pause.from < pause.until) add(changes, pause);
    }
    DeadlineShift shift;
    Change now;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        now.waits += change->second.waits;
        now.pauses += change->second.pauses;
        if (now.waits == 0 && now.pauses == 0) continue;  // as it is after the last change
        const core::Date until = std::next(change)->first;
        append(shift.intervals, {change->first, until, now.waits > 0, now.pauses > 0});
        const int length = core::days_between(change->first, until);
        shift.days += length;
        if (now.waits > 0) shift.days_waited += length;
        if (now.pauses > 0) shift.days_paused += length;
    }
    return shift;
}

}  // namespace kvit::contract
