#pragma once
// Who are the clients that bring most of the revenue?

#include "kvit/app/ports/store.h"
#include "kvit/document/clients_view.h"

namespace kvit::app {

// Fills in each row's share of the revenue and its cumulative share: its own and that of every
// client that brings more (of equal ones: the earlier id first). In the books' currency, at the
// last known rate of the report's last day or before, where each currency has one. Else each
// currency is shared for itself, and a client with several counts by its largest share.
void share_revenue(const Store& store, const contract::Business& business,
                   document::ClientsReport& report);

}  // namespace kvit::app
