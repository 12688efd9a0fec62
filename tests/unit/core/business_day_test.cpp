#include "kvit/core/business_day.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace kvit::core;

namespace {

const Country pl = *Country::parse("PL");
const Country hu = *Country::parse("HU");
const Country it = *Country::parse("IT");
const Country de = *Country::parse("DE");

BusinessCalendar calendar() {
    return BusinessCalendar::from({{pl, "E+60", "Boże Ciało", {}, {}},
                                   {pl, "12-24", "Wigilia", 2025, {}},
                                   {pl, "08-15", "Wniebowzięcie", {}, {}},
                                   {it, "11-01", "Ognissanti", {}, {}},
                                   {de, "E-2", "Karfreitag", {}, {}}},
                                  {{hu, "2026-01-02"_iso, "2026-01-10"_iso}},
                                  {{pl, true}, {it, false}})
        .value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_business_day)

// Dates of the Gregorian Easter as the churches list them.
BOOST_AUTO_TEST_CASE(easter_sundays) {
    for (const char* text :
         {"1954-04-18", "1981-04-19", "2000-04-23", "2019-04-21", "2024-03-31", "2025-04-20",
          "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18"}) {
        const Date day = parse_date(text).value();
        BOOST_TEST(to_iso(easter_sunday(year_of(day))) == text);
    }
}

BOOST_AUTO_TEST_CASE(holidays_by_rule_and_year) {
    const auto days = calendar();
    BOOST_TEST(days.is_holiday(pl, "2026-06-04"_iso));  // 60 days after Easter Sunday
    BOOST_TEST(!days.is_holiday(pl, "2026-06-05"_iso));
    BOOST_TEST(days.is_holiday(de, "2026-04-03"_iso));
    BOOST_TEST(!days.is_holiday(pl, "2024-12-24"_iso));  // a holiday only since 2025
    BOOST_TEST(days.is_holiday(pl, "2025-12-24"_iso));
    BOOST_TEST(!days.is_holiday(hu, "2026-08-15"_iso));  // no row, no holiday
}

BOOST_AUTO_TEST_CASE(business_days_and_moved_ones) {
    const auto days = calendar();
    BOOST_TEST(!days.is_business_day(hu, "2026-01-02"_iso));  // Friday made a day of rest
    BOOST_TEST(days.is_business_day(hu, "2026-01-10"_iso));   // Saturday worked for it
    BOOST_TEST(!days.is_business_day(hu, "2026-01-17"_iso));
    BOOST_TEST(to_iso(days.business_day_on_or_after(pl, "2026-08-15"_iso)) == "2026-08-17");
    BOOST_TEST(to_iso(days.business_day_on_or_after(pl, "2026-08-14"_iso)) == "2026-08-14");
    BOOST_TEST(days.business_days(pl, "2026-06-01"_iso, "2026-06-08"_iso) == 4);
    BOOST_TEST(days.business_days(pl, "2026-06-01"_iso, "2026-06-01"_iso) == 0);
}

BOOST_AUTO_TEST_CASE(due_dates_move_as_the_law_says) {
    const auto days = calendar();
    BOOST_TEST(to_iso(days.effective_due_date(pl, "2026-08-15"_iso)) ==
               "2026-08-17");  // Saturday and holiday
    BOOST_TEST(to_iso(days.effective_due_date(pl, "2026-08-22"_iso)) == "2026-08-24");
    BOOST_TEST(to_iso(days.effective_due_date(it, "2026-08-22"_iso)) ==
               "2026-08-22");  // Saturday stays
    BOOST_TEST(to_iso(days.effective_due_date(it, "2026-08-23"_iso)) == "2026-08-24");
    BOOST_TEST(to_iso(days.effective_due_date(it, "2026-11-01"_iso)) == "2026-11-02");
    BOOST_TEST(to_iso(days.effective_due_date(hu, "2026-02-08"_iso)) ==
               "2026-02-09");  // default: moves
}

BOOST_AUTO_TEST_CASE(unreadable_rules_are_refused) {
    for (const char* rule : {"", "13-01", "02-30", "E", "E+", "E+x", "1-6", "01-06x"}) {
        const auto result = BusinessCalendar::from({{pl, rule, "x", {}, {}}}, {}, {});
        BOOST_TEST_REQUIRE(!result.has_value(), rule);
        BOOST_TEST(result.error().what == "\"" + std::string(rule) + "\" is not a holiday rule");
    }
}

BOOST_AUTO_TEST_SUITE_END()
