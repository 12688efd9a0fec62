#pragma once
// What changed between two days.

#include "kvit/app/report_status.h"
#include "kvit/core/result.h"
#include "kvit/document/changes_view.h"

namespace kvit::app {

// Everything on record for the days after `since` up to the day asked for: changes of work status
// with the letter of that day, letters written and sent, invoices and what moved the accounts,
// requests, quotes. With `known_on`, what was learned or decided after it is left out. Refuses a
// `since` after that day.
core::Result<document::ChangesReport> report_changes(const Store& store,
                                                     const core::BusinessId& business,
                                                     const StatusQuestion& question,
                                                     core::Date since);

}  // namespace kvit::app
