#pragma once
// Puts on record what a receipt settles, and takes that back.

#include "kvit/app/ports/store.h"
#include "kvit/ledger/allocation.h"

#include <optional>
#include <vector>

namespace kvit::app {

// The application that stands: not taken back by a reversal.
std::optional<ledger::JournalEntry> standing_application(const Store& store,
                                                         const core::BusinessId& business,
                                                         const core::EntryKey& receipt);

// Applies a receipt that is not applied; a queued notice that states one of the items is cancelled.
// An item issued after the receipt came is settled from the client's cash on its own day, so that
// one settled in time is not told as late because of it.
void settle_receipt(Store& store, const core::BusinessId& business,
                    const StoredStatementEntry& receipt, const ledger::Application& application);

// Takes the standing application back as of `on`, or its own day where that is later; set-offs that
// used what it left are taken back, too, the last first. Refuses where that cash was paid back.
core::Result<void> unsettle_receipt(Store& store, const core::BusinessId& business,
                                    const StoredStatementEntry& receipt, core::Date on);

// Takes the receipt itself back, and what it settled, as of the day of the payment out that returns
// it. Refuses as above.
core::Result<void> take_back(Store& store, const core::BusinessId& business,
                             const StoredStatementEntry& out, const StoredStatementEntry& receipt);

}  // namespace kvit::app
