#include "billing_schedule.h"

#include <algorithm>

namespace kvit::app {

namespace {

void put(Store& store, const core::BusinessId& business, const contract::Contract& contract,
         const ledger::BillingCycle& cycle) {
    store.schedule(business, {cycle.issue_on, contract.client, contract.id, cycle.from});
}

bool left_behind(const Store& store, const core::BusinessId& business,
                 const contract::Contract& contract) {
    const core::Date end = *contract.until;
    return !store.unbilled_work(business, contract.id, contract.from, end).empty() ||
           !store.unbilled_contacts(business, contract.client, contract.from, end).empty() ||
           !store.accepted_quotes(business, contract.id).empty();
}

// What is left behind goes on a closing invoice, on the first day from `day` on that has none.
void close(Store& store, const core::BusinessId& business, const contract::Contract& contract,
           core::Date day) {
    if (!contract.until || !left_behind(store, business, contract)) {
        store.unschedule(business, contract.id);
        return;
    }
    core::Date free = std::max(day, *contract.until);
    while (store.is_billed(business, contract.id, free)) free += date::days(1);
    put(store, business, contract, closing_cycle(free));
}

// The first cycle from `cycle` on without an invoice.
std::optional<ledger::BillingCycle> unbilled_from(const Store& store,
                                                  const core::BusinessId& business,
                                                  const contract::Contract& contract,
                                                  std::optional<ledger::BillingCycle> cycle) {
    while (cycle && store.is_billed(business, contract.id, cycle->from))
        cycle = ledger::cycle_at(contract, cycle->until);
    return cycle;
}

}  // namespace

bool is_closing(const contract::Contract& contract, core::Date cycle_from) {
    return contract.until && cycle_from >= *contract.until;
}

ledger::BillingCycle closing_cycle(core::Date day) {
    const core::Date next = day + date::days(1);
    return {day, next, day, next, day};
}

void schedule_from_start(Store& store, const core::BusinessId& business,
                         const contract::Contract& contract) {
    const auto first =
        unbilled_from(store, business, contract, ledger::cycle_at(contract, contract.from));
    if (first)
        put(store, business, contract, *first);
    else
        close(store, business, contract, contract.until.value_or(contract.from));
}

void schedule_after(Store& store, const core::BusinessId& business,
                    const contract::Contract& contract, const ledger::BillingCycle& cycle) {
    if (is_closing(contract, cycle.from)) {
        // What was accepted by its day is on it, or has nothing to pay.
        const auto accepted = store.accepted_quotes(business, contract.id);
        const auto later = std::ranges::find_if(accepted, [&](const Quote& quote) {
            return quote.answer->answered_on > cycle.issue_on;
        });
        if (later == accepted.end())
            store.unschedule(business, contract.id);
        else
            close(store, business, contract, later->answer->answered_on);
        return;
    }
    const auto next =
        unbilled_from(store, business, contract, ledger::cycle_at(contract, cycle.until));
    if (next)
        put(store, business, contract, *next);
    else
        close(store, business, contract, contract.until.value_or(cycle.until));
}

void schedule_for_quote(Store& store, const core::BusinessId& business,
                        const contract::Contract& contract, core::Date accepted_on) {
    if (!store.scheduled(business, contract.id)) close(store, business, contract, accepted_on);
}

void schedule_for_entry(Store& store, const core::BusinessId& business,
                        const contract::Contract& contract, core::Date day, core::Date learned_on) {
    const auto scheduled = store.scheduled(business, contract.id);
    const auto own = ledger::cycle_at(contract, day);
    if (own && !store.is_billed(business, contract.id, own->from)) {
        if (!scheduled || own->from < scheduled->cycle_from) put(store, business, contract, *own);
    } else if (!scheduled) {
        close(store, business, contract, learned_on);
    }
}

}  // namespace kvit::app
