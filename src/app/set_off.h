#pragma once
// Cash of clients against what they owe.

#include "kvit/app/ports/store.h"
#include "kvit/ledger/allocation.h"

#include <vector>

namespace kvit::app {

// Settles one item from its client's cash, `most` at most, each part effective on the first day
// from its issue on from which that cash is free. Returns how much.
core::Money set_off_item(Store& store, const core::BusinessId& business,
                         const ledger::OpenItem& item, core::Money most);

// Every client's cash, oldest item first: the law's order. Returns what was settled by it.
std::vector<ledger::Allocation> set_off(Store& store, const core::BusinessId& business);
std::vector<ledger::Allocation> set_off(Store& store, const core::BusinessId& business,
                                        const core::ClientId& client, core::Currency currency);

// Sees to it that `amount` of a client's cash is free from `on` on: takes set-offs back, the last
// first. Refuses where that is not enough, because cash was paid back.
core::Result<void> free_client_cash(Store& store, const core::BusinessId& business,
                                    const core::ClientId& client, core::Money amount,
                                    core::Date on);

}  // namespace kvit::app
