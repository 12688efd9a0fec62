#pragma once
// What a person decided about enforcement: facts like any other, each with its reason.

#include "kvit/core/date.h"
#include "kvit/core/ids.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::policy {

enum class InterventionKind {
    dispute,     // of an invoice: it does not count through `until`; absent: until it is resolved
    resolved,    // the dispute is over as of `on`
    promise,     // of an invoice: it does not count through `until`, the promised day
    hold,        // of a client: no letters and no steps through `until`
    hold_ended,  // as of `on`
    release,     // of a contract: a pause that waits for a person may come as of `on`
    resume,      // of a contract: the work goes on as of `on`, although it is not paid
    terminate,   // of a contract: it ends, `on` is the first day without it
};

std::string_view name_of(InterventionKind kind);  // "dispute"

struct Intervention {
    InterventionKind kind = InterventionKind::hold;
    core::ClientId client;
    core::ContractId contract;        // of release, resume, terminate; else empty
    core::InvoiceNumber invoice;      // of dispute, resolved, promise; else empty
    core::Date on;                    // the first day on which it holds
    std::optional<core::Date> until;  // included
    std::string reason;               // in a person's words; empty where it was erased
    bool operator==(const Intervention&) const = default;
};

// The last one told of those kinds, about that invoice, client or contract, that has begun by
// `day`. `told` is in the order in which they were told: a later word replaces an earlier one.
// Example: a hold through 2026-09-30, then one through 2026-09-20: the second counts.
const Intervention* last_told(std::span<const Intervention> told,
                              std::span<const InterventionKind> kinds, const std::string& subject,
                              core::Date day);

// The invoice, contract or client that it is about.
const std::string& subject_of(const Intervention& intervention);

}  // namespace kvit::policy
