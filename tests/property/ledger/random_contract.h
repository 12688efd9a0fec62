#pragma once
// Random contracts, work and contacts for the ledger's properties.

#include "../../unit/ledger/fixtures.h"
#include "generator.h"

#include <algorithm>
#include <string>
#include <vector>

namespace kvit::test {

inline core::Date random_day(Random& random) {
    return "2024-01-01"_iso + date::days(random.number(0, 1500));
}

inline core::Money random_money(Random& random, std::int64_t most = 500'000) {
    return {random.between(0, most), currency("PLN")};
}

// Terms under which every service has a price: nothing is refused.
inline contract::Terms random_terms(Random& random) {
    contract::Terms terms;
    terms.billed = random.one_in(3) ? contract::Billed::advance : contract::Billed::arrears;
    if (!random.one_in(3)) {
        terms.retainer = contract::Retainer{random_money(random), random.between(0, 2400),
                                            random_money(random), 0};
    }
    if (random.one_in(2)) terms.scope = {"assistance", "social"};
    terms.out_of_scope =
        random.one_in(2) ? contract::OutOfScope::quote : contract::OutOfScope::bill;
    terms.paused_days =
        random.one_in(2) ? contract::PausedDays::prorate : contract::PausedDays::bill;
    for (const char* service : {"assistance", "consulting", "social"}) {
        terms.rates.push_back({service, random_money(random)});
    }
    for (int i = random.number(0, 2); i > 0; --i) {
        terms.fixed.push_back({"Item " + std::to_string(i), random_money(random),
                               random.one_in(4) ? contract::Per::once : contract::Per::cycle,
                               random.one_in(6)});
    }
    if (random.one_in(2)) {
        contract::Availability hours;
        for (bool& open : hours.days) open = !random.one_in(4);
        hours.from_minute = random.number(0, 1439);
        hours.until_minute = random.number(hours.from_minute + 1, 1440);
        terms.availability = hours;
        terms.after_hours = contract::AfterHours{core::Ratio(random.number(4, 12), 4),
                                                 random.number(0, 30), !random.one_in(4), false};
        terms.after_hours->applies_to_contacts = terms.retainer.has_value();
    }
    return terms;
}

inline contract::Contract random_contract(Random& random) {
    using contract::CyclePeriod;
    contract::Contract contract = contract_of(random_terms(random), random_day(random));
    contract.cycle = random.pick<CyclePeriod>(
        {CyclePeriod::weekly, CyclePeriod::monthly, CyclePeriod::quarterly, CyclePeriod::yearly});
    contract.billing_day = random.number(1, contract.cycle == CyclePeriod::weekly ? 7 : 31);
    if (random.one_in(2)) contract.until = contract.from + date::days(random.number(1, 1200));
    return contract;
}

inline contract::WorkEntry random_work(Random& random, const ledger::BillingCycle& cycle, int n) {
    const int days = core::days_between(cycle.from, cycle.until);
    const WarsawZone zone;
    for (;;) {  // again where the hour is skipped or comes twice
        const core::LocalTime local(
            std::chrono::minutes(1440) *
                (cycle.from + date::days(random.number(0, days - 1))).time_since_epoch().count() +
            std::chrono::minutes(random.number(0, 1439)));
        const auto instant = zone.to_instant(local);
        if (!instant) continue;
        return {core::EntryKey("work " + std::to_string(n)),
                core::ContractId("contract"),
                local,
                *instant,
                random.number(1, 600),
                random.pick<std::string>({"assistance", "social", "consulting"}),
                ""};
    }
}

inline contract::Contact random_contact(Random& random, const ledger::BillingCycle& cycle, int n) {
    const contract::WorkEntry when = random_work(random, cycle, n);
    return {core::EntryKey("contact " + std::to_string(n)),
            core::ClientId("client"),
            {},
            when.start,
            when.start_at,
            contract::Channel::phone,
            random.one_in(3) ? contract::Direction::out : contract::Direction::in,
            random.number(0, 90),
            ""};
}

// A contract that may be amended within its second cycle, that cycle, and what was logged in it.
struct RandomCase {
    contract::Contract contract;
    ledger::BillingCycle cycle;
    Rater rater;
};

inline RandomCase random_case(Random& random, bool amended) {
    contract::Contract contract = random_contract(random);
    contract.until = std::nullopt;
    const auto cycles = ledger::cycles_through(contract, contract.from + date::days(800));
    const ledger::BillingCycle cycle = cycles.at(random.one_in(3) ? 0 : 1);
    const int days = core::days_between(cycle.from, cycle.until);
    if (amended && days > 1) {
        const core::Date since = cycle.from + date::days(random.number(1, days - 1));
        contract.versions.push_back({since, "Aneks", random_terms(random)});
        contract.versions.back().terms.billed = contract.versions.front().terms.billed;
    }
    RandomCase result{contract, cycle, {}};
    for (int i = random.number(0, 12); i > 0; --i) {
        result.rater.work.push_back(random_work(random, cycle, i));
    }
    for (int i = random.number(0, 4); i > 0; --i) {
        result.rater.contacts.push_back(random_contact(random, cycle, i));
    }
    for (int i = random.number(0, 2); i > 0; --i) {
        const core::Date from = cycle.from + date::days(random.number(-5, days));
        result.rater.paused.push_back({from, from + date::days(random.number(0, 20))});
    }
    return result;
}

inline core::Money net_of(const ledger::Rating& rating) {
    core::Money sum = core::Money::zero(currency("PLN"));
    for (const auto& line : rating.lines) sum += line.net;
    return sum;
}

}  // namespace kvit::test
