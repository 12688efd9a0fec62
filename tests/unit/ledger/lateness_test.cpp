#include "kvit/ledger/lateness.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <numeric>
#include <sstream>
#include <string>

using namespace kvit;
using namespace kvit::test;
using ledger::PaidCycle;
using ledger::TrendClass;
using ledger::TrendFlag;

namespace {

const auto tolerance = boost::test_tools::tolerance(1e-12);

// Monthly due dates from 2025-01-10, each settled so many days late.
std::vector<PaidCycle> settled(const std::vector<int>& days_late) {
    std::vector<PaidCycle> cycles;
    for (std::size_t i = 0; i < days_late.size(); ++i) {
        const core::Date due = core::add_months("2025-01-10"_iso, static_cast<int>(i), 10);
        cycles.push_back({due, due + date::days(days_late[i])});
    }
    return cycles;
}

ledger::Trend trend_of(const std::vector<int>& days_late) {
    return ledger::lateness_trend(settled(days_late), "2027-12-31"_iso);
}

int whole(const std::string& text) {
    int value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    BOOST_REQUIRE(end.ec == std::errc() && end.ptr == text.data() + text.size());
    return value;
}

std::string with_decimals(double value, int decimals) {
    return fmt::format("{:.{}f}", value, decimals);
}

// Cells of each row but the head; the last one, in quotes, says how they were computed.
std::vector<std::vector<std::string>> published_table() {
    std::ifstream file(KVIT_SOURCE_DIR "/tests/unit/ledger/mk_exact_critical.csv");
    BOOST_REQUIRE(file.good());
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        auto& cells = rows.emplace_back();
        std::istringstream text(line);
        for (std::string cell; cells.size() < 7 && std::getline(text, cell, ',');)
            cells.push_back(cell);
    }
    return rows;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_lateness)

// The published table, mk_exact_critical.csv: over all orders of n distinct values, the least S
// whose one-sided p is at most 0.05 and 0.10.
BOOST_AUTO_TEST_CASE(mann_kendall_critical_values) {
    const auto table = published_table();
    BOOST_TEST(table.size() == 10u);
    for (const auto& row : table) {
        const int n = whole(row.at(0));
        BOOST_TEST_CONTEXT("n = " << n) {
            const int most = whole(row.at(1));
            BOOST_TEST(most == n * (n - 1) / 2);
            BOOST_TEST(with_decimals(ledger::mann_kendall_p(n, most), 6) == row.at(2));
            if (!row.at(3).empty()) {
                const int s = whole(row.at(3));
                BOOST_TEST(with_decimals(ledger::mann_kendall_p(n, s), 4) == row.at(4));
                BOOST_TEST(ledger::mann_kendall_p(n, s) <= 0.05);
                BOOST_TEST(ledger::mann_kendall_p(n, s - 2) > 0.05);
            }
            if (!row.at(5).empty()) {
                const int s = whole(row.at(5));
                BOOST_TEST(with_decimals(ledger::mann_kendall_p(n, s), 4) == row.at(6));
                BOOST_TEST(ledger::mann_kendall_p(n, s) <= 0.10);
                BOOST_TEST(ledger::mann_kendall_p(n, s - 2) > 0.10);
            }
            if (n < 4) BOOST_TEST(ledger::mann_kendall_p(n, most) > 0.10);
        }
    }
}

BOOST_AUTO_TEST_CASE(mann_kendall_counts_permutations) {
    for (int n = 1; n <= 7; ++n) {
        const int most = n * (n - 1) / 2;
        for (int s = -most - 1; s <= most + 1; ++s) {
            std::vector<int> order(static_cast<std::size_t>(n));
            std::iota(order.begin(), order.end(), 0);
            int all = 0, at_least = 0;
            do {
                int score = 0;
                for (std::size_t i = 0; i < order.size(); ++i) {
                    for (std::size_t j = i + 1; j < order.size(); ++j) {
                        score += order[j] > order[i] ? 1 : -1;
                    }
                }
                ++all;
                if (score >= s) ++at_least;
            } while (std::ranges::next_permutation(order).found);
            BOOST_TEST(ledger::mann_kendall_p(n, s) == static_cast<double>(at_least) / all,
                       tolerance);
        }
    }
}

BOOST_AUTO_TEST_CASE(classes) {
    struct Case {
        std::vector<int> days_late;
        TrendClass trend;
        TrendFlag flag;
    };
    const std::vector<Case> cases{
        {{}, TrendClass::insufficient, TrendFlag::none},
        {{9}, TrendClass::insufficient, TrendFlag::none},
        {{1, 2, 3}, TrendClass::insufficient, TrendFlag::none},
        {{1, 2, 3, 4}, TrendClass::slipping, TrendFlag::rising_4},
        {{-3, -2, -1, 0}, TrendClass::punctual, TrendFlag::none},  // rising, but never late
        {{-3, -2, -1, 1}, TrendClass::slipping, TrendFlag::rising_4},
        {{1, 2, 2, 3}, TrendClass::steady, TrendFlag::none},  // not strictly
        {{20, 1, 2, 3, 4}, TrendClass::slipping, TrendFlag::rising_4},
        {{1, 2, 3, 4, 5}, TrendClass::slipping, TrendFlag::trend},
        {{0, 2, 1, 3, 5}, TrendClass::slipping, TrendFlag::trend},      // S = 8, p = 0.0417
        {{0, 3, 2, 1, 5}, TrendClass::steady, TrendFlag::none},         // S = 4
        {{1, 1, 2, 2, 3}, TrendClass::steady, TrendFlag::none},         // slope 1/2
        {{-9, -7, -5, -3, -1}, TrendClass::punctual, TrendFlag::none},  // last one not late
        {{9, 7, 5, 3, 0}, TrendClass::improving, TrendFlag::none},
        {{9, 7, 5, 3, -1}, TrendClass::improving, TrendFlag::none},
        {{9, 7, 5, 3, 1}, TrendClass::steady, TrendFlag::none},  // still late
        {{9, 7, 5, 0}, TrendClass::steady, TrendFlag::none},     // n < 5
        {{0, 0, 0, 0}, TrendClass::punctual, TrendFlag::none},
        {{-5, 5, -5, 5}, TrendClass::punctual, TrendFlag::none},  // mean exactly 0
        {{-5, 5, -5, 6}, TrendClass::steady, TrendFlag::none},
        {{3, 3, 3, 3, 3}, TrendClass::steady, TrendFlag::none},
    };
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT("case " << &c - cases.data()) {
            const auto trend = trend_of(c.days_late);
            BOOST_TEST(ledger::name_of(trend.trend) == ledger::name_of(c.trend));
            BOOST_TEST(ledger::name_of(trend.flag) == ledger::name_of(c.flag));
            BOOST_TEST(trend.cycles == static_cast<int>(c.days_late.size()));
            BOOST_TEST(trend.p_value.has_value() == (c.days_late.size() >= 4));
        }
    }
}

BOOST_AUTO_TEST_CASE(slope_is_the_median_of_all_pairs) {
    BOOST_TEST(trend_of({0, 2, 1, 3, 5}).days_per_cycle == 1.125, tolerance);  // 1 and 5/4
    BOOST_TEST(trend_of({1, 2, 3, 100}).days_per_cycle == 17.0, tolerance);    // 1 1 1 33 49 97
    BOOST_TEST(trend_of({4, 1}).days_per_cycle == -3.0, tolerance);
    BOOST_TEST(trend_of({4}).days_per_cycle == 0.0);
    // A slope of exactly 1 is enough; 17/24 is not, though p = 1/120.
    const auto enough = trend_of({0, 0, 1, 2, 4, 5});
    BOOST_TEST(enough.days_per_cycle == 1.0);
    BOOST_TEST(ledger::name_of(enough.flag) == "trend");
    const auto below = trend_of({0, 1, 2, 2, 3});
    BOOST_TEST(below.days_per_cycle == 17.0 / 24, tolerance);
    BOOST_TEST(below.p_value.value() == 1.0 / 120, tolerance);
    BOOST_TEST(ledger::name_of(below.flag) == "");
}

BOOST_AUTO_TEST_CASE(shares_and_means) {
    const auto trend = trend_of({-4, 0, 1, 9});
    BOOST_TEST(trend.mean_days_late == 1.5, tolerance);
    BOOST_TEST(trend.share_late == 0.5, tolerance);
    BOOST_TEST(trend.p_value.value() == 1.0 / 24, tolerance);
    const auto nothing = trend_of({});
    BOOST_TEST(nothing.mean_days_late == 0.0);
    BOOST_TEST(nothing.share_late == 0.0);
}

BOOST_AUTO_TEST_CASE(only_the_last_twelve_count) {
    std::vector<int> days(13, 0);
    days.front() = 1300;
    const auto trend = trend_of(days);
    BOOST_TEST(trend.cycles == 12);
    BOOST_TEST(trend.mean_days_late == 0.0);
}

BOOST_AUTO_TEST_CASE(an_open_invoice_counts_once_it_exceeds_the_one_before) {
    auto cycles = settled({1, 2, 3, 0});
    cycles.back().settled_on = std::nullopt;
    const core::Date due = cycles.back().due_on;
    const auto on = [&](int days) {
        return ledger::lateness_trend(cycles, due + date::days(days));
    };
    BOOST_TEST(on(3).cycles == 3);
    BOOST_TEST(ledger::name_of(on(3).trend) == "insufficient");
    BOOST_TEST(on(4).cycles == 4);
    BOOST_TEST(ledger::name_of(on(4).flag) == "rising_4");
    BOOST_TEST(on(4).mean_days_late == 2.5, tolerance);

    const std::vector<PaidCycle> first{{due, std::nullopt}};
    BOOST_TEST(ledger::lateness_trend(first, due + date::days(90)).cycles == 0);
}

BOOST_AUTO_TEST_CASE(a_payment_after_the_day_asked_for_is_not_known_yet) {
    const auto cycles = settled({0, 5});
    const core::Date second_due = cycles.back().due_on;
    const auto before = ledger::lateness_trend(cycles, second_due + date::days(4));
    BOOST_TEST(before.cycles == 2);
    BOOST_TEST(before.mean_days_late == 2.0, tolerance);  // 0 and, so far, 4
    BOOST_TEST(ledger::lateness_trend(cycles, second_due).cycles == 1);
    BOOST_TEST(ledger::lateness_trend(cycles, second_due + date::days(5)).mean_days_late == 2.5,
               tolerance);
}

BOOST_AUTO_TEST_CASE(names) {
    BOOST_TEST(ledger::name_of(TrendClass::insufficient) == "insufficient");
    BOOST_TEST(ledger::name_of(TrendClass::punctual) == "punctual");
    BOOST_TEST(ledger::name_of(TrendClass::steady) == "steady");
    BOOST_TEST(ledger::name_of(TrendClass::slipping) == "slipping");
    BOOST_TEST(ledger::name_of(TrendClass::improving) == "improving");
    BOOST_TEST(ledger::name_of(TrendFlag::none) == "");
    BOOST_TEST(ledger::name_of(TrendFlag::rising_4) == "rising_4");
    BOOST_TEST(ledger::name_of(TrendFlag::trend) == "trend");
}

BOOST_AUTO_TEST_CASE(cycles_that_count_say_where_they_come_from) {
    auto cycles = settled({5, 2});
    cycles.push_back({"2025-03-10"_iso, std::nullopt});
    cycles.push_back({"2025-04-10"_iso, std::nullopt});
    const auto counted = ledger::counted_cycles(cycles, "2025-04-14"_iso);
    const std::vector<ledger::CountedCycle> expected{{0, 5, false}, {1, 2, false}, {2, 35, true}};
    BOOST_TEST((counted == expected));
    BOOST_TEST((ledger::counted_cycles(settled(std::vector<int>(13, 1)), "2027-01-01"_iso)[0] ==
                ledger::CountedCycle{1, 1, false}));
}

BOOST_AUTO_TEST_CASE(three_rising_cycles_are_a_hint) {
    const auto hint = [](const std::vector<int>& days_late) {
        const auto cycles = settled(days_late);
        return ledger::three_rise(ledger::counted_cycles(cycles, "2027-12-31"_iso));
    };
    BOOST_TEST(hint({1, 2, 3}));
    BOOST_TEST(hint({9, 1, 2, 3}));
    BOOST_TEST(!hint({1, 2, 2}));
    BOOST_TEST(!hint({-3, -2, -1}));  // rising, but never late
    BOOST_TEST(!hint({1, 2}));
    BOOST_TEST(!hint({}));
}

BOOST_AUTO_TEST_SUITE_END()
