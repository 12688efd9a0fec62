#pragma once
// Aging as of a day, and as known on a day.

#include "kvit/app/ports/store.h"
#include "kvit/ledger/aging.h"

#include <optional>
#include <vector>

namespace kvit::app {

std::vector<ledger::AgingRow> report_aging(const Store& store, const core::BusinessId& business,
                                           core::Date as_of, std::optional<core::Date> known_on);

}  // namespace kvit::app
