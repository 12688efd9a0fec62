#include "kvit/ledger/expected_payment.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using ledger::ExpectedBasis;
using ledger::ExpectedPayment;
using ledger::PaidCycle;

namespace {

// Monthly due dates from 2026-01-10, each settled so many days late.
std::vector<PaidCycle> settled(const std::vector<int>& days_late) {
    std::vector<PaidCycle> cycles;
    for (std::size_t i = 0; i < days_late.size(); ++i) {
        const core::Date due = core::add_months("2026-01-10"_iso, static_cast<int>(i), 10);
        cycles.push_back({due, due + date::days(days_late[i])});
    }
    return cycles;
}

// What is expected of one more invoice, due on 2027-03-10, so many days after that.
ExpectedPayment expected(const std::vector<int>& days_late, int days_past_due) {
    auto cycles = settled(days_late);
    cycles.push_back({"2027-03-10"_iso, std::nullopt});
    const auto all =
        ledger::expected_payments(cycles, "2027-03-10"_iso + date::days(days_past_due));
    BOOST_REQUIRE_EQUAL(all.size(), 1u);
    return all.front();
}

core::Date due_and(int days) { return "2027-03-10"_iso + date::days(days); }

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_expected_payment)

BOOST_AUTO_TEST_CASE(nothing_settled_says_nothing) {
    const ExpectedPayment none = expected({}, -5);
    BOOST_TEST((none == ExpectedPayment{}));
    BOOST_TEST((ledger::expected_days_late_next({}, "2026-01-01"_iso) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(a_day_but_no_range_below_four_cycles) {
    const ExpectedPayment three = expected({0, 2, 10}, -5);
    BOOST_TEST((three.basis == ExpectedBasis::too_few));
    BOOST_TEST((three.on == due_and(2)));
    BOOST_TEST((!three.earliest && !three.latest && three.of == 0));
}

BOOST_AUTO_TEST_CASE(the_range_between_least_and_largest_says_how_likely_it_is) {
    const ExpectedPayment four = expected({3, 0, 10, 4}, -5);
    BOOST_TEST((four == ExpectedPayment{ExpectedBasis::history, due_and(4), due_and(0), due_and(10),
                                        3, 5, 4}));
    const ExpectedPayment ahead = expected({-3, -6, -4, -3, -4}, -20);
    BOOST_TEST((ahead == ExpectedPayment{ExpectedBasis::history, due_and(-4), due_and(-6),
                                         due_and(-3), 4, 6, 5}));
}

BOOST_AUTO_TEST_CASE(an_invoice_that_is_late_already_is_compared_with_those_that_were_later) {
    const std::vector<int> history{20, 12, 3, 0, 5};    // no trend, whatever comes next
    const ExpectedPayment late = expected(history, 5);  // those 5 days late would be paid today
    BOOST_TEST((late == ExpectedPayment{ExpectedBasis::history, due_and(16), due_and(6),
                                        due_and(20), 2, 3, 2}));
    const ExpectedPayment later = expected(history, 12);
    BOOST_TEST((later == ExpectedPayment{ExpectedBasis::too_few, due_and(20), std::nullopt,
                                         std::nullopt, 0, 0, 1}));
    const ExpectedPayment never = expected(history, 20);
    BOOST_TEST((never == ExpectedPayment{ExpectedBasis::beyond_history, std::nullopt, std::nullopt,
                                         std::nullopt, 0, 0, 0}));
}

BOOST_AUTO_TEST_CASE(a_trend_moves_the_past_to_the_invoices_place) {
    const ExpectedPayment slipping = expected({1, 3, 5, 7, 9}, -5);
    BOOST_TEST((slipping == ExpectedPayment{ExpectedBasis::trend, due_and(11), due_and(11),
                                            due_and(11), 4, 6, 5}));
    BOOST_TEST(*ledger::expected_days_late_next(settled({1, 3, 5, 7, 9}), "2027-01-01"_iso) == 11);
    BOOST_TEST(*ledger::expected_days_late_next(settled({9, 7, 5, 2, -1}), "2027-01-01"_iso) == -3);
    // The second open invoice lies one cycle further.
    auto cycles = settled({1, 3, 5, 7, 9});
    cycles.push_back({"2026-06-10"_iso, std::nullopt});
    cycles.push_back({"2026-07-10"_iso, std::nullopt});
    const auto both = ledger::expected_payments(cycles, "2026-06-09"_iso);
    BOOST_REQUIRE_EQUAL(both.size(), 2u);
    BOOST_TEST((both[0].on == "2026-06-21"_iso));
    BOOST_TEST((both[1].on == "2026-07-23"_iso));
}

BOOST_AUTO_TEST_CASE(no_trend_no_extrapolation) {
    // Rising, but not enough to be called a trend.
    BOOST_TEST(*ledger::expected_days_late_next(settled({1, 9, 2, 10, 3}), "2027-01-01"_iso) == 3);
}

BOOST_AUTO_TEST_CASE(payments_after_the_day_are_not_known) {
    const auto cycles = settled({3, 0, 10, 4});
    const auto seen = ledger::expected_payments(cycles, "2026-04-12"_iso);
    BOOST_REQUIRE_EQUAL(seen.size(), 1u);  // the last one is still open on that day
    BOOST_TEST((seen[0].basis == ExpectedBasis::too_few));
    BOOST_TEST((seen[0].on == "2026-04-17"_iso));  // median of 3 and 10, half up
}

BOOST_AUTO_TEST_CASE(only_the_last_twelve_speak) {
    std::vector<int> history(12, 2);
    history.insert(history.begin(), 90);
    const ExpectedPayment payment = expected(history, -5);
    BOOST_TEST(payment.cycles == 12);
    BOOST_TEST((payment.latest == due_and(2)));
    BOOST_TEST(payment.chances == 11);
}

// The promise: values drawn alike fall into the range at least as often as it says. Over all orders
// of the same values each is last equally often.
BOOST_AUTO_TEST_CASE(the_range_keeps_its_promise) {
    std::vector<int> values{0, 1, 4, 9, 20};
    int inside = 0, all = 0;
    do {
        const std::vector<int> past(values.begin(), values.end() - 1);
        const int next = values.back();
        const ExpectedPayment payment = expected(past, -30);
        if (payment.basis != ExpectedBasis::history) continue;  // a trend by chance
        BOOST_TEST(payment.chances == 3);
        BOOST_TEST(payment.of == 5);
        ++all;
        inside += due_and(next) >= *payment.earliest && due_and(next) <= *payment.latest ? 1 : 0;
    } while (std::ranges::next_permutation(values).found);
    BOOST_TEST(all == 115);
    BOOST_TEST(5 * inside == 3 * all);
}

BOOST_AUTO_TEST_SUITE_END()
