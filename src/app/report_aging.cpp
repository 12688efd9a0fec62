#include "kvit/app/report_aging.h"

#include "contract_trend.h"

#include <map>
#include <set>
#include <span>
#include <utility>

namespace kvit::app {

namespace {

// Days late of what was settled lately, in one currency.
struct SettledLately {
    std::int64_t days_late = 0;
    int count = 0;
};

using Cash = std::map<std::pair<core::ClientId, core::Currency>, core::Money>;

class Receivables {
  public:
    Receivables(const Store& store, const core::BusinessId& business, const AgingQuestion& question)
        : store_(store),
          business_(business),
          question_(question),
          begin_(question.as_of - date::days(question.days - 1)),
          credited_(store.credited_in_full(business, question.as_of, question.known_on)) {
        report_.as_of = question.as_of;
        if (question.items) report_.items.emplace();
        for (const auto& [key, amount] :
             store.unapplied_as_of(business, question.as_of, question.known_on))
            unapplied_[key.first].emplace(key, amount);
    }

    void add(const contract::Client& client);
    document::ReceivablesReport finish();

  private:
    void add_items(const contract::Client& client, std::span<const ItemState> items);

    const Store& store_;
    const core::BusinessId& business_;
    const AgingQuestion& question_;
    core::Date begin_;  // of the days that DSO looks back
    std::set<core::InvoiceNumber> credited_;
    document::ReceivablesReport report_;
    std::map<core::ClientId, Cash> unapplied_;
    std::map<core::Currency, SettledLately> settled_;
};

void Receivables::add(const contract::Client& client) {
    const auto items =
        store_.items_as_of(business_, question_.as_of, question_.known_on, client.id);
    std::vector<ledger::OpenItem> open;
    for (const ItemState& state : items) {
        if (!state.item.open.is_zero()) open.push_back(state.item);
        const bool lately = state.settled_on && *state.settled_on >= begin_ &&
                            !credited_.contains(state.item.number);
        if (!lately) continue;
        auto& settled = settled_[state.item.gross.currency()];
        settled.days_late += core::days_between(state.item.due_on, *state.settled_on);
        ++settled.count;
    }
    const auto rows = ledger::aging(open, unapplied_[client.id], question_.as_of);
    report_.aging.insert(report_.aging.end(), rows.begin(), rows.end());
    if (!rows.empty()) report_.names.emplace(client.id, client.name);
    if (question_.items && !open.empty()) add_items(client, items);
}

// The client's open items, with what its contracts' past says of each.
void Receivables::add_items(const contract::Client& client, std::span<const ItemState> items) {
    std::map<core::InvoiceNumber, ledger::ExpectedPayment> expected;
    for (const auto& contract : store_.contracts_of(business_, client.id)) {
        const auto cycles = cycles_of(contract, question_.as_of, items, credited_);
        const auto payments = ledger::expected_payments(cycles.paid, question_.as_of);
        std::size_t next = 0;
        for (std::size_t i = 0; i < cycles.paid.size(); ++i) {
            const auto& settled_on = cycles.paid[i].settled_on;
            if (settled_on && *settled_on <= question_.as_of) continue;
            expected.emplace(cycles.items[i]->item.number, payments.at(next++));
        }
    }
    for (const ItemState& state : items) {
        if (state.item.open.is_zero()) continue;
        const auto found = expected.find(state.item.number);
        report_.items->push_back(
            {state.item, core::days_between(state.item.due_on, question_.as_of),
             found == expected.end() ? ledger::ExpectedPayment{} : found->second});
    }
}

document::ReceivablesReport Receivables::finish() {
    std::map<core::Currency, core::Money> open, sales;
    const auto add = [](std::map<core::Currency, core::Money>& sums, core::Money amount) {
        sums.try_emplace(amount.currency(), core::Money::zero(amount.currency())).first->second +=
            amount;
    };
    for (const auto& row : report_.aging) add(open, row.total);
    for (const auto& [key, sold] :
         store_.sales(business_, begin_, question_.as_of, question_.known_on)) {
        add(sales, sold.gross);
        add(open, core::Money::zero(key.second));
    }
    for (const auto& [currency, settled] : settled_) add(open, core::Money::zero(currency));
    for (const auto& [currency, amount] : open) {
        document::SalesOutstanding row{
            currency,     amount, core::Money::zero(currency), question_.days, std::nullopt,
            std::nullopt, 0};
        if (const auto sold = sales.find(currency); sold != sales.end()) row.sales = sold->second;
        if (row.sales.is_positive()) {
            row.dso = static_cast<double>(row.open.minor()) /
                      static_cast<double>(row.sales.minor()) * question_.days;
        }
        const SettledLately settled = settled_[currency];
        row.settled = settled.count;
        if (settled.count > 0)
            row.mean_days_late = static_cast<double>(settled.days_late) / settled.count;
        report_.outstanding.push_back(row);
    }
    return std::move(report_);
}

}  // namespace

document::ReceivablesReport report_aging(const Store& store, const core::BusinessId& business,
                                         const AgingQuestion& question) {
    Receivables receivables(store, business, question);
    store.for_each_client(business,
                          [&](const contract::Client& client) { receivables.add(client); });
    return receivables.finish();
}

}  // namespace kvit::app
