// Work and contacts outside the agreed office hours.
#include "rating_fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using ledger::LineKind;

BOOST_AUTO_TEST_SUITE(ledger_after_hours)

BOOST_AUTO_TEST_CASE(after_hours_work_is_split_at_the_boundary_minute) {
    const auto contract = contract_of(with_after_hours());
    struct Case {
        const char* name;
        contract::WorkEntry entry;
        Texts lines;
    };
    const std::string fee = "retainer 1 x 2400.00 = 2400.00";
    // 2026-01-05 is a Monday, 01-06 Epiphany, 01-10 a Saturday.
    const std::vector<Case> cases{
        {"inside", work("2026-01-05T09:00", 480), {fee}},
        {"to the last minute", work("2026-01-05T16:59", 1), {fee}},
        {"one minute after",
         work("2026-01-05T16:59", 2),
         {fee, "after-work assistance 1 x 240.00 = 4.00"}},
        {"one before",
         work("2026-01-05T08:59", 2),
         {fee, "after-work assistance 1 x 240.00 = 4.00"}},
        {"both ends",
         work("2026-01-05T08:00", 600),
         {fee, "after-work assistance 120 x 240.00 = 480.00"}},
        {"evening",
         work("2026-01-05T17:00", 60),
         {fee, "after-work assistance 60 x 240.00 = 240.00"}},
        {"past midnight into the next office day",
         work("2026-01-07T23:00", 660),  // 23:00 to 10:00: an hour of it inside
         {fee, "after-work assistance 600 x 240.00 = 2400.00"}},
        {"a public holiday",
         work("2026-01-06T10:00", 60),
         {fee, "after-work assistance 60 x 240.00 = 240.00"}},
        {"a Saturday",
         work("2026-01-10T10:00", 60),
         {fee, "after-work assistance 60 x 240.00 = 240.00"}},
        {"a service with its own rate",
         work("2026-01-10T10:00", 60, "consulting"),
         {fee, "after-work consulting 60 x 330.00 = 330.00"}},
    };
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.name) {
            Rater rater;
            rater.work = {c.entry};
            BOOST_TEST(lines_of(rater, contract, "2026-01-01"_iso) == c.lines,
                       boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(after_hours_work_does_not_draw_on_the_included_hours) {
    const auto contract = contract_of(with_after_hours());
    Rater rater;
    rater.work = {work("2026-01-05T19:00", 60), work("2026-01-07T09:00", 960)};
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    BOOST_TEST(rating.included.used == 480);  // 09:00 to 17:00 of the 16 hours from nine
    CHECK_TEXTS(brief(rating.lines), "retainer 1 x 2400.00 = 2400.00",
                "after-work assistance 540 x 240.00 = 2160.00");
}

BOOST_AUTO_TEST_CASE(in_scope_after_hours_uses_the_services_own_rate) {
    Terms terms = with_after_hours();
    terms.rates.push_back({"assistance", money("100.00")});
    const auto contract = contract_of(terms);
    Rater rater;
    rater.work = {work("2026-01-05T19:00", 60)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso), "retainer 1 x 2400.00 = 2400.00",
                "after-work assistance 60 x 150.00 = 150.00");
}

BOOST_AUTO_TEST_CASE(the_multiplied_price_is_exact_though_its_print_is_rounded) {
    Terms terms = hourly_only("assistance", "33.33");
    terms.availability = office_hours();
    terms.after_hours = contract::AfterHours{Ratio(5, 4), 0, true, false};
    const auto contract = contract_of(terms);
    Rater rater;
    rater.work = {work("2026-01-05T18:00", 240)};  // 41.6625 an hour: 166.65, not 4 x 41.66
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso),
                "after-work assistance 240 x 41.66 = 166.65");
}

BOOST_AUTO_TEST_CASE(the_surcharge_needs_hours_to_be_after_and_a_term_that_names_work) {
    Rater rater;
    rater.work = {work("2026-01-05T19:00", 60)};
    const std::string fee = "retainer 1 x 2400.00 = 2400.00";
    Terms no_hours = with_after_hours();
    no_hours.availability = std::nullopt;
    CHECK_TEXTS(lines_of(rater, contract_of(no_hours), "2026-01-01"_iso), fee);
    Terms contacts_only = with_after_hours();
    contacts_only.after_hours->applies_to_work = false;
    CHECK_TEXTS(lines_of(rater, contract_of(contacts_only), "2026-01-01"_iso), fee);
    Terms none = with_after_hours();
    none.after_hours = std::nullopt;
    CHECK_TEXTS(lines_of(rater, contract_of(none), "2026-01-01"_iso), fee);
}

BOOST_AUTO_TEST_CASE(a_package_that_covers_after_hours_makes_it_ordinary_work) {
    Terms terms = with_after_hours();
    terms.fixed = {{"24 h", money("500.00"), Per::cycle, true}};
    const auto contract = contract_of(terms);
    Rater rater;
    rater.work = {work("2026-01-05T19:00", 60)};
    rater.contacts = {contact("2026-01-10T11:20", 30)};
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    CHECK_TEXTS(brief(rating.lines), "retainer 1 x 2400.00 = 2400.00",
                "fixed 24 h 1 x 500.00 = 500.00");
    BOOST_TEST(rating.included.used == 60);
}

BOOST_AUTO_TEST_CASE(contacts_bill_only_in_and_only_outside_the_hours) {
    const auto contract = contract_of(with_after_hours());
    struct Case {
        const char* name;
        contract::Contact entry;
        int minutes;
    };
    const std::vector<Case> cases{
        {"inside", contact("2026-01-05T10:00", 30), 0},
        {"outside", contact("2026-01-05T20:00", 30), 30},
        {"outgoing", contact("2026-01-05T20:00", 30, contract::Direction::out), 0},
        {"at least the minimum", contact("2026-01-05T20:00", 5), 15},
        {"exactly the minimum", contact("2026-01-05T20:00", 15), 15},
        {"one more", contact("2026-01-05T20:00", 16), 16},
        {"no minutes, outside", contact("2026-01-05T20:00", 0), 15},
        {"no minutes, inside", contact("2026-01-05T16:59", 0), 0},
        {"no minutes, at the boundary", contact("2026-01-05T17:00", 0), 15},
        {"ends at the boundary", contact("2026-01-05T16:50", 10), 0},
        {"crosses it by one", contact("2026-01-05T16:50", 11), 15},
        {"crosses it by more than the minimum", contact("2026-01-05T16:50", 40), 30},
        {"begins before", contact("2026-01-05T08:50", 20), 15},
        {"a holiday", contact("2026-01-06T10:00", 20), 20},
    };
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.name) {
            Rater rater;
            rater.contacts = {c.entry};
            const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
            BOOST_REQUIRE(rating.lines.size() == (c.minutes == 0 ? 1U : 2U));
            if (c.minutes == 0) continue;
            const auto& line = rating.lines.back();
            BOOST_TEST((line.kind == LineKind::after_hours_contact));
            BOOST_TEST(line.service == "");
            BOOST_TEST(line.quantity == c.minutes);
            BOOST_TEST((line.price == money("240.00")));
            BOOST_TEST((line.multiplier == Ratio(3, 2)));
            BOOST_TEST(line.net.minor() == 400 * c.minutes);
            CHECK_TEXTS(keys(line.sources), c.entry.key.str());
            BOOST_TEST((line.source_minutes == std::vector<std::int64_t>{c.minutes}));
            BOOST_TEST(line.included_minutes == 0);
        }
    }
}

BOOST_AUTO_TEST_CASE(contacts_share_one_line_and_each_has_its_minimum) {
    const auto contract = contract_of(with_after_hours());
    Rater rater;
    rater.contacts = {contact("2026-01-05T20:00", 5), contact("2026-01-10T10:00", 5)};
    CHECK_TEXTS(lines_of(rater, contract, "2026-01-01"_iso), "retainer 1 x 2400.00 = 2400.00",
                "after-contact 30 x 240.00 = 120.00");
}

BOOST_AUTO_TEST_CASE(a_contact_without_a_price_is_refused) {
    Terms terms = hourly_only("assistance", "45.00");
    terms.availability = office_hours();
    terms.after_hours = contract::AfterHours{Ratio(3, 2), 15, true, true};
    const auto contract = contract_of(terms);
    Rater rater;
    rater.contacts = {contact("2026-01-05T20:00", 5)};
    const auto refused = rater(contract, cycle_from(contract, "2026-01-01"_iso));
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().where == "contact of 2026-01-05T20:00");
    BOOST_TEST(refused.error().what == "a contact outside the office hours has no price");
    BOOST_TEST(refused.error().remedy ==
               "agree an overage price in the contract's retainer, or take \"contact\" out of "
               "after_hours.applies_to");
    rater.contacts = {contact("2026-01-05T10:00", 5)};  // inside: nothing to price
    BOOST_TEST(rater(contract, cycle_from(contract, "2026-01-01"_iso)).has_value());
}

BOOST_AUTO_TEST_CASE(daylight_saving_changes_count_the_real_minutes) {
    // The nights of 2026-03-29 (02:00 becomes 03:00) and 2026-10-25 (03:00 becomes 02:00); office
    // hours of Sundays from 04:00, to see where the boundary falls.
    Terms terms = hourly_only("assistance", "60.00");
    terms.availability =
        contract::Availability{{true, true, true, true, true, true, true}, 240, 600};
    terms.after_hours = contract::AfterHours{Ratio(2, 1), 0, true, false};
    const auto contract = contract_of(terms);
    Rater rater;
    rater.work = {work("2026-03-29T01:00", 240)};  // to 06:00: 2 hours before four, 2 after
    CHECK_TEXTS(lines_of(rater, contract, "2026-03-01"_iso),
                "hourly assistance 120 x 60.00 = 120.00",
                "after-work assistance 120 x 120.00 = 240.00");
    rater.work = {work("2026-10-25T01:00", 300)};  // to 05:00: 4 hours before four, 1 after
    CHECK_TEXTS(lines_of(rater, contract, "2026-10-01"_iso), "hourly assistance 60 x 60.00 = 60.00",
                "after-work assistance 240 x 120.00 = 480.00");
    // Hours that begin within the hour that comes twice: from 02:30 to 03:00 they are open twice.
    contract::Contract twice = contract_of(terms);
    twice.versions.front().terms.availability->from_minute = 150;
    twice.versions.front().terms.availability->until_minute = 180;
    CHECK_TEXTS(lines_of(rater, twice, "2026-10-01"_iso), "hourly assistance 60 x 60.00 = 60.00",
                "after-work assistance 240 x 120.00 = 480.00");
}

BOOST_AUTO_TEST_CASE(held_work_keeps_its_after_hours_price) {
    Terms terms = with_after_hours();
    terms.out_of_scope = contract::OutOfScope::quote;
    const auto contract = contract_of(terms);
    Rater rater;
    rater.work = {work("2026-01-05T16:00", 120, "consulting")};  // one hour of it after 17:00
    const auto rating = rater(contract, cycle_from(contract, "2026-01-01"_iso)).value();
    BOOST_REQUIRE(rating.held.size() == 1U);
    BOOST_TEST(ledger::minutes_of(rating.held[0]) == 120);
    BOOST_REQUIRE(rating.held[0].lines.size() == 2U);
    BOOST_TEST((rating.held[0].lines[0].price == money("220.00")));
    BOOST_TEST((rating.held[0].lines[1].price == money("330.00")));
    BOOST_TEST((ledger::net_of(rating.held[0]) == money("550.00")));  // 220 + 330
    CHECK_TEXTS(keys(rating.held[0].lines[0].sources), "2026-01-05T16:00 consulting");
}

BOOST_AUTO_TEST_SUITE_END()
