#pragma once
// Cash of a client that is not applied.

#include "kvit/app/ports/store.h"

namespace kvit::app {

// What is free from a day on, and stays so on every later one.
core::Money client_cash(const Store& store, const core::BusinessId& business,
                        const core::ClientId& client, core::Currency currency, core::Date from);

core::Result<void> check_client(const Store& store, const core::BusinessId& business,
                                const core::ClientId& client);

// Refuses an unknown client, and an amount of zero or less or beyond the client's cash.
core::Result<void> check_refund(const Store& store, const core::BusinessId& business,
                                const core::ClientId& client, core::Money amount, core::Date on);

}  // namespace kvit::app
