#include "kvit/ledger/journal.h"

#include "kvit/core/invariant.h"

#include <map>

namespace kvit::ledger {

bool is_balanced(const JournalEntry& entry) {
    if (entry.postings.size() < 2) return false;
    std::map<core::Currency, core::Money> sums;
    for (const Posting& posting : entry.postings) {
        const core::Currency currency = posting.amount.currency();
        sums.try_emplace(currency, core::Money::zero(currency)).first->second += posting.amount;
    }
    for (const auto& [currency, sum] : sums) {
        if (!sum.is_zero()) return false;
    }
    return true;
}

JournalEntry issue_entry(const Invoice& invoice) {
    KVIT_INVARIANT(!invoice.number.empty(), "only a numbered invoice is posted");
    JournalEntry entry{core::EntryKey("issue:" + invoice.number.str()),
                       EntryKind::issue,
                       invoice.issued_on,
                       {},
                       {}};
    entry.postings.push_back(
        {Account::receivable, invoice.client.str(), invoice.gross, invoice.number});
    entry.postings.push_back({Account::income, invoice.contract.str(), -invoice.net, {}});
    if (!invoice.tax.is_zero()) {
        entry.postings.push_back({Account::vat, invoice.currency.code(), -invoice.tax, {}});
    }
    KVIT_INVARIANT(is_balanced(entry), "an invoice's gross is its net and its tax");
    return entry;
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

}  // namespace kvit::ledger
