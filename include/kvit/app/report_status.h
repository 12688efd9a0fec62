#pragma once
// The work-pause status report.

#include "kvit/app/engine.h"
#include "kvit/document/status_view.h"

namespace kvit::app {

// Status as last decided for `as_of` or before; amounts, days and trend as of that day. Sorted by
// client, contract.
document::StatusReport report_status(const Engine& engine, const contract::Business& business,
                                     core::Date as_of);

}  // namespace kvit::app
