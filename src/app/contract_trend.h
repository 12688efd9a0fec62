#pragma once
// Does a contract's client pay ever later?

#include "kvit/app/ports/ledger_store.h"
#include "kvit/contract/contract.h"
#include "kvit/document/lateness_view.h"
#include "kvit/ledger/lateness.h"

#include <set>
#include <span>
#include <vector>

namespace kvit::app {

// A contract's invoices as the trend sees them, one for one with their items.
struct ContractCycles {
    std::vector<ledger::PaidCycle> paid;
    std::vector<const ItemState*> items;  // of those given
};

// Of the contract's invoices among `items` (by due date), since its payment terms changed last.
// `credited`: invoices that credit notes took back whole, which were never to be paid.
ContractCycles cycles_of(const contract::Contract& contract, core::Date as_of,
                         std::span<const ItemState> items,
                         const std::set<core::InvoiceNumber>& credited);

ledger::Trend trend_of(const contract::Contract& contract, core::Date as_of,
                       std::span<const ItemState> items,
                       const std::set<core::InvoiceNumber>& credited);

// Those of them that the trend counts.
std::vector<document::LatenessCycle> counted_of(const ContractCycles& cycles, core::Date as_of);

}  // namespace kvit::app
