// What comes after a decision, and how far the ladder's end is.

#include "ladder.h"

#include <algorithm>

namespace kvit::policy {

namespace {

// The facts once the decision is carried out.
Facts carried_out(Facts facts, const Decision& decision) {
    if (decision.notice) {
        const NoticeDecision& notice = *decision.notice;
        facts.notices.push_back({notice.level, notice.kind, notice.anchor, facts.day, facts.day,
                                 notice.announces_pause_on, notice.contracts});
    }
    for (const ContractDecision& decided : decision.contracts) {
        const auto contract =
            std::ranges::find(facts.contracts, decided.contract, &ContractFacts::id);
        if (contract != facts.contracts.end()) contract->status = decided.to;
    }
    return facts;
}

std::optional<core::Date> sent_on(const Position& position, core::Date day) {
    if (!position.last_notice) return std::nullopt;
    return position.last_notice->sent_on.value_or(day);
}

// A pause comes no earlier than the letter said.
core::Date not_before_announced(const Position& position, core::Date day) {
    for (const NoticeFact& notice : position.round) {
        if (notice.anchor == *position.anchor && notice.announced_pause_on)
            day = std::max(day, *notice.announced_pause_on);
    }
    return day;
}

}  // namespace

std::optional<NextStep> next_step(const EnforcementPolicy& written, const Facts& before,
                                  const Decision& decision,
                                  const core::BusinessCalendar& calendar) {
    const Facts facts = carried_out(before, decision);
    const Position position = position_of(written, facts);
    if (!position.anchor) return std::nullopt;
    const EnforcementPolicy policy = as_applied(written, facts, position);
    const auto next = next_level(policy, facts, position);
    if (!next) return std::nullopt;
    const Level& level = policy.levels[*next];
    core::Date day = earliest_day(policy, level, *position.anchor, sent_on(position, facts.day),
                                  facts.calendar_country, calendar);
    if (*next == pausing_level(policy)) day = not_before_announced(position, day);
    if (facts.hold_until) day = std::max(day, *facts.hold_until + date::days(1));
    if (day <= facts.day) day = facts.day + date::days(1);  // at most one letter a day
    if (policy.send_on == SendOn::business_days)
        day = calendar.business_day_on_or_after(facts.calendar_country, day);
    return NextStep{level.name, level.notice, level.status, day,
                    level.status == WorkStatus::terminated};
}

std::optional<core::Date> earliest_termination(const EnforcementPolicy& policy, const Facts& facts,
                                               const core::BusinessCalendar& calendar) {
    const Position position = position_of(policy, facts);
    const auto last = std::ranges::find(policy.levels, WorkStatus::terminated, &Level::status);
    if (!position.overdue || last == policy.levels.end()) return std::nullopt;
    auto sent = sent_on(position, facts.day);
    core::Date day = facts.day;
    for (std::size_t i = position.reached ? *position.reached + 1 : 0; i < policy.levels.size();
         ++i) {
        const Level& level = policy.levels[i];
        day = earliest_day(policy, level, *position.anchor, sent, facts.calendar_country, calendar);
        if (level.status == WorkStatus::terminated) break;
        day = std::max(day, facts.day);  // a letter that is late leaves today at best
        sent = day;
    }
    return day;
}

}  // namespace kvit::policy
