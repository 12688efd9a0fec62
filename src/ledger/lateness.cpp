#include "kvit/ledger/lateness.h"

#include "kvit/core/invariant.h"
#include "theil_sen.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace kvit::ledger {

namespace {

constexpr std::size_t longest_series = 12;

// Mann-Kendall's S: pairs that rise less pairs that fall.
int mann_kendall_s(const std::vector<int>& series) {
    int s = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (std::size_t j = i + 1; j < series.size(); ++j) {
            s += (series[j] > series[i] ? 1 : 0) - (series[j] < series[i] ? 1 : 0);
        }
    }
    return s;
}

bool last_rise(std::span<const int> series, std::size_t count) {
    if (series.size() < count) return false;
    return std::ranges::adjacent_find(series.last(count), std::greater_equal<>()) ==
           series.last(count).end();
}

std::vector<int> days_late(std::span<const CountedCycle> counted) {
    std::vector<int> series;
    series.reserve(counted.size());
    for (const CountedCycle& cycle : counted) series.push_back(cycle.days_late);
    return series;
}

struct Test {
    double p = 1;
    std::int64_t twice_slope = 0;
    bool is_trend(std::size_t n) const {
        return n >= 5 && p <= 0.10 && twice_slope >= 2 * units_of_slope;
    }
};

}  // namespace

std::vector<CountedCycle> counted_cycles(std::span<const PaidCycle> cycles, core::Date as_of) {
    std::vector<CountedCycle> counted;
    for (std::size_t i = 0; i < cycles.size(); ++i) {
        const PaidCycle& cycle = cycles[i];
        const bool settled = cycle.settled_on && *cycle.settled_on <= as_of;
        const int days = core::days_between(cycle.due_on, settled ? *cycle.settled_on : as_of);
        if (settled || (!counted.empty() && days > counted.back().days_late))
            counted.push_back({i, days, !settled});
    }
    if (counted.size() > longest_series) {
        counted.erase(counted.begin(), counted.end() - longest_series);
    }
    return counted;
}

bool three_rise(std::span<const CountedCycle> counted) {
    return !counted.empty() && counted.back().days_late > 0 && last_rise(days_late(counted), 3);
}

double mann_kendall_p(int n, int s) {
    KVIT_INVARIANT(n >= 1 && n <= static_cast<int>(longest_series), "a series has 1 to 12 values");
    // Orders of n values by their number of inversions; S is the number of pairs less twice that.
    const int pairs = n * (n - 1) / 2;
    std::vector<std::int64_t> orders{1};
    for (int placed = 2; placed <= n; ++placed) {
        std::vector<std::int64_t> next(orders.size() + static_cast<std::size_t>(placed - 1), 0);
        for (std::size_t inversions = 0; inversions < orders.size(); ++inversions) {
            for (std::size_t added = 0; added < static_cast<std::size_t>(placed); ++added) {
                next[inversions + added] += orders[inversions];
            }
        }
        orders = std::move(next);
    }
    std::int64_t at_least = 0, all = 0;
    for (int inversions = 0; inversions <= pairs; ++inversions) {
        const std::int64_t count = orders[static_cast<std::size_t>(inversions)];
        all += count;
        if (pairs - 2 * inversions >= s) at_least += count;
    }
    return static_cast<double>(at_least) / static_cast<double>(all);
}

Trend lateness_trend(std::span<const PaidCycle> cycles, core::Date as_of) {
    const std::vector<int> series = days_late(counted_cycles(cycles, as_of));
    Trend result;
    result.cycles = static_cast<int>(series.size());
    if (series.empty()) return result;

    const auto n = static_cast<double>(series.size());
    const int sum = std::accumulate(series.begin(), series.end(), 0);
    const std::int64_t twice_slope = twice_median_slope(series);
    result.days_per_cycle = static_cast<double>(twice_slope) / (2.0 * units_of_slope);
    result.mean_days_late = sum / n;
    result.share_late =
        static_cast<double>(std::ranges::count_if(series, [](int days) { return days > 0; })) / n;
    if (series.size() < 4) return result;

    const int s = mann_kendall_s(series);
    const Test up{mann_kendall_p(result.cycles, s), twice_slope};
    const Test down{mann_kendall_p(result.cycles, -s), -twice_slope};
    result.p_value = up.p;
    const bool last_is_late = series.back() > 0;
    if (last_is_late && up.is_trend(series.size())) {
        result.flag = TrendFlag::trend;
    } else if (last_is_late && last_rise(series, 4)) {
        result.flag = TrendFlag::rising_4;
    }
    if (result.flag != TrendFlag::none)
        result.trend = TrendClass::slipping;
    else if (!last_is_late && down.is_trend(series.size()))
        result.trend = TrendClass::improving;
    else
        result.trend = sum <= 0 ? TrendClass::punctual : TrendClass::steady;
    return result;
}

std::string_view name_of(TrendClass trend) {
    constexpr std::array<std::string_view, 5> names{"insufficient", "punctual", "steady",
                                                    "slipping", "improving"};
    return names.at(static_cast<std::size_t>(trend));
}

std::string_view name_of(TrendFlag flag) {
    constexpr std::array<std::string_view, 3> names{"", "rising_4", "trend"};
    return names.at(static_cast<std::size_t>(flag));
}

}  // namespace kvit::ledger
