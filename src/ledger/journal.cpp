#include "kvit/ledger/journal.h"

#include "kvit/core/invariant.h"

#include <algorithm>
#include <map>

namespace kvit::ledger {

bool is_balanced(const JournalEntry& entry) {
    if (entry.postings.size() < 2) return false;
    std::map<core::Currency, core::Money> sums;
    for (const Posting& posting : entry.postings) {
        const core::Currency currency = posting.amount.currency();
        sums.try_emplace(currency, core::Money::zero(currency)).first->second += posting.amount;
    }
    return std::ranges::all_of(sums, [](const auto& sum) { return sum.second.is_zero(); });
}

namespace {

// `receivables` against the invoice's income and VAT.
JournalEntry entry_of(const Invoice& invoice, std::vector<Posting> receivables) {
    KVIT_INVARIANT(!invoice.number.empty(), "only a numbered invoice is posted");
    JournalEntry entry{
        issue_key(invoice.number), EntryKind::issue, invoice.issued_on, {}, std::move(receivables)};
    entry.postings.push_back({Account::income, invoice.contract.str(), -invoice.net, {}});
    if (!invoice.tax.is_zero()) {
        entry.postings.push_back({Account::vat, invoice.currency.code(), -invoice.tax, {}});
    }
    KVIT_INVARIANT(is_balanced(entry), "an invoice's gross is its net and its tax");
    return entry;
}

}  // namespace

core::EntryKey issue_key(const core::InvoiceNumber& number) {
    return core::EntryKey("issue:" + number.str());
}

JournalEntry issue_entry(const Invoice& invoice) {
    KVIT_INVARIANT(invoice.kind != InvoiceKind::credit_note,
                   "a credit note is no receivable of its own");
    return entry_of(invoice,
                    {{Account::receivable, invoice.client.str(), invoice.gross, invoice.number}});
}

JournalEntry credit_entry(const Invoice& note, core::Money open) {
    KVIT_INVARIANT(
        note.kind == InvoiceKind::credit_note && note.gross.is_negative() && !open.is_negative(),
        "a credit note lowers what its invoice asked for");
    const core::Money settled = std::min(open, -note.gross);
    const core::Money rest = -note.gross - settled;
    std::vector<Posting> credits;
    if (!settled.is_zero()) {
        credits.push_back({Account::receivable, note.client.str(), -settled, note.corrects});
    }
    if (!rest.is_zero()) credits.push_back({Account::unapplied, note.client.str(), -rest, {}});
    return entry_of(note, std::move(credits));
}

JournalEntry receipt_entry(const core::EntryKey& statement_entry, core::Date booked_on,
                           core::Money amount) {
    KVIT_INVARIANT(amount.is_positive(), "a receipt is money in");
    return {core::EntryKey("receipt:" + statement_entry.str()),
            EntryKind::receipt,
            booked_on,
            {},
            {{Account::bank, amount.currency().code(), amount, {}},
             {Account::unapplied, "", -amount, {}}}};
}

core::EntryKey reversal_key(const core::EntryKey& original) {
    return core::EntryKey("reversal:" + original.str());
}

JournalEntry reversal_of(const JournalEntry& original, core::Date on) {
    JournalEntry entry{reversal_key(original.key), EntryKind::reversal, on, original.key,
                       original.postings};
    for (Posting& posting : entry.postings) posting.amount = -posting.amount;
    return entry;
}

JournalEntry write_off_entry(const core::EntryKey& key, const core::ClientId& client,
                             const core::InvoiceNumber& item, core::Money amount, core::Date on) {
    KVIT_INVARIANT(amount.is_positive(), "something is written off");
    return {key,
            EntryKind::write_off,
            on,
            {},
            {{Account::write_off, client.str(), amount, {}},
             {Account::receivable, client.str(), -amount, item}}};
}

JournalEntry refund_entry(const core::EntryKey& key, const core::ClientId& client,
                          core::Money amount, core::Date on) {
    KVIT_INVARIANT(amount.is_positive(), "a refund is money out");
    return {key,
            EntryKind::refund,
            on,
            {},
            {{Account::unapplied, client.str(), amount, {}},
             {Account::bank, amount.currency().code(), -amount, {}}}};
}

}  // namespace kvit::ledger
