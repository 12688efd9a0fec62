#pragma once
// The review run: the facts of every client and currency to a decision, its notice and its message,
// all in one transaction.

#include "kvit/app/engine.h"
#include "kvit/policy/decision.h"

#include <optional>
#include <vector>

namespace kvit::app {

// A change of work status, a notice, or something new that waits for a person. One per contract.
struct ReviewRow {
    core::ClientId client;
    core::Currency currency;
    core::ContractId contract;
    policy::WorkStatus from = policy::WorkStatus::active, to = policy::WorkStatus::active;
    std::string level;
    std::optional<policy::NoticeKind> notice;
    core::DocumentId document;  // empty without a notice
    policy::WaitsFor waits_for = policy::WaitsFor::nothing;
    std::vector<policy::Reason> reasons;
};

// The policy proposes that a contract be billed in advance, from a day on which that can begin.
struct AdvanceProposal {
    core::ClientId client;
    core::ContractId contract;
    core::Date from;
    ledger::Trend trend;
    bool is_new = true;  // not told before in this cycle
};

struct ReviewResult {
    std::vector<ReviewRow> rows;  // sorted by client, currency, contract
    // A later day has been reviewed before: nothing was decided.
    std::optional<core::Date> reviewed_later_on;
    std::vector<AdvanceProposal> proposals;
    core::Refusals failures;  // documents that could not be rendered
};

ReviewResult review_accounts(const Engine& engine, const contract::Business& business,
                             core::Date day, bool dry_run);

// The policy a client's contracts in a currency are under on a day.
policy::EnforcementPolicy policy_on(const Store& store, const core::BusinessId& business,
                                    const core::PolicyId& id);

}  // namespace kvit::app
