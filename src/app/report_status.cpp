#include "kvit/app/report_status.h"

#include "contract_trend.h"
#include "kvit/app/gather_facts.h"
#include "kvit/app/report_requests.h"

#include <algorithm>
#include <map>

namespace kvit::app {

namespace {

// Amounts and days of one contract as of a day.
void add_amounts(const core::ContractId& contract, core::Date as_of,
                 std::span<const ItemState> items, document::StatusRow& row) {
    std::map<core::Currency, core::Money> overdue, open;
    const auto add = [](std::map<core::Currency, core::Money>& sums, core::Money amount) {
        sums.try_emplace(amount.currency(), core::Money::zero(amount.currency())).first->second +=
            amount;
    };
    for (const ItemState& state : items) {
        const auto& item = state.item;
        if (item.contract != contract || !item.open.is_positive()) continue;
        add(open, item.open);
        const int days = core::days_between(item.due_on, as_of);
        if (!row.oldest_due_on || item.due_on < *row.oldest_due_on) row.oldest_due_on = item.due_on;
        if (days <= 0) continue;
        add(overdue, item.open);
        row.days_past_due_max = std::max(days, row.days_past_due_max.value_or(0));
    }
    for (const auto& [currency, amount] : overdue) row.overdue.push_back(amount);
    for (const auto& [currency, amount] : open) row.open.push_back(amount);
}

// What was decided last of this contract. The days past due go on counting.
void add_decision(const StoredDecision& stored, const core::ContractId& contract, core::Date as_of,
                  document::StatusRow& row) {
    const auto& decision = stored.decision;
    row.level = decision.level;
    row.reasons = decision.reasons;
    row.next_review = decision.next_review;
    for (policy::Reason& reason : row.reasons) {
        if (reason.code == "days_past_due" && decision.anchor) {
            reason.value = std::to_string(core::days_between(*decision.anchor, as_of));
        }
    }
    const auto decided =
        std::ranges::find(decision.contracts, contract, &policy::ContractDecision::contract);
    if (decided == decision.contracts.end()) return;
    row.status = decided->to;
    row.since = decided->since;
    row.held_by = decided->held_by;
    row.waits_for = decided->waits_for;
}

void add_open_requests(const Engine& engine, const core::BusinessId& business, core::Date as_of,
                       document::StatusReport& report) {
    for (const auto& open : open_requests(engine.store, business, std::nullopt, as_of)) {
        for (const auto& request : open.requests) {
            report.open_requests.push_back({open.client.name, open.contract.id, request.what,
                                            request.asked_on, request.needed_by,
                                            days_waited(open.contract, request, as_of)});
        }
    }
}

}  // namespace

document::StatusReport report_status(const Engine& engine, const contract::Business& business,
                                     core::Date as_of, std::optional<core::Date> known_on) {
    document::StatusReport report{as_of, {}};
    std::vector<contract::Client> clients;
    engine.store.for_each_client(
        business.id, [&](const contract::Client& client) { clients.push_back(client); });
    const core::Date decided_by = std::min(as_of, known_on.value_or(as_of));
    std::map<core::ContractId, core::Date> held_quotes;
    for (const Quote& quote : engine.store.held_quotes(business.id)) {
        if (quote.held_on <= decided_by) held_quotes.emplace(quote.contract, quote.held_on);
    }
    const auto credited = engine.store.credited_in_full(business.id, as_of, known_on);
    for (const auto& client : clients) {
        const auto items = engine.store.items_as_of(business.id, as_of, known_on, client.id);
        for (const auto& contract : engine.store.contracts_of(business.id, client.id)) {
            if (contract.from > as_of) continue;
            document::StatusRow row;
            row.business = business.id;
            row.client = client.id;
            row.client_name = client.name;
            row.contract = contract.id;
            row.since = contract.from;
            add_amounts(contract.id, as_of, items, row);
            const auto cycles = cycles_of(contract, as_of, items, credited);
            row.trend = ledger::lateness_trend(cycles.paid, as_of);
            row.cycles = counted_of(cycles, as_of);
            const auto decision =
                engine.store.decision_on(business.id, client.id, contract.currency, decided_by);
            if (decision) add_decision(*decision, contract.id, as_of, row);
            if (row.waits_for == policy::WaitsFor::nothing && held_quotes.contains(contract.id)) {
                row.waits_for = policy::WaitsFor::quote;
            }
            report.rows.push_back(std::move(row));
        }
    }
    add_open_requests(engine, business.id, as_of, report);
    return report;
}

}  // namespace kvit::app
