#include "paused_ranges.h"

#include <cstddef>

namespace kvit::app {

std::vector<ledger::PausedRange> paused_ranges(const EnforcementStore& store,
                                               const core::BusinessId& business,
                                               const core::ContractId& contract, core::Date day) {
    std::vector<ledger::PausedRange> ranges;
    const auto history = store.status_history(business, contract, day);
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (history[i].status != policy::WorkStatus::paused) continue;
        const core::Date until =
            i + 1 < history.size() ? history[i + 1].since : day + date::days(1);
        ranges.push_back({history[i].since, until});
    }
    return ranges;
}

}  // namespace kvit::app
