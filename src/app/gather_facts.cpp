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

// The last day up to and including `day` as of which a person decided so.
std::optional<core::Date> decided_on(std::span<const policy::Intervention> told,
                                     policy::InterventionKind kind, const std::string& subject,
                                     core::Date day) {
    const policy::InterventionKind kinds[] = {kind};
    const auto* last = policy::last_told(told, kinds, subject, day);
    return last == nullptr ? std::nullopt : std::optional(last->on);
}

// What is begun and neither ended nor over.
const policy::Intervention* standing(std::span<const policy::Intervention> told,
                                     policy::InterventionKind begun, policy::InterventionKind ended,
                                     const std::string& subject, core::Date day) {
    const policy::InterventionKind kinds[] = {begun, ended};
    const auto* last = policy::last_told(told, kinds, subject, day);
    const bool stands =
        last != nullptr && last->kind == begun && (!last->until || day <= *last->until);
    return stands ? last : nullptr;
}

void add_holders(std::span<const policy::Intervention> told, core::Date day,
                 policy::Receivable& item) {
    using enum policy::InterventionKind;
    for (const auto& one : told) {
        if (one.kind == promise && one.invoice == item.number && one.on <= day)
            item.promises.push_back({one.on, *one.until});
    }
    const std::string& number = item.number.str();
    const auto* held_by = standing(told, dispute, resolved, number, day);
    if (held_by == nullptr) held_by = standing(told, promise, promise, number, day);
    if (held_by == nullptr) return;
    item.held_by = held_by->kind == dispute ? policy::HeldBy::dispute : policy::HeldBy::promise;
    item.held_until = held_by->until;
}

policy::ContractFacts contract_facts(const Store& store, const core::BusinessId& business,
                                     const contract::Contract& contract, core::Date day,
                                     std::span<const ItemState> items,
                                     const std::set<core::InvoiceNumber>& credited,
                                     std::span<const policy::Intervention> told) {
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
    using enum policy::InterventionKind;
    facts.released_on = decided_on(told, release, contract.id.str(), day);
    facts.resumed_on = decided_on(told, resume, contract.id.str(), day);
    facts.ends_on = decided_on(told, terminate, contract.id.str(), core::end_of_days);
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
        day, account.client.id, account.currency, account.client.country, {}, unapplied, {}, {},
        {}};
    const auto told = store.interventions(business, account.client.id);
    using enum policy::InterventionKind;
    const auto* held = standing(told, hold, hold_ended, account.client.id.str(), day);
    if (held != nullptr) facts.hold_until = held->until;
    for (const ItemState& state : items) {
        const auto& item = state.item;
        if (item.open.currency() != account.currency || !item.open.is_positive()) continue;
        if (item.kind == ledger::InvoiceKind::interest_note) continue;  // no work stops for it
        facts.receivables.push_back(
            {item.number, item.contract, item.issued_on, item.due_on, item.open});
        add_holders(told, day, facts.receivables.back());
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
        facts.contracts.push_back(
            contract_facts(store, business, contract, day, items, credited, told));
    }
    return facts;
}

}  // namespace kvit::app
