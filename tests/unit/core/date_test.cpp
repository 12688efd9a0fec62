#include "kvit/core/date.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace kvit::core;

BOOST_AUTO_TEST_SUITE(core_date)

BOOST_AUTO_TEST_CASE(accepted_and_refused_dates) {
    for (const char* text : {"1900-01-01", "2026-01-31", "2024-02-29", "9999-12-31"}) {
        BOOST_TEST(to_iso(parse_date(text).value()) == text);
    }
    for (const char* text :
         {"", "2026-1-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
          "1899-12-31", "2026-01-31 ", "2026/01/31", "2026-01-31x", "-026-01-31", "20260131"}) {
        const auto day = parse_date(text);
        BOOST_TEST_REQUIRE(!day.has_value(), text);
        BOOST_TEST(day.error().what == "\"" + std::string(text) + "\" is not a date");
    }
}

BOOST_AUTO_TEST_CASE(months_clamp_and_never_drift) {
    BOOST_TEST(to_iso(make_date(2026, 2, 31)) == "2026-02-28");
    BOOST_TEST(to_iso(make_date(2024, 2, 30)) == "2024-02-29");
    Date day = "2026-01-31"_iso;
    for (const char* expected : {"2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"}) {
        day = add_months(day, 1, 31);
        BOOST_TEST(to_iso(day) == expected);
    }
    BOOST_TEST(to_iso(add_months("2026-03-31"_iso, -1, 31)) == "2026-02-28");
    BOOST_TEST(to_iso(add_months("2026-11-30"_iso, 3, 30)) == "2027-02-28");
    BOOST_TEST(to_iso(last_day_of_month("2026-02-01"_iso)) == "2026-02-28");
}

BOOST_AUTO_TEST_CASE(distances_and_weekdays) {
    BOOST_TEST(days_between("2026-02-27"_iso, "2026-03-02"_iso) == 3);
    BOOST_TEST(days_between("2026-03-02"_iso, "2026-02-27"_iso) == -3);
    BOOST_TEST(iso_weekday("2026-11-23"_iso) == 1);
    BOOST_TEST(iso_weekday("2026-11-22"_iso) == 7);
}

BOOST_AUTO_TEST_CASE(local_times) {
    const auto time = parse_local_time("2026-05-12T19:05");
    BOOST_TEST_REQUIRE(time.has_value());
    BOOST_TEST(to_iso(*time) == "2026-05-12T19:05");
    BOOST_TEST(minute_of_day(*time) == 19 * 60 + 5);
    BOOST_TEST(to_iso(date_of(*time)) == "2026-05-12");
    BOOST_TEST(to_iso(parse_local_time("2026-05-12T23:59:00").value()) == "2026-05-12T23:59");
    for (const char* text :
         {"2026-05-12", "2026-05-12 19:05", "2026-05-12T24:00", "2026-05-12T19:60",
          "2026-05-12T19:05:01", "2026-05-12T19:05Z", "2026-05-12T9:05"}) {
        BOOST_TEST(!parse_local_time(text).has_value(), text);
    }
    BOOST_TEST(to_iso(Instant(std::chrono::seconds(1767225600))) == "2026-01-01T00:00:00Z");
}

BOOST_AUTO_TEST_SUITE_END()
