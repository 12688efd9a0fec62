#include "kvit/ledger/billing_cycle.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace kvit;
using namespace kvit::test;
using contract::Billed;
using contract::CyclePeriod;
using ledger::BillingCycle;

namespace {

// "2026-01-15..2026-02-01 of 2026-01-01..2026-02-01 on 2026-02-01"
std::vector<std::string> told(const std::vector<BillingCycle>& cycles) {
    std::vector<std::string> texts;
    for (const BillingCycle& cycle : cycles) {
        texts.push_back(core::to_iso(cycle.from) + ".." + core::to_iso(cycle.until) + " of " +
                        core::to_iso(cycle.whole_from) + ".." + core::to_iso(cycle.whole_until) +
                        " on " + core::to_iso(cycle.issue_on));
    }
    return texts;
}

using Texts = std::vector<std::string>;

contract::Contract cycles_of(CyclePeriod period, core::Date from, int billing_day,
                             Billed billed = Billed::arrears) {
    contract::Terms terms;
    terms.billed = billed;
    contract::Contract contract = contract_of(terms, from);
    contract.cycle = period;
    contract.billing_day = billing_day;
    return contract;
}

// First days of the cycles, to see the anchor.
Texts starts(const contract::Contract& contract, core::Date through) {
    Texts days;
    for (const BillingCycle& cycle : ledger::cycles_through(contract, through)) {
        days.push_back(core::to_iso(cycle.from));
    }
    return days;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_billing_cycle)

BOOST_AUTO_TEST_CASE(a_first_cycle_is_part_of_its_whole_month) {
    const auto contract = cycles_of(CyclePeriod::monthly, "2026-01-15"_iso, 1);
    BOOST_TEST(told(ledger::cycles_through(contract, "2026-03-01"_iso)) ==
                   (Texts{"2026-01-15..2026-02-01 of 2026-01-01..2026-02-01 on 2026-02-01",
                          "2026-02-01..2026-03-01 of 2026-02-01..2026-03-01 on 2026-03-01"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_cycle_is_due_for_issue_on_its_day_and_not_the_day_before) {
    const auto arrears = cycles_of(CyclePeriod::monthly, "2026-01-01"_iso, 1);
    BOOST_TEST(ledger::cycles_through(arrears, "2026-01-31"_iso).size() == 0U);
    BOOST_TEST(ledger::cycles_through(arrears, "2026-02-01"_iso).size() == 1U);
    const auto advance = cycles_of(CyclePeriod::monthly, "2026-01-01"_iso, 1, Billed::advance);
    BOOST_TEST(ledger::cycles_through(advance, "2025-12-31"_iso).size() == 0U);
    BOOST_TEST(ledger::cycles_through(advance, "2026-01-01"_iso).size() == 1U);
    BOOST_TEST(ledger::cycles_through(advance, "2026-01-31"_iso).size() == 1U);
}

BOOST_AUTO_TEST_CASE(month_end_anchors_clamp_and_never_drift) {
    const auto last = cycles_of(CyclePeriod::monthly, "2027-12-31"_iso, 31, Billed::advance);
    BOOST_TEST(starts(last, "2028-05-31"_iso) == (Texts{"2027-12-31", "2028-01-31", "2028-02-29",
                                                        "2028-03-31", "2028-04-30", "2028-05-31"}),
               boost::test_tools::per_element());
    const auto thirtieth = cycles_of(CyclePeriod::monthly, "2026-01-30"_iso, 30, Billed::advance);
    BOOST_TEST(starts(thirtieth, "2026-04-30"_iso) ==
                   (Texts{"2026-01-30", "2026-02-28", "2026-03-30", "2026-04-30"}),
               boost::test_tools::per_element());
    const auto leap = cycles_of(CyclePeriod::yearly, "2028-02-29"_iso, 29, Billed::advance);
    BOOST_TEST(starts(leap, "2032-02-29"_iso) ==
                   (Texts{"2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_start_on_a_clamped_anchor_begins_a_whole_cycle) {
    const auto contract = cycles_of(CyclePeriod::monthly, "2026-02-28"_iso, 31);
    BOOST_TEST(told(ledger::cycles_through(contract, "2026-03-31"_iso)) ==
                   Texts{"2026-02-28..2026-03-31 of 2026-02-28..2026-03-31 on 2026-03-31"},
               boost::test_tools::per_element());
    const auto before = cycles_of(CyclePeriod::monthly, "2026-02-27"_iso, 31);
    BOOST_TEST(told(ledger::cycles_through(before, "2026-02-28"_iso)) ==
                   Texts{"2026-02-27..2026-02-28 of 2026-01-31..2026-02-28 on 2026-02-28"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(weeks_quarters_and_years) {
    // 2026-01-01 is a Thursday; billed from Mondays.
    const auto weekly = cycles_of(CyclePeriod::weekly, "2026-01-01"_iso, 1);
    BOOST_TEST(told(ledger::cycles_through(weekly, "2026-01-12"_iso)) ==
                   (Texts{"2026-01-01..2026-01-05 of 2025-12-29..2026-01-05 on 2026-01-05",
                          "2026-01-05..2026-01-12 of 2026-01-05..2026-01-12 on 2026-01-12"}),
               boost::test_tools::per_element());
    const auto sundays = cycles_of(CyclePeriod::weekly, "2026-01-04"_iso, 7);
    BOOST_TEST(told(ledger::cycles_through(sundays, "2026-01-11"_iso)) ==
                   Texts{"2026-01-04..2026-01-11 of 2026-01-04..2026-01-11 on 2026-01-11"},
               boost::test_tools::per_element());
    const auto quarterly = cycles_of(CyclePeriod::quarterly, "2026-01-01"_iso, 1, Billed::advance);
    BOOST_TEST(starts(quarterly, "2026-12-31"_iso) ==
                   (Texts{"2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"}),
               boost::test_tools::per_element());
    // A quarter counts from the last anchor on or before the start, as a month does.
    const auto from_february = cycles_of(CyclePeriod::quarterly, "2026-02-15"_iso, 10);
    BOOST_TEST(told(ledger::cycles_through(from_february, "2026-05-10"_iso)) ==
                   Texts{"2026-02-15..2026-05-10 of 2026-02-10..2026-05-10 on 2026-05-10"},
               boost::test_tools::per_element());
    const auto yearly = cycles_of(CyclePeriod::yearly, "2026-03-05"_iso, 10);
    BOOST_TEST(told(ledger::cycles_through(yearly, "2027-02-10"_iso)) ==
                   Texts{"2026-03-05..2027-02-10 of 2026-02-10..2027-02-10 on 2027-02-10"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_contract_that_ends_cuts_its_last_cycle) {
    auto contract = cycles_of(CyclePeriod::monthly, "2026-01-01"_iso, 1);
    contract.until = "2026-02-11"_iso;
    BOOST_TEST(told(ledger::cycles_through(contract, "2026-12-31"_iso)) ==
                   (Texts{"2026-01-01..2026-02-01 of 2026-01-01..2026-02-01 on 2026-02-01",
                          "2026-02-01..2026-02-11 of 2026-02-01..2026-03-01 on 2026-02-11"}),
               boost::test_tools::per_element());
    contract.until = "2026-02-01"_iso;  // on the anchor: no empty cycle after it
    BOOST_TEST(ledger::cycles_through(contract, "2026-12-31"_iso).size() == 1U);
    contract.until = "2026-01-01"_iso;  // ended before it began
    BOOST_TEST(ledger::cycles_through(contract, "2026-12-31"_iso).size() == 0U);
}

BOOST_AUTO_TEST_CASE(once_is_one_cycle) {
    auto contract = cycles_of(CyclePeriod::once, "2026-03-10"_iso, 1);
    BOOST_TEST(ledger::cycles_through(contract, "2030-01-01"_iso).size() == 0U);
    contract.until = "2026-04-20"_iso;
    BOOST_TEST(ledger::cycles_through(contract, "2026-04-19"_iso).size() == 0U);
    BOOST_TEST(told(ledger::cycles_through(contract, "2026-04-20"_iso)) ==
                   Texts{"2026-03-10..2026-04-20 of 2026-03-10..2026-04-20 on 2026-04-20"},
               boost::test_tools::per_element());
    contract.versions.front().terms.billed = Billed::advance;
    BOOST_TEST(told(ledger::cycles_through(contract, "2026-03-10"_iso)) ==
                   Texts{"2026-03-10..2026-04-20 of 2026-03-10..2026-04-20 on 2026-03-10"},
               boost::test_tools::per_element());
    BOOST_TEST(ledger::cycles_through(contract, "2026-03-09"_iso).size() == 0U);
    contract.until = std::nullopt;
    BOOST_TEST(told(ledger::cycles_through(contract, "2030-01-01"_iso)) ==
                   Texts{"2026-03-10..2026-03-11 of 2026-03-10..2026-03-11 on 2026-03-10"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_amendment_to_advance_billing_starts_with_the_cycle_that_begins_under_it) {
    auto contract = cycles_of(CyclePeriod::monthly, "2026-01-01"_iso, 1);
    contract.versions.push_back({"2026-02-01"_iso, "Aneks", contract.versions.front().terms});
    contract.versions.back().terms.billed = Billed::advance;
    const Texts expected{"2026-01-01..2026-02-01 of 2026-01-01..2026-02-01 on 2026-02-01",
                         "2026-02-01..2026-03-01 of 2026-02-01..2026-03-01 on 2026-02-01"};
    BOOST_TEST(told(ledger::cycles_through(contract, "2026-02-28"_iso)) == expected,
               boost::test_tools::per_element());
    // From mid-January: that cycle began in arrears and stays so.
    contract.versions.back().since = "2026-01-16"_iso;
    BOOST_TEST(told(ledger::cycles_through(contract, "2026-02-28"_iso)) == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
