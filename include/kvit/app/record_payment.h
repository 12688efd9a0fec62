#pragma once
// A payment a person saw and no statement tells: cash, another bank.

#include "kvit/app/ports/store.h"
#include "kvit/core/hasher.h"

#include <string>

namespace kvit::app {

struct RecordedPayment {
    bool already_known = false;
    core::Money open_after;
};

// Books the receipt and applies it to the invoice. Idempotent by invoice, day, amount and
// `reference`: a second equal payment needs another reference. Refuses an unknown invoice, another
// currency, an amount of zero or less or beyond what is open, and a day after `day` or before the
// invoice was issued.
core::Result<RecordedPayment> record_payment(Store& store, const core::BusinessId& business,
                                             const core::InvoiceNumber& number, core::Money amount,
                                             core::Date on, const std::string& reference,
                                             core::Date day, const core::Hasher& hasher);

}  // namespace kvit::app
