#include "match_receipts.h"

#include "kvit/core/invariant.h"
#include "kvit/ledger/allocation.h"
#include "kvit/statement/payer.h"
#include "settle_receipt.h"

#include <algorithm>
#include <vector>

namespace kvit::app {

ReceiptMatcher::ReceiptMatcher(Store& store, const core::BusinessId& business)
    : store_(store), business_(business) {
    store.for_each_invoice_number(business,
                                  [&](const core::InvoiceNumber& number) { numbers_.add(number); });
    store.for_each_client(business, [&](const contract::Client& client) {
        const std::string key = statement::name_key(client.name);
        if (!key.empty()) clients_by_name_[key].insert(client.id);
    });
}

// An account that paid one client's invoices and no other's; else a name that one client has, where
// the account is not known as somebody else's.
statement::Payer ReceiptMatcher::payer_of(const StoredStatementEntry& receipt) const {
    statement::Payer payer;
    std::vector<core::ClientId> by_account;
    if (!receipt.payer.empty()) by_account = store_.clients_of_payer(business_, receipt.payer);
    if (by_account.size() == 1) {
        payer.by = statement::KnownBy::account;
        payer.client = by_account.front();
    } else {
        const auto named = clients_by_name_.find(statement::name_key(receipt.entry.payer_name));
        if (named == clients_by_name_.end() || named->second.size() != 1) return payer;
        const auto& client = *named->second.begin();
        const bool contradicted =
            !by_account.empty() && std::ranges::find(by_account, client) == by_account.end();
        if (contradicted) return payer;
        payer.by = statement::KnownBy::name;
        payer.client = client;
    }
    for (auto& item :
         store_.open_items_of(business_, payer.client, receipt.entry.amount.currency())) {
        if (item.open.is_positive()) payer.open.push_back(std::move(item));
    }
    return payer;
}

// Nobody pays a credit note: who names one beside its invoice pays what it left of that.
statement::Evidence ReceiptMatcher::evidence_for(const StoredStatementEntry& receipt) const {
    statement::Evidence evidence;
    auto named = statement::numbers_named(numbers_, receipt.entry);
    for (const auto& number : named.all) {
        const auto item = store_.open_item(business_, number);
        KVIT_INVARIANT(item.has_value(), "an issued invoice has its open item");
        if (item->kind != ledger::InvoiceKind::credit_note) evidence.named.push_back(*item);
    }
    evidence.referred_to = std::move(named.referred_to);
    evidence.payer = payer_of(receipt);
    return evidence;
}

bool ReceiptMatcher::speak_of_the_same(const StoredStatementEntry& out,
                                       const StoredStatementEntry& receipt) const {
    const auto& one = out.entry;
    const auto& other = receipt.entry;
    if (!one.end_to_end_id.empty() && one.end_to_end_id == other.end_to_end_id) return true;
    if (!out.payer.empty() && out.payer == receipt.payer) return true;
    const auto here = statement::numbers_named(numbers_, one).all;
    const auto there = statement::numbers_named(numbers_, other).all;
    return std::ranges::any_of(here, [&](const core::InvoiceNumber& number) {
        return std::ranges::find(there, number) != there.end();
    });
}

std::optional<StoredStatementEntry> ReceiptMatcher::returned_by(
    const StoredStatementEntry& out) const {
    std::optional<StoredStatementEntry> found;
    for (auto& receipt : store_.receipts_of_amount(business_, -out.entry.amount)) {
        if (receipt.entry.booked_on > out.entry.booked_on) continue;
        if (!speak_of_the_same(out, receipt)) continue;
        if (found) return std::nullopt;  // which of them is for a person to say
        found = std::move(receipt);
    }
    return found;
}

statement::MatchVerdict ReceiptMatcher::match_return(const StoredStatementEntry& out) {
    const auto receipt = returned_by(out);
    const auto taken = receipt ? take_back(store_, business_, out, *receipt)
                               : core::refuse("",
                                              "it came back (" + out.entry.returned +
                                                  "), and which receipt it was is not certain",
                                              "");
    if (taken) return statement::MatchVerdict::certain;
    store_.set_entry_state(business_, out.key, EntryState::returning, taken.error().what);
    return statement::MatchVerdict::ambiguous;
}

statement::MatchVerdict ReceiptMatcher::match(const StoredStatementEntry& receipt) {
    if (receipt.entry.amount.is_negative()) return match_return(receipt);
    const auto evidence = evidence_for(receipt);
    const auto match = statement::match(receipt.entry, evidence);
    if (match.verdict != statement::MatchVerdict::certain) {
        store_.set_entry_state(business_, receipt.key, EntryState::unmatched, match.reason);
        return match.verdict;
    }
    std::vector<ledger::OpenItem> chosen;
    for (const auto& number : match.items) chosen.push_back(*store_.open_item(business_, number));
    settle_receipt(store_, business_, receipt,
                   ledger::apply_receipt(receipt.entry.amount, receipt.entry.booked_on, chosen));
    return match.verdict;
}

}  // namespace kvit::app
