#pragma once
// What a person decides about enforcement, put on record. The next review acts on it.

#include "kvit/app/ports/store.h"
#include "kvit/core/business_day.h"

#include <optional>
#include <string>

namespace kvit::app {

struct InterventionRequest {
    policy::InterventionKind kind = policy::InterventionKind::hold;
    std::string subject;  // an invoice's number, a contract's or a client's id, as the kind asks
    core::Date on;        // the first day on which it holds
    std::optional<core::Date> until;  // included; needed for a promise and a hold
    std::string reason;
    bool early = false;  // terminate: also before the last demand's time is over
};

// Refused: an unknown subject; an empty reason; `until` before `on`; a dispute or promise of an
// invoice that is settled or is none; `resolved` where nothing is disputed, `hold_ended` where
// nothing is held; `resume` of a contract that is not paused; a contract that has ended or is ended
// already; a termination before a day that is billed already, or, where invoices are overdue,
// before the policy's termination can be due, unless `early`. A termination ends the contract: no
// cycle from `on` on is billed.
core::Result<policy::Intervention> intervene(Store& store, const core::BusinessCalendar& calendar,
                                             const core::BusinessId& business,
                                             const InterventionRequest& request, core::Date day);

}  // namespace kvit::app
