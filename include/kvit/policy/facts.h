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

struct Receivable {
    core::InvoiceNumber number;
    core::ContractId contract;
    core::Date issued_on, due_on;  // due_on is the effective due date
    core::Money open;              // > 0
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
};

struct ContractFacts {
    core::ContractId id;
    bool has_suspension_clause = false;
    bool released = false;                       // a person released the pause
    std::optional<core::Date> paid_ahead_until;  // exclusive; every day before it is paid
    WorkStatus status = WorkStatus::active;      // as decided last
    core::Date since;                            // of that status
    ledger::Trend trend{};                       // of the days its invoices are paid late
    // First day from which it can be billed in advance; absent where it is, or where nothing is to
    // come.
    std::optional<core::Date> advance_from{};
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
};

}  // namespace kvit::policy
