#pragma once
// Exchange rates as they were imported: facts, one for a pair of currencies and a day.

#include "kvit/app/ports/unit_of_work.h"
#include "kvit/core/ids.h"
#include "kvit/ledger/exchange_rate.h"

#include <optional>

namespace kvit::app {

class ExchangeRateStore {
  public:
    virtual ~ExchangeRateStore() = default;

    // The key is the two currencies and the day; with another per, rate or source: a conflict.
    virtual Added add_exchange_rate(const core::BusinessId& business,
                                    const ledger::ExchangeRate& rate) = 0;
    // Of exactly that day.
    virtual std::optional<ledger::ExchangeRate> exchange_rate(const core::BusinessId& business,
                                                              core::Currency currency,
                                                              core::Currency bookkeeping_currency,
                                                              core::Date on) const = 0;
    // The last one of that day or before: for estimates, never for what the law wants converted.
    virtual std::optional<ledger::ExchangeRate> latest_exchange_rate(
        const core::BusinessId& business, core::Currency currency,
        core::Currency bookkeeping_currency, core::Date on) const = 0;
};

}  // namespace kvit::app
