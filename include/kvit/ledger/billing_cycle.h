#pragma once
// The cycles of a contract: adjacent half-open ranges of days that cover it without gap or overlap.
// Month ends clamp from the agreed billing day each time, so an anchor of 31 never drifts to 28.

#include "kvit/contract/contract.h"
#include "kvit/core/date.h"

#include <optional>
#include <vector>

namespace kvit::ledger {

struct BillingCycle {
    core::Date from, until;              // billed part, until exclusive
    core::Date whole_from, whole_until;  // the whole cycle it is part of: the base of proration
    core::Date issue_on;                 // arrears: until; advance: from
    bool operator==(const BillingCycle&) const = default;
};

// Every cycle whose issue date is on or before `through`, in order. `once` is one cycle: the whole
// contract (in arrears it needs `until`), or its first day where it is billed in advance without an
// end. Quarters and years count from the last anchor day on or before the contract's `from`.
// Whether a cycle is billed in advance is what the terms say on its first day. Example: monthly
// from 2026-01-15, billing day 1, through 2026-02-01 -> [01-15, 02-01) of [01-01, 02-01).
std::vector<BillingCycle> cycles_through(const contract::Contract& contract, core::Date through);

// The cycle that `day` lies in; the first one for a day before the contract's `from`. Nothing on or
// after its `until`, and for `once` in arrears without an end. The cycle behind `cycle` is
// cycle_at(contract, cycle.until).
std::optional<BillingCycle> cycle_at(const contract::Contract& contract, core::Date day);

}  // namespace kvit::ledger
