#include "client_cash.h"

namespace kvit::app {

core::Money client_cash(const Store& store, const core::BusinessId& business,
                        const core::ClientId& client, core::Currency currency) {
    const auto all = store.unapplied_as_of(business, core::make_date(9999, 12, 31), std::nullopt);
    const auto cash = all.find({client, currency});
    return cash == all.end() ? core::Money::zero(currency) : cash->second;
}

core::Result<void> check_refund(const Store& store, const core::BusinessId& business,
                                const core::ClientId& client, core::Money amount) {
    if (!store.client(business, client))
        return core::refuse("", "there is no client \"" + client.str() + "\"",
                            "kvit status lists them");
    const std::string where = "refund to " + client.str();
    if (!amount.is_positive())
        return core::refuse(where, "the amount is not more than zero", "give what was paid back");
    const core::Money cash = client_cash(store, business, client, amount.currency());
    if (amount <= cash) return {};
    return core::refuse(where,
                        "only " + core::to_decimal(cash) + " " + cash.currency().code() +
                            " stands to the client's account",
                        "pay back at most that; an invoice is corrected by kvit credit first");
}

}  // namespace kvit::app
