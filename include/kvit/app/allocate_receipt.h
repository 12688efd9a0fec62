#pragma once
// Money that a person assigns: what a receipt settles, what a payment out was. A choice is
// remembered for the payer's account.

#include "kvit/app/ports/store.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::app {

struct AllocationPart {
    core::InvoiceNumber invoice;
    std::optional<core::Money> amount;  // absent: what is open on it, as far as the receipt goes
};

struct AllocationResult {
    std::vector<ledger::Allocation> allocations{};
    std::vector<ledger::Allocation> from_cash{};  // what the rest settled besides, oldest first
    std::optional<core::Money> to_account{};      // what stays as the client's cash
    core::ClientId client{};
    bool already_known = false;  // the same was said before: nothing was done
};

// Settles invoices of one client by a receipt, in the order given; the rest is the client's cash.
// One that was matched before is taken back first, as of its own day. Refuses an unknown or
// outgoing entry, one that was returned, an unknown or settled invoice, invoices of several
// clients, another currency, an amount of zero or less or beyond what is open, and parts beyond
// what was received.
core::Result<AllocationResult> allocate_receipt(Store& store, const core::BusinessId& business,
                                                std::int64_t receipt,
                                                const std::vector<AllocationPart>& parts,
                                                core::Date day);
// The same for what the client owes, oldest item first.
core::Result<AllocationResult> allocate_to_client(Store& store, const core::BusinessId& business,
                                                  std::int64_t receipt,
                                                  const core::ClientId& client, core::Date day);
// No client's payment: it no longer waits. Refuses an empty reason.
core::Result<void> set_receipt_aside(Store& store, const core::BusinessId& business,
                                     std::int64_t receipt, const std::string& reason,
                                     core::Date day);

// A payment out that takes a receipt back (a returned direct debit, a chargeback): what the receipt
// settled is open again from the day of the return. Refuses amounts that differ, a return before
// its receipt, and either of them used before.
core::Result<void> return_receipt(Store& store, const core::BusinessId& business, std::int64_t out,
                                  std::int64_t receipt, core::Date day);
// A payment out that paid a client's cash back.
core::Result<void> refund_by_statement(Store& store, const core::BusinessId& business,
                                       std::int64_t out, const core::ClientId& client,
                                       core::Date day);

// One line of a bank statement and what it settles.
struct AllocatedEntry {
    StoredStatementEntry stored;
    core::ClientId client;  // empty: of nobody yet
    std::vector<ledger::Allocation> allocations;
};
std::vector<AllocatedEntry> allocated_entries(const Store& store, const core::BusinessId& business);

}  // namespace kvit::app
