#pragma once
// What late invoices have accrued: interest and compensation, and whether they may be claimed.

#include "kvit/app/ports/store.h"
#include "kvit/core/business_day.h"
#include "kvit/ledger/late_law.h"

#include <optional>
#include <vector>

namespace kvit::app {

// One invoice that was not paid in full by its effective due date, as of a day.
struct LateClaim {
    ledger::OpenItem item;
    std::optional<core::Date> settled_on;
    core::Country law;  // of the contract
    contract::ClientKind debtor = contract::ClientKind::business;
    core::Money principal;  // what was asked for, less what credit notes took back
    core::Result<ledger::AccruedInterest> interest;
    core::Result<std::optional<ledger::Compensation>> compensation;  // nothing: owed by no consumer

    // Rows the sums rest on that nobody is sure of, each once.
    std::vector<ledger::LegalBasis> unsure() const;
    // Why it may not be claimed yet, each with what to do: an unknown rate, an exchange rate that
    // was not imported, rows to be confirmed. Empty: it may be claimed.
    core::Refusals waits() const;
};

struct ClaimRules {
    const Store& store;
    const core::BusinessId& business;
    const ledger::LateLaw& law;  // late_law_of(…)
    const core::BusinessCalendar& calendar;
};

// Nothing where the invoice was paid by its due date, is not due before `as_of`, was credited in
// full, or is no invoice. Payments settle the principal first; a credit note lowers it from the
// beginning. `item` is as of `as_of`.
std::optional<LateClaim> late_claim(const ClaimRules& rules, const ItemState& item,
                                    core::Date as_of);

// By client, contract, due date, number. Refuses a client that is not there.
core::Result<std::vector<LateClaim>> report_interest(const ClaimRules& rules,
                                                     const std::optional<core::ClientId>& client,
                                                     core::Date as_of);

}  // namespace kvit::app
