#pragma once
// Lateness and its trend, per contract.

#include "kvit/app/ports/store.h"
#include "kvit/core/result.h"
#include "kvit/document/lateness_view.h"

#include <optional>

namespace kvit::app {

// Every contract that began by `as_of`, or those of one client, as known on `known_on` (absent:
// now). Reads one client's items at a time. Refuses an unknown client.
core::Result<document::LatenessReport> report_lateness(const Store& store,
                                                       const core::BusinessId& business,
                                                       core::Date as_of,
                                                       std::optional<core::Date> known_on,
                                                       const std::optional<core::ClientId>& client);

// The clients a report is about: one, or all by id. Refuses an unknown one.
core::Result<std::vector<contract::Client>> clients_of_report(
    const Store& store, const core::BusinessId& business,
    const std::optional<core::ClientId>& client);

}  // namespace kvit::app
