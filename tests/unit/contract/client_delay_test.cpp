#include "kvit/contract/client_delay.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using core::operator""_iso;

namespace {

contract::Request request(core::Date needed_by, std::optional<core::Date> answered_on) {
    return {core::EntryKey("r"), core::ContractId("k"), "2026-04-01"_iso, needed_by, "photos",
            answered_on};
}

contract::Standstill waited(core::Date from, core::Date until) {
    return {from, until, true, false};
}
contract::Standstill paused(core::Date from, core::Date until) {
    return {from, until, false, true};
}
contract::Standstill both(core::Date from, core::Date until) { return {from, until, true, true}; }

using Intervals = std::vector<contract::Standstill>;

}  // namespace

BOOST_AUTO_TEST_SUITE(contract_client_delay)

BOOST_AUTO_TEST_CASE(a_wait_is_after_the_day_needed_through_the_day_of_the_answer) {
    const auto answered = request("2026-04-07"_iso, "2026-04-16"_iso);
    BOOST_TEST((contract::wait_of(answered, "2026-12-31"_iso) ==
                waited("2026-04-08"_iso, "2026-04-17"_iso)));
    // Before the answer: through the day asked for.
    BOOST_TEST((contract::wait_of(answered, "2026-04-15"_iso) ==
                waited("2026-04-08"_iso, "2026-04-16"_iso)));
    BOOST_TEST((contract::wait_of(answered, "2026-04-08"_iso) ==
                waited("2026-04-08"_iso, "2026-04-09"_iso)));
    BOOST_TEST(!contract::wait_of(answered, "2026-04-07"_iso));
    BOOST_TEST(!contract::wait_of(answered, "2026-03-01"_iso));
    const auto open = request("2026-04-07"_iso, std::nullopt);
    BOOST_TEST(
        (contract::wait_of(open, "2026-04-10"_iso) == waited("2026-04-08"_iso, "2026-04-11"_iso)));
}

BOOST_AUTO_TEST_CASE(an_answer_in_time_moves_nothing) {
    for (const core::Date day : {"2026-04-02"_iso, "2026-04-07"_iso}) {
        const auto in_time = request("2026-04-07"_iso, day);
        BOOST_TEST(!contract::wait_of(in_time, "2026-12-31"_iso));
        BOOST_TEST((contract::deadline_shift({&in_time, 1}, {}, "2026-12-31"_iso) ==
                    contract::DeadlineShift{}));
    }
    BOOST_TEST(contract::wait_of(request("2026-04-07"_iso, "2026-04-08"_iso), "2026-12-31"_iso)
                   .has_value());
}

BOOST_AUTO_TEST_CASE(open_is_what_was_asked_and_is_not_answered_by_then) {
    const auto answered = request("2026-04-07"_iso, "2026-04-16"_iso);
    BOOST_TEST(!contract::is_open(answered, "2026-03-31"_iso));
    BOOST_TEST(contract::is_open(answered, "2026-04-01"_iso));
    BOOST_TEST(contract::is_open(answered, "2026-04-15"_iso));
    BOOST_TEST(!contract::is_open(answered, "2026-04-16"_iso));
    BOOST_TEST(contract::is_open(request("2026-04-07"_iso, std::nullopt), "2027-01-01"_iso));
}

BOOST_AUTO_TEST_CASE(waits_that_overlap_or_touch_count_once) {
    const std::vector<contract::Request> requests{
        request("2026-04-20"_iso, "2026-04-22"_iso), request("2026-04-07"_iso, "2026-04-16"_iso),
        request("2026-04-10"_iso, "2026-04-12"_iso), request("2026-04-14"_iso, "2026-04-18"_iso),
        request("2026-04-18"_iso, "2026-04-19"_iso)};
    const auto shift = contract::deadline_shift(requests, {}, "2026-12-31"_iso);
    BOOST_TEST((shift.intervals == Intervals{waited("2026-04-08"_iso, "2026-04-20"_iso),
                                             waited("2026-04-21"_iso, "2026-04-23"_iso)}));
    BOOST_TEST(shift.days == 14);
    BOOST_TEST(shift.days_waited == 14);
    BOOST_TEST(shift.days_paused == 0);
}

BOOST_AUTO_TEST_CASE(a_day_of_wait_and_pause_counts_once) {
    const std::vector<contract::Request> requests{request("2026-04-07"_iso, "2026-04-16"_iso),
                                                  request("2026-04-30"_iso, std::nullopt)};
    const Intervals pauses{paused("2026-04-10"_iso, "2026-04-12"_iso),
                           paused("2026-04-14"_iso, "2026-04-20"_iso),
                           paused("2026-05-04"_iso, "2026-05-10"_iso)};
    const auto shift = contract::deadline_shift(requests, pauses, "2026-05-05"_iso);
    BOOST_TEST((shift.intervals == Intervals{waited("2026-04-08"_iso, "2026-04-10"_iso),
                                             both("2026-04-10"_iso, "2026-04-12"_iso),
                                             waited("2026-04-12"_iso, "2026-04-14"_iso),
                                             both("2026-04-14"_iso, "2026-04-17"_iso),
                                             paused("2026-04-17"_iso, "2026-04-20"_iso),
                                             waited("2026-05-01"_iso, "2026-05-04"_iso),
                                             both("2026-05-04"_iso, "2026-05-06"_iso)}));
    BOOST_TEST(shift.days == 17);
    BOOST_TEST(shift.days_waited == 14);
    BOOST_TEST(shift.days_paused == 10);
}

BOOST_AUTO_TEST_CASE(pauses_count_up_to_the_day_and_may_be_empty) {
    const Intervals pauses{paused("2026-04-10"_iso, "2026-04-10"_iso),
                           paused("2026-05-01"_iso, "2026-05-31"_iso),
                           paused("2026-05-02"_iso, "2026-05-03"_iso)};
    BOOST_TEST(
        (contract::deadline_shift({}, pauses, "2026-04-30"_iso) == contract::DeadlineShift{}));
    const auto shift = contract::deadline_shift({}, pauses, "2026-05-01"_iso);
    BOOST_TEST((shift.intervals == Intervals{paused("2026-05-01"_iso, "2026-05-02"_iso)}));
    BOOST_TEST(contract::deadline_shift({}, pauses, "2026-06-30"_iso).days == 30);
}

BOOST_AUTO_TEST_SUITE_END()
