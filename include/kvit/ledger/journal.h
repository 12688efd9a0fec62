#pragma once
// The append-only double-entry journal. Postings of an entry sum to zero per currency; debits are
// positive. A correction is a reversal that names its original.

#include "kvit/core/date.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/ledger/invoice.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::ledger {

// Account families and what `subject` holds: receivable CLIENT, unapplied CLIENT (empty while the
// payer is not known), bank CURRENCY, income CONTRACT, vat CURRENCY, write_off CLIENT.
enum class Account { receivable, unapplied, bank, income, vat, write_off };

struct Posting {
    Account account;
    std::string subject;
    core::Money amount;        // debit positive
    core::InvoiceNumber item;  // the open item, on receivable postings; else empty
    bool operator==(const Posting&) const = default;
};

// An application settles items by a receipt, a set-off by a client's cash.
enum class EntryKind { issue, receipt, application, reversal, write_off, refund, set_off };

struct JournalEntry {
    core::EntryKey key;  // idempotency: "issue:FV/2026/09/001", "receipt:…", "application:…"
    EntryKind kind = EntryKind::issue;
    core::Date effective_on;  // when it happened
    std::optional<core::EntryKey> reverses;
    std::vector<Posting> postings;
    bool operator==(const JournalEntry&) const = default;
};

// As stored: when it was learned, and in which order.
struct RecordedEntry {
    std::int64_t sequence = 0;  // 1, 2, … per business, without gap
    core::Date recorded_on;     // the command's day, never before the last one recorded
    core::Instant recorded_at;  // the clock's
    JournalEntry entry;
    bool operator==(const RecordedEntry&) const = default;
};

bool is_balanced(const JournalEntry& entry);  // zero per currency, at least two postings

core::EntryKey issue_key(const core::InvoiceNumber& number);
// Debit receivable gross; credit income net and VAT tax. Not for credit notes.
JournalEntry issue_entry(const Invoice& invoice);
// A credit note: debit income and VAT; credit the corrected invoice's item up to what is `open` on
// it, and by the rest, which was paid already, the client's unapplied cash. The note itself is
// never an open item.
JournalEntry credit_entry(const Invoice& note, core::Money open);
// Money in: debit bank, credit unapplied of no client yet (who paid is the application's question).
JournalEntry receipt_entry(const core::EntryKey& statement_entry, core::Date booked_on,
                           core::Money amount);

// The original taken back on a day: the same postings with the other sign.
core::EntryKey reversal_key(const core::EntryKey& original);
JournalEntry reversal_of(const JournalEntry& original, core::Date on);

// Given up: credit the item, debit the client's write-offs. `amount` is more than zero and no more
// than what is open on it.
JournalEntry write_off_entry(const core::EntryKey& key, const core::ClientId& client,
                             const core::InvoiceNumber& item, core::Money amount, core::Date on);
// Money back to a client: debit its unapplied cash, credit bank.
JournalEntry refund_entry(const core::EntryKey& key, const core::ClientId& client,
                          core::Money amount, core::Date on);

}  // namespace kvit::ledger
