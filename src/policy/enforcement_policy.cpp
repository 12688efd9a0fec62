#include "kvit/policy/enforcement_policy.h"

#include "names.h"

#include <algorithm>

namespace kvit::policy {

namespace {

constexpr Names<NoticeKind, 8> notice_names{{
    {NoticeKind::courtesy_note, "courtesy_note"},
    {NoticeKind::friendly_reminder, "friendly_reminder"},
    {NoticeKind::second_reminder, "second_reminder"},
    {NoticeKind::suspension_warning, "suspension_warning"},
    {NoticeKind::suspension, "suspension"},
    {NoticeKind::resumption, "resumption"},
    {NoticeKind::final_demand, "final_demand"},
    {NoticeKind::termination, "termination"},
}};

core::Currency currency(std::string_view code) { return core::Currency::parse(code).value(); }

std::map<core::Currency, core::Money> amounts(
    std::initializer_list<std::pair<std::string_view, std::string_view>> rows) {
    std::map<core::Currency, core::Money> result;
    for (const auto& [code, amount] : rows) {
        result.emplace(currency(code), core::parse_money(amount, currency(code)).value());
    }
    return result;
}

Level level(std::string name, WorkStatus status, NoticeKind notice, int days_past_due_min,
            int wait_days_min = 0) {
    Level result;
    result.name = std::move(name);
    result.status = status;
    result.notice = notice;
    result.days_past_due_min = days_past_due_min;
    result.wait_days_min = wait_days_min;
    return result;
}

Level announcing(Level level) {
    level.announces_pause = true;
    return level;
}
Level by_person(Level level) {
    level.release = Release::human;
    return level;
}
Level claiming(Level level) {
    level.claim = {Claim::interest, Claim::compensation};
    return level;
}
Level from_amount(Level level, std::map<core::Currency, core::Money> minimum) {
    level.amount_overdue_min = std::move(minimum);
    return level;
}

// The three ladders: days past due, then days since the previous notice was sent.
std::vector<EnforcementPolicy> make_built_in() {
    using enum WorkStatus;
    using enum NoticeKind;
    const auto remainder = amounts({{"EUR", "5.00"}, {"PLN", "20.00"}, {"HUF", "2000"}});
    std::vector<EnforcementPolicy> policies;
    policies.push_back({core::PolicyId("standard"),
                        remainder,
                        SendOn::business_days,
                        {from_amount(level("reminder", reminded, friendly_reminder, 1),
                                     amounts({{"EUR", "10.00"}})),
                         announcing(level("warning", warned, suspension_warning, 5, 3)),
                         level("pause", paused, suspension, 8, 3),
                         claiming(level("final_demand", paused, final_demand, 21, 7)),
                         by_person(level("termination", terminated, termination, 45, 15))},
                        true});
    policies.push_back({core::PolicyId("strict"),
                        remainder,
                        SendOn::business_days,
                        {announcing(level("reminder", reminded, friendly_reminder, 1)),
                         level("pause", paused, suspension, 4, 3),
                         claiming(level("final_demand", paused, final_demand, 15, 7)),
                         by_person(level("termination", terminated, termination, 30, 15))},
                        true});
    policies.push_back({core::PolicyId("gentle"),
                        remainder,
                        SendOn::business_days,
                        {level("courtesy", active, courtesy_note, -3),
                         level("reminder", reminded, friendly_reminder, 3),
                         level("second_reminder", reminded, second_reminder, 10, 7),
                         announcing(level("warning", warned, suspension_warning, 20, 7)),
                         by_person(level("pause", paused, suspension, 30, 7)),
                         level("final_demand", paused, final_demand, 45, 14)},
                        false});
    return policies;
}

core::Result<void> check_order(const EnforcementPolicy& policy) {
    for (std::size_t i = 1; i < policy.levels.size(); ++i) {
        const Level& before = policy.levels[i - 1];
        const Level& level = policy.levels[i];
        if (level.days_past_due_min < before.days_past_due_min || level.status < before.status) {
            return core::refuse("",
                                "level \"" + level.name + "\" is milder or earlier than \"" +
                                    before.name + "\" before it",
                                "list levels from mild to severe, days_past_due_min never falling");
        }
        const bool repeated = std::ranges::count(policy.levels, level.name, &Level::name) > 1;
        if (repeated) {
            return core::refuse("", "there are two levels named \"" + level.name + "\"",
                                "give each level its own name");
        }
    }
    return {};
}

}  // namespace

std::string_view name_of(NoticeKind kind) { return name_in(notice_names, kind); }

core::Result<NoticeKind> parse_notice_kind(std::string_view name) {
    return parse_in(notice_names, name, "kind of notice");
}

const std::vector<EnforcementPolicy>& built_in_policies() {
    static const std::vector<EnforcementPolicy> policies = make_built_in();
    return policies;
}

core::Result<void> check(const EnforcementPolicy& policy) {
    if (policy.levels.empty()) {
        return core::refuse("", "the policy has no levels", "add at least one [[policy.level]]");
    }
    if (auto order = check_order(policy); !order) return order;
    const bool pauses =
        std::ranges::find(policy.levels, WorkStatus::paused, &Level::status) != policy.levels.end();
    bool announced = false;
    bool paused = false;
    for (const Level& level : policy.levels) {
        if (level.notice == NoticeKind::resumption) {
            return core::refuse("", "level \"" + level.name + "\" sends a resumption",
                                "resumptions are sent by themselves; choose another notice");
        }
        if (level.status == WorkStatus::paused && !paused) {
            paused = true;
            if (!announced) {
                return core::refuse("",
                                    "level \"" + level.name +
                                        "\" pauses, but no level before it announces the pause",
                                    "set announces_pause = true on a level before it");
            }
            if (level.notice != NoticeKind::suspension) {
                return core::refuse(
                    "",
                    "level \"" + level.name +
                        "\" is the first that pauses and does not send the suspension",
                    "set notice = \"suspension\" on it");
            }
        }
        if (level.announces_pause && (paused || !pauses)) {
            return core::refuse(
                "", "level \"" + level.name + "\" announces a pause, but no level after it pauses",
                "add a level with status = \"paused\", or set announces_pause = false");
        }
        announced = announced || level.announces_pause;
    }
    return {};
}

}  // namespace kvit::policy
