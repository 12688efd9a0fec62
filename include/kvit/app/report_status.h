#pragma once
// The work-pause status report.

#include "kvit/app/engine.h"
#include "kvit/document/status_view.h"

#include <optional>

namespace kvit::app {

// Status as last decided for `as_of` or before; amounts, days and trend as of that day. With
// `known_on`, what was learned or decided after it is left out. Sorted by client, contract.
document::StatusReport report_status(const Engine& engine, const contract::Business& business,
                                     core::Date as_of, std::optional<core::Date> known_on);

}  // namespace kvit::app
