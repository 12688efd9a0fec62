#include "kvit/ledger/exchange_difference.h"

#include "kvit/core/invariant.h"

namespace kvit::ledger {

core::Result<core::Money> realised_difference(core::Money paid, const ExchangeRate& at_issue,
                                              const ExchangeRate& at_payment) {
    KVIT_INVARIANT(at_issue.bookkeeping_currency == at_payment.bookkeeping_currency,
                   "a difference is between two amounts of one currency");
    const auto before = converted(paid, at_issue);
    if (!before) return before;
    const auto after = converted(paid, at_payment);
    if (!after) return after;
    return *after - *before;
}

}  // namespace kvit::ledger
