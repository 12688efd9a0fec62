#include "kvit/app/write_clauses.h"

#include "kvit/app/review_accounts.h"
#include "kvit/core/invariant.h"

#include <algorithm>

namespace kvit::app {

core::Result<document::Clauses> write_clauses(const Engine& engine,
                                              const contract::Business& business,
                                              const core::ContractId& id, core::Date day) {
    const auto contract = engine.store.contract(business.id, id);
    if (!contract) {
        return core::refuse("", "there is no contract \"" + id.str() + "\"",
                            "give an id as the agreement names it");
    }
    const auto client = engine.store.client(business.id, contract->client);
    KVIT_INVARIANT(client.has_value(), "a stored contract has its client");
    const auto& terms = contract->terms_on(std::max(day, contract->from));
    const auto policy = policy_on(engine.store, business.id, terms.policy);
    const auto pause =
        std::ranges::find(policy.levels, policy::WorkStatus::paused, &policy::Level::status);
    std::optional<int> pause_days;
    if (pause != policy.levels.end()) pause_days = pause->days_past_due_min;
    return document::compose_clauses({business, *client, *contract, day, pause_days},
                                     engine.wording);
}

}  // namespace kvit::app
