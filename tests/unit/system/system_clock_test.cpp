#include "adapters/system/system_clock.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace kvit;

namespace {

std::shared_ptr<const core::TimeZone> zone(const std::string& name) {
    return system::system_clock()->time_zone(name).value();
}

// "2026-07-01T10:00:00Z", or the refusal.
std::string instant(const std::string& name, const std::string& local) {
    const auto found = zone(name)->to_instant(core::parse_local_time(local).value());
    return found ? core::to_iso(*found) : core::to_sentence(found.error());
}

core::Instant utc(const std::string& day, int seconds) {
    return core::Instant(core::parse_date(day).value()) + std::chrono::seconds(seconds);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(system_system_clock)

BOOST_AUTO_TEST_CASE(wall_time_to_instant) {
    BOOST_TEST(instant("Europe/Warsaw", "2026-01-15T12:00") == "2026-01-15T11:00:00Z");
    BOOST_TEST(instant("Europe/Warsaw", "2026-07-01T12:00") == "2026-07-01T10:00:00Z");
    BOOST_TEST(instant("Europe/Warsaw", "2026-03-29T01:59") == "2026-03-29T00:59:00Z");
    BOOST_TEST(instant("Europe/Warsaw", "2026-03-29T03:00") == "2026-03-29T01:00:00Z");
    BOOST_TEST(instant("Europe/Warsaw", "2026-10-25T01:59") == "2026-10-24T23:59:00Z");
    BOOST_TEST(instant("Europe/Warsaw", "2026-10-25T03:00") == "2026-10-25T02:00:00Z");
    BOOST_TEST(instant("UTC", "2026-03-29T02:30") == "2026-03-29T02:30:00Z");
}

BOOST_AUTO_TEST_CASE(times_that_a_change_skips_or_repeats) {
    const std::string skipped =
        " does not exist in Europe/Warsaw: clocks are put forward over it; write the time with its "
        "offset from UTC, like \"";
    BOOST_TEST(instant("Europe/Warsaw", "2026-03-29T02:00") ==
               "2026-03-29T02:00" + skipped + "2026-03-29T02:00+01:00\".");
    BOOST_TEST(instant("Europe/Warsaw", "2026-03-29T02:59") ==
               "2026-03-29T02:59" + skipped + "2026-03-29T02:59+01:00\".");
    const std::string twice =
        " happens twice in Europe/Warsaw: clocks are put back over it; write the time with its "
        "offset from UTC, \"";
    BOOST_TEST(instant("Europe/Warsaw", "2026-10-25T02:00") ==
               "2026-10-25T02:00" + twice +
                   "2026-10-25T02:00+02:00\" or \"2026-10-25T02:00+01:00\".");
    BOOST_TEST(instant("Europe/Warsaw", "2026-10-25T02:59") ==
               "2026-10-25T02:59" + twice +
                   "2026-10-25T02:59+02:00\" or \"2026-10-25T02:59+01:00\".");
    BOOST_TEST(instant("America/St_Johns", "2026-03-08T02:30")
                   .ends_with("like \"2026-03-08T02:30-03:30\"."));
}

BOOST_AUTO_TEST_CASE(instant_to_wall_time) {
    BOOST_TEST(core::to_iso(zone("Europe/Warsaw")->to_local(utc("2026-07-01", 59))) ==
               "2026-07-01T02:00");
    BOOST_TEST(core::to_iso(zone("Europe/Warsaw")->to_local(utc("2026-12-31", 23 * 3600))) ==
               "2027-01-01T00:00");
    BOOST_TEST(core::to_iso(zone("Asia/Kathmandu")->to_local(utc("2026-07-01", 0))) ==
               "2026-07-01T05:45");
    // Local mean time to the second, rounded down to the minute: Warsaw was 1:24 ahead until 1915.
    BOOST_TEST(core::to_iso(zone("Europe/Warsaw")->to_local(utc("1900-01-01", 0))) ==
               "1900-01-01T01:24");
}

BOOST_AUTO_TEST_CASE(names_that_are_no_zone) {
    for (const char* name : {"Europe/Warszawa", "", "../etc/passwd", "europe/warsaw", "+01:00",
                             "Europe/", "/etc/localtime"}) {
        const auto found = system::system_clock()->time_zone(name);
        BOOST_REQUIRE_MESSAGE(!found.has_value(), name);
        BOOST_TEST(core::to_sentence(found.error()) ==
                   "\"" + std::string(name) +
                       "\" is no time zone that this computer knows; write an IANA name like "
                       "\"Europe/Warsaw\".");
    }
    for (const char* name : {"Europe/Budapest", "Europe/Zagreb", "Europe/Rome", "Europe/Berlin",
                             "Europe/Vienna", "Europe/London", "UTC"}) {
        BOOST_TEST(system::system_clock()->time_zone(name).has_value(), name);
    }
}

BOOST_AUTO_TEST_CASE(now_does_not_go_back) {
    const auto clock = system::system_clock();
    const core::Instant first = clock->now();
    BOOST_TEST(core::to_iso(first) >= "2026-01-01T00:00:00Z");
    BOOST_TEST((clock->now() >= first));
}

BOOST_AUTO_TEST_CASE(chance_is_as_long_as_asked_and_never_twice) {
    const auto clock = system::system_clock();
    BOOST_TEST(clock->random_bytes(0).empty());
    BOOST_TEST(clock->random_bytes(1).size() == 1U);
    BOOST_TEST(clock->random_bytes(1'000'000).size() == 1'000'000U);
    std::set<std::string> distinct;
    for (int i = 0; i < 1000; ++i) distinct.insert(clock->random_bytes(16));
    BOOST_TEST(distinct.size() == 1000U);
}

BOOST_AUTO_TEST_SUITE_END()
