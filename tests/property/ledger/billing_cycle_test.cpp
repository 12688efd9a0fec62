#include "kvit/ledger/billing_cycle.h"

#include "random_contract.h"

using namespace kvit;
using namespace kvit::test;

BOOST_AUTO_TEST_SUITE(ledger_billing_cycle)

BOOST_AUTO_TEST_CASE(cycles_cover_the_contract_without_gap_or_overlap) {
    for_seeds(400, [](Random& random) {
        const contract::Contract contract = random_contract(random);
        const core::Date through = contract.from + date::days(random.number(0, 2000));
        const auto cycles = ledger::cycles_through(contract, through);
        core::Date next = contract.from;
        core::Date issued = contract.from;
        for (const auto& cycle : cycles) {
            BOOST_TEST((cycle.from == next));
            BOOST_TEST((cycle.from < cycle.until));
            BOOST_TEST((cycle.whole_from <= cycle.from && cycle.until <= cycle.whole_until));
            BOOST_TEST((cycle.issue_on >= issued && cycle.issue_on <= through));
            next = cycle.until;
            issued = cycle.issue_on;
        }
        // Complete: the contract is over, or the next cycle is not to be issued yet.
        const auto later = ledger::cycles_through(contract, through + date::days(800));
        BOOST_REQUIRE(later.size() >= cycles.size());
        BOOST_TEST(std::equal(cycles.begin(), cycles.end(), later.begin()));
        if (later.size() > cycles.size()) BOOST_TEST((later[cycles.size()].issue_on > through));
        if (contract.until) {
            const auto all = ledger::cycles_through(contract, *contract.until + date::days(1));
            BOOST_TEST((all.back().until == *contract.until));
        }
    });
}

BOOST_AUTO_TEST_CASE(only_the_first_and_the_last_cycle_can_be_partial_and_anchors_hold) {
    for_seeds(400, [](Random& random) {
        const contract::Contract contract = random_contract(random);
        const auto cycles = ledger::cycles_through(contract, contract.from + date::days(2000));
        for (std::size_t i = 0; i < cycles.size(); ++i) {
            const auto& cycle = cycles[i];
            if (i > 0) BOOST_TEST((cycle.from == cycle.whole_from));
            if (i + 1 < cycles.size()) BOOST_TEST((cycle.until == cycle.whole_until));
            if (contract.cycle == contract::CyclePeriod::weekly) {
                BOOST_TEST(core::iso_weekday(cycle.whole_from) == contract.billing_day);
                continue;
            }
            const unsigned last = core::day_of(core::last_day_of_month(cycle.whole_from));
            const auto anchor = static_cast<unsigned>(contract.billing_day);
            BOOST_TEST(core::day_of(cycle.whole_from) == std::min(anchor, last));
        }
    });
}

BOOST_AUTO_TEST_CASE(each_day_of_the_contract_lies_in_the_cycle_found_for_it) {
    for_seeds(400, [](Random& random) {
        const contract::Contract contract = random_contract(random);
        const auto cycles = ledger::cycles_through(contract, contract.from + date::days(2000));
        for (const auto& cycle : cycles) {
            BOOST_TEST((ledger::cycle_at(contract, cycle.from) == cycle));
            BOOST_TEST((ledger::cycle_at(contract, cycle.until - date::days(1)) == cycle));
        }
        const auto first = ledger::cycle_at(contract, contract.from - date::days(400));
        BOOST_TEST((first == ledger::cycle_at(contract, contract.from)));
        if (contract.until) {
            BOOST_TEST(!ledger::cycle_at(contract, *contract.until));
            BOOST_TEST(!ledger::cycle_at(contract, *contract.until + date::days(5000)));
        }
    });
}

BOOST_AUTO_TEST_SUITE_END()
