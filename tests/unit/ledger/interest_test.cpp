// Interest by rules of the test's own: which days count, at which rate, on which principal.

#include "kvit/ledger/interest.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <tuple>
#include <vector>

using namespace kvit;
using core::operator""_iso;
using ledger::RateMethod;

namespace {

const core::Country pl = core::Country::parse("PL").value();
const core::Currency eur = core::Currency::parse("EUR").value();

ledger::InterestRule rule(core::Date since, RateMethod method, core::Ratio margin,
                          bool payment_day_counted = true) {
    return {{pl, "interest business", since, "", ledger::RowStatus::verified, "a law"},
            contract::ClientKind::business,
            method,
            method == RateMethod::fixed ? "" : "BASE",
            margin,
            payment_day_counted,
            ledger::YearBasis::days_365};
}

ledger::ReferenceRate rate(core::Date since, core::Date known_through, core::Ratio percent,
                           ledger::RowStatus status = ledger::RowStatus::verified) {
    return {{pl, "BASE", since, ledger::percent_text(percent), status, "a bank"},
            known_through,
            percent};
}

// 10 % a year, the day of payment counted unless told otherwise.
ledger::InterestRules ten_percent(bool payment_day_counted = true) {
    return ledger::InterestRules(
        {rule("2020-01-01"_iso, RateMethod::fixed, {10, 1}, payment_day_counted)});
}

const ledger::ReferenceRates none({});

ledger::DelayedDebt debt(std::int64_t cents, core::Date due_on, core::Date through,
                         std::vector<ledger::PrincipalPayment> payments = {}) {
    return {pl, contract::ClientKind::business, {cents, eur}, due_on, std::move(payments), through};
}

ledger::PrincipalPayment paid(core::Date on, std::int64_t cents) { return {on, {cents, eur}}; }

// "2026-01-02..2026-01-11 10d 10 on 365.00 | …: 1.00", or the refusal.
std::string told(const ledger::DelayedDebt& debt, const ledger::InterestRules& rules,
                 const ledger::ReferenceRates& rates = none) {
    const auto accrued = ledger::accrued_interest(debt, rules, rates);
    if (!accrued) return core::to_sentence(accrued.error());
    std::string text;
    for (const auto& segment : accrued->segments) {
        text += (text.empty() ? "" : " | ") + core::to_iso(segment.from) + ".." +
                core::to_iso(segment.to) + " " + std::to_string(segment.days) + "d " +
                core::to_decimal(segment.percent) + " on " + core::to_decimal(segment.principal);
    }
    return text + ": " + core::to_decimal(accrued->interest);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_interest)

BOOST_AUTO_TEST_CASE(days_count_from_the_day_after_the_due_date) {
    const auto at = [](core::Date through, bool counted) {
        return told(debt(36'500, "2026-01-10"_iso, through), ten_percent(counted));
    };
    BOOST_TEST(at("2026-01-09"_iso, true) == ": 0.00");
    BOOST_TEST(at("2026-01-10"_iso, true) == ": 0.00");
    BOOST_TEST(at("2026-01-11"_iso, true) == "2026-01-11..2026-01-11 1d 10 on 365.00: 0.10");
    BOOST_TEST(at("2026-01-11"_iso, false) == ": 0.00");
    BOOST_TEST(at("2026-01-12"_iso, false) == "2026-01-11..2026-01-11 1d 10 on 365.00: 0.10");
}

BOOST_AUTO_TEST_CASE(a_partial_payment_lowers_the_principal_after_its_day) {
    const std::vector payments{paid("2026-01-20"_iso, 26'500)};
    BOOST_TEST(told(debt(36'500, "2026-01-10"_iso, "2026-01-30"_iso, payments), ten_percent()) ==
               "2026-01-11..2026-01-20 10d 10 on 365.00 | 2026-01-21..2026-01-30 10d 10 on "
               "100.00: 1.27");  // 1.00 + 0.27397
    BOOST_TEST(
        told(debt(36'500, "2026-01-10"_iso, "2026-01-30"_iso, payments), ten_percent(false)) ==
        "2026-01-11..2026-01-19 9d 10 on 365.00 | 2026-01-20..2026-01-29 10d 10 on 100.00: 1.17");
}

BOOST_AUTO_TEST_CASE(payments_by_the_due_date_bear_nothing_and_late_ones_end_the_accrual) {
    BOOST_TEST(
        told(debt(36'500, "2026-01-10"_iso, "2026-01-20"_iso, {paid("2026-01-10"_iso, 26'500)}),
             ten_percent()) == "2026-01-11..2026-01-20 10d 10 on 100.00: 0.27");
    // Paid in two parts given in no order; what is asked for later changes nothing.
    const std::vector parts{paid("2026-01-15"_iso, 6'500), paid("2026-01-12"_iso, 30'000)};
    BOOST_TEST(told(debt(36'500, "2026-01-10"_iso, "2030-01-01"_iso, parts), ten_percent()) ==
               "2026-01-11..2026-01-12 2d 10 on 365.00 | 2026-01-13..2026-01-15 3d 10 on 65.00: "
               "0.25");
    BOOST_TEST(
        told(debt(36'500, "2026-01-10"_iso, "2026-03-01"_iso, {paid("2026-01-12"_iso, 40'000)}),
             ten_percent()) == "2026-01-11..2026-01-12 2d 10 on 365.00: 0.20");
}

BOOST_AUTO_TEST_CASE(a_payment_taken_back_leaves_the_principal_open_again) {
    const std::vector payments{paid("2026-01-12"_iso, 36'500), paid("2026-01-20"_iso, -36'500)};
    BOOST_TEST(told(debt(36'500, "2026-01-10"_iso, "2026-01-22"_iso, payments), ten_percent()) ==
               "2026-01-11..2026-01-12 2d 10 on 365.00 | 2026-01-21..2026-01-22 2d 10 on 365.00: "
               "0.40");
}

BOOST_AUTO_TEST_CASE(rounded_once_at_the_end_half_up) {
    // Two segments of 0.005 each are a cent; each rounded by itself would be two.
    const auto halves = debt(1'825, "2025-12-30"_iso, "2026-01-01"_iso);
    BOOST_TEST(told(halves, ten_percent()) ==
               "2025-12-31..2025-12-31 1d 10 on 18.25 | 2026-01-01..2026-01-01 1d 10 on 18.25: "
               "0.01");
    BOOST_TEST(
        told(debt(1'825, "2026-01-01"_iso, "2026-01-02"_iso), ten_percent()).ends_with(": 0.01"));
    BOOST_TEST(
        told(debt(1'824, "2026-01-01"_iso, "2026-01-02"_iso), ten_percent()).ends_with(": 0.00"));
    const auto huf = core::Currency::parse("HUF").value();
    auto forints = debt(0, "2026-01-01"_iso, "2026-01-02"_iso);
    forints.principal = {1'825 * 100, huf};  // 1825 Ft for a day: half a forint
    BOOST_TEST(told(forints, ten_percent()).ends_with(": 1.00"));
    forints.principal = {1'824 * 100, huf};
    BOOST_TEST(told(forints, ten_percent()).ends_with(": 0.00"));
}

BOOST_AUTO_TEST_CASE(a_half_year_needs_a_row_of_its_own) {
    const ledger::InterestRules rules({rule("2020-01-01"_iso, RateMethod::half_year, {8, 1})});
    const ledger::ReferenceRates rates({rate("2026-01-01"_iso, "2026-12-31"_iso, {2, 1}),
                                        rate("2026-02-01"_iso, "2026-06-30"_iso, {1, 1})});
    BOOST_TEST(told(debt(36'500, "2026-06-28"_iso, "2026-06-30"_iso), rules, rates) ==
               "2026-06-29..2026-06-30 2d 10 on 365.00: 0.20");
    BOOST_TEST(told(debt(36'500, "2026-06-28"_iso, "2026-07-01"_iso), rules, rates) ==
               "the reference rate BASE of PL for the half-year from 2026-07-01 is not known; add "
               "it with kvit rate add PL 2026-07-01 PERCENT --source TEXT.");
}

BOOST_AUTO_TEST_CASE(a_frozen_rate_is_that_of_the_half_year_in_which_the_delay_began) {
    const ledger::InterestRules rules({rule("2020-01-01"_iso, RateMethod::frozen, {8, 1}),
                                       rule("2026-07-01"_iso, RateMethod::frozen, {5, 1})});
    const ledger::ReferenceRates rates({rate("2026-01-01"_iso, "2026-06-30"_iso, {2, 1}),
                                        rate("2026-07-01"_iso, "2026-12-31"_iso, {1, 1})});
    BOOST_TEST(told(debt(36'500, "2026-06-29"_iso, "2026-07-01"_iso), rules, rates) ==
               "2026-06-30..2026-06-30 1d 10 on 365.00 | 2026-07-01..2026-07-01 1d 10 on 365.00: "
               "0.20");
    BOOST_TEST(told(debt(36'500, "2026-06-30"_iso, "2026-07-01"_iso), rules, rates) ==
               "2026-07-01..2026-07-01 1d 6 on 365.00: 0.06");
}

BOOST_AUTO_TEST_CASE(a_daily_rate_changes_on_its_day_and_ends_where_it_is_not_known) {
    const ledger::InterestRules rules({rule("2020-01-01"_iso, RateMethod::daily, {5, 1})});
    const ledger::ReferenceRates rates({rate("2026-01-01"_iso, "2026-03-31"_iso, {5, 1}),
                                        rate("2026-01-12"_iso, "2026-01-13"_iso, {3, 1})});
    BOOST_TEST(told(debt(36'500, "2026-01-10"_iso, "2026-01-13"_iso), rules, rates) ==
               "2026-01-11..2026-01-11 1d 10 on 365.00 | 2026-01-12..2026-01-13 2d 8 on 365.00: "
               "0.26");
    BOOST_TEST(told(debt(36'500, "2026-01-10"_iso, "2026-01-14"_iso), rules, rates) ==
               "the reference rate BASE of PL on 2026-01-14 is not known; add it with kvit rate "
               "add PL 2026-01-14 PERCENT --source TEXT.");
}

BOOST_AUTO_TEST_CASE(a_rule_changes_on_its_day) {
    const ledger::InterestRules rules({rule("2020-01-01"_iso, RateMethod::fixed, {10, 1}),
                                       rule("2026-01-13"_iso, RateMethod::fixed, {20, 1})});
    BOOST_TEST(told(debt(36'500, "2026-01-10"_iso, "2026-01-14"_iso), rules) ==
               "2026-01-11..2026-01-12 2d 10 on 365.00 | 2026-01-13..2026-01-14 2d 20 on 365.00: "
               "0.60");
    BOOST_TEST(
        told(debt(36'500, "2019-12-30"_iso, "2020-01-02"_iso), rules).find("kvit knows no") == 0U);
}

BOOST_AUTO_TEST_CASE(a_leap_year_has_its_days_where_the_law_says_so) {
    auto actual = rule("2020-01-01"_iso, RateMethod::fixed, {10, 1});
    actual.year_basis = ledger::YearBasis::actual;
    const ledger::InterestRules rules({actual});
    BOOST_TEST(told(debt(36'600, "2024-01-01"_iso, "2024-01-11"_iso), rules).ends_with(": 1.00"));
    BOOST_TEST(told(debt(36'500, "2025-01-01"_iso, "2025-01-11"_iso), rules).ends_with(": 1.00"));
    BOOST_TEST(
        told(debt(366'000, "2024-01-01"_iso, "2024-01-11"_iso), ten_percent()).ends_with("10.03"));
}

BOOST_AUTO_TEST_CASE(a_sum_of_reference_and_margin_below_zero_bears_nothing) {
    const ledger::InterestRules rules({rule("2020-01-01"_iso, RateMethod::half_year, {0, 1})});
    const ledger::ReferenceRates rates({rate("2026-01-01"_iso, "2026-06-30"_iso, {-1, 2})});
    BOOST_TEST(told(debt(36'500, "2026-01-10"_iso, "2026-01-12"_iso), rules, rates) ==
               "2026-01-11..2026-01-12 2d 0 on 365.00: 0.00");
}

BOOST_AUTO_TEST_CASE(the_largest_amounts_stay_exact_and_beyond_is_refused) {
    const core::Money most(core::Money::max_minor, eur);
    auto large = debt(most.minor(), "2020-01-01"_iso, "2020-12-31"_iso);
    BOOST_TEST(told(large, ten_percent()).ends_with(": 100000000000.00"));
    large.through = "2035-01-01"_iso;
    BOOST_TEST(told(large, ten_percent()) ==
               "the interest is larger than kvit handles; the limit is 1000000000000.00 EUR.");
}

BOOST_AUTO_TEST_CASE(every_row_it_rests_on_is_told_once) {
    const ledger::InterestRules rules({rule("2020-01-01"_iso, RateMethod::half_year, {8, 1})});
    const ledger::ReferenceRates rates(
        {rate("2026-01-01"_iso, "2026-06-30"_iso, {2, 1}, ledger::RowStatus::derived),
         rate("2026-07-01"_iso, "2026-12-31"_iso, {1, 1})});
    const auto accrued = ledger::accrued_interest(
        debt(36'500, "2026-06-28"_iso, "2026-07-10"_iso, {paid("2026-06-29"_iso, 100)}), rules,
        rates);
    BOOST_REQUIRE(accrued->bases.size() == 3U);
    BOOST_TEST(accrued->bases[0].series == "interest business");
    BOOST_TEST(!ledger::may_be_claimed(accrued->bases[1]));
    BOOST_TEST(ledger::to_text(accrued->bases[1]) == "PL BASE since 2026-01-01: 2.00 % (derived)");
    BOOST_TEST(ledger::confirming_command(accrued->bases[1]) == "kvit rate confirm PL 2026-01-01");
    BOOST_TEST(ledger::may_be_claimed(accrued->bases[2]));
}

BOOST_AUTO_TEST_SUITE_END()
