#include "ladder.h"

#include <algorithm>

namespace kvit::policy {

namespace {

// The days on which something may change by the calendar alone. Too many are harmless, one too few
// is not: the property test reviews daily and by this date, and both must go the same way.
std::vector<core::Date> candidates(const EnforcementPolicy& policy, const Facts& facts,
                                   const Position& position, bool letter_today,
                                   const core::BusinessCalendar& calendar) {
    const core::Country country = facts.calendar_country;
    std::vector<core::Date> days;
    // What a weekend or holiday holds up today.
    days.push_back(calendar.business_day_on_or_after(country, facts.day));
    std::vector<core::Date> sent;
    if (letter_today) sent.push_back(facts.day);
    if (letter_today || wrote_today(facts)) {
        // The next letter may be due already and only waits for another day.
        days.push_back(calendar.business_day_on_or_after(country, facts.day + date::days(1)));
    }
    for (const NoticeFact& notice : position.round) {
        sent.push_back(notice.sent_on.value_or(facts.day));
        if (notice.announced_pause_on) days.push_back(*notice.announced_pause_on);
    }
    for (const ContractFacts& contract : facts.contracts) {
        if (contract.paid_ahead_until) days.push_back(*contract.paid_ahead_until);
    }
    if (facts.hold_until) days.push_back(*facts.hold_until + date::days(1));
    for (const Receivable* item : position.held) {
        if (item->held_until) days.push_back(*item->held_until + date::days(1));
    }
    for (const ContractFacts& contract : facts.contracts) {
        if (contract.ends_on) days.push_back(*contract.ends_on);
    }
    for (const CountingItem& item : position.counting) {
        // For a client who slips the first level comes earlier.
        if (policy.slipping_days_earlier == 0) break;
        Level first = policy.levels.front();
        first.days_past_due_min -= policy.slipping_days_earlier;
        const core::Date due = item.receivable->due_on;
        days.push_back(due + date::days(std::min(first.days_past_due_min, 1)));
        days.push_back(earliest_day(policy, first, due, std::nullopt, country, calendar));
    }
    for (const Level& level : policy.levels) {
        for (const CountingItem& item : position.counting) {
            const core::Date due = item.receivable->due_on;
            days.push_back(due + date::days(std::min(level.days_past_due_min, 1)));
            days.push_back(earliest_day(policy, level, due, std::nullopt, country, calendar));
            for (const core::Date sent_on : sent) {
                days.push_back(earliest_day(policy, level, due, sent_on, country, calendar));
            }
        }
    }
    return days;
}

}  // namespace

std::optional<core::Date> next_review_after(const EnforcementPolicy& policy, const Facts& facts,
                                            const Position& position, bool letter_today,
                                            const core::BusinessCalendar& calendar) {
    const bool ending = std::ranges::any_of(facts.contracts, [](const ContractFacts& contract) {
        return contract.ends_on && contract.status != WorkStatus::terminated;
    });
    if (position.counting.empty() && position.held.empty() && !position.paused && !ending &&
        position.round.empty())
        return std::nullopt;
    std::optional<core::Date> next;
    for (const core::Date day : candidates(policy, facts, position, letter_today, calendar)) {
        if (day > facts.day && (!next || day < *next)) next = day;
    }
    return next;
}

}  // namespace kvit::policy
