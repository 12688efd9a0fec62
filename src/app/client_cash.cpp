#include "client_cash.h"

#include <algorithm>

namespace kvit::app {

core::Money client_cash(const Store& store, const core::BusinessId& business,
                        const core::ClientId& client, core::Currency currency, core::Date from) {
    return ledger::cash_from(store.cash_movements(business, client, currency), from, currency);
}

core::Result<void> check_client(const Store& store, const core::BusinessId& business,
                                const core::ClientId& client) {
    if (store.client(business, client)) return {};
    return core::refuse("", "there is no client \"" + client.str() + "\"",
                        "kvit status lists them");
}

core::Result<void> check_refund(const Store& store, const core::BusinessId& business,
                                const core::ClientId& client, core::Money amount, core::Date on) {
    if (auto known = check_client(store, business, client); !known) return known;
    const std::string where = "refund to " + client.str();
    if (!amount.is_positive())
        return core::refuse(where, "the amount is not more than zero", "give what was paid back");
    const core::Money cash = std::max(core::Money::zero(amount.currency()),
                                      client_cash(store, business, client, amount.currency(), on));
    if (amount <= cash) return {};
    return core::refuse(where, "only " + with_currency(cash) + " stands to the client's account",
                        "pay back at most that; an invoice is corrected by kvit credit first");
}

}  // namespace kvit::app
