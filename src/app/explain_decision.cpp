#include "kvit/app/explain_decision.h"

#include "kvit/app/gather_facts.h"

namespace kvit::app {

std::vector<document::ExplainedAccount> explain_decisions(const Engine& engine,
                                                          const core::BusinessId& business,
                                                          const contract::Client& client,
                                                          core::Date day) {
    std::vector<document::ExplainedAccount> explained;
    for (const Account& account : accounts_of(engine.store, business, client)) {
        const auto stored = engine.store.decision_on(business, client.id, account.currency, day);
        if (!stored) continue;
        auto basis = engine.store.decision_basis(business, client.id, account.currency, day);
        const auto again = policy::evaluate(basis->policy, basis->facts, engine.calendar);
        auto next =
            policy::next_step(basis->policy, basis->facts, stored->decision, engine.calendar);
        explained.push_back({stored->decision, std::move(basis->policy), std::move(basis->facts),
                             std::move(next), again == stored->decision});
    }
    return explained;
}

}  // namespace kvit::app
