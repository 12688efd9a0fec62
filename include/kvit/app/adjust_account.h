#pragma once
// Money paid back to a client, and receivables given up: by hand, each with its reason.

#include "kvit/app/ports/store.h"

#include <optional>
#include <string>

namespace kvit::app {

struct AdjustmentWords {
    core::Date on;
    std::string reason;     // not empty
    std::string reference;  // tells a second equal one of the same day apart; may be empty
};

struct Adjustment {
    bool already_known = false;  // the same was recorded before: nothing was done
    core::Money left;            // cash of the client, or what stays open on the invoice
};

// Pays a client's cash back: what an overpayment or a credit note left. Idempotent by client, day,
// amount and reference. Refuses an unknown client, an amount of zero or less or beyond the client's
// cash in the currency from that day on, a day after `day`, and an empty reason.
core::Result<Adjustment> refund(Store& store, const core::BusinessId& business,
                                const core::ClientId& client, core::Money amount,
                                const AdjustmentWords& words, core::Date day);

// Gives up what is open on an invoice, or `amount` of it. Idempotent by invoice, day, amount and
// reference. Income and VAT stay: relief for bad debts is a matter of the VAT return. Refuses an
// unknown invoice, an amount of zero or less or beyond what is open from that day on, a day before
// the invoice was issued or after `day`, and an empty reason.
core::Result<Adjustment> write_off(Store& store, const core::BusinessId& business,
                                   const core::InvoiceNumber& number,
                                   const std::optional<core::Money>& amount,
                                   const AdjustmentWords& words, core::Date day);

}  // namespace kvit::app
