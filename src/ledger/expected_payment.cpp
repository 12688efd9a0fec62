#include "kvit/ledger/expected_payment.h"

#include "theil_sen.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace kvit::ledger {

namespace {

constexpr std::size_t cycles_min = 4;         // below them the range would hold less than 3 of 5
constexpr std::size_t cycles_beyond_min = 2;  // 2 of 3, of an invoice that is late already
constexpr std::size_t cycles_max = 12;        // as far back as the trend looks

struct Settled {
    int place = 0;  // among all cycles given
    int days_late = 0;
};

struct History {
    std::vector<Settled> settled;  // the last ones
    std::int64_t twice_slope = 0;  // in units of slope; 0 unless there is a trend
    bool has_trend() const { return twice_slope != 0; }
};

History history_of(std::span<const PaidCycle> cycles, core::Date as_of) {
    History history;
    for (std::size_t i = 0; i < cycles.size(); ++i) {
        const auto& settled_on = cycles[i].settled_on;
        if (!settled_on || *settled_on > as_of) continue;
        history.settled.push_back(
            {static_cast<int>(i), core::days_between(cycles[i].due_on, *settled_on)});
    }
    if (history.settled.size() > cycles_max) {
        history.settled.erase(history.settled.begin(), history.settled.end() - cycles_max);
    }
    const TrendClass trend = lateness_trend(cycles, as_of).trend;
    if (trend != TrendClass::slipping && trend != TrendClass::improving) return history;
    std::vector<int> series;
    for (const CountedCycle& counted : counted_cycles(cycles, as_of))
        series.push_back(counted.days_late);
    history.twice_slope = twice_median_slope(series);
    return history;
}

int rounded_half_up(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t doubled = 2 * numerator + denominator, whole = 2 * denominator;
    return static_cast<int>(doubled / whole - (doubled % whole < 0 ? 1 : 0));
}

// The past days late as they would be at `place`, ascending.
std::vector<int> values_at(const History& history, int place) {
    std::vector<int> values;
    for (const Settled& cycle : history.settled) {
        const std::int64_t moved = history.twice_slope * (place - cycle.place);
        values.push_back(cycle.days_late + rounded_half_up(moved, 2 * units_of_slope));
    }
    std::ranges::sort(values);
    return values;
}

int median(std::span<const int> sorted) {
    return rounded_half_up(sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2], 2);
}

ExpectedPayment expected_payment(const History& history, int place, core::Date due_on,
                                 core::Date as_of) {
    ExpectedPayment expected;
    const std::vector<int> values = values_at(history, place);
    if (values.empty()) return expected;
    const int today = core::days_between(due_on, as_of);
    const auto beyond = std::ranges::upper_bound(values, today);
    const std::vector<int> speaking(beyond, values.end());
    expected.cycles = static_cast<int>(speaking.size());
    if (speaking.empty()) {
        expected.basis = ExpectedBasis::beyond_history;
        return expected;
    }
    expected.on = due_on + date::days(median(speaking));
    const bool conditioned = speaking.size() < values.size();
    if (values.size() < cycles_min || speaking.size() < cycles_beyond_min) {
        expected.basis = ExpectedBasis::too_few;
        return expected;
    }
    expected.basis = history.has_trend() ? ExpectedBasis::trend : ExpectedBasis::history;
    expected.earliest = conditioned ? as_of + date::days(1) : due_on + date::days(speaking.front());
    expected.latest = due_on + date::days(speaking.back());
    expected.chances = conditioned ? expected.cycles : expected.cycles - 1;
    expected.of = expected.cycles + 1;
    return expected;
}

}  // namespace

std::vector<ExpectedPayment> expected_payments(std::span<const PaidCycle> cycles,
                                               core::Date as_of) {
    const History history = history_of(cycles, as_of);
    std::vector<ExpectedPayment> expected;
    for (std::size_t i = 0; i < cycles.size(); ++i) {
        const auto& settled_on = cycles[i].settled_on;
        if (settled_on && *settled_on <= as_of) continue;
        expected.push_back(expected_payment(history, static_cast<int>(i), cycles[i].due_on, as_of));
    }
    return expected;
}

std::optional<int> expected_days_late_next(std::span<const PaidCycle> cycles, core::Date as_of) {
    const std::vector<int> values =
        values_at(history_of(cycles, as_of), static_cast<int>(cycles.size()));
    if (values.empty()) return std::nullopt;
    return median(values);
}

}  // namespace kvit::ledger
