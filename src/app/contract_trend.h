#pragma once
// Does a contract's client pay ever later?

#include "kvit/app/ports/ledger_store.h"
#include "kvit/contract/contract.h"
#include "kvit/ledger/lateness.h"

#include <set>
#include <span>

namespace kvit::app {

// Of the contract's invoices among `items` (by due date), since its payment terms changed last.
// `credited`: invoices that credit notes took back whole, which were never to be paid.
ledger::Trend trend_of(const contract::Contract& contract, core::Date as_of,
                       std::span<const ItemState> items,
                       const std::set<core::InvoiceNumber>& credited);

}  // namespace kvit::app
