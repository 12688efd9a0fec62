#pragma once
// On which days was a contract's work paused?

#include "kvit/app/ports/enforcement_store.h"
#include "kvit/ledger/rating.h"

#include <vector>

namespace kvit::app {

// As known on `day`, oldest first: from the day of the pause until the day work resumed, which no
// longer counts. A pause that lasts ends with `day`, which does.
std::vector<ledger::PausedRange> paused_ranges(const EnforcementStore& store,
                                               const core::BusinessId& business,
                                               const core::ContractId& contract, core::Date day);

}  // namespace kvit::app
