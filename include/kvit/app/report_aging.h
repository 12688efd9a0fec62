#pragma once
// Aging as of a day, and as known on a day; the open items behind it, and DSO.

#include "kvit/app/ports/store.h"
#include "kvit/document/receivables_view.h"

#include <optional>
#include <vector>

namespace kvit::app {

struct AgingQuestion {
    core::Date as_of;
    std::optional<core::Date> known_on;  // absent: now
    bool items = false;                  // the open items with their expected days
    int days = 90;                       // that DSO looks back, 1 to 366
};

// Reads one client's items at a time; holds open items only, where they are asked for.
document::ReceivablesReport report_aging(const Store& store, const core::BusinessId& business,
                                         const AgingQuestion& question);

}  // namespace kvit::app
