#pragma once
// Open amounts by how long past the effective due date they are.

#include "kvit/core/date.h"
#include "kvit/ledger/allocation.h"

#include <map>
#include <span>
#include <utility>
#include <vector>

namespace kvit::ledger {

struct AgingRow {
    core::ClientId client;
    core::Money current, d1_30, d31_60, d61_90, d90_plus,
        total;  // total: items, unapplied not netted
    core::Money unapplied;
};

// One row per client and currency with an open item or unapplied cash, sorted by both.
// A day exactly on the due date is current; 30 days past is d1_30, 31 is d31_60.
std::vector<AgingRow> aging(
    std::span<const OpenItem> items,
    const std::map<std::pair<core::ClientId, core::Currency>, core::Money>& unapplied,
    core::Date as_of);

}  // namespace kvit::ledger
