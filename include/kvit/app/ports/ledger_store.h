#pragma once
// Invoices, their numbers, the journal and what is open.

#include "kvit/app/ports/unit_of_work.h"
#include "kvit/ledger/allocation.h"
#include "kvit/ledger/invoice.h"
#include "kvit/ledger/journal.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace kvit::app {

// An open item as of some day, with what settled it.
struct ItemState {
    ledger::OpenItem item;                 // `open` as of the day asked for
    std::optional<core::Date> settled_on;  // effective day on which nothing was left open
    bool operator==(const ItemState&) const = default;
};

// What one journal entry did to a client's account.
struct AccountEntry {
    core::Date on;  // effective
    ledger::EntryKind kind = ledger::EntryKind::issue;
    std::optional<ledger::InvoiceKind> document{};  // of an issue: what was issued...
    core::InvoiceNumber number{};                   // ...and its number; else empty
    core::Money amount;  // what is asked of the client less what stands to its account; never 0
    std::vector<core::InvoiceNumber> items{};  // that it moved, as posted
    bool operator==(const AccountEntry&) const = default;
};

// Invoices less credit notes.
struct Sales {
    core::Money net, gross;
    bool operator==(const Sales&) const = default;
};

// One posting on an item: its issue, a credit (an issue below zero), a payment.
struct ItemMovement {
    core::Date on;  // effective
    ledger::EntryKind kind = ledger::EntryKind::issue;
    core::Money amount;  // below zero: less is open
    bool operator==(const ItemMovement&) const = default;
};

class LedgerStore {
  public:
    virtual ~LedgerStore() = default;

    // The day facts were last recorded on, over all commands; nothing in a new database.
    virtual std::optional<core::Date> last_recorded_on(const core::BusinessId& business) const = 0;

    // Numbers: only inside a unit of work, only at issue.
    virtual std::optional<core::Date> last_issued_on(const core::BusinessId& business,
                                                     ledger::InvoiceKind kind) const = 0;
    // The next number of the period, 1 for the first; remembers `issued_on` as the series' last
    // date, which must not fall (an invariant).
    virtual std::int64_t take_number(const core::BusinessId& business, ledger::InvoiceKind kind,
                                     const std::string& period, core::Date issued_on) = 0;

    // Writes the invoice with its lines and its journal entry, which moves the open items: its own
    // or, of a credit note, that of the invoice it corrects. (business, contract, cycle_from) of an
    // invoice is unique for ever; a repeat is an invariant.
    virtual void add_invoice(const core::BusinessId& business, const ledger::Invoice& invoice,
                             const ledger::JournalEntry& entry) = 0;
    virtual std::optional<ledger::Invoice> invoice(const core::BusinessId& business,
                                                   const core::InvoiceNumber& number) const = 0;
    // The credit notes of an invoice, by issue date, then as issued.
    virtual std::vector<ledger::Invoice> credit_notes_of(
        const core::BusinessId& business, const core::InvoiceNumber& number) const = 0;
    // Invoices that credit notes issued by `as_of`, as known on `known_on` (absent: now), took back
    // whole: nothing of them was ever to be paid.
    virtual std::set<core::InvoiceNumber> credited_in_full(
        const core::BusinessId& business, core::Date as_of,
        std::optional<core::Date> known_on) const = 0;
    // By issue date, then number as issued.
    virtual void for_each_invoice(
        const core::BusinessId& business,
        const std::function<void(const ledger::Invoice&)>& visit) const = 0;
    virtual void for_each_invoice_number(
        const core::BusinessId& business,
        const std::function<void(const core::InvoiceNumber&)>& visit) const = 0;
    virtual bool is_billed(const core::BusinessId& business, const core::ContractId& contract,
                           core::Date cycle_from) const = 0;
    // How many invoices (kind invoice) are issued on each day; the largest of the days before
    // `day`, 0 where there is none.
    virtual std::int64_t invoices_on(const core::BusinessId& business, core::Date day) const = 0;
    virtual std::int64_t most_invoices_before(const core::BusinessId& business,
                                              core::Date day) const = 0;
    // First days of the cycles of a contract that are billed.
    virtual std::set<core::Date> billed_cycles(const core::BusinessId& business,
                                               const core::ContractId& contract) const = 0;

    // Appends; the open-items projection moves with it. Same key and content: already_known.
    virtual Added add_entry(const core::BusinessId& business,
                            const ledger::JournalEntry& entry) = 0;
    virtual std::optional<ledger::RecordedEntry> entry(const core::BusinessId& business,
                                                       const core::EntryKey& key) const = 0;
    virtual void for_each_entry(
        const core::BusinessId& business,
        const std::function<void(const ledger::RecordedEntry&)>& visit) const = 0;

    // Projection: items with something open now, by client, currency, due date, number.
    virtual void for_each_open_item(
        const core::BusinessId& business,
        const std::function<void(const ledger::OpenItem&)>& visit) const = 0;
    // The same of one client, by due date, number.
    virtual std::vector<ledger::OpenItem> open_items_of(const core::BusinessId& business,
                                                        const core::ClientId& client,
                                                        core::Currency currency) const = 0;
    // Any issued invoice's item, settled ones with nothing open.
    virtual std::optional<ledger::OpenItem> open_item(const core::BusinessId& business,
                                                      const core::InvoiceNumber& number) const = 0;
    // From the journal: every item issued by `as_of`, as known on `known_on` (absent: now), by
    // client, currency, due date, number. Restricted to one client where given.
    virtual std::vector<ItemState> items_as_of(
        const core::BusinessId& business, core::Date as_of, std::optional<core::Date> known_on,
        const std::optional<core::ClientId>& client) const = 0;
    // From the journal: what moved one item by `as_of`, by day, then as recorded.
    virtual std::vector<ItemMovement> item_movements(const core::BusinessId& business,
                                                     const core::InvoiceNumber& number,
                                                     core::Date as_of) const = 0;
    // From the journal: cash of known clients not yet applied, by client and currency; zero left
    // out.
    virtual std::map<std::pair<core::ClientId, core::Currency>, core::Money> unapplied_as_of(
        const core::BusinessId& business, core::Date as_of,
        std::optional<core::Date> known_on) const = 0;

    // From the journal: what moved the client's account, by currency, then effective day, then as
    // recorded. What only applies the client's own cash moves nothing and is left out. The visitor
    // must not use the store.
    virtual void for_each_account_entry(
        const core::BusinessId& business, const core::ClientId& client, core::Date as_of,
        std::optional<core::Date> known_on,
        const std::function<void(const AccountEntry&)>& visit) const = 0;
    // Issued from `from` to `through`, both included; interest notes are no sales.
    virtual std::map<std::pair<core::ClientId, core::Currency>, Sales> sales(
        const core::BusinessId& business, core::Date from, core::Date through,
        std::optional<core::Date> known_on) const = 0;

    // From the journal: what moved a client's unapplied cash, in order of the days.
    virtual std::vector<ledger::CashMovement> cash_movements(const core::BusinessId& business,
                                                             const core::ClientId& client,
                                                             core::Currency currency) const = 0;
    // A client's set-offs that were not taken back, the last recorded first.
    virtual std::vector<ledger::JournalEntry> set_offs(const core::BusinessId& business,
                                                       const core::ClientId& client,
                                                       core::Currency currency) const = 0;
    // Why an entry was made (a write-off, a refund), as the owner said; once per entry. Empty where
    // nothing was said or it was erased.
    virtual void add_reason(const core::BusinessId& business, const core::EntryKey& entry,
                            const std::string& reason) = 0;
    virtual std::string reason(const core::BusinessId& business,
                               const core::EntryKey& entry) const = 0;
};

}  // namespace kvit::app
