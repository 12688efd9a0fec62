#include "kvit/app/report_aging.h"

namespace kvit::app {

std::vector<ledger::AgingRow> report_aging(const Store& store, const core::BusinessId& business,
                                           core::Date as_of, std::optional<core::Date> known_on) {
    std::vector<ledger::OpenItem> open;
    for (const auto& state : store.items_as_of(business, as_of, known_on, std::nullopt)) {
        if (!state.item.open.is_zero()) open.push_back(state.item);
    }
    return ledger::aging(open, store.unapplied_as_of(business, as_of, known_on), as_of);
}

}  // namespace kvit::app
