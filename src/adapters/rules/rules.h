#pragma once
// Law as dated data: what templates/rules/*.csv say, built in. Read once; a file that cannot be
// read is a bug.

#include "kvit/core/business_day.h"
#include "kvit/ledger/tax.h"

namespace kvit::rules {

// Public holidays, moved workdays and due-day rules of every country with rows.
const core::BusinessCalendar& calendar();
// Standard rates in force since their days.
ledger::VatRates vat_rates();

}  // namespace kvit::rules
