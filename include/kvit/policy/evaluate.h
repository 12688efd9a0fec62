#pragma once
// The policy step: pure and total. Facts of a day in, decision with its reasons out.

#include "kvit/core/business_day.h"
#include "kvit/policy/decision.h"
#include "kvit/policy/enforcement_policy.h"
#include "kvit/policy/facts.h"

namespace kvit::policy {

// Follows the rules of src/policy/README.md, which numbers them as the code does. Example: an
// invoice due 2026-09-15, day 2026-09-16, nothing sent yet, policy "standard" -> level "reminder",
// a friendly_reminder, every contract of the client reminded, next_review the first day on which
// the warning can be due.
Decision evaluate(const EnforcementPolicy& policy, const Facts& facts,
                  const core::BusinessCalendar& calendar);

// What comes after a decision if nothing is paid: the next letter of the ladder, on the earliest
// day.
struct NextStep {
    std::string level;
    NoticeKind notice = NoticeKind::friendly_reminder;
    WorkStatus status = WorkStatus::reminded;
    core::Date on;
    bool by_person = false;  // a termination, which only a person decides
};

// `decision` is evaluate's on these facts; its letter counts as sent on its day. Nothing where
// nothing counts, or the ladder is at its end.
std::optional<NextStep> next_step(const EnforcementPolicy& policy, const Facts& facts,
                                  const Decision& decision, const core::BusinessCalendar& calendar);

// Where something that counts is overdue and the policy ends contracts: the earliest day on which
// its termination can be due, if no level before it is left out and each letter goes out in time.
std::optional<core::Date> earliest_termination(const EnforcementPolicy& policy, const Facts& facts,
                                               const core::BusinessCalendar& calendar);

// Contracts whose client pays ever later, where the policy proposes billing in advance. A proposal
// changes nothing: only an amendment does.
std::vector<core::ContractId> advance_billing_proposals(const EnforcementPolicy& policy,
                                                        const Facts& facts);

}  // namespace kvit::policy
