#pragma once
// Why a line stands on an invoice, for the person who bills.

#include "kvit/contract/contract.h"
#include "kvit/core/date.h"
#include "kvit/ledger/rating.h"

#include <string>

namespace kvit::document {

// In plain English; `cycle_from` is the first day of the invoice's cycle: what lies before is of a
// cycle billed earlier. Example: "retainer, 2026-01-15 to 2026-01-31, prorated 17 of 31 days".
std::string line_reason(const ledger::RatedLine& line, const contract::Contract& contract,
                        core::Date cycle_from);

}  // namespace kvit::document
