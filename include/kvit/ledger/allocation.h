#pragma once
// Cash application: which open items a receipt settles, and the rest.

#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/ledger/journal.h"

#include <optional>
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
    core::Date effective_on;  // the receipt's date
};

// Settles `items` (one client, one currency, the receipt's) in the order given, each up to what is
// open.
Application apply_receipt(core::Money received, core::Date received_on,
                          std::span<const OpenItem> items);

// Debit unapplied of nobody by the whole receipt; credit each item, and the client's unapplied by
// the rest. The key is application_key(receipt).
core::EntryKey application_key(const core::EntryKey& receipt);
JournalEntry application_entry(const core::EntryKey& receipt, const Application& application);

// What an entry of application_entry's says.
Application read_application(const JournalEntry& entry);

// A client's cash set off against an item it owes: debit its unapplied cash, credit the item.
JournalEntry set_off_entry(const core::EntryKey& key, const core::ClientId& client,
                           const Allocation& allocation, core::Date on);

// What moved a client's cash on a day, above zero: more.
struct CashMovement {
    core::Date on;
    core::Money amount;
    bool operator==(const CashMovement&) const = default;
};

// The first day from `from` on from which some cash stays free on every later day, and how much;
// nothing where there is none. `movements` are in order of their days. Example: 100 on the 6th, 20
// taken on the 20th: from the 6th on 80 are free.
struct FreeCash {
    core::Date from;
    core::Money amount;
};
std::optional<FreeCash> free_cash(std::span<const CashMovement> movements, core::Date from);
// What is free from exactly that day on; below zero where more was taken than there is.
core::Money cash_from(std::span<const CashMovement> movements, core::Date day,
                      core::Currency currency);

}  // namespace kvit::ledger
