#include "settle_receipt.h"

#include "client_cash.h"
#include "kvit/core/invariant.h"
#include "nth_key.h"
#include "set_off.h"

#include <algorithm>
#include <string>

namespace kvit::app {

namespace {

// The allocations to items that were issued when the receipt came stay; those to later ones are
// handed back, and their sum is the client's cash until then.
std::vector<ledger::Allocation> split_later(const Store& store, const core::BusinessId& business,
                                            ledger::Application& application) {
    std::vector<ledger::Allocation> later, then;
    for (const auto& allocation : application.allocations) {
        const auto item = store.open_item(business, allocation.item);
        const bool is_later = item->issued_on > application.effective_on;
        (is_later ? later : then).push_back(allocation);
        if (is_later) application.unapplied += allocation.amount;
    }
    application.allocations = std::move(then);
    return later;
}

}  // namespace

std::optional<ledger::JournalEntry> standing_application(const Store& store,
                                                         const core::BusinessId& business,
                                                         const core::EntryKey& receipt) {
    std::optional<ledger::RecordedEntry> found;
    for (int n = 1;; ++n) {
        auto entry = store.entry(business, nth_key("application", n, receipt.str()));
        if (!entry) break;
        found = std::move(entry);
    }
    if (!found || store.entry(business, ledger::reversal_key(found->entry.key)))
        return std::nullopt;
    return std::move(found->entry);
}

void settle_receipt(Store& store, const core::BusinessId& business,
                    const StoredStatementEntry& receipt, const ledger::Application& application) {
    ledger::Application at_once = application;
    const auto later = split_later(store, business, at_once);
    auto entry = ledger::application_entry(receipt.key, at_once);
    entry.key = free_key(store, business, "application", receipt.key.str());
    store.add_entry(business, entry);
    store.set_entry_state(business, receipt.key, EntryState::matched, "");
    for (const auto& allocation : application.allocations)
        store.cancel_queued_notices(business, allocation.item, "paid before it was sent");
    for (const auto& [item, amount] : later)
        set_off_item(store, business, *store.open_item(business, item), amount);
}

core::Result<void> unsettle_receipt(Store& store, const core::BusinessId& business,
                                    const StoredStatementEntry& receipt, core::Date on) {
    const auto entry = standing_application(store, business, receipt.key);
    KVIT_INVARIANT(entry.has_value(), "a matched receipt has its application");
    const auto application = ledger::read_application(*entry);
    const core::Date day = std::max(on, application.effective_on);
    if (application.unapplied.is_positive()) {
        auto freed =
            free_client_cash(store, business, application.client, application.unapplied, day);
        if (!freed) return freed;
    }
    store.add_entry(business, ledger::reversal_of(*entry, day));
    store.set_entry_state(business, receipt.key, EntryState::unmatched, "its match was taken back");
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

}  // namespace kvit::app
