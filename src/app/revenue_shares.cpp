#include "revenue_shares.h"

#include "kvit/ledger/exchange_rate.h"

#include <algorithm>
#include <map>

namespace kvit::app {

namespace {

using document::ClientRow;

struct Part {
    ClientRow* row = nullptr;
    double amount = 0;
};
using Parts = std::vector<Part>;

double units(core::Money money) { return static_cast<double>(money.minor()); }

// Minor units of the books' currency for one of each currency; absent where a rate is missing.
std::optional<std::map<core::Currency, double>> rates_of(const Store& store,
                                                         const contract::Business& business,
                                                         const document::ClientsReport& report) {
    std::map<core::Currency, double> rates;
    for (const ClientRow& row : report.rows) {
        for (const core::Money& revenue : row.revenue) {
            const core::Currency currency = revenue.currency();
            if (rates.contains(currency)) continue;
            if (currency == business.currency) {
                rates.emplace(currency, 1);
                continue;
            }
            const auto rate = store.latest_exchange_rate(business.id, currency, business.currency,
                                                         report.through);
            if (!rate) return std::nullopt;
            const core::Money probe(1'000'000, currency);
            const auto converted = ledger::converted(probe, *rate);
            if (!converted) return std::nullopt;
            rates.emplace(currency, units(*converted) / units(probe));
        }
    }
    return rates;
}

// The largest share of a client stays, where it has several.
void share(Parts parts) {
    std::ranges::stable_sort(parts, std::greater<>(), &Part::amount);
    double total = 0, sum = 0;
    for (const Part& part : parts) total += part.amount;
    if (total <= 0) return;
    for (const Part& part : parts) {
        sum += part.amount;
        const double own = part.amount / total;
        if (part.row->revenue_share && *part.row->revenue_share >= own) continue;
        part.row->revenue_share = own;
        part.row->cumulative_share = sum / total;
    }
}

}  // namespace

void share_revenue(const Store& store, const contract::Business& business,
                   document::ClientsReport& report) {
    if (const auto rates = rates_of(store, business, report)) {
        report.share_currency = business.currency;
        Parts parts;
        for (ClientRow& row : report.rows) {
            double amount = 0;
            for (const core::Money& revenue : row.revenue)
                amount += units(revenue) * rates->at(revenue.currency());
            parts.push_back({&row, amount});
        }
        share(std::move(parts));
        return;
    }
    std::map<core::Currency, Parts> by_currency;
    for (ClientRow& row : report.rows) {
        for (const core::Money& revenue : row.revenue)
            by_currency[revenue.currency()].push_back({&row, units(revenue)});
    }
    for (auto& [currency, parts] : by_currency) share(std::move(parts));
}

}  // namespace kvit::app
