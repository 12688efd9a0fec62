#include "kvit/app/report_lateness.h"

#include "contract_trend.h"
#include "kvit/ledger/expected_payment.h"

namespace kvit::app {

namespace {

std::optional<double> amount_weighted(std::span<const document::LatenessCycle> cycles) {
    double days = 0, amounts = 0;
    for (const auto& cycle : cycles) {
        const auto amount = static_cast<double>(cycle.gross.minor());
        days += amount * cycle.days_late;
        amounts += amount;
    }
    if (amounts <= 0) return std::nullopt;
    return days / amounts;
}

document::LatenessRow row_of(const contract::Client& client, const contract::Contract& contract,
                             const ContractCycles& cycles, core::Date as_of) {
    document::LatenessRow row;
    row.client = client.id;
    row.client_name = client.name;
    row.contract = contract.id;
    row.cycles = counted_of(cycles, as_of);
    row.trend = ledger::lateness_trend(cycles.paid, as_of);
    row.amount_weighted_days_late = amount_weighted(row.cycles);
    row.three_rise = row.trend.flag == ledger::TrendFlag::none &&
                     ledger::three_rise(ledger::counted_cycles(cycles.paid, as_of));
    row.expected_days_late_next = ledger::expected_days_late_next(cycles.paid, as_of);
    return row;
}

}  // namespace

core::Result<std::vector<contract::Client>> clients_of_report(
    const Store& store, const core::BusinessId& business,
    const std::optional<core::ClientId>& client) {
    std::vector<contract::Client> clients;
    if (!client) {
        store.for_each_client(business,
                              [&](const contract::Client& one) { clients.push_back(one); });
        return clients;
    }
    auto found = store.client(business, *client);
    if (!found) {
        return core::refuse("", "there is no client \"" + client->str() + "\"",
                            "kvit status lists them");
    }
    clients.push_back(std::move(*found));
    return clients;
}

core::Result<document::LatenessReport> report_lateness(
    const Store& store, const core::BusinessId& business, core::Date as_of,
    std::optional<core::Date> known_on, const std::optional<core::ClientId>& client) {
    const auto clients = clients_of_report(store, business, client);
    if (!clients) return tl::unexpected(clients.error());
    document::LatenessReport report{as_of, {}};
    const auto credited = store.credited_in_full(business, as_of, known_on);
    for (const auto& one : *clients) {
        const auto items = store.items_as_of(business, as_of, known_on, one.id);
        for (const auto& contract : store.contracts_of(business, one.id)) {
            if (contract.from > as_of) continue;
            const auto cycles = cycles_of(contract, as_of, items, credited);
            report.rows.push_back(row_of(one, contract, cycles, as_of));
        }
    }
    return report;
}

}  // namespace kvit::app
