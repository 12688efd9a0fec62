#pragma once
// What a currency gained or lost between an invoice and its payment. Information only: it belongs
// to the books of income tax, and nothing is posted for it here.

#include "kvit/ledger/exchange_rate.h"

namespace kvit::ledger {

// `paid` at the rate of the payment less `paid` at the rate of the issue, each rounded as
// `converted` does; above zero is a gain. Both rates are of paid's currency into one bookkeeping
// currency (an invariant). Example: 100.00 EUR, 4.2600 at issue, 4.3100 at payment -> 5.00 PLN.
core::Result<core::Money> realised_difference(core::Money paid, const ExchangeRate& at_issue,
                                              const ExchangeRate& at_payment);

}  // namespace kvit::ledger
