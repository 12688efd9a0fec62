#include "match_receipts.h"

#include "kvit/core/invariant.h"
#include "kvit/ledger/allocation.h"
#include "settle_receipt.h"

#include <algorithm>
#include <vector>

namespace kvit::app {

ReceiptMatcher::ReceiptMatcher(Store& store, const core::BusinessId& business)
    : store_(store), business_(business) {
    store.for_each_invoice_number(business,
                                  [&](const core::InvoiceNumber& number) { numbers_.add(number); });
    store.for_each_client(business, [&](const contract::Client& client) {
        const auto key = statement::name_key(client.name);
        if (!key.base.empty()) clients_by_name_[key.base].push_back({key, client.id});
        for (const auto& account : client.virtual_accounts)
            clients_by_account_.emplace(account.iban, client.id);
    });
}

std::vector<core::ClientId> ReceiptMatcher::clients_named(const std::string& name) const {
    std::vector<core::ClientId> clients;
    const auto key = statement::name_key(name);
    const auto found = clients_by_name_.find(key.base);
    if (found == clients_by_name_.end()) return clients;
    for (const auto& [other, client] : found->second)
        if (statement::same_name(key, other)) clients.push_back(client);
    return clients;
}

// Who was given the virtual account it came in on; else an account that paid one client's invoices
// and no other's; else a name that one client has, where
// the account is not known as somebody else's. A name that several have tells nothing, whatever it
// paid before.
statement::Payer ReceiptMatcher::payer_of(const StoredStatementEntry& receipt) const {
    statement::Payer payer;
    std::vector<core::ClientId> before;
    if (!receipt.payer.empty()) before = store_.clients_of_payer(business_, receipt.payer);
    const auto named = clients_named(receipt.entry.payer_name);
    const bool only_a_name = receipt.entry.payer_iban.empty();
    const auto own_account = clients_by_account_.find(receipt.entry.credited_iban);
    if (own_account != clients_by_account_.end()) {
        payer.by = statement::KnownBy::account;
        payer.client = own_account->second;
    } else if (before.size() == 1 && !(only_a_name && named.size() > 1)) {
        payer.by = statement::KnownBy::account;
        payer.client = before.front();
    } else if (before.empty() && named.size() == 1) {
        payer.by = statement::KnownBy::name;
        payer.client = named.front();
    } else {
        return payer;
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
    for (const auto& [number, spelling] : statement::numbers_named(numbers_, receipt.entry)) {
        const auto item = store_.open_item(business_, number);
        KVIT_INVARIANT(item.has_value(), "an issued invoice has its open item");
        if (item->kind != ledger::InvoiceKind::credit_note)
            evidence.named.push_back({*item, spelling});
    }
    evidence.payer = payer_of(receipt);
    return evidence;
}

bool ReceiptMatcher::speak_of_the_same(const StoredStatementEntry& out,
                                       const StoredStatementEntry& receipt) const {
    const auto& one = out.entry;
    const auto& other = receipt.entry;
    if (!one.end_to_end_id.empty() && one.end_to_end_id == other.end_to_end_id) return true;
    if (!out.payer.empty() && out.payer == receipt.payer) return true;
    const auto here = statement::numbers_named(numbers_, one);
    const auto there = statement::numbers_named(numbers_, other);
    return std::ranges::any_of(here, [&](const statement::Naming& naming) {
        return std::ranges::find(there, naming.number, &statement::Naming::number) != there.end();
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

void ReceiptMatcher::say_why(const StoredStatementEntry& receipt, EntryState state,
                             const std::string& why) {
    if (receipt.state == state && receipt.note == why) return;
    store_.set_entry_state(business_, receipt.key, state, why);
    changed_ = true;
}

statement::MatchVerdict ReceiptMatcher::match_return(const StoredStatementEntry& out) {
    const auto receipt = returned_by(out);
    const auto taken = receipt ? take_back(store_, business_, out, *receipt)
                               : core::refuse("",
                                              "it came back (" + out.entry.returned +
                                                  "), and which receipt it was is not certain",
                                              "");
    changed_ = changed_ || taken.has_value();
    if (taken) return statement::MatchVerdict::certain;
    say_why(out, EntryState::returning, taken.error().what);
    return statement::MatchVerdict::ambiguous;
}

statement::MatchVerdict ReceiptMatcher::match(const StoredStatementEntry& receipt) {
    if (receipt.entry.amount.is_negative()) return match_return(receipt);
    const auto evidence = evidence_for(receipt);
    const auto match = statement::match(receipt.entry, evidence);
    if (match.verdict != statement::MatchVerdict::certain) {
        say_why(receipt, EntryState::unmatched, match.reason);
        return match.verdict;
    }
    std::vector<ledger::OpenItem> chosen;
    for (const auto& number : match.items) chosen.push_back(*store_.open_item(business_, number));
    const auto application =
        ledger::apply_receipt(receipt.entry.amount, receipt.entry.booked_on, chosen);
    settle_receipt(store_, business_, receipt, application);
    changed_ = true;
    if (!receipt.payer.empty()) store_.put_payer(business_, receipt.payer, application.client);
    return match.verdict;
}

}  // namespace kvit::app
