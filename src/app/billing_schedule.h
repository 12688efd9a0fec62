#pragma once
// Keeps the schedule: which cycle of a contract a billing run looks at next. Always within the
// caller's unit of work.

#include "kvit/app/ports/store.h"
#include "kvit/ledger/billing_cycle.h"

namespace kvit::app {

// A closing cycle takes what an ended contract left behind: work that came late, quotes accepted
// after the end. It is one day on or after `until`, with no fees of its own.
bool is_closing(const contract::Contract& contract, core::Date cycle_from);
ledger::BillingCycle closing_cycle(core::Date day);

// The contract is new or its terms are: starts again at its first cycle without an invoice.
void schedule_from_start(Store& store, const core::BusinessId& business,
                         const contract::Contract& contract);
// `cycle` was billed, or there was nothing to pay for it.
void schedule_after(Store& store, const core::BusinessId& business,
                    const contract::Contract& contract, const ledger::BillingCycle& cycle);
// A quote was accepted: it goes on the next invoice, or on a closing one.
void schedule_for_quote(Store& store, const core::BusinessId& business,
                        const contract::Contract& contract, core::Date accepted_on);
// An entry of `day` came in on `learned_on`.
void schedule_for_entry(Store& store, const core::BusinessId& business,
                        const contract::Contract& contract, core::Date day, core::Date learned_on);

}  // namespace kvit::app
