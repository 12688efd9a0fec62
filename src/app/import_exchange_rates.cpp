#include "kvit/app/import_exchange_rates.h"

#include <string>

namespace kvit::app {

namespace {

core::Refusals check(std::span<const At<ledger::ExchangeRate>> rates,
                     const DocumentRenderer& renderer, core::Date day) {
    core::Refusals refusals;
    for (const auto& [where, rate] : rates) {
        if (rate.on > day) {
            refusals.push_back({where,
                                "the rate of " + core::to_iso(rate.on) + " is not known on " +
                                    core::to_iso(day) + " yet",
                                "correct the column date, or import it on that day"});
        }
        if (auto drawable = renderer.can_draw(rate.source); !drawable) {
            refusals.push_back({where, drawable.error().what, drawable.error().remedy});
        }
    }
    return refusals;
}

}  // namespace

core::Checked<ImportCount> import_exchange_rates(Store& store, const core::BusinessId& business,
                                                 std::span<const At<ledger::ExchangeRate>> rates,
                                                 const DocumentRenderer& renderer, core::Date day) {
    core::Refusals refusals = check(rates, renderer, day);
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    ImportCount count;
    const auto unit = store.begin(day);
    for (const auto& [where, rate] : rates) {
        switch (store.add_exchange_rate(business, rate)) {
            case Added::added:
                ++count.added;
                break;
            case Added::already_known:
                ++count.already_known;
                break;
            case Added::conflict: {
                const auto known = store.exchange_rate(business, rate.currency,
                                                       rate.bookkeeping_currency, rate.on);
                refusals.push_back({where,
                                    ledger::to_text(rate) + " contradicts what was imported " +
                                        "before: " + ledger::to_text(*known),
                                    "correct the row; a rate that was imported stays"});
                break;
            }
        }
    }
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    if (count.added > 0) unit->commit();
    return count;
}

}  // namespace kvit::app
