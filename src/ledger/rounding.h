#pragma once
// The one rounding of an amount that goes on an invoice.

#include "kvit/core/money.h"

namespace kvit::ledger {

// amount × ratio to the currency's invoice step (HUF: whole forint, else the minor unit), half up,
// in one rounding: rounding to fillér first would turn 0.495 forint into a whole one.
core::Result<core::Money> scale_to_invoice_step(core::Money amount, core::Ratio ratio);

// Refuses an amount beyond Money::max_minor, naming what it is the amount of.
core::Result<core::Money> within_bound(core::Money amount, const char* what);

}  // namespace kvit::ledger
