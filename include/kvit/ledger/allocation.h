#pragma once
// Cash application: which open items a receipt settles, and the rest.

#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/ledger/journal.h"

#include <span>
#include <vector>

namespace kvit::ledger {

struct OpenItem {
    core::InvoiceNumber number;
    InvoiceKind kind = InvoiceKind::invoice;
    core::ClientId client;
    core::ContractId contract;
    core::Date issued_on, due_on;
    core::Money gross, open;
    bool operator==(const OpenItem&) const = default;
};

struct Allocation {
    core::InvoiceNumber item;
    core::Money amount;  // > 0
    bool operator==(const Allocation&) const = default;
};

struct Application {
    core::ClientId client;
    std::vector<Allocation> allocations;
    core::Money unapplied;    // what is left for the client, >= 0
    core::Date effective_on;  // the receipt's date, or the issue date of a later invoice it settles
};

// Settles `items` (one client, one currency, the receipt's) in the order given, each up to what is
// open.
Application apply_receipt(core::Money received, core::Date received_on,
                          std::span<const OpenItem> items);

// Debit unapplied of nobody by the whole receipt; credit each item, and the client's unapplied by
// the rest. The key is application_key(receipt).
core::EntryKey application_key(const core::EntryKey& receipt);
JournalEntry application_entry(const core::EntryKey& receipt, const Application& application);

// A client's cash set off against items it owes: debit its unapplied cash, credit each item. There
// is nothing left over (an invariant).
JournalEntry set_off_entry(const core::EntryKey& key, const Application& application);

}  // namespace kvit::ledger
