#pragma once
// Money paid back to a client, and receivables given up: by hand, each with its reason.

#include "kvit/app/ports/store.h"

#include <string>

namespace kvit::app {

// Pays a client's cash back: what an overpayment or a credit note left. Idempotent by client, day
// and amount. Refuses an unknown client, an amount of zero or less or beyond the client's cash in
// the currency, a day after `day`, and an empty reason. Returns what is left.
core::Result<core::Money> refund(Store& store, const core::BusinessId& business,
                                 const core::ClientId& client, core::Money amount, core::Date on,
                                 const std::string& reason, core::Date day);

// Gives up what is open on an invoice, or `amount` of it. Income and VAT stay: relief for bad debts
// is a matter of the VAT return. Refuses an unknown invoice, an amount of zero or less or beyond
// what is open, a day before the invoice was issued or after `day`, and an empty reason. Returns
// what stays open.
core::Result<core::Money> write_off(Store& store, const core::BusinessId& business,
                                    const core::InvoiceNumber& number,
                                    const std::optional<core::Money>& amount, core::Date on,
                                    const std::string& reason, core::Date day);

}  // namespace kvit::app
