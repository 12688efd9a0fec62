#include "kvit/app/report_status.h"

#include "contract_trend.h"
#include "kvit/app/gather_facts.h"
#include "kvit/app/report_requests.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

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

void add_open_requests(const Engine& engine, const core::BusinessId& business,
                       const StatusQuestion& question, document::StatusReport& report) {
    std::optional<core::ClientId> client;
    if (question.of) client = question.of->client.id;
    for (const auto& open : open_requests(engine.store, business, client, question.as_of)) {
        if (question.of && !question.of->covers(open.contract.id)) continue;
        for (const auto& request : open.requests) {
            report.open_requests.push_back({open.client.name, open.contract.id, request.what,
                                            request.asked_on, request.needed_by,
                                            days_waited(open.contract, request, question.as_of)});
        }
    }
}

std::set<core::ContractId> quoted_on(const Store& store, const core::BusinessId& business,
                                     core::Date day) {
    std::set<core::ContractId> contracts;
    for (const Quote& quote : quotes_held_on(store, business, day))
        contracts.insert(quote.contract);
    return contracts;
}

// Rows of one client after the other.
class StatusReporter {
  public:
    StatusReporter(const Engine& engine, const contract::Business& business,
                   const StatusQuestion& question)
        : store_(engine.store),
          business_(business.id),
          question_(question),
          decided_by_(std::min(question.as_of, question.known_on.value_or(question.as_of))),
          quoted_(quoted_on(store_, business_, decided_by_)),
          credited_(store_.credited_in_full(business_, question.as_of, question.known_on)) {}

    void add(const contract::Client& client, document::StatusReport& report) const {
        const core::Date as_of = question_.as_of;
        const auto items = store_.items_as_of(business_, as_of, question_.known_on, client.id);
        for (const auto& contract : store_.contracts_of(business_, client.id)) {
            if (contract.from > as_of) continue;
            if (question_.of && !question_.of->covers(contract.id)) continue;
            report.rows.push_back(row_of(client, contract, items));
        }
    }

  private:
    document::StatusRow row_of(const contract::Client& client, const contract::Contract& contract,
                               std::span<const ItemState> items) const {
        document::StatusRow row;
        row.business = business_;
        row.client = client.id;
        row.client_name = client.name;
        row.contract = contract.id;
        row.since = contract.from;
        add_amounts(contract.id, question_.as_of, items, row);
        const auto cycles = cycles_of(contract, question_.as_of, items, credited_);
        row.trend = ledger::lateness_trend(cycles.paid, question_.as_of);
        row.cycles = counted_of(cycles, question_.as_of);
        const auto decision =
            store_.decision_on(business_, client.id, contract.currency, decided_by_);
        if (decision) add_decision(*decision, contract.id, question_.as_of, row);
        if (row.waits_for == policy::WaitsFor::nothing && quoted_.contains(contract.id))
            row.waits_for = policy::WaitsFor::quote;
        return row;
    }

    const Store& store_;
    const core::BusinessId& business_;
    const StatusQuestion& question_;
    core::Date decided_by_;
    std::set<core::ContractId> quoted_;
    std::set<core::InvoiceNumber> credited_;
};

}  // namespace

std::vector<Quote> quotes_held_on(const Store& store, const core::BusinessId& business,
                                  core::Date day) {
    auto quotes = store.quotes(business, std::nullopt);
    std::erase_if(quotes, [&](const Quote& quote) {
        return quote.held_on > day || (quote.answer && quote.answer->answered_on <= day);
    });
    return quotes;
}

document::StatusReport report_status(const Engine& engine, const contract::Business& business,
                                     const StatusQuestion& question) {
    document::StatusReport report{question.as_of, {}};
    const StatusReporter reporter(engine, business, question);
    for (const auto& client : clients_in(engine.store, business.id, question.of))
        reporter.add(client, report);
    add_open_requests(engine, business.id, question, report);
    return report;
}

}  // namespace kvit::app
