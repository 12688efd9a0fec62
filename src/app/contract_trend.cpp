#include "contract_trend.h"

#include <cstddef>
#include <vector>

namespace kvit::app {

namespace {

// The series of days late begins anew where the payment terms changed.
core::Date series_begin(const contract::Contract& contract, core::Date as_of) {
    core::Date begin = contract.from;
    for (std::size_t i = 1; i < contract.versions.size(); ++i) {
        const auto& version = contract.versions[i];
        const bool changed = version.terms.payment != contract.versions[i - 1].terms.payment;
        if (changed && version.since <= as_of) begin = version.since;
    }
    return begin;
}

}  // namespace

ContractCycles cycles_of(const contract::Contract& contract, core::Date as_of,
                         std::span<const ItemState> items,
                         const std::set<core::InvoiceNumber>& credited) {
    const core::Date begin = series_begin(contract, as_of);
    ContractCycles cycles;
    for (const ItemState& state : items) {
        if (state.item.contract == contract.id && state.item.issued_on >= begin &&
            state.item.kind == ledger::InvoiceKind::invoice &&
            !credited.contains(state.item.number)) {
            cycles.paid.push_back({state.item.due_on, state.settled_on});
            cycles.items.push_back(&state);
        }
    }
    return cycles;
}

ledger::Trend trend_of(const contract::Contract& contract, core::Date as_of,
                       std::span<const ItemState> items,
                       const std::set<core::InvoiceNumber>& credited) {
    return ledger::lateness_trend(cycles_of(contract, as_of, items, credited).paid, as_of);
}

std::vector<document::LatenessCycle> counted_of(const ContractCycles& cycles, core::Date as_of) {
    std::vector<document::LatenessCycle> counted;
    for (const auto& cycle : ledger::counted_cycles(cycles.paid, as_of)) {
        const auto& item = cycles.items[cycle.index]->item;
        const auto settled_on = cycle.open ? std::nullopt : cycles.items[cycle.index]->settled_on;
        counted.push_back(
            {item.number, item.due_on, settled_on, cycle.days_late, cycle.open, item.gross});
    }
    return counted;
}

}  // namespace kvit::app
