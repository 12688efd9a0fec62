#include "kvit/ledger/lateness.h"

#include "kvit/core/invariant.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace kvit::ledger {

namespace {

constexpr std::size_t longest_series = 12;
// Divisible by 1 to 11, every distance within a series: slopes in these units are whole numbers, so
// that "slope >= 1" is decided exactly.
constexpr std::int64_t units_per_day = 27'720;

// Signed days late of the cycles that count, oldest first.
std::vector<int> days_late(std::span<const PaidCycle> cycles, core::Date as_of) {
    std::vector<int> series;
    for (const PaidCycle& cycle : cycles) {
        const bool settled = cycle.settled_on && *cycle.settled_on <= as_of;
        const int days = core::days_between(cycle.due_on, settled ? *cycle.settled_on : as_of);
        if (settled || (!series.empty() && days > series.back())) series.push_back(days);
    }
    if (series.size() > longest_series) {
        series.erase(series.begin(), series.end() - longest_series);
    }
    return series;
}

// Twice the median of all pairwise slopes, in units: the mean of the middle two stays whole.
std::int64_t twice_median_slope(const std::vector<int>& series) {
    std::vector<std::int64_t> slopes;
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (std::size_t j = i + 1; j < series.size(); ++j) {
            const auto distance = static_cast<std::int64_t>(j - i);
            slopes.push_back((series[j] - series[i]) * (units_per_day / distance));
        }
    }
    if (slopes.empty()) return 0;
    std::ranges::sort(slopes);
    return slopes[(slopes.size() - 1) / 2] + slopes[slopes.size() / 2];
}

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

bool last_four_rise(const std::vector<int>& series) {
    return series.size() >= 4 && std::adjacent_find(series.end() - 4, series.end(),
                                                    std::greater_equal<>()) == series.end();
}

struct Test {
    double p = 1;
    std::int64_t twice_slope = 0;
    bool is_trend(std::size_t n) const {
        return n >= 5 && p <= 0.10 && twice_slope >= 2 * units_per_day;
    }
};

}  // namespace

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
    const std::vector<int> series = days_late(cycles, as_of);
    Trend result;
    result.cycles = static_cast<int>(series.size());
    if (series.empty()) return result;

    const auto n = static_cast<double>(series.size());
    const int sum = std::accumulate(series.begin(), series.end(), 0);
    const std::int64_t twice_slope = twice_median_slope(series);
    result.days_per_cycle = static_cast<double>(twice_slope) / (2.0 * units_per_day);
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
    } else if (last_is_late && last_four_rise(series)) {
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
