#include "kvit/ledger/allocation.h"

#include "kvit/core/invariant.h"

#include <algorithm>
#include <cstddef>

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

Application read_application(const JournalEntry& entry) {
    KVIT_INVARIANT(entry.kind == EntryKind::application && !entry.postings.empty(),
                   "an application is read from its entry");
    Application application{
        {}, {}, core::Money::zero(entry.postings.front().amount.currency()), entry.effective_on};
    for (const Posting& posting : entry.postings) {
        if (posting.subject.empty()) continue;  // the receipt's own money
        application.client = core::ClientId(posting.subject);
        if (posting.account == Account::receivable)
            application.allocations.push_back({posting.item, -posting.amount});
        else
            application.unapplied -= posting.amount;
    }
    return application;
}

JournalEntry set_off_entry(const core::EntryKey& key, const core::ClientId& client,
                           const Allocation& allocation, core::Date on) {
    KVIT_INVARIANT(allocation.amount.is_positive(), "a set-off settles something");
    return {key,
            EntryKind::set_off,
            on,
            {},
            {{Account::unapplied, client.str(), allocation.amount, {}},
             {Account::receivable, client.str(), -allocation.amount, allocation.item}}};
}

core::Money cash_from(std::span<const CashMovement> movements, core::Date day,
                      core::Currency currency) {
    core::Money balance = core::Money::zero(currency);
    std::optional<core::Money> least;
    for (std::size_t i = 0; i < movements.size(); ++i) {
        // The balance at the end of each day counts, from `day` on.
        if (movements[i].on > day && !least) least = balance;
        balance += movements[i].amount;
        const bool ends_day = i + 1 == movements.size() || movements[i + 1].on != movements[i].on;
        if (movements[i].on >= day && ends_day) least = std::min(least.value_or(balance), balance);
    }
    return least.value_or(balance);
}

std::optional<FreeCash> free_cash(std::span<const CashMovement> movements, core::Date from) {
    if (movements.empty()) return std::nullopt;
    const core::Currency currency = movements.front().amount.currency();
    core::Date day = from;
    for (std::size_t next = 0;; ++next) {
        const core::Money free = cash_from(movements, day, currency);
        if (free.is_positive()) return FreeCash{day, free};
        while (next < movements.size() && movements[next].on <= day) ++next;
        if (next == movements.size()) return std::nullopt;
        day = movements[next].on;
    }
}

}  // namespace kvit::ledger
