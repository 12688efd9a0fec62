#include "set_off.h"

#include "kvit/ledger/journal.h"
#include "nth_key.h"

#include <algorithm>
#include <utility>

namespace kvit::app {

core::Money set_off_item(Store& store, const core::BusinessId& business,
                         const ledger::OpenItem& item, core::Money most) {
    const core::Currency currency = item.open.currency();
    core::Money left = std::min(item.open, most);
    core::Money settled = core::Money::zero(currency);
    while (left.is_positive()) {
        const auto free = ledger::free_cash(store.cash_movements(business, item.client, currency),
                                            item.issued_on);
        if (!free) break;
        const core::Money part = std::min(free->amount, left);
        const auto key = free_key(store, business, "set_off", item.number.str());
        store.add_entry(business,
                        ledger::set_off_entry(key, item.client, {item.number, part}, free->from));
        left -= part;
        settled += part;
    }
    if (settled.is_positive())
        store.cancel_queued_notices(business, item.number, "paid before it was sent");
    return settled;
}

std::vector<ledger::Allocation> set_off(Store& store, const core::BusinessId& business,
                                        const core::ClientId& client, core::Currency currency) {
    std::vector<ledger::Allocation> settled;
    for (const auto& item : store.open_items_of(business, client, currency)) {
        if (!item.open.is_positive()) continue;
        const core::Money part = set_off_item(store, business, item, item.open);
        if (!part.is_positive()) break;
        settled.push_back({item.number, part});
    }
    return settled;
}

std::vector<ledger::Allocation> set_off(Store& store, const core::BusinessId& business) {
    std::vector<ledger::Allocation> settled;
    const auto all = store.unapplied_as_of(business, core::end_of_days, std::nullopt);
    for (const auto& [whose, cash] : all) {
        if (!cash.is_positive()) continue;
        const auto parts = set_off(store, business, whose.first, whose.second);
        settled.insert(settled.end(), parts.begin(), parts.end());
    }
    return settled;
}

core::Result<void> free_client_cash(Store& store, const core::BusinessId& business,
                                    const core::ClientId& client, core::Money amount,
                                    core::Date on) {
    const core::Currency currency = amount.currency();
    const auto there = [&] {
        return ledger::cash_from(store.cash_movements(business, client, currency), on, currency);
    };
    for (const auto& entry : store.set_offs(business, client, currency)) {
        if (there() >= amount) return {};
        store.add_entry(business, ledger::reversal_of(entry, std::max(on, entry.effective_on)));
    }
    const core::Money free = there();
    if (free >= amount) return {};
    return core::refuse("the account of " + client.str(),
                        with_currency(amount - free) + " of that money was paid back since",
                        "record the client's debt by an invoice of its own");
}

}  // namespace kvit::app
