#pragma once
// The owner's board, for a screen or for paper: the status report with totals above it, what waits
// for a person, and each client with the days its invoices were late.

#include "kvit/document/status_view.h"
#include "kvit/document/waiting_view.h"

namespace kvit::document {

// Landscape, in the owner's language. A client is a heading of level 3, which a page may fold away,
// named with the worst status of its contracts; under it a chart of each contract with a cycle.
Document compose_board(const StatusReport& report, const WaitingReport& waiting,
                       const contract::Business& business, const Wording& wording);

}  // namespace kvit::document
