#pragma once
// What was decided for a client and currency on a day, and why.

#include "kvit/core/date.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/policy/enforcement_policy.h"
#include "kvit/policy/work_status.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::policy {

// code: days_past_due, wait_days, amount_overdue, overdue_invoices, not_a_business_day,
// pause_announced_for, no_suspension_clause, release_by_person, paid_ahead, set_off,
// small_remainder, nothing_overdue, claim_waits, termination_waits, disputed, promised,
// promise_broken, hold, resumed_by_person, ended_by_person. Values are what was found, thresholds
// what was asked for (or until when it holds); text.
struct Reason {
    std::string code, value, threshold;
    bool operator==(const Reason&) const = default;
};

enum class WaitsFor { nothing, release, rate, confirmation, quote };

std::string_view name_of(WaitsFor waits);  // "" for nothing

struct ContractDecision {
    core::ContractId contract;
    WorkStatus from = WorkStatus::active, to = WorkStatus::active;
    core::Date since;  // of `to`
    HeldBy held_by = HeldBy::nobody;
    WaitsFor waits_for = WaitsFor::nothing;
    bool operator==(const ContractDecision&) const = default;
};

// The letter to write. Its amounts are taken from the facts of the same moment.
struct NoticeDecision {
    NoticeKind kind = NoticeKind::friendly_reminder;
    std::string level;  // empty for a resumption
    core::Date anchor;
    std::optional<core::Date> announces_pause_on;
    std::vector<core::ContractId> contracts;  // whose work it speaks of
    // Every overdue invoice (before the due date: every one it is sent for), oldest first; none on
    // a resumption.
    std::vector<core::InvoiceNumber> items;
    std::vector<Claim> claims;
    bool operator==(const NoticeDecision&) const = default;
};

struct Decision {
    core::Date day;
    std::string level;                 // the highest level reached for the anchor; empty: none
    std::optional<core::Date> anchor;  // effective due date of the oldest open item that counts
    std::vector<ContractDecision> contracts;
    std::optional<NoticeDecision> notice;
    std::vector<Reason> reasons;
    // No day before it gives another decision on the same facts; absent: no day does.
    std::optional<core::Date> next_review;
    bool operator==(const Decision&) const = default;
};

}  // namespace kvit::policy
