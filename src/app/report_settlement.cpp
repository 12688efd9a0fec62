#include "kvit/app/report_settlement.h"

#include "kvit/ledger/exchange_difference.h"

namespace kvit::app {

namespace {

// The rate of the day that the issuer's law takes for something that happened on `on`; of the day
// itself where no law is known.
std::optional<ledger::ExchangeRate> rate_for(const Engine& engine,
                                             const contract::Business& business,
                                             core::Currency currency, core::Date on) {
    const auto* rule = engine.vat_currencies.of(business.country);
    const core::Date day = rule == nullptr ? on : ledger::rate_day(*rule, engine.calendar, on, on);
    return engine.store.exchange_rate(business.id, currency, business.currency, day);
}

std::optional<core::Money> difference(const Engine& engine, const contract::Business& business,
                                      core::Date issued_on, const ItemMovement& movement) {
    const core::Currency currency = movement.amount.currency();
    const bool is_payment = movement.kind == ledger::EntryKind::application ||
                            movement.kind == ledger::EntryKind::set_off;
    if (!is_payment || currency == business.currency) return std::nullopt;
    const auto before = rate_for(engine, business, currency, issued_on);
    const auto after = rate_for(engine, business, currency, movement.on);
    if (!before || !after) return std::nullopt;
    const auto difference = ledger::realised_difference(-movement.amount, *before, *after);
    return difference ? std::optional(*difference) : std::nullopt;
}

}  // namespace

std::vector<Settlement> report_settlement(const Engine& engine, const contract::Business& business,
                                          const core::InvoiceNumber& number, core::Date as_of) {
    std::vector<Settlement> settlements;
    const auto item = engine.store.open_item(business.id, number);
    if (!item || item->kind == ledger::InvoiceKind::credit_note) return settlements;
    core::Money open = core::Money::zero(item->gross.currency());
    for (const auto& movement : engine.store.item_movements(business.id, number, as_of)) {
        open += movement.amount;
        settlements.push_back(
            {movement, open, difference(engine, business, item->issued_on, movement)});
    }
    return settlements;
}

}  // namespace kvit::app
