#pragma once
// The work-pause status report.

#include "kvit/app/engine.h"
#include "kvit/app/find_party.h"
#include "kvit/document/status_view.h"

#include <optional>
#include <vector>

namespace kvit::app {

struct StatusQuestion {
    core::Date as_of;
    std::optional<core::Date> known_on{};  // what was learned or decided after it is left out
    std::optional<Party> of{};             // absent: every contract
};

// Status as last decided for `as_of` or before; amounts, days, trend, held quotes and open requests
// as of that day. Sorted by client, contract.
document::StatusReport report_status(const Engine& engine, const contract::Business& business,
                                     const StatusQuestion& question);

// Quotes that were put to the client by `day` and not answered by then; by held_on, then id.
std::vector<Quote> quotes_held_on(const Store& store, const core::BusinessId& business,
                                  core::Date day);

}  // namespace kvit::app
