#pragma once
// Exchange rates into the database, whole files or nothing.

#include "kvit/app/import_activity.h"
#include "kvit/app/ports/document_ports.h"
#include "kvit/ledger/exchange_rate.h"

namespace kvit::app {

// Refused: a rate of a day after `day`; a rate that is known with other content, naming both; a
// source with a letter that no font has, since it is printed.
core::Checked<ImportCount> import_exchange_rates(Store& store, const core::BusinessId& business,
                                                 std::span<const At<ledger::ExchangeRate>> rates,
                                                 const DocumentRenderer& renderer, core::Date day);

}  // namespace kvit::app
