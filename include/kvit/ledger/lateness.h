#pragma once
// Does a client pay ever later? Days late per billing cycle, a Theil-Sen slope and an exact
// one-sided Mann-Kendall test. Sources: Sen 1968; Mann 1945; critical values enumerated over all
// permutations.

#include "kvit/core/date.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kvit::ledger {

// One invoice of a contract, in order of effective due date. One that credit notes took back whole
// was never to be paid: it is left out.
struct PaidCycle {
    core::Date due_on;
    std::optional<core::Date> settled_on;  // absent: open
};

enum class TrendClass { insufficient, punctual, steady, slipping, improving };
enum class TrendFlag { none, rising_4, trend };

struct Trend {
    TrendClass trend = TrendClass::insufficient;
    TrendFlag flag = TrendFlag::none;
    int cycles = 0;                 // used, at most 12
    double days_per_cycle = 0;      // Theil-Sen slope; 0 below 2 cycles
    std::optional<double> p_value;  // exact, upward; absent below 4 cycles
    double mean_days_late = 0;
    double share_late = 0;  // 0 to 1
    bool operator==(const Trend&) const = default;
};

// A cycle that counts for the trend.
struct CountedCycle {
    std::size_t index = 0;  // among the cycles given
    int days_late = 0;      // signed
    bool open = false;      // days_late is a lower bound
    bool operator==(const CountedCycle&) const = default;
};
// Oldest first, the last 12 that count: see lateness_trend.
std::vector<CountedCycle> counted_cycles(std::span<const PaidCycle> cycles, core::Date as_of);

// The last 12 cycles. An open invoice is a lower bound (as_of − due), used only once it exceeds the
// value before it, and never when it is the first. Ties count 0 in the test. Fewer than 4:
// insufficient. slipping: the last 4 strictly rise and the last is late (rising_4), or n >= 5, p <=
// 0.10, slope >= 1 and the last is late (trend). improving: the mirror image of trend. punctual:
// mean <= 0. Else steady.
Trend lateness_trend(std::span<const PaidCycle> cycles, core::Date as_of);

// The last three strictly rise and the last one is late. Chance alone does that to one client in
// six: a hint for the owner, never acted on.
bool three_rise(std::span<const CountedCycle> counted);

// P(S >= s) of Mann-Kendall's S for n distinct values, all orders equally likely; n 1 to 12.
double mann_kendall_p(int n, int s);

std::string_view name_of(TrendClass trend);
std::string_view name_of(TrendFlag flag);  // "" for none

}  // namespace kvit::ledger
