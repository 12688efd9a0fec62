#pragma once
// What waits for a person: told once by the command that finds it, and listed as long as it waits.

#include "kvit/app/import_statement.h"
#include "kvit/app/report_status.h"
#include "kvit/app/review_accounts.h"
#include "kvit/document/waiting_view.h"

#include <span>
#include <vector>

namespace kvit::app {

// Each thing that waits, in the same words wherever it is told.
std::vector<document::Waiting> waiting_of(std::span<const UnmatchedEntry> entries);
std::vector<document::Waiting> waiting_of(std::span<const Quote> quotes);
// Of decisions: a release, a termination, a rate, a confirmation; and a claim left out of a final
// demand. Nothing of a row that waits for nobody.
std::vector<document::Waiting> waiting_of(std::span<const ReviewRow> rows);

// Everything that waits on `as_of`: decisions and quotes as of that day, receipts booked by then
// that still wait. Of one client or contract: receipts that may be theirs.
document::WaitingReport report_waiting(const Engine& engine, const contract::Business& business,
                                       const StatusQuestion& question,
                                       const document::StatusReport& status);

}  // namespace kvit::app
