#include "kvit/app/adjust_account.h"

#include "client_cash.h"
#include "kvit/ledger/allocation.h"
#include "kvit/ledger/journal.h"

#include <vector>

namespace kvit::app {

namespace {

using core::Result;

Result<void> check_said(const std::string& where, const std::string& reason, core::Date on,
                        core::Date day) {
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return core::refuse(where, "the reason is empty", "say why with --reason");
    if (on > day)
        return core::refuse(where, core::to_iso(on) + " lies after " + core::to_iso(day),
                            "record it when it has happened, or set --as-of");
    return {};
}

// What is open from a day on, and stays so on every later one.
core::Money open_from(const Store& store, const core::BusinessId& business,
                      const ledger::OpenItem& item, core::Date day) {
    std::vector<ledger::CashMovement> movements;
    for (const auto& moved : store.item_movements(business, item.number, core::end_of_days))
        movements.push_back({moved.on, moved.amount});
    return ledger::cash_from(movements, day, item.open.currency());
}

Result<void> check_write_off(const ledger::OpenItem& item, core::Money open, core::Money amount,
                             core::Date on) {
    const std::string where = "write-off of " + item.number.str();
    if (on < item.issued_on)
        return core::refuse(where,
                            core::to_iso(on) + " lies before the invoice was issued on " +
                                core::to_iso(item.issued_on),
                            "correct --on");
    if (!amount.is_positive())
        return core::refuse(where, "there is nothing open to give up", "kvit aging shows what is");
    if (amount > open)
        return core::refuse(
            where,
            "only " + with_currency(open) + " is open on it from " + core::to_iso(on) + " on",
            "give up at most that, or on another day");
    return {};
}

// A second equal one of the same day has a reference of its own.
core::EntryKey adjustment_key(const std::string& kind, const std::string& whose, core::Date on,
                              core::Money amount, const std::string& reference) {
    return core::EntryKey(kind + ":" + whose + ":" + core::to_iso(on) + ":" +
                          core::to_decimal(amount) + ":" + amount.currency().code() +
                          (reference.empty() ? "" : ":" + reference));
}

}  // namespace

Result<Adjustment> refund(Store& store, const core::BusinessId& business,
                          const core::ClientId& client, core::Money amount,
                          const AdjustmentWords& words, core::Date day) {
    const auto unit = store.begin(day);
    const auto left = [&] {
        return client_cash(store, business, client, amount.currency(), words.on);
    };
    const std::string where = "refund to " + client.str();
    if (auto said = check_said(where, words.reason, words.on, day); !said)
        return tl::unexpected(said.error());
    const auto key = adjustment_key("refund", client.str(), words.on, amount, words.reference);
    if (store.entry(business, key)) return Adjustment{true, left()};
    if (auto good = check_refund(store, business, client, amount, words.on); !good)
        return tl::unexpected(good.error());
    store.add_entry(business, ledger::refund_entry(key, client, amount, words.on));
    store.add_reason(business, key, words.reason);
    unit->commit();
    return Adjustment{false, left()};
}

Result<Adjustment> write_off(Store& store, const core::BusinessId& business,
                             const core::InvoiceNumber& number,
                             const std::optional<core::Money>& amount, const AdjustmentWords& words,
                             core::Date day) {
    const auto unit = store.begin(day);
    const auto item = store.open_item(business, number);
    if (!item || item->kind == ledger::InvoiceKind::credit_note)
        return core::refuse("", "there is no invoice \"" + number.str() + "\"",
                            "kvit invoices lists them");
    if (auto said = check_said("write-off of " + number.str(), words.reason, words.on, day); !said)
        return tl::unexpected(said.error());
    const core::Money open = open_from(store, business, *item, words.on);
    const core::Money given_up = amount.value_or(open);
    const auto key = adjustment_key("write_off", number.str(), words.on, given_up, words.reference);
    if (store.entry(business, key)) return Adjustment{true, item->open};
    if (auto good = check_write_off(*item, open, given_up, words.on); !good)
        return tl::unexpected(good.error());
    store.add_entry(business,
                    ledger::write_off_entry(key, item->client, number, given_up, words.on));
    store.add_reason(business, key, words.reason);
    store.cancel_queued_notices(business, number, "written off before it was sent");
    unit->commit();
    return Adjustment{false, item->open - given_up};
}

}  // namespace kvit::app
