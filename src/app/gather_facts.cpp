#include "kvit/app/gather_facts.h"

#include "contract_trend.h"
#include "kvit/ledger/billing_cycle.h"

#include <algorithm>
#include <map>

namespace kvit::app {

namespace {

// Every day before the result is covered by an invoice of the contract that is settled: by money,
// not by credit notes alone.
std::optional<core::Date> paid_ahead_until(const Store& store, const core::BusinessId& business,
                                           const contract::Contract& contract, core::Date day,
                                           std::span<const ItemState> items,
                                           const std::set<core::InvoiceNumber>& credited) {
    if (contract.terms_on(day).billed != contract::Billed::advance) return std::nullopt;
    std::map<core::Date, core::Date> settled_cycles;
    for (const ItemState& state : items) {
        const bool covers = state.item.contract == contract.id && state.item.open.is_zero() &&
                            state.item.kind == ledger::InvoiceKind::invoice &&
                            !credited.contains(state.item.number);
        if (!covers) continue;
        const auto invoice = store.invoice(business, state.item.number);
        if (invoice && invoice->cycle_until > day) {
            settled_cycles.emplace(invoice->cycle_from, invoice->cycle_until);
        }
    }
    std::optional<core::Date> until;
    for (const auto& [from, cycle_until] : settled_cycles) {
        if (from > until.value_or(day)) break;
        until = cycle_until;
    }
    return until;
}

// The cycle after the running one is the first that an amendment can still move.
std::optional<core::Date> advance_from(const contract::Contract& contract, core::Date day) {
    const auto running = ledger::cycle_at(contract, day);
    if (!running) return std::nullopt;
    const auto next = ledger::cycle_at(contract, running->until);
    if (!next || contract.terms_on(next->from).billed == contract::Billed::advance)
        return std::nullopt;
    return next->from;
}

policy::ContractFacts contract_facts(const Store& store, const core::BusinessId& business,
                                     const contract::Contract& contract, core::Date day,
                                     std::span<const ItemState> items,
                                     const std::set<core::InvoiceNumber>& credited) {
    policy::ContractFacts facts;
    facts.id = contract.id;
    facts.has_suspension_clause = !contract.terms_on(day).suspension_clause.empty();
    facts.paid_ahead_until = paid_ahead_until(store, business, contract, day, items, credited);
    facts.since = contract.from;
    if (const auto history = store.status_history(business, contract.id, day); !history.empty()) {
        facts.status = history.back().status;
        facts.since = history.back().since;
    }
    facts.trend = trend_of(contract, day, items, credited);
    facts.advance_from = advance_from(contract, day);
    return facts;
}

}  // namespace

std::vector<Account> accounts_of(const Store& store, const core::BusinessId& business,
                                 const contract::Client& client) {
    std::map<core::Currency, std::vector<contract::Contract>> by_currency;
    for (auto& contract : store.contracts_of(business, client.id)) {
        by_currency[contract.currency].push_back(std::move(contract));
    }
    std::vector<Account> accounts;
    accounts.reserve(by_currency.size());
    for (auto& [currency, contracts] : by_currency) {
        accounts.push_back({client, currency, std::move(contracts)});
    }
    return accounts;
}

policy::Facts gather_facts(const Store& store, const core::BusinessId& business,
                           const Account& account, core::Date day, std::span<const ItemState> items,
                           const std::set<core::InvoiceNumber>& credited, core::Money unapplied,
                           std::span<const Notice> notices) {
    policy::Facts facts{
        day, account.client.id, account.currency, account.client.country, {}, unapplied, {}, {}};
    for (const ItemState& state : items) {
        const auto& item = state.item;
        if (item.open.currency() != account.currency || !item.open.is_positive()) continue;
        facts.receivables.push_back(
            {item.number, item.contract, item.issued_on, item.due_on, item.open});
    }
    for (const Notice& notice : notices) {
        if (notice.currency != account.currency || notice.state == MessageState::cancelled)
            continue;
        if (notice.decided_on > day) continue;
        facts.notices.push_back({notice.level, notice.kind, notice.anchor, notice.decided_on,
                                 notice.sent_on, notice.announces_pause_on, notice.contracts});
    }
    for (const auto& contract : account.contracts) {
        if (contract.from > day) continue;
        facts.contracts.push_back(contract_facts(store, business, contract, day, items, credited));
    }
    return facts;
}

}  // namespace kvit::app
