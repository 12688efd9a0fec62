#pragma once
// Why a client stands where it stands: a stored decision told in the owner's words.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"
#include "kvit/policy/evaluate.h"
#include "kvit/policy/intervention.h"

#include <optional>
#include <vector>

namespace kvit::document {

// The last decision for one currency, the policy and facts it was made of, and what comes next.
struct ExplainedAccount {
    policy::Decision decision;
    policy::EnforcementPolicy policy;
    policy::Facts facts;
    std::optional<policy::NextStep> next;
    bool same_again = false;  // the facts, decided anew, give the same decision
};

struct Explanation {
    const contract::Business& business;
    const contract::Client& client;
    core::Date as_of;
    std::vector<ExplainedAccount> accounts;    // by currency
    std::vector<policy::Intervention> told{};  // what persons decided up to that day
};

// Of each currency: where each contract stands, the reasons, what would change it, the next step
// and its day; then the invoices and letters that it was decided on.
Document compose_explanation(const Explanation& explanation, const Wording& wording);

}  // namespace kvit::document
