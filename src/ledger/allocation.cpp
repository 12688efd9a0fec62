#include "kvit/ledger/allocation.h"

#include "kvit/core/invariant.h"

#include <algorithm>

namespace kvit::ledger {

Application apply_receipt(core::Money received, core::Date received_on,
                          std::span<const OpenItem> items) {
    KVIT_INVARIANT(received.is_positive(), "a receipt is money in");
    Application result{{}, {}, received, received_on};
    for (const OpenItem& item : items) {
        KVIT_INVARIANT(item.client == items.front().client, "a receipt settles one client's items");
        KVIT_INVARIANT(item.open.currency() == received.currency(),
                       "a receipt settles items of its currency");
        result.client = item.client;
        if (!item.open.is_positive() || result.unapplied.is_zero()) continue;
        const core::Money amount = std::min(result.unapplied, item.open);
        result.allocations.push_back({item.number, amount});
        result.unapplied -= amount;
        result.effective_on = std::max(result.effective_on, item.issued_on);
    }
    return result;
}

core::EntryKey application_key(const core::EntryKey& receipt) {
    return core::EntryKey("application:" + receipt.str());
}

JournalEntry application_entry(const core::EntryKey& receipt, const Application& application) {
    JournalEntry entry{
        application_key(receipt), EntryKind::application, application.effective_on, {}, {}};
    core::Money whole = application.unapplied;
    for (const Allocation& allocation : application.allocations) whole += allocation.amount;
    entry.postings.push_back({Account::unapplied, "", whole, {}});
    for (const Allocation& allocation : application.allocations) {
        KVIT_INVARIANT(allocation.amount.is_positive(), "an allocation settles something");
        entry.postings.push_back(
            {Account::receivable, application.client.str(), -allocation.amount, allocation.item});
    }
    if (!application.unapplied.is_zero()) {
        KVIT_INVARIANT(application.unapplied.is_positive(), "no more is applied than came in");
        KVIT_INVARIANT(!application.client.empty(), "unapplied cash belongs to a client");
        entry.postings.push_back(
            {Account::unapplied, application.client.str(), -application.unapplied, {}});
    }
    KVIT_INVARIANT(is_balanced(entry), "a receipt is settled in whole or kept as unapplied");
    return entry;
}

JournalEntry set_off_entry(const core::EntryKey& key, const Application& application) {
    JournalEntry entry{key, EntryKind::application, application.effective_on, {}, {}};
    for (const Allocation& allocation : application.allocations) {
        entry.postings.push_back(
            {Account::unapplied, application.client.str(), allocation.amount, {}});
        entry.postings.push_back(
            {Account::receivable, application.client.str(), -allocation.amount, allocation.item});
    }
    KVIT_INVARIANT(is_balanced(entry), "cash is set off against something");
    return entry;
}

}  // namespace kvit::ledger
