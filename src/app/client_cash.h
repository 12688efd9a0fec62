#pragma once
// Cash of a client that is not applied.

#include "kvit/app/ports/store.h"

namespace kvit::app {

// As known now, of any day.
core::Money client_cash(const Store& store, const core::BusinessId& business,
                        const core::ClientId& client, core::Currency currency);

// Refuses an unknown client, and an amount of zero or less or beyond the client's cash.
core::Result<void> check_refund(const Store& store, const core::BusinessId& business,
                                const core::ClientId& client, core::Money amount);

}  // namespace kvit::app
