#include "kvit/app/report_clients.h"

#include "client_activity.h"
#include "client_verdict.h"
#include "contract_trend.h"
#include "kvit/core/invariant.h"
#include "revenue_shares.h"

#include <map>
#include <set>

namespace kvit::app {

namespace {

using document::ClientRow;

class Clients {
  public:
    Clients(const Engine& engine, const contract::Business& business,
            const ClientsQuestion& question)
        : store_(engine.store),
          business_(business),
          question_(question),
          activity_(engine, business, question),
          credited_(store_.credited_in_full(business.id, question.through, question.known_on)) {
        for (const auto& [key, sold] :
             store_.sales(business.id, question.from, question.through, question.known_on)) {
            if (!sold.net.is_zero()) revenue_[key.first].push_back(sold.net);
        }
    }

    void add(const contract::Client& client) {
        ClientRow row;
        row.client = client.id;
        row.name = client.name;
        if (const auto found = revenue_.find(client.id); found != revenue_.end())
            row.revenue = found->second;
        const auto contracts = store_.contracts_of(business_.id, client.id);
        add_punctuality(contracts, row);
        activity_.add(client, contracts, row);
        rows_.push_back(std::move(row));
    }

    document::ClientsReport finish() {
        document::ClientsReport report{question_.from, question_.through, std::nullopt,
                                       std::move(rows_)};
        share_revenue(store_, business_, report);
        for (ClientRow& row : report.rows) judge(row);
        return report;
    }

  private:
    void add_punctuality(std::span<const contract::Contract> contracts, ClientRow& row) {
        const auto items =
            store_.items_as_of(business_.id, question_.through, question_.known_on, row.client);
        int days = 0, count = 0;
        for (const auto& contract : contracts) {
            const auto cycles = cycles_of(contract, question_.through, items, credited_);
            for (const auto& cycle : ledger::counted_cycles(cycles.paid, question_.through)) {
                days += cycle.days_late;
                ++count;
            }
            row.slipping =
                row.slipping || ledger::lateness_trend(cycles.paid, question_.through).trend ==
                                    ledger::TrendClass::slipping;
        }
        if (count > 0) row.mean_days_late = static_cast<double>(days) / count;
    }

    const Store& store_;
    const contract::Business& business_;
    const ClientsQuestion& question_;
    ClientActivity activity_;
    std::set<core::InvoiceNumber> credited_;
    std::map<core::ClientId, std::vector<core::Money>> revenue_;
    std::vector<ClientRow> rows_;
};

}  // namespace

document::ClientsReport report_clients(const Engine& engine, const contract::Business& business,
                                       const ClientsQuestion& question) {
    Clients clients(engine, business, question);
    engine.store.for_each_client(business.id,
                                 [&](const contract::Client& client) { clients.add(client); });
    return clients.finish();
}

}  // namespace kvit::app
