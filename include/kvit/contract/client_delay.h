#pragma once
// How long work waited for the client, and by how many days the deadlines of a contract moved.
//
// Days are calendar days, like the length of a pause (policy.md, rule 10) and like the periods that
// contracts and the law name; so both kinds add up, and the client can count them on a calendar. A
// moved deadline that falls on a day off ends by the rules that move any other term.

#include "kvit/contract/work_log.h"

#include <optional>
#include <span>
#include <vector>

namespace kvit::contract {

// Days on which work could not go on, [from, until), never empty; at least one reason.
struct Standstill {
    core::Date from, until;
    bool waited = false;  // for something the client was asked for
    bool paused = false;  // by the policy
    bool operator==(const Standstill&) const = default;
};

struct DeadlineShift {
    // In order, parted wherever the reasons change; no two overlap.
    std::vector<Standstill> intervals;
    int days = 0;         // of all intervals: a day counts once
    int days_waited = 0;  // those with a wait, and
    int days_paused = 0;  // those with a pause; a day with both is in both
    bool operator==(const DeadlineShift&) const = default;
};

// Asked by `as_of` and not answered by then.
bool is_open(const Request& request, core::Date as_of);

// From the day after needed_by through the day of the answer; through `as_of` where it is still
// open. Nothing where the answer came in time, or the day needed by has not passed by `as_of`.
// Example: needed by 2026-04-07, answered on 2026-04-16: [2026-04-08, 2026-04-17), 9 days.
std::optional<Standstill> wait_of(const Request& request, core::Date as_of);

// By how many days the deadlines of one contract have moved by the end of `as_of`. `requests`: its
// own, in any order; `pauses`: ranges on which it was paused, which may overlap and reach beyond.
DeadlineShift deadline_shift(std::span<const Request> requests, std::span<const Standstill> pauses,
                             core::Date as_of);

}  // namespace kvit::contract
