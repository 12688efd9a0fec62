#pragma once
// When an open invoice will probably be paid, from how late the contract's invoices were paid
// before, with a range that claims no more than so few values can carry.
//
// The range is the distribution-free prediction interval between the least and the largest of n
// past values: the next one falls within it with probability (n - 1)/(n + 1) at least, whatever the
// distribution, as long as the client pays as before (David and Nagaraja, Order Statistics, 3rd
// ed., 7.3). On an invoice that is late already, only the k past values beyond today's days past
// due speak, and the range runs from tomorrow to the largest of them: k/(k + 1). The expected day
// is the median of the values that speak.
//
// Only where the contract's trend is slipping or improving are the past values moved along the
// Theil-Sen line to the invoice's place in the series; then the probability is approximate.

#include "kvit/core/date.h"
#include "kvit/ledger/lateness.h"

#include <optional>
#include <span>
#include <vector>

namespace kvit::ledger {

enum class ExpectedBasis {
    nothing,         // no invoice was settled yet: no day, no range
    too_few,         // a day, but fewer than 4 settled cycles (or 2 beyond today): no range
    history,         // day and range
    trend,           // the same, along the trend
    beyond_history,  // later than any before: no day, no range
};

struct ExpectedPayment {
    ExpectedBasis basis = ExpectedBasis::nothing;
    std::optional<core::Date> on;                // of an invoice that is late: after as_of
    std::optional<core::Date> earliest, latest;  // both or none
    int chances = 0, of = 0;  // "3 of 5": the range's probability, at least; 0 of 0 without one
    int cycles = 0;           // settled cycles that speak, at most 12
    bool operator==(const ExpectedPayment&) const = default;
};

// One for each cycle that is open on `as_of`, in their order. `cycles`: of one contract, by due
// date, as for lateness_trend.
std::vector<ExpectedPayment> expected_payments(std::span<const PaidCycle> cycles, core::Date as_of);

// Days late to expect of the next cycle, after all those given; absent where none was settled.
std::optional<int> expected_days_late_next(std::span<const PaidCycle> cycles, core::Date as_of);

}  // namespace kvit::ledger
