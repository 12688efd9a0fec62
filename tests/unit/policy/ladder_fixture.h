#pragma once
// One client with one contract under a policy, day by day: what is decided is at once sent.

#include "kvit/policy/evaluate.h"

#include <algorithm>
#include <string>
#include <vector>

namespace kvit::policy::testing {

inline core::Currency eur() { return *core::Currency::parse("EUR"); }
inline core::Money euros(std::int64_t amount) { return {amount * 100, eur()}; }
inline core::Country poland() { return *core::Country::parse("PL"); }

inline core::BusinessCalendar calendar() {
    return core::BusinessCalendar::from({{poland(), "11-11", "Święto Niepodległości", {}, {}}}, {},
                                        {})
        .value();
}

inline EnforcementPolicy built_in(const std::string& id) {
    return *std::ranges::find(built_in_policies(), core::PolicyId(id), &EnforcementPolicy::id);
}

struct Client {
    EnforcementPolicy policy;
    core::BusinessCalendar days = calendar();
    Facts facts{
        core::Date(), core::ClientId("client"),
        eur(),        poland(),
        {},           euros(0),
        {},           {{core::ContractId("work"), true, {}, WorkStatus::active, core::Date()}}};
    std::vector<std::string> log;  // "2026-09-16 friendly_reminder", "2026-09-24 work paused"

    explicit Client(const std::string& id) : policy(built_in(id)) {}

    void invoice(const std::string& number, core::Date due_on, std::int64_t amount = 100) {
        facts.receivables.push_back({core::InvoiceNumber(number), core::ContractId("work"),
                                     due_on - date::days(14), due_on, euros(amount)});
    }
    void pay(const std::string& number) {
        std::erase_if(facts.receivables,
                      [&](const Receivable& item) { return item.number.str() == number; });
    }

    Decision review(core::Date day) {
        facts.day = day;
        const Decision decision = evaluate(policy, facts, days);
        if (decision.notice) {
            const auto& notice = *decision.notice;
            facts.notices.push_back({notice.level, notice.kind, notice.anchor, day, day,
                                     notice.announces_pause_on, notice.contracts});
            log.push_back(core::to_iso(day) + " " + std::string(name_of(notice.kind)));
        }
        for (std::size_t i = 0; i < decision.contracts.size(); ++i) {
            const auto& contract = decision.contracts[i];
            if (contract.from != contract.to) {
                log.push_back(core::to_iso(day) + " " + contract.contract.str() + " " +
                              std::string(name_of(contract.to)));
            }
            facts.contracts[i].status = contract.to;
            facts.contracts[i].since = contract.since;
        }
        return decision;
    }

    // Every day from `from` to `until`, both included.
    Decision run(core::Date from, core::Date until) {
        Decision last;
        for (core::Date day = from; day <= until; day += date::days(1)) last = review(day);
        return last;
    }
};

}  // namespace kvit::policy::testing
