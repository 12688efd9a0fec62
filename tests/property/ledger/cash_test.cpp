// Cash that is set off where it is free is never more than there is, on any day.
#include "kvit/ledger/allocation.h"
#include "property/generator.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <vector>

using namespace kvit;
using core::operator""_iso;

BOOST_AUTO_TEST_SUITE(ledger_cash)

BOOST_AUTO_TEST_CASE(no_day_takes_more_than_it_has) {
    const auto pln = core::Currency::parse("PLN").value();
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        test::Random random(seed);
        std::vector<ledger::CashMovement> movements;
        const auto add = [&](core::Date on, core::Money amount) {
            const auto place =
                std::ranges::upper_bound(movements, on, {}, &ledger::CashMovement::on);
            movements.insert(place, {on, amount});
        };
        for (int step = 0; step < 30; ++step) {
            const core::Date day = "2026-01-01"_iso + date::days(random.number(0, 60));
            if (random.one_in(2)) {
                add(day, core::Money(random.number(1, 500), pln));
            } else if (const auto free = ledger::free_cash(movements, day)) {
                const core::Money part(random.between(1, free->amount.minor()), pln);
                add(free->from, -part);
            }
            for (int d = 0; d <= 62; ++d) {
                const auto left =
                    ledger::cash_from(movements, "2026-01-01"_iso + date::days(d), pln);
                BOOST_TEST_REQUIRE(!left.is_negative(), "seed " << seed << ", day " << d);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
