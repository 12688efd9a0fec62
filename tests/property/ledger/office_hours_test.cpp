#include "kvit/ledger/office_hours.h"

#include "random_contract.h"

using namespace kvit;
using namespace kvit::test;

namespace {

// The same question asked of every single minute.
ledger::SplitMinutes minute_by_minute(const ledger::OfficeHours& hours, core::Instant start,
                                      int minutes) {
    ledger::SplitMinutes split;
    for (int i = 0; i < minutes; ++i) {
        const core::LocalTime time = hours.zone.to_local(start + std::chrono::minutes(i));
        const core::Date day = core::date_of(time);
        const int minute = core::minute_of_day(time);
        const bool open =
            hours.availability.days[static_cast<std::size_t>(core::iso_weekday(day) - 1)] &&
            minute >= hours.availability.from_minute && minute < hours.availability.until_minute &&
            !hours.calendar.is_holiday(hours.country, day);
        (open ? split.inside : split.outside) += 1;
    }
    return split;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_office_hours)

BOOST_AUTO_TEST_CASE(splitting_agrees_with_looking_at_every_minute) {
    const core::BusinessCalendar calendar = polish_calendar();
    const WarsawZone zone;
    for_seeds(600, [&](Random& random) {
        contract::Availability availability;
        for (bool& open : availability.days) open = !random.one_in(3);
        availability.from_minute = random.number(0, 1439);
        availability.until_minute = random.number(availability.from_minute + 1, 1440);
        const ledger::OfficeHours hours{availability, country("PL"), calendar, zone};
        // Half of the cases around a change of the clocks or a holiday.
        const core::Date day =
            random.one_in(2)
                ? random.pick<core::Date>({"2026-03-28"_iso, "2026-03-29"_iso, "2026-10-24"_iso,
                                           "2026-10-25"_iso, "2026-11-10"_iso})
                : random_day(random);
        const core::Instant start =
            core::Instant(day) + std::chrono::minutes(random.number(0, 1439));
        const int minutes = random.number(0, 1440);
        const auto split = ledger::split_minutes(hours, start, minutes);
        const auto expected = minute_by_minute(hours, start, minutes);
        BOOST_TEST(split.inside == expected.inside);
        BOOST_TEST(split.outside == expected.outside);
        BOOST_TEST(split.inside + split.outside == minutes);
        BOOST_TEST(split.starts_outside == (minute_by_minute(hours, start, 1).outside == 1));
    });
}

BOOST_AUTO_TEST_SUITE_END()
