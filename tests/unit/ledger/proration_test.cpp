// Partial cycles, amendments in the middle of one, and pauses.
#include "rating_fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;

BOOST_AUTO_TEST_SUITE(ledger_proration)

BOOST_AUTO_TEST_CASE(a_first_and_a_last_partial_cycle_are_prorated_by_days) {
    auto contract = contract_of(with_retainer(), "2026-01-15"_iso);
    contract.until = "2026-02-11"_iso;
    Rater rater;
    // 17/31 of 2400.00 is 1316.129; 17/31 of 960 minutes is 526.45 -> 526.
    rater.work = {work("2026-01-20T09:00", 527)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-15"_iso),
                "retainer 1 x 2400.00 * 17/31 = 1316.13", "overage assistance 1 x 160.00 = 2.67");
    // 10/28 of 2400.00 is 857.142; 10/28 of 960 minutes is 342.86 -> 343.
    rater.work = {work("2026-02-03T09:00", 344)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-02-01"_iso), "retainer 1 x 2400.00 * 5/14 = 857.14",
                "overage assistance 1 x 160.00 = 2.67");
}

BOOST_AUTO_TEST_CASE(included_minutes_round_half_up) {
    Terms terms = with_retainer();
    terms.retainer->included_minutes = 15;
    auto contract = contract_of(terms, "2026-01-01"_iso);
    contract.until = "2026-04-16"_iso;  // half of April: 7.5 minutes -> 8
    Rater rater;
    rater.work = {work("2026-04-02T09:00", 60)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-04-01"_iso), "retainer 1 x 2400.00 * 1/2 = 1200.00",
                "overage assistance 52 x 160.00 = 138.67");
}

BOOST_AUTO_TEST_CASE(an_amendment_cuts_a_cycle_into_parts_at_their_own_terms) {
    Terms later = with_retainer();
    later.retainer = retainer("3000.00", 20, "170.00");
    later.rates = {{"consulting", money("240.00")}};
    later.fixed = {{"Hosting", money("31.00"), Per::cycle, false}};
    auto contract = contract_of(with_retainer());
    amend(contract, "2026-01-11"_iso, later);
    Rater rater;
    rater.work = {work("2026-01-10T09:00", 60, "consulting"),
                  work("2026-01-11T09:00", 60, "consulting"), work("2026-01-05T09:00", 600),
                  work("2026-01-20T09:00", 600)};
    // 10/31 of 2400.00, 21/31 of 3000.00; 309.68 -> 310 and 812.9 -> 813 included minutes: 1123
    // together, so 77 of the 1200 are beyond them, on the 20th, at that day's price.
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    CHECK_TEXTS(brief(rating.lines), "retainer 1 x 2400.00 * 10/31 = 774.19",
                "retainer 1 x 3000.00 * 21/31 = 2032.26", "fixed Hosting 1 x 31.00 * 21/31 = 21.00",
                "overage assistance 77 x 170.00 = 218.17", "hourly consulting 60 x 220.00 = 220.00",
                "hourly consulting 60 x 240.00 = 240.00");
    BOOST_TEST(rating.included.used == 1123);
    BOOST_TEST((rating.lines[0].period_from == "2026-01-01"_iso));
    BOOST_TEST((rating.lines[0].period_until == "2026-01-11"_iso));
    BOOST_TEST((rating.lines[1].period_from == "2026-01-11"_iso));
    BOOST_TEST((rating.lines[1].period_until == "2026-02-01"_iso));
    CHECK_TEXTS(keys(rating.lines[0].sources), "2026-01-05T09:00 assistance");
    CHECK_TEXTS(keys(rating.lines[1].sources), "2026-01-20T09:00 assistance");
}

BOOST_AUTO_TEST_CASE(an_amendment_that_leaves_a_price_alone_does_not_split_its_line) {
    Terms terms = with_retainer();
    terms.retainer->fee = money("100.01");  // halves would be 50.01 each: 100.02
    terms.fixed = {{"Hosting", money("0.01"), Per::cycle, false}};
    auto contract = contract_of(terms);
    terms.suspension_clause = "§ 9";
    amend(contract, "2026-04-16"_iso, terms);
    Rater rater;
    rater.work = {work("2026-04-03T09:00", 480), work("2026-04-20T09:00", 481)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-04-01"_iso), "retainer 1 x 100.01 = 100.01",
                "fixed Hosting 1 x 0.01 = 0.01", "overage assistance 1 x 160.00 = 2.67");
}

BOOST_AUTO_TEST_CASE(an_amendment_may_end_or_bring_the_retainer) {
    auto contract = contract_of(with_retainer());
    amend(contract, "2026-04-16"_iso, hourly_only("assistance", "200.00"));
    Rater rater;
    rater.work = {work("2026-04-02T09:00", 481), work("2026-04-20T09:00", 60)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-04-01"_iso), "retainer 1 x 2400.00 * 1/2 = 1200.00",
                "overage assistance 1 x 160.00 = 2.67", "hourly assistance 60 x 200.00 = 200.00");

    auto brought = contract_of(hourly_only("assistance", "200.00"));
    amend(brought, "2026-04-16"_iso, with_retainer());
    rater.work = {work("2026-04-02T09:00", 60), work("2026-04-20T09:00", 480)};
    CHECK_TEXTS(lines_of(rater, brought, "2026-04-01"_iso), "retainer 1 x 2400.00 * 1/2 = 1200.00",
                "hourly assistance 60 x 200.00 = 200.00");
}

BOOST_AUTO_TEST_CASE(paused_working_days_cut_fee_hours_and_fixed_items) {
    Terms terms = with_retainer();
    terms.fixed = {{"Hosting", money("22.00"), Per::cycle, false},
                   {"Setup", money("10.00"), Per::once, false}};
    const auto contract = contract_of(terms, "2026-06-01"_iso);
    Rater rater;
    // June 2026 has 21 business days in Poland (Corpus Christi on the 4th). Paused Monday 15 to
    // Sunday 21, resumed Monday 22: 5 days. 2400 x 16/21, 22 x 16/21; 960 x 16/21 = 731.4 minutes.
    rater.paused = {{"2026-06-15"_iso, "2026-06-22"_iso}};
    rater.work = {work("2026-06-02T09:00", 732)};
    const auto rating = rater(contract, cycle_from(contract, "2026-06-01"_iso)).value();
    CHECK_TEXTS(brief(rating.lines), "retainer 1 x 2400.00 paused 5/21 = 1828.57",
                "fixed Hosting 1 x 22.00 paused 5/21 = 16.76", "fixed Setup 1 x 10.00 = 10.00",
                "overage assistance 1 x 160.00 = 2.67");
    BOOST_TEST(rating.included.used == 731);
}

BOOST_AUTO_TEST_CASE(which_paused_days_count) {
    Terms terms = with_retainer();
    struct Case {
        const char* name;
        std::vector<ledger::PausedRange> paused;
        const char* line;
    };
    const std::vector<Case> cases{
        {"a weekend", {{"2026-06-13"_iso, "2026-06-15"_iso}}, "retainer 1 x 2400.00 = 2400.00"},
        {"a holiday", {{"2026-06-04"_iso, "2026-06-05"_iso}}, "retainer 1 x 2400.00 = 2400.00"},
        {"an empty range",
         {{"2026-06-15"_iso, "2026-06-15"_iso}},
         "retainer 1 x 2400.00 = 2400.00"},
        {"one day",
         {{"2026-06-15"_iso, "2026-06-16"_iso}},
         "retainer 1 x 2400.00 paused 1/21 = 2285.71"},
        {"twice the same day",
         {{"2026-06-15"_iso, "2026-06-16"_iso}, {"2026-06-13"_iso, "2026-06-16"_iso}},
         "retainer 1 x 2400.00 paused 1/21 = 2285.71"},
        {"from the cycle before to the one after",
         {{"2026-05-01"_iso, "2026-08-01"_iso}},
         "retainer 1 x 2400.00 paused 21/21 = 0.00"},
    };
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.name) {
            Rater rater;
            rater.paused = c.paused;
            CHECK_TEXTS(lines_of(rater, contract_of(terms), "2026-06-01"_iso), c.line);
        }
    }
    Rater rater;
    rater.paused = {{"2026-06-15"_iso, "2026-06-16"_iso}};
    terms.paused_days = contract::PausedDays::bill;
    CHECK_TEXTS(lines_of(rater, contract_of(terms), "2026-06-01"_iso),
                "retainer 1 x 2400.00 = 2400.00");
    terms.paused_days = contract::PausedDays::prorate;
    terms.billed = contract::Billed::advance;
    CHECK_TEXTS(lines_of(rater, contract_of(terms), "2026-06-01"_iso),
                "retainer 1 x 2400.00 = 2400.00");
}

BOOST_AUTO_TEST_CASE(a_pause_in_a_partial_cycle_is_cut_from_what_that_part_costs) {
    // From Monday 2026-06-15: 16 of 30 days, 12 business days, 3 of them paused.
    const auto contract = contract_of(with_retainer(), "2026-06-15"_iso);
    Rater rater;
    rater.paused = {{"2026-06-17"_iso, "2026-06-20"_iso}};
    CHECK_TEXTS(lines_of(rater, contract, "2026-06-15"_iso),
                "retainer 1 x 2400.00 * 8/15 paused 3/12 = 960.00");
}

BOOST_AUTO_TEST_SUITE_END()
