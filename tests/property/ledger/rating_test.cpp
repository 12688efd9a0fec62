#include "kvit/ledger/rating.h"

#include "random_contract.h"

#include <cstdlib>
#include <map>
#include <tuple>

using namespace kvit;
using namespace kvit::test;
using ledger::LineKind;
using ledger::Rating;

namespace {

std::int64_t billed_minutes(const Rating& rating, LineKind kind) {
    std::int64_t sum = 0;
    for (const auto& line : rating.lines) sum += line.kind == kind ? line.quantity : 0;
    return sum;
}

std::int64_t held_minutes(const Rating& rating) {
    std::int64_t sum = 0;
    for (const auto& held : rating.held) sum += ledger::minutes_of(held);
    return sum;
}

__extension__ typedef __int128 Wide;

// |net − price × share| in minor units is at most a half.
bool is_rounded_once(const ledger::RatedLine& line) {
    const core::Ratio share = line.share.value_or(core::Ratio(1, 1));
    core::Ratio exact = share;
    if (line.business_days > 0) {
        exact = exact * core::Ratio(line.business_days - line.paused_days, line.business_days);
    }
    const Wide difference = static_cast<Wide>(line.net.minor()) * exact.den() -
                            static_cast<Wide>(line.price.minor()) * exact.num();
    return (difference < 0 ? -difference : difference) * 2 <= exact.den();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_rating)

BOOST_AUTO_TEST_CASE(the_order_of_entries_does_not_change_a_rating) {
    for_seeds(300, [](Random& random) {
        RandomCase c = random_case(random, true);
        const Rating first = c.rater(c.contract, c.cycle).value();
        random.shuffle(c.rater.work);
        random.shuffle(c.rater.contacts);
        random.shuffle(c.rater.paused);
        const Rating second = c.rater(c.contract, c.cycle).value();
        BOOST_TEST((first.lines == second.lines));
        BOOST_TEST((first.held == second.held));
        BOOST_TEST((first.covered == second.covered));
        BOOST_TEST(first.included.used == second.included.used);
    });
}

BOOST_AUTO_TEST_CASE(every_minute_of_work_is_somewhere_exactly_once) {
    for_seeds(300, [](Random& random) {
        const RandomCase c = random_case(random, true);
        const Rating rating = c.rater(c.contract, c.cycle).value();
        std::int64_t worked = 0;
        for (const auto& entry : c.rater.work) worked += entry.minutes;
        BOOST_TEST(worked == rating.included.used + held_minutes(rating) +
                                 billed_minutes(rating, LineKind::overage) +
                                 billed_minutes(rating, LineKind::hourly) +
                                 billed_minutes(rating, LineKind::after_hours_work));
    });
}

BOOST_AUTO_TEST_CASE(the_minutes_of_its_sources_add_up_to_a_line) {
    for_seeds(300, [](Random& random) {
        const RandomCase c = random_case(random, true);
        const Rating rating = c.rater(c.contract, c.cycle).value();
        std::map<core::EntryKey, std::int64_t> left;
        for (const auto& entry : c.rater.work) left[entry.key] = entry.minutes;
        for (const auto& held : rating.held) {
            for (const auto& line : held.lines) {
                for (const auto& key : line.sources) left.erase(key);
            }
        }
        for (const auto& line : rating.lines) {
            BOOST_REQUIRE(line.sources.size() == line.source_minutes.size());
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < line.sources.size(); ++i) {
                BOOST_TEST(line.source_minutes[i] > 0);
                sum += line.source_minutes[i];
                if (line.kind != LineKind::after_hours_contact)
                    left.at(line.sources[i]) -= line.source_minutes[i];
            }
            if (line.unit == ledger::Unit::minute) BOOST_TEST(sum == line.quantity);
        }
        for (const auto& [key, minutes] : left) BOOST_TEST(minutes == 0, key.str());
    });
}

BOOST_AUTO_TEST_CASE(each_flat_line_is_rounded_once) {
    for_seeds(300, [](Random& random) {
        const RandomCase c = random_case(random, true);
        const Rating rating = c.rater(c.contract, c.cycle).value();
        for (const auto& line : rating.lines) {
            if (line.unit == ledger::Unit::item) BOOST_TEST(is_rounded_once(line));
        }
    });
}

// Not even a rounding difference: parts at one price are one line, and the included hours are one
// sum.
BOOST_AUTO_TEST_CASE(an_amendment_that_changes_nothing_changes_nothing) {
    for_seeds(300, [](Random& random) {
        RandomCase c = random_case(random, false);
        const Rating whole = c.rater(c.contract, c.cycle).value();
        const int days = core::days_between(c.cycle.from, c.cycle.until);
        core::Date since = c.cycle.from;
        for (int cuts = random.number(1, 3); cuts > 0 && days > 4; --cuts) {
            since += date::days(random.number(1, (days - 1) / 3));
            c.contract.versions.push_back({since, "", c.contract.versions.front().terms});
        }
        const Rating cut = c.rater(c.contract, c.cycle).value();
        BOOST_TEST((net_of(whole) == net_of(cut)));
        BOOST_TEST(brief(whole.lines) == brief(cut.lines), boost::test_tools::per_element());
        BOOST_TEST((whole.held == cut.held));
        BOOST_TEST(whole.included.used == cut.included.used);
    });
}

// A changed fee splits the cycle; each part is rounded once, so that two parts whose fees are equal
// but for one minor unit differ from the whole by at most half a unit each and that unit.
BOOST_AUTO_TEST_CASE(parts_of_a_cut_cycle_add_up) {
    for_seeds(300, [](Random& random) {
        contract::Terms terms;
        terms.retainer = contract::Retainer{random_money(random), 960, {}, 0};
        contract::Contract contract = contract_of(terms, random_day(random));
        const auto cycle = ledger::cycles_through(contract, contract.from + date::days(100)).at(1);
        terms.retainer->fee += core::Money(1, currency("PLN"));
        const int days = core::days_between(cycle.from, cycle.until);
        contract.versions.push_back(
            {cycle.from + date::days(random.number(1, days - 1)), "", terms});
        const Rating rating = Rater{}(contract, cycle).value();
        BOOST_REQUIRE(rating.lines.size() == 2U);
        BOOST_TEST((*rating.lines[0].share + *rating.lines[1].share == core::Ratio(1, 1)));
        BOOST_TEST((rating.lines[0].period_until == rating.lines[1].period_from));
        const auto difference =
            net_of(rating).minor() - contract.versions.front().terms.retainer->fee.minor();
        BOOST_TEST(difference >= -1);
        BOOST_TEST(difference <= 2);
    });
}

// Cut where the terms stay the same and the start's day with them: an entry in two pieces costs the
// same.
BOOST_AUTO_TEST_CASE(an_entry_cut_in_two_costs_the_same) {
    for_seeds(300, [](Random& random) {
        RandomCase c = random_case(random, false);
        const Rating whole = c.rater(c.contract, c.cycle).value();
        std::vector<contract::WorkEntry> pieces;
        for (const auto& entry : c.rater.work) {
            contract::WorkEntry first = entry, second = entry;
            first.minutes = random.number(1, entry.minutes);
            second.minutes = entry.minutes - first.minutes;
            second.start_at += std::chrono::minutes(first.minutes);
            second.start = c.rater.zone.to_local(second.start_at);
            second.key = core::EntryKey(entry.key.str() + " b");
            pieces.push_back(first);
            if (second.minutes == 0) continue;
            if (core::date_of(second.start) < c.cycle.until)
                pieces.push_back(second);
            else
                pieces.back() = entry;
        }
        // Entries that overlap in time draw in another order once cut: keep those that do not.
        std::ranges::sort(c.rater.work, {}, &contract::WorkEntry::start_at);
        for (std::size_t i = 1; i < c.rater.work.size(); ++i) {
            const auto& before = c.rater.work[i - 1];
            if (before.start_at + std::chrono::minutes(before.minutes) > c.rater.work[i].start_at) {
                return;
            }
        }
        c.rater.work = pieces;
        const Rating cut = c.rater(c.contract, c.cycle).value();
        BOOST_TEST(brief(whole.lines) == brief(cut.lines), boost::test_tools::per_element());
        BOOST_TEST(held_minutes(whole) == held_minutes(cut));
    });
}

// Rows that come after their cycle was billed find the hours that are left: minutes end up as they
// would have, had they all been there, and each line's rounding is its own.
BOOST_AUTO_TEST_CASE(late_rows_cost_what_they_would_have) {
    for_seeds(300, [](Random& random) {
        RandomCase c = random_case(random, false);
        std::ranges::sort(c.rater.work, {}, &contract::WorkEntry::start_at);
        const Rating together = c.rater(c.contract, c.cycle).value();
        Rater late = c.rater;
        late.contacts.clear();
        late.fees = false;
        const auto cut = random.number(0, static_cast<int>(c.rater.work.size()));
        late.work.erase(late.work.begin(), late.work.begin() + cut);
        c.rater.work.erase(c.rater.work.begin() + cut, c.rater.work.end());
        const Rating first = c.rater(c.contract, c.cycle).value();
        late.included_minutes_used = first.included.used;
        const Rating second = late(c.contract, c.cycle).value();
        BOOST_TEST(second.included.used == together.included.used);
        for (const LineKind kind :
             {LineKind::overage, LineKind::hourly, LineKind::after_hours_work}) {
            BOOST_TEST(billed_minutes(first, kind) + billed_minutes(second, kind) ==
                       billed_minutes(together, kind));
        }
        const auto difference =
            net_of(first).minor() + net_of(second).minor() - net_of(together).minor();
        const auto lines = static_cast<std::int64_t>(together.lines.size());
        BOOST_TEST(std::abs(difference) <= lines);
    });
}

BOOST_AUTO_TEST_SUITE_END()
