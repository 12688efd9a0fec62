#pragma once
// Puts on record what a receipt settles, and takes that back.

#include "kvit/app/ports/store.h"
#include "kvit/ledger/allocation.h"

#include <optional>

namespace kvit::app {

// The application that stands: not taken back by a reversal.
std::optional<ledger::JournalEntry> standing_application(const Store& store,
                                                         const core::BusinessId& business,
                                                         const core::EntryKey& receipt);

// Applies a receipt that is not applied; remembers whose invoices the payer's account settles; a
// queued notice that states one of them is cancelled.
void settle_receipt(Store& store, const core::BusinessId& business,
                    const StoredStatementEntry& receipt, const ledger::Application& application);

// Takes the standing application back as of `on`. Refuses where the client's cash that came of it
// was set off or paid back since.
core::Result<void> unsettle_receipt(Store& store, const core::BusinessId& business,
                                    const StoredStatementEntry& receipt, core::Date on);

// Takes the receipt itself back, and what it settled, as of the day of the payment out that returns
// it. Refuses as above.
core::Result<void> take_back(Store& store, const core::BusinessId& business,
                             const StoredStatementEntry& out, const StoredStatementEntry& receipt);

// Cash of clients against what they owe, oldest item first: the law's order. Returns how many items
// were settled by it, in whole or in part.
int set_off(Store& store, const core::BusinessId& business);

}  // namespace kvit::app
