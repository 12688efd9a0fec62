#pragma once
// What the policy step knows on a day of one client in one currency. Values only.

#include "kvit/core/business_day.h"
#include "kvit/core/date.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/ledger/lateness.h"
#include "kvit/policy/enforcement_policy.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::policy {

// Given on a day, through `until`, both included.
struct Promise {
    core::Date given_on, until;
    bool operator==(const Promise&) const = default;
};

struct Receivable {
    core::InvoiceNumber number;
    core::ContractId contract;
    core::Date issued_on, due_on;  // due_on is the effective due date
    core::Money open;              // > 0
    // dispute or promise: it does not count on the day, nor through `held_until` (absent: until the
    // dispute is resolved).
    HeldBy held_by = HeldBy::nobody;
    std::optional<core::Date> held_until{};
    std::vector<Promise> promises{};  // the last ones told for it, oldest first
    bool operator==(const Receivable&) const = default;
};

// A notice decided earlier and not cancelled.
struct NoticeFact {
    std::string level;  // empty for a resumption
    NoticeKind kind = NoticeKind::friendly_reminder;
    core::Date anchor;  // due date it was anchored on
    core::Date decided_on;
    std::optional<core::Date> sent_on;  // absent: still queued
    std::optional<core::Date> announced_pause_on;
    std::vector<core::ContractId> contracts;  // whose work it spoke of
    bool operator==(const NoticeFact&) const = default;
};

struct ContractFacts {
    core::ContractId id;
    bool has_suspension_clause = false;
    std::optional<core::Date> paid_ahead_until;  // exclusive; every day before it is paid
    WorkStatus status = WorkStatus::active;      // as decided last
    core::Date since;                            // of that status
    ledger::Trend trend{};                       // of the days its invoices are paid late
    // First day from which it can be billed in advance; absent where it is, or where nothing is to
    // come.
    std::optional<core::Date> advance_from{};
    // What a person decided, the last day of each up to and including `day`: the pause may come;
    // the work goes on although it is not paid.
    std::optional<core::Date> released_on{}, resumed_on{};
    std::optional<core::Date> ends_on{};  // terminated as of this day, past or to come
    bool operator==(const ContractFacts&) const = default;
};

struct Facts {
    core::Date day;
    core::ClientId client;
    core::Currency currency;
    core::Country calendar_country;       // the client's
    std::vector<Receivable> receivables;  // issued on or before `day`; any order
    core::Money unapplied;                // the client's own cash not yet applied, >= 0
    std::vector<NoticeFact> notices;      // any order
    std::vector<ContractFacts> contracts;
    std::optional<core::Date> hold_until{};  // a person holds enforcement through this day
    bool operator==(const Facts&) const = default;
};

}  // namespace kvit::policy
