#include "kvit/app/allocate_receipt.h"

#include "client_cash.h"
#include "kvit/ledger/journal.h"
#include "set_off.h"
#include "settle_receipt.h"

#include <algorithm>

namespace kvit::app {

namespace {

using core::Result;

std::string place(std::int64_t ordinal) { return "entry " + std::to_string(ordinal); }

Result<StoredStatementEntry> entry_of(const Store& store, const core::BusinessId& business,
                                      std::int64_t ordinal) {
    auto stored = store.statement_entry(business, ordinal);
    if (stored) return std::move(*stored);
    return core::refuse("", "no bank statement has an " + place(ordinal),
                        "kvit allocate --all lists them");
}

Result<StoredStatementEntry> receipt_of(const Store& store, const core::BusinessId& business,
                                        std::int64_t ordinal) {
    auto stored = entry_of(store, business, ordinal);
    if (!stored) return stored;
    if (!stored->entry.amount.is_positive())
        return core::refuse(place(ordinal), "it is money out",
                            "name what it was with --returns or --refund");
    if (stored->state == EntryState::returned)
        return core::refuse(place(ordinal), "it was returned, there is nothing to settle with it",
                            "kvit allocate --all shows the return");
    return stored;
}

Result<StoredStatementEntry> payment_out(const Store& store, const core::BusinessId& business,
                                         std::int64_t ordinal) {
    auto stored = entry_of(store, business, ordinal);
    if (!stored) return stored;
    if (stored->entry.amount.is_positive())
        return core::refuse(place(ordinal), "it is money in",
                            "name the invoices it settles, or --client");
    if (stored->state == EntryState::booked_out)
        return core::refuse(place(ordinal), "it is booked already",
                            "kvit allocate --all shows as what");
    return stored;
}

// Ready to be applied: a match that stood before is taken back, as of the receipt's own day.
Result<void> free_receipt(Store& store, const core::BusinessId& business,
                          const StoredStatementEntry& receipt) {
    if (receipt.state != EntryState::matched) return {};
    return unsettle_receipt(store, business, receipt, receipt.entry.booked_on);
}

Result<ledger::OpenItem> item_of(const Store& store, const core::BusinessId& business,
                                 const core::InvoiceNumber& number, core::Money received) {
    const auto item = store.open_item(business, number);
    if (!item)
        return core::refuse("", "there is no invoice \"" + number.str() + "\"",
                            "kvit invoices lists them");
    if (item->kind == ledger::InvoiceKind::credit_note)
        return core::refuse(number.str(), "it is a credit note, nothing is owed on it",
                            "name the invoice it corrects");
    if (item->open.currency() != received.currency())
        return core::refuse(number.str(),
                            "it is in " + item->open.currency().code() + ", the payment in " +
                                received.currency().code(),
                            "name an invoice of the payment's currency");
    if (!item->open.is_positive())
        return core::refuse(number.str(), "it is settled already",
                            "name another, or --client to keep the money for the next invoice");
    return *item;
}

Result<core::Money> part_of(const ledger::OpenItem& item, const AllocationPart& part,
                            core::Money left) {
    const core::Money amount = part.amount.value_or(std::min(item.open, left));
    if (!amount.is_positive())
        return core::refuse(item.number.str(), "nothing is left of the payment for it",
                            "leave it out, or give the amounts: " + item.number.str() + "=…");
    if (amount > item.open)
        return core::refuse(item.number.str(),
                            "only " + with_currency(item.open) + " is open on it",
                            "give at most that; what is beyond stays with the client");
    if (amount > left)
        return core::refuse(
            item.number.str(),
            "the parts are more than the payment, by " + with_currency(amount - left),
            "give parts that add up to what was received, or less");
    return amount;
}

Result<ledger::Application> application_of(const Store& store, const core::BusinessId& business,
                                           const StoredStatementEntry& receipt,
                                           const std::vector<AllocationPart>& parts) {
    ledger::Application application{{}, {}, receipt.entry.amount, receipt.entry.booked_on};
    for (const auto& part : parts) {
        const auto item = item_of(store, business, part.invoice, receipt.entry.amount);
        if (!item) return tl::unexpected(item.error());
        if (!application.client.empty() && application.client != item->client)
            return core::refuse(part.invoice.str(),
                                "it is owed by " + item->client.str() + ", the one before by " +
                                    application.client.str(),
                                "name the invoices of one client; a payment has one payer");
        const bool twice =
            std::ranges::find(application.allocations, part.invoice, &ledger::Allocation::item) !=
            application.allocations.end();
        if (twice) return core::refuse(part.invoice.str(), "it is named twice", "name it once");
        application.client = item->client;
        const auto amount = part_of(*item, part, application.unapplied);
        if (!amount) return tl::unexpected(amount.error());
        application.allocations.push_back({part.invoice, *amount});
        application.unapplied -= *amount;
    }
    return application;
}

// Says what the receipt settles; the choice holds for the payer from now on. What is left of it
// settles what the client owes besides.
AllocationResult settle(Store& store, const core::BusinessId& business,
                        const StoredStatementEntry& receipt,
                        const ledger::Application& application) {
    settle_receipt(store, business, receipt, application);
    if (!receipt.payer.empty()) {
        for (const auto& client : store.clients_of_payer(business, receipt.payer))
            store.remove_payer(business, receipt.payer, client);
        store.put_payer(business, receipt.payer, application.client);
    }
    const core::Currency currency = receipt.entry.amount.currency();
    const auto from_cash = set_off(store, business, application.client, currency);
    core::Money left =
        client_cash(store, business, application.client, currency, receipt.entry.booked_on);
    left = std::max(left, core::Money::zero(currency));
    return {application.allocations, from_cash, left, application.client};
}

// The same was said before.
bool stands(const Store& store, const core::BusinessId& business,
            const StoredStatementEntry& receipt, const std::vector<AllocationPart>& parts) {
    if (receipt.state != EntryState::matched) return false;
    const auto application = standing_application(store, business, receipt.key);
    const auto settled = ledger::read_application(*application).allocations;
    return std::ranges::equal(parts, settled, [](const AllocationPart& part, const auto& one) {
        return part.invoice == one.item && part.amount.value_or(one.amount) == one.amount;
    });
}

}  // namespace

Result<AllocationResult> allocate_receipt(Store& store, const core::BusinessId& business,
                                          std::int64_t receipt,
                                          const std::vector<AllocationPart>& parts,
                                          core::Date day) {
    const auto unit = store.begin(day);
    const auto stored = receipt_of(store, business, receipt);
    if (!stored) return tl::unexpected(stored.error());
    if (stands(store, business, *stored, parts)) return AllocationResult{.already_known = true};
    if (auto freed = free_receipt(store, business, *stored); !freed)
        return tl::unexpected(freed.error());
    const auto application = application_of(store, business, *stored, parts);
    if (!application) return tl::unexpected(application.error());
    auto result = settle(store, business, *stored, *application);
    unit->commit();
    return result;
}

Result<AllocationResult> allocate_to_client(Store& store, const core::BusinessId& business,
                                            std::int64_t receipt, const core::ClientId& client,
                                            core::Date day) {
    const auto unit = store.begin(day);
    const auto stored = receipt_of(store, business, receipt);
    if (!stored) return tl::unexpected(stored.error());
    if (auto known = check_client(store, business, client); !known)
        return tl::unexpected(known.error());
    if (auto freed = free_receipt(store, business, *stored); !freed)
        return tl::unexpected(freed.error());
    const auto& entry = stored->entry;
    auto items = store.open_items_of(business, client, entry.amount.currency());
    std::erase_if(items, [](const ledger::OpenItem& item) { return !item.open.is_positive(); });
    auto application = ledger::apply_receipt(entry.amount, entry.booked_on, items);
    application.client = client;
    auto result = settle(store, business, *stored, application);
    unit->commit();
    return result;
}

Result<void> set_receipt_aside(Store& store, const core::BusinessId& business, std::int64_t receipt,
                               const std::string& reason, core::Date day) {
    const auto unit = store.begin(day);
    const auto stored = receipt_of(store, business, receipt);
    if (!stored) return tl::unexpected(stored.error());
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return core::refuse(place(receipt), "the reason is empty",
                            "say what the money is, like --not-ours \"own deposit\"");
    if (auto freed = free_receipt(store, business, *stored); !freed) return freed;
    for (const auto& client : store.clients_of_payer(business, stored->payer))
        store.remove_payer(business, stored->payer, client);
    store.set_entry_state(business, stored->key, EntryState::not_ours, reason);
    unit->commit();
    return {};
}

Result<void> return_receipt(Store& store, const core::BusinessId& business, std::int64_t out,
                            std::int64_t receipt, core::Date day) {
    const auto unit = store.begin(day);
    const auto returned = payment_out(store, business, out);
    if (!returned) return tl::unexpected(returned.error());
    const auto received = receipt_of(store, business, receipt);
    if (!received) return tl::unexpected(received.error());
    if (returned->entry.amount.currency() != received->entry.amount.currency() ||
        -returned->entry.amount != received->entry.amount)
        return core::refuse(place(out),
                            with_currency(-returned->entry.amount) + " went out, and " +
                                place(receipt) + " brought " +
                                with_currency(received->entry.amount),
                            "name the receipt that was returned whole");
    if (returned->entry.booked_on < received->entry.booked_on)
        return core::refuse(place(out), "it was booked before " + place(receipt) + " came",
                            "name the receipt that it takes back");
    if (auto taken = take_back(store, business, *returned, *received); !taken) return taken;
    set_off(store, business);
    unit->commit();
    return {};
}

Result<void> refund_by_statement(Store& store, const core::BusinessId& business, std::int64_t out,
                                 const core::ClientId& client, core::Date day) {
    const auto unit = store.begin(day);
    const auto paid = payment_out(store, business, out);
    if (!paid) return tl::unexpected(paid.error());
    const auto key = core::EntryKey("refund:" + paid->key.str());
    if (auto good =
            check_refund(store, business, client, -paid->entry.amount, paid->entry.booked_on);
        !good)
        return good;
    store.add_entry(business,
                    ledger::refund_entry(key, client, -paid->entry.amount, paid->entry.booked_on));
    store.set_entry_state(business, paid->key, EntryState::booked_out, "refund to " + client.str());
    unit->commit();
    return {};
}

std::vector<AllocatedEntry> allocated_entries(const Store& store,
                                              const core::BusinessId& business) {
    std::vector<AllocatedEntry> entries;
    store.for_each_statement_entry(business, [&](const StoredStatementEntry& stored) {
        AllocatedEntry allocated{stored, {}, {}};
        const auto application = standing_application(store, business, stored.key);
        if (application) {
            auto [client, allocations, unapplied, on] = ledger::read_application(*application);
            allocated.client = std::move(client);
            allocated.allocations = std::move(allocations);
        }
        entries.push_back(std::move(allocated));
    });
    return entries;
}

}  // namespace kvit::app
