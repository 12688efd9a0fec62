// What a cycle costs: retainer, overage, hourly work, fixed items, work out of scope, late rows.
#include "rating_fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;

BOOST_AUTO_TEST_SUITE(ledger_rating)

BOOST_AUTO_TEST_CASE(a_cycle_without_terms_to_bill_rates_without_lines) {
    const auto contract = contract_of(hourly_only("assistance", "45.00"));
    const auto rating = Rater{}(contract, cycle_from(contract, "2026-01-01"_iso));
    BOOST_REQUIRE(rating);
    BOOST_TEST(rating->lines.empty());
    BOOST_TEST(rating->held.empty());
    BOOST_TEST(rating->included.used == 0);
}

BOOST_AUTO_TEST_CASE(included_hours_then_overage) {
    const auto contract = contract_of(with_retainer());
    Rater rater;
    rater.work = {work("2026-01-05T09:00", 600), work("2026-01-07T09:00", 300)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso), "retainer 1 x 2400.00 = 2400.00");
    rater.work.push_back(work("2026-01-08T09:00", 60));  // 960 exactly
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso), "retainer 1 x 2400.00 = 2400.00");
    rater.work.push_back(work("2026-01-09T09:00", 1));
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso), "retainer 1 x 2400.00 = 2400.00",
                "overage assistance 1 x 160.00 = 2.67");
}

BOOST_AUTO_TEST_CASE(the_entry_that_crosses_the_included_hours_stands_in_both_lines) {
    const auto contract = contract_of(with_retainer());
    Rater rater;
    rater.work = {work("2026-01-05T09:00", 900), work("2026-01-07T09:00", 120),
                  work("2026-01-08T09:00", 30)};
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    CHECK_TEXTS(brief(rating.lines), "retainer 1 x 2400.00 = 2400.00",
                "overage assistance 90 x 160.00 = 240.00");
    CHECK_TEXTS(keys(rating.lines[0].sources), "2026-01-05T09:00 assistance",
                "2026-01-07T09:00 assistance");
    CHECK_TEXTS(keys(rating.lines[1].sources), "2026-01-07T09:00 assistance",
                "2026-01-08T09:00 assistance");
    BOOST_TEST((rating.lines[0].source_minutes == std::vector<std::int64_t>{900, 60}));
    BOOST_TEST((rating.lines[1].source_minutes == std::vector<std::int64_t>{60, 30}));
    BOOST_TEST(rating.lines[0].included_minutes == 960);
    BOOST_TEST(rating.lines[1].included_minutes == 960);
    CHECK_TEXTS(keys(rating.covered), "2026-01-05T09:00 assistance", "2026-01-07T09:00 assistance");
    BOOST_TEST(rating.included.used == 960);
}

BOOST_AUTO_TEST_CASE(the_order_of_rows_does_not_decide_which_hours_are_beyond) {
    const auto contract = contract_of(with_retainer());
    Rater rater;
    rater.work = {work("2026-01-08T09:00", 100), work("2026-01-05T09:00", 900)};
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    CHECK_TEXTS(keys(rating.lines.at(1).sources), "2026-01-08T09:00 assistance");
    BOOST_TEST(rating.lines.at(1).quantity == 40);
}

BOOST_AUTO_TEST_CASE(without_an_overage_price_more_hours_are_not_billed) {
    Terms terms = with_retainer();
    terms.retainer->overage = std::nullopt;
    const auto contract = contract_of(terms);
    Rater rater;
    rater.work = {work("2026-01-05T09:00", 960), work("2026-01-07T09:00", 600)};
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    CHECK_TEXTS(brief(rating.lines), "retainer 1 x 2400.00 = 2400.00");
    BOOST_TEST(rating.covered.size() == 2U);
    BOOST_TEST((rating.lines[0].source_minutes == std::vector<std::int64_t>{960, 600}));
    BOOST_TEST(rating.included.used == 960);
}

BOOST_AUTO_TEST_CASE(in_scope_the_retainer_covers_a_service_that_also_has_a_rate) {
    Terms terms = with_retainer();
    terms.rates.push_back({"assistance", money("99.00")});
    const auto contract = contract_of(terms);
    Rater rater;
    rater.work = {work("2026-01-05T09:00", 1020)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso), "retainer 1 x 2400.00 = 2400.00",
                "overage assistance 60 x 160.00 = 160.00");
}

BOOST_AUTO_TEST_CASE(hourly_work_is_one_line_per_service_and_rounded_once) {
    Terms terms = hourly_only("assistance", "45.00", "EUR");
    terms.rates.push_back({"consulting", money("90.00", "EUR")});
    const auto contract = contract_of(terms, "2026-01-01"_iso, "EUR");
    Rater rater;
    // Three times 1 minute at 45.00: 0.75 each; 3 minutes 2.25. At 20 minutes 15.00.
    rater.work = {work("2026-01-07T09:00", 1), work("2026-01-05T09:00", 1),
                  work("2026-01-06T09:00", 1, "consulting"), work("2026-01-08T09:00", 1)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso), "hourly assistance 3 x 45.00 = 2.25",
                "hourly consulting 1 x 90.00 = 1.50");

    Rater thirds;  // 50.00 an hour: a minute is 0.8333, seven are 5.8333 -> 5.83, not 7 x 0.83
    for (int day = 5; day < 12; ++day) {
        thirds.work.push_back(work(
            "2026-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + "T09:00", 1));
    }
    const auto fifty = contract_of(hourly_only("assistance", "50.00"));
    CHECK_TEXTS(lines_of(thirds, fifty, "2026-01-01"_iso), "hourly assistance 7 x 50.00 = 5.83");
}

BOOST_AUTO_TEST_CASE(half_a_minor_unit_goes_up) {
    const auto contract = contract_of(hourly_only("assistance", "0.30"));
    Rater rater;
    rater.work = {work("2026-01-05T09:00", 1)};  // 0.005
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso), "hourly assistance 1 x 0.30 = 0.01");
}

BOOST_AUTO_TEST_CASE(forint_lines_are_whole) {
    const auto contract =
        contract_of(hourly_only("assistance", "9030", "HUF"), "2026-01-01"_iso, "HUF");
    Rater rater;
    rater.work = {work("2026-01-05T09:00", 1)};  // 150.50
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso),
                "hourly assistance 1 x 9030.00 = 151.00");
    // 29.7/60 of a forint is 0.495: to fillér and then to forint it would be 1.
    const auto small =
        contract_of(hourly_only("assistance", "29.70", "HUF"), "2026-01-01"_iso, "HUF");
    CHECK_TEXTS(lines_of(rater, small, "2026-01-01"_iso), "hourly assistance 1 x 29.70 = 0.00");
}

BOOST_AUTO_TEST_CASE(out_of_scope_work_is_held_or_billed) {
    Terms terms = with_retainer();
    terms.out_of_scope = contract::OutOfScope::quote;
    auto contract = contract_of(terms);
    Rater rater;
    rater.work = {work("2026-01-05T09:00", 90, "consulting"),
                  work("2026-01-06T09:00", 30, "consulting"),
                  work("2026-01-06T10:00", 60, "legal")};
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    CHECK_TEXTS(brief(rating.lines), "retainer 1 x 2400.00 = 2400.00");
    BOOST_REQUIRE(rating.held.size() == 2U);
    BOOST_TEST(rating.held[0].service == "consulting");
    BOOST_TEST(ledger::minutes_of(rating.held[0]) == 120);
    BOOST_TEST((rating.held[0].lines[0].price == money("220.00")));
    BOOST_TEST((ledger::net_of(rating.held[0]) == money("440.00")));
    BOOST_TEST(rating.held[0].lines[0].sources.size() == 2U);
    BOOST_TEST(rating.held[1].service == "legal");  // no rate is agreed: for a person to price
    BOOST_TEST(rating.held[0].priced);
    BOOST_TEST(!rating.held[1].priced);
    BOOST_TEST((ledger::net_of(rating.held[1]) == money("0.00")));

    contract.versions.front().terms.out_of_scope = contract::OutOfScope::bill;
    rater.work.pop_back();
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso), "retainer 1 x 2400.00 = 2400.00",
                "hourly consulting 120 x 220.00 = 440.00");
}

BOOST_AUTO_TEST_CASE(work_without_a_price_is_refused_with_the_way_out) {
    struct Case {
        const char* name;
        Terms terms;
    };
    Terms scoped = with_retainer();
    scoped.rates.clear();
    scoped.scope = {"social"};
    const std::vector<Case> cases{
        {"no retainer, no rate", with_fixed({{"Hosting", money("19.00"), Per::cycle, false}})},
        {"out of scope, billed, no rate", scoped},
    };
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.name) {
            const auto contract = contract_of(c.terms);
            Rater rater;
            rater.work = {work("2026-01-05T09:00", 60)};
            const auto refused = rater(contract, cycle_from(contract, "2026-01-01"_iso));
            BOOST_REQUIRE(!refused);
            BOOST_TEST(refused.error().where == "work of 2026-01-05T09:00");
            BOOST_TEST(refused.error().what == "the service \"assistance\" has no hourly rate");
            BOOST_TEST(refused.error().remedy ==
                       "add a rate for \"assistance\" to the contract (\"0.00\" where a fixed "
                       "price covers it), or import the work under another service");
        }
    }
}

BOOST_AUTO_TEST_CASE(amounts_beyond_the_bound_are_refused) {
    Terms terms = hourly_only("assistance", "1.00");
    terms.rates.front().hourly = core::Money(core::Money::max_minor, currency("PLN"));
    const auto contract = contract_of(terms);
    Rater rater;
    rater.work = {work("2026-01-05T09:00", 60)};
    BOOST_TEST(rater(contract, cycle_from(contract, "2026-01-01"_iso)).has_value());
    rater.work = {work("2026-01-05T09:00", 61)};
    BOOST_TEST(!rater(contract, cycle_from(contract, "2026-01-01"_iso)).has_value());
}

BOOST_AUTO_TEST_CASE(fixed_items_per_cycle_and_once) {
    auto contract = contract_of(with_fixed({{"Hosting", money("19.00"), Per::cycle, false},
                                            {"Setup", money("300.00"), Per::once, false},
                                            {"Hosting", money("19.00"), Per::cycle, false}}),
                                "2026-01-15"_iso);
    const Rater rater;
    // The first cycle is 17 of 31 days: 10.42; what is due once is not prorated.
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-15"_iso),
                "fixed Hosting 1 x 19.00 * 17/31 = 10.42",
                "fixed Hosting 1 x 19.00 * 17/31 = 10.42", "fixed Setup 1 x 300.00 = 300.00");
    CHECK_TEXTS(lines_of(rater, contract, "2026-02-01"_iso), "fixed Hosting 1 x 19.00 = 19.00",
                "fixed Hosting 1 x 19.00 = 19.00");
    // An amendment that repeats it bills nothing twice; one that brings another bills that one.
    amend(contract, "2026-03-01"_iso,
          with_fixed({{"Setup", money("300.00"), Per::once, false},
                      {"Move", money("50.00"), Per::once, false}}));
    CHECK_TEXTS(lines_of(rater, contract, "2026-03-01"_iso), "fixed Move 1 x 50.00 = 50.00");
    BOOST_TEST(lines_of(rater, contract, "2026-04-01"_iso).empty());
}

BOOST_AUTO_TEST_CASE(late_rows_use_the_hours_left_of_their_own_cycle) {
    auto contract = contract_of(with_retainer());
    Terms later = with_retainer();
    later.retainer = retainer("2600.00", 16, "170.00");
    amend(contract, "2026-02-01"_iso, later);
    Rater rater;
    rater.fees = false;
    rater.included_minutes_used = 900;
    rater.work = {work("2026-01-30T09:00", 90)};
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    CHECK_TEXTS(brief(rating.lines), "overage assistance 30 x 160.00 = 80.00");
    BOOST_TEST((rating.lines[0].period_from == "2026-01-01"_iso));
    BOOST_TEST((rating.lines[0].period_until == "2026-02-01"_iso));
    BOOST_TEST(rating.included.used == 960);

    rater.work = {work("2026-01-30T09:00", 60)};
    const auto covered = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    BOOST_TEST(covered.lines.empty());
    CHECK_TEXTS(keys(covered.covered), "2026-01-30T09:00 assistance");
    BOOST_TEST(covered.included.used == 960);

    rater.included_minutes_used = 1000;  // more than the hours: a pause learned of late
    const auto over = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    CHECK_TEXTS(brief(over.lines), "overage assistance 60 x 160.00 = 160.00");
    BOOST_TEST(over.included.used == 1000);
}

BOOST_AUTO_TEST_CASE(hours_carried_over_are_drawn_before_the_cycles_own_the_oldest_first) {
    const auto contract = contract_of(with_retainer());  // 16 hours
    const auto rate = [&](int minutes) {
        Rater rater;
        rater.carried = {{"2026-01-01"_iso, 960, 900}, {"2026-02-01"_iso, 960, 930}};
        if (minutes > 0) rater.work = {work("2026-03-05T00:00", minutes)};
        return rater(contract, cycle_from(contract, "2026-03-01"_iso)).value();
    };
    using Left = std::vector<ledger::IncludedMinutes>;
    const auto drawn = [&](int minutes, std::int64_t january, std::int64_t february,
                           std::int64_t march) {
        const auto rating = rate(minutes);
        BOOST_TEST((rating.carried ==
                    Left{{"2026-01-01"_iso, 960, january}, {"2026-02-01"_iso, 960, february}}));
        BOOST_TEST((rating.included == ledger::IncludedMinutes{"2026-03-01"_iso, 960, march}));
        return rating.lines;
    };
    drawn(0, 900, 930, 0);
    drawn(1, 901, 930, 0);
    drawn(60, 960, 930, 0);
    drawn(61, 960, 931, 0);
    drawn(90, 960, 960, 0);
    drawn(91, 960, 960, 1);
    CHECK_TEXTS(brief(drawn(1050, 960, 960, 960)), "retainer 1 x 2400.00 = 2400.00");
    CHECK_TEXTS(brief(drawn(1051, 960, 960, 960)), "retainer 1 x 2400.00 = 2400.00",
                "overage assistance 1 x 160.00 = 2.67");
}

BOOST_AUTO_TEST_CASE(a_quote_without_a_rate_is_priced_when_it_is_agreed) {
    Terms terms = with_retainer();
    terms.scope = {"assistance"};
    terms.out_of_scope = contract::OutOfScope::quote;
    Rater rater;
    rater.work = {work("2026-01-05T09:00", 50, "legal"), work("2026-01-06T09:00", 51, "legal")};
    const auto contract = contract_of(terms);
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    BOOST_REQUIRE(rating.held.size() == 1U);
    const auto priced = ledger::priced_at(rating.held[0], money("100.00")).value();
    BOOST_TEST(priced.priced);
    BOOST_TEST((priced.lines[0].price == money("100.00")));
    BOOST_TEST((ledger::net_of(priced) == money("168.33")));  // 101 minutes, rounded once
    // What has a price keeps it.
    BOOST_TEST((ledger::priced_at(priced, money("1.00")).value() == priced));
}

BOOST_AUTO_TEST_CASE(the_deciding_day) {
    Terms terms;
    auto contract = contract_of(terms);
    const auto cycle = cycle_from(contract, "2026-01-01"_iso);
    BOOST_TEST((ledger::deciding_day(contract, cycle) == "2026-01-31"_iso));
    contract.versions.front().terms.billed = contract::Billed::advance;
    BOOST_TEST((ledger::deciding_day(contract, cycle) == "2026-01-01"_iso));
}

BOOST_AUTO_TEST_SUITE_END()
