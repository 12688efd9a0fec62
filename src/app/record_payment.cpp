#include "kvit/app/record_payment.h"

#include "kvit/ledger/allocation.h"
#include "kvit/ledger/journal.h"

#include <algorithm>
#include <array>

namespace kvit::app {

namespace {

core::Result<void> check_amount(const ledger::OpenItem& item, core::Money amount) {
    const std::string where = "payment of " + item.number.str();
    if (amount.currency() != item.open.currency()) {
        return core::refuse(where, "the invoice is in " + item.open.currency().code(),
                            "give the amount in that currency");
    }
    if (!amount.is_positive()) {
        return core::refuse(where, "the amount is not more than zero", "give what was paid");
    }
    return {};
}

// What is asked of a payment that is not recorded yet.
core::Result<void> check_new(const ledger::OpenItem& item, core::Money amount, core::Date on,
                             core::Date day) {
    const std::string where = "payment of " + item.number.str();
    if (amount > item.open) {
        return core::refuse(
            where, "only " + with_currency(item.open) + " is open on it",
            "record at most that; what was paid beyond arrives with the bank statement");
    }
    if (on > day) {
        return core::refuse(where, core::to_iso(on) + " lies after " + core::to_iso(day),
                            "record a payment when it has arrived, or set --as-of");
    }
    if (on < item.issued_on) {
        return core::refuse(where,
                            core::to_iso(on) + " lies before the invoice was issued on " +
                                core::to_iso(item.issued_on),
                            "correct --on");
    }
    return {};
}

}  // namespace

core::Result<RecordedPayment> record_payment(Store& store, const core::BusinessId& business,
                                             const core::InvoiceNumber& number, core::Money amount,
                                             core::Date on, const std::string& reference,
                                             core::Date day, const core::Hasher& hasher) {
    const auto unit = store.begin(day);
    const auto item = store.open_item(business, number);
    if (!item) {
        return core::refuse("", "there is no invoice \"" + number.str() + "\"",
                            "kvit invoices lists them");
    }
    if (auto good = check_amount(*item, amount); !good) return tl::unexpected(good.error());
    const core::EntryKey key("payment:" + number.str() + ":" + core::to_iso(on) + ":" +
                             core::to_decimal(amount) +
                             (reference.empty() ? "" : ":" + hasher(reference)));
    const auto receipt = ledger::receipt_entry(key, on, amount);
    if (store.add_entry(business, receipt) == Added::already_known) {
        return RecordedPayment{true, item->open};
    }
    if (auto good = check_new(*item, amount, on, day); !good) return tl::unexpected(good.error());
    const std::array items{*item};
    const auto application = ledger::apply_receipt(amount, on, items);
    store.add_entry(business, ledger::application_entry(key, application));
    store.cancel_queued_notices(business, number, "paid before it was sent");
    unit->commit();
    return RecordedPayment{false, item->open - amount};
}

}  // namespace kvit::app
