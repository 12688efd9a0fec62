#pragma once
// From a rated cycle to a draft: dates, tax and totals. The number comes last, at issue.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/core/business_day.h"
#include "kvit/ledger/invoice.h"

namespace kvit::ledger {

struct InvoicingInput {
    const contract::Business& business;
    const contract::Client& client;
    const contract::Contract& contract;
    BillingCycle cycle;
    core::Date issued_on;  // cycle.issue_on, or the last number's date where that is later
    std::vector<RatedLine> lines;
    const core::BusinessCalendar& calendar;
    const VatRates& vat_rates;
    const VatCurrencyRules& vat_currencies;
    ExchangeRateLookup exchange_rate;
};

// Sums lines to net, tax per treatment, gross (BR-CO-10, -13, -14, -15). supplied_on is the cycle's
// last day (advance: the issue date). Refuses what vat_category refuses, unknown VAT and exchange
// rates and amounts beyond the bound.
core::Result<Invoice> draft_invoice(InvoicingInput input);

}  // namespace kvit::ledger
