#include "kvit/app/adjust_account.h"

#include "client_cash.h"
#include "kvit/ledger/journal.h"

namespace kvit::app {

namespace {

using core::Result;

std::string with_currency(core::Money amount) {
    return core::to_decimal(amount) + " " + amount.currency().code();
}

Result<void> check_said(const std::string& where, const std::string& reason, core::Date on,
                        core::Date day) {
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return core::refuse(where, "the reason is empty", "say why with --reason");
    if (on > day)
        return core::refuse(where, core::to_iso(on) + " lies after " + core::to_iso(day),
                            "record it when it has happened, or set --as-of");
    return {};
}

Result<void> check_write_off(const ledger::OpenItem& item, core::Money amount, core::Date on) {
    const std::string where = "write-off of " + item.number.str();
    if (!amount.is_positive())
        return core::refuse(where, "there is nothing open to give up", "kvit aging shows what is");
    if (amount > item.open)
        return core::refuse(where, "only " + with_currency(item.open) + " is open on it",
                            "give up at most that");
    if (on < item.issued_on)
        return core::refuse(where,
                            core::to_iso(on) + " lies before the invoice was issued on " +
                                core::to_iso(item.issued_on),
                            "correct --on");
    return {};
}

}  // namespace

Result<core::Money> refund(Store& store, const core::BusinessId& business,
                           const core::ClientId& client, core::Money amount, core::Date on,
                           const std::string& reason, core::Date day) {
    const auto unit = store.begin(day);
    const std::string where = "refund to " + client.str();
    if (auto said = check_said(where, reason, on, day); !said) return tl::unexpected(said.error());
    const core::EntryKey key("refund:" + client.str() + ":" + core::to_iso(on) + ":" +
                             core::to_decimal(amount) + ":" + amount.currency().code());
    if (store.entry(business, key)) return client_cash(store, business, client, amount.currency());
    if (auto good = check_refund(store, business, client, amount); !good)
        return tl::unexpected(good.error());
    store.add_entry(business, ledger::refund_entry(key, client, amount, on));
    store.add_reason(business, key, reason);
    unit->commit();
    return client_cash(store, business, client, amount.currency());
}

Result<core::Money> write_off(Store& store, const core::BusinessId& business,
                              const core::InvoiceNumber& number,
                              const std::optional<core::Money>& amount, core::Date on,
                              const std::string& reason, core::Date day) {
    const auto unit = store.begin(day);
    const auto item = store.open_item(business, number);
    if (!item || item->kind == ledger::InvoiceKind::credit_note)
        return core::refuse("", "there is no invoice \"" + number.str() + "\"",
                            "kvit invoices lists them");
    if (auto said = check_said("write-off of " + number.str(), reason, on, day); !said)
        return tl::unexpected(said.error());
    const core::Money given_up = amount.value_or(item->open);
    if (auto good = check_write_off(*item, given_up, on); !good)
        return tl::unexpected(good.error());
    // What is open falls with each, so the key is new.
    const core::EntryKey key("write_off:" + number.str() + ":" + core::to_iso(on) + ":" +
                             core::to_decimal(item->open));
    store.add_entry(business, ledger::write_off_entry(key, item->client, number, given_up, on));
    store.add_reason(business, key, reason);
    store.cancel_queued_notices(business, number, "written off before it was sent");
    unit->commit();
    return item->open - given_up;
}

}  // namespace kvit::app
