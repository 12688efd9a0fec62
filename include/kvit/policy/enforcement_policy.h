#pragma once
// The enforcement ladder as data: levels in order, each with its conditions, notice and work
// status.

#include "kvit/core/currency.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/core/result.h"
#include "kvit/policy/work_status.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::policy {

enum class NoticeKind {
    courtesy_note,
    friendly_reminder,
    second_reminder,
    suspension_warning,
    suspension,
    resumption,
    final_demand,
    termination,
};

std::string_view name_of(NoticeKind kind);  // "friendly_reminder"
core::Result<NoticeKind> parse_notice_kind(std::string_view name);

enum class Claim { interest, compensation };
enum class Release { automatic, human };
enum class SendOn { any_day, business_days };

struct Level {
    std::string name;  // "warning"; unique within the policy
    WorkStatus status = WorkStatus::reminded;
    NoticeKind notice = NoticeKind::friendly_reminder;
    int days_past_due_min = 1;  // from the effective due date; negative: before it
    int wait_days_min = 0;      // since the previous level's notice was sent
    std::map<core::Currency, core::Money> amount_overdue_min;
    int overdue_invoices_min = 1;
    std::vector<Claim> claim;
    bool announces_pause = false;
    Release release = Release::automatic;
    bool operator==(const Level&) const = default;
};

struct EnforcementPolicy {
    core::PolicyId id;
    std::map<core::Currency, core::Money>
        small_remainder;  // an open rest up to this does not count
    SendOn send_on = SendOn::business_days;
    std::vector<Level> levels;
    // Tells the owner to ask a client who pays ever later for payment in advance. Bills nothing by
    // itself.
    bool propose_advance_billing = false;
    // The first level comes that much earlier to a client who pays ever later; before the due date
    // it is a courtesy note. 0 to 60; never the pause, which the later levels' days decide.
    int slipping_days_earlier = 0;
    bool operator==(const EnforcementPolicy&) const = default;
};

// "standard", "strict" and "gentle", as policy.md tabulates them (src/DECISIONS.md has the source).
const std::vector<EnforcementPolicy>& built_in_policies();

// Refuses: no levels, repeated names, days_past_due_min that falls, a pause that no earlier level
// announces, more than one pausing level that sends a suspension, a resumption as a level's notice.
core::Result<void> check(const EnforcementPolicy& policy);

}  // namespace kvit::policy
