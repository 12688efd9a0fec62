#include "settle_receipt.h"

#include "client_cash.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <string>

namespace kvit::app {

namespace {

// A receipt may be applied again after its application was taken back.
core::EntryKey nth(const core::EntryKey& key, int n) {
    return n == 1 ? key : core::EntryKey(key.str() + "#" + std::to_string(n));
}

core::EntryKey free_key(const Store& store, const core::BusinessId& business,
                        const core::EntryKey& key) {
    int n = 1;
    while (store.entry(business, nth(key, n))) ++n;
    return nth(key, n);
}

core::ClientId client_of(const ledger::JournalEntry& application) {
    for (const auto& posting : application.postings) {
        if (posting.account == ledger::Account::receivable) return core::ClientId(posting.subject);
        if (posting.account == ledger::Account::unapplied && !posting.subject.empty())
            return core::ClientId(posting.subject);
    }
    return {};
}

// What an application left as the client's cash.
core::Money cash_of(const ledger::JournalEntry& application, core::Currency currency) {
    core::Money cash = core::Money::zero(currency);
    for (const auto& posting : application.postings) {
        if (posting.account == ledger::Account::unapplied && !posting.subject.empty())
            cash -= posting.amount;
    }
    return cash;
}

void set_off(Store& store, const core::BusinessId& business, const core::ClientId& client,
             core::Money cash, int& settled) {
    const auto items = store.open_items_of(business, client, cash.currency());
    const auto since = store.unapplied_since(business, client, cash.currency());
    KVIT_INVARIANT(since.has_value(), "a client's cash has come on some day");
    for (const auto& item : items) {
        if (!cash.is_positive()) return;
        if (!item.open.is_positive()) continue;
        auto application = ledger::apply_receipt(std::min(cash, item.open), *since, {&item, 1});
        const auto key = free_key(store, business, core::EntryKey("set_off:" + item.number.str()));
        store.add_entry(business, ledger::set_off_entry(key, application));
        store.cancel_queued_notices(business, item.number, "paid before it was sent");
        cash -= application.allocations.front().amount;
        ++settled;
    }
}

}  // namespace

std::optional<ledger::JournalEntry> standing_application(const Store& store,
                                                         const core::BusinessId& business,
                                                         const core::EntryKey& receipt) {
    const auto key = ledger::application_key(receipt);
    std::optional<ledger::RecordedEntry> found;
    for (int n = 1; auto entry = store.entry(business, nth(key, n)); ++n) found = std::move(entry);
    if (!found || store.entry(business, ledger::reversal_key(found->entry.key)))
        return std::nullopt;
    return std::move(found->entry);
}

void settle_receipt(Store& store, const core::BusinessId& business,
                    const StoredStatementEntry& receipt, const ledger::Application& application) {
    auto entry = ledger::application_entry(receipt.key, application);
    entry.key = free_key(store, business, entry.key);
    store.add_entry(business, entry);
    store.set_entry_state(business, receipt.key, EntryState::matched, "");
    if (!receipt.payer.empty()) store.put_payer(business, receipt.payer, application.client);
    for (const auto& allocation : application.allocations) {
        store.cancel_queued_notices(business, allocation.item, "paid before it was sent");
    }
}

core::Result<void> unsettle_receipt(Store& store, const core::BusinessId& business,
                                    const StoredStatementEntry& receipt, core::Date on) {
    const auto application = standing_application(store, business, receipt.key);
    KVIT_INVARIANT(application.has_value(), "a matched receipt has its application");
    const core::Currency currency = receipt.entry.amount.currency();
    const core::ClientId client = client_of(*application);
    const core::Money cash = cash_of(*application, currency);
    const core::Money there = client_cash(store, business, client, currency);
    if (cash > there) {
        return core::refuse(
            "receipt " + std::to_string(receipt.ordinal),
            core::to_decimal(cash - there) + " " + currency.code() +
                " of it was set off or paid back since",
            "correct what took it first: kvit statement " + client.str() + " shows it");
    }
    store.add_entry(business, ledger::reversal_of(*application, on));
    store.set_entry_state(business, receipt.key, EntryState::unmatched, "its match was taken back");
    if (!receipt.payer.empty()) store.remove_payer(business, receipt.payer, client);
    return {};
}

core::Result<void> take_back(Store& store, const core::BusinessId& business,
                             const StoredStatementEntry& out, const StoredStatementEntry& receipt) {
    const core::Date on = out.entry.booked_on;
    if (receipt.state == EntryState::matched) {
        if (auto freed = unsettle_receipt(store, business, receipt, on); !freed) return freed;
    }
    const auto original =
        ledger::receipt_entry(receipt.key, receipt.entry.booked_on, receipt.entry.amount);
    store.add_entry(business, ledger::reversal_of(original, on));
    store.set_entry_state(business, receipt.key, EntryState::returned,
                          "returned by entry " + std::to_string(out.ordinal));
    store.set_entry_state(business, out.key, EntryState::booked_out,
                          "returns entry " + std::to_string(receipt.ordinal));
    return {};
}

int set_off(Store& store, const core::BusinessId& business) {
    int settled = 0;
    const auto all = store.unapplied_as_of(business, core::make_date(9999, 12, 31), std::nullopt);
    for (const auto& [whose, cash] : all) {
        if (cash.is_positive()) set_off(store, business, whose.first, cash, settled);
    }
    return settled;
}

}  // namespace kvit::app
