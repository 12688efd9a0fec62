#pragma once
// Law as dated data: what templates/rules/*.csv say, built in. Read once; a file that cannot be
// read is a bug.

#include "kvit/core/business_day.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/exchange_rate.h"
#include "kvit/ledger/late_law.h"
#include "kvit/ledger/tax.h"

#include <map>
#include <string>
#include <utility>

namespace kvit::rules {

using LegalTexts = std::map<std::pair<core::Country, std::string>, document::LegalText>;

// Public holidays, moved workdays and due-day rules of every country with rows.
const core::BusinessCalendar& calendar();
// Standard rates in force since their days.
ledger::VatRates vat_rates();
// Whose law asks for the VAT in the bookkeeping currency, and at which day's rate.
ledger::VatCurrencyRules vat_currencies();
// Interest and compensation for late payment, without what a person added or confirmed.
ledger::LateLaw late_law();
// What the issuer's law wants on an invoice, by country and key ("AE", "small_business").
const LegalTexts& legal_texts();

}  // namespace kvit::rules
