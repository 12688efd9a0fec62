#pragma once
// The work-pause status report: who is paused and why, one row per contract.

#include "kvit/contract/business.h"
#include "kvit/document/document.h"
#include "kvit/document/lateness_view.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/lateness.h"
#include "kvit/policy/decision.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kvit::document {

struct StatusRow {
    core::BusinessId business;
    core::ClientId client;
    std::string client_name;
    core::ContractId contract;
    policy::WorkStatus status = policy::WorkStatus::active;
    core::Date since;
    std::string level;
    std::vector<core::Money> overdue, open;  // one per currency, sorted; zero left out
    std::optional<int> days_past_due_max;
    std::optional<core::Date> oldest_due_on;
    policy::HeldBy held_by = policy::HeldBy::nobody;
    policy::WaitsFor waits_for = policy::WaitsFor::nothing;
    std::vector<policy::Reason> reasons;
    std::optional<core::Date> next_review;
    ledger::Trend trend;
    std::vector<LatenessCycle> cycles{};  // that the trend counts
};

// Something a client was asked for and has not answered.
struct OpenRequest {
    std::string client_name;
    core::ContractId contract;
    std::string what;
    core::Date asked_on, needed_by;
    int days_waited = 0;  // calendar days after needed_by
};

struct StatusReport {
    core::Date as_of;
    std::vector<StatusRow> rows;
    std::vector<OpenRequest> open_requests{};  // by client, contract, day asked
};

// A reason as a sentence fragment in the owner's language: "8 dni po terminie (próg 8)".
std::string reason_text(const policy::Reason& reason, core::Language language,
                        const Wording& wording);

// Landscape A4: heading with the day, one table, in the owner's language; paused ones first. What
// clients have not answered follows in a table of its own.
Document compose_status(const StatusReport& report, const contract::Business& business,
                        const Wording& wording);
}  // namespace kvit::document
