#pragma once
// What every use case works with: the ports, and the law and words it looks things up in.

#include "kvit/app/ports/clock.h"
#include "kvit/app/ports/document_ports.h"
#include "kvit/app/ports/store.h"
#include "kvit/core/business_day.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/exchange_rate.h"
#include "kvit/ledger/tax.h"

#include <optional>

namespace kvit::app {

struct Engine {
    Store& store;
    const Clock& clock;
    const core::BusinessCalendar& calendar;
    const ledger::VatRates& vat_rates;
    const ledger::VatCurrencyRules& vat_currencies;
    const document::Wording& wording;
    DocumentRenderer& renderer;
    DocumentArchive& archive;
};

// The business a command works for: the one named, or the only one there is. Refuses an unknown id,
// and none named where there are several (listing them) or none at all.
core::Result<contract::Business> find_business(const Store& store,
                                               const std::optional<core::BusinessId>& named);

// Today in the business's time zone.
core::Date today(const Clock& clock, const contract::Business& business);

}  // namespace kvit::app
