#include "ladder.h"

#include "kvit/core/invariant.h"

#include <algorithm>
#include <string>

namespace kvit::policy {

namespace {

core::Money small_remainder(const EnforcementPolicy& policy, core::Currency currency) {
    const auto row = policy.small_remainder.find(currency);
    return row == policy.small_remainder.end() ? core::Money::zero(currency) : row->second;
}

// Rule 5.
void count_items(const EnforcementPolicy& policy, const Facts& facts, Position& position) {
    std::vector<const Receivable*> oldest_first;
    for (const Receivable& receivable : facts.receivables) {
        if (!receivable.open.is_positive()) continue;
        if (receivable.held_by == HeldBy::nobody) {
            oldest_first.push_back(&receivable);
        } else {
            position.held.push_back(&receivable);
        }
    }
    std::ranges::sort(oldest_first, {}, [](const Receivable* item) {
        return std::tuple(item->due_on, item->issued_on, item->number);
    });
    core::Money cash = facts.unapplied;
    const core::Money remainder = small_remainder(policy, facts.currency);
    for (const Receivable* item : oldest_first) {
        const core::Money used = std::min(cash, item->open);
        cash -= used;
        const core::Money open = item->open - used;
        if (open > remainder) {
            position.counting.push_back({item, open});
        } else if (open.is_positive()) {
            ++position.small_remainders;
        }
    }
    position.set_off = facts.unapplied - cash;
}

// The work was resumed on a promise that was not kept: the ladder goes on where it stood.
bool on_a_broken_promise(const NoticeFact& resumption, const Facts& facts) {
    return std::ranges::any_of(facts.receivables, [&](const Receivable& item) {
        return item.held_by == HeldBy::nobody && item.open.is_positive() &&
               item.due_on == resumption.anchor &&
               std::ranges::any_of(item.promises, [&](const Promise& promise) {
                   return promise.given_on <= resumption.decided_on &&
                          resumption.decided_on <= promise.until && promise.until < facts.day;
               });
    });
}

bool by_a_person(const NoticeFact& resumption, const Facts& facts, const Position& position) {
    return std::ranges::any_of(facts.contracts, [&](const ContractFacts& contract) {
        return is_spared(contract, position) && *contract.resumed_on <= resumption.decided_on &&
               std::ranges::find(resumption.contracts, contract.id) != resumption.contracts.end();
    });
}

// A round ends with a resumption, unless nothing was settled by it.
void find_round(const Facts& facts, Position& position) {
    position.round = facts.notices;
    std::ranges::stable_sort(position.round, {}, &NoticeFact::decided_on);
    const auto last = std::ranges::find_if(
        position.round.rbegin(), position.round.rend(), [&](const NoticeFact& notice) {
            return notice.kind == NoticeKind::resumption && !on_a_broken_promise(notice, facts) &&
                   !by_a_person(notice, facts, position);
        });
    if (last != position.round.rend()) position.round_since = last->decided_on;
    position.round.erase(position.round.begin(), last.base());
}

void find_reached(const EnforcementPolicy& policy, Position& position) {
    for (std::size_t i = 0; i < policy.levels.size(); ++i) {
        for (const NoticeFact& notice : position.round) {
            if (notice.anchor != *position.anchor || notice.level != policy.levels[i].name)
                continue;
            position.reached = i;
            position.last_notice = notice;
        }
    }
    // Paused, and the anchor is new: its letters wait from the last one sent, whatever it was
    // about.
    if (!position.reached && position.paused && !position.round.empty()) {
        position.last_notice = position.round.back();
    }
}

std::string days_text(int days) { return std::to_string(days); }

}  // namespace

Position position_of(const EnforcementPolicy& policy, const Facts& facts) {
    Position position{{}, {}, core::Money::zero(facts.currency), 0, false, {}, false, {}, {},
                      {}, {}};
    count_items(policy, facts, position);
    if (!position.counting.empty()) {
        position.anchor = position.counting.front().receivable->due_on;
        position.overdue = *position.anchor < facts.day;
    }
    find_round(facts, position);
    position.paused = std::ranges::any_of(facts.contracts, [&](const ContractFacts& contract) {
        return contract.status == WorkStatus::paused && !is_spared(contract, position);
    });
    if (position.anchor) find_reached(policy, position);
    return position;
}

std::optional<std::size_t> pausing_level(const EnforcementPolicy& policy) {
    const auto level = std::ranges::find(policy.levels, WorkStatus::paused, &Level::status);
    if (level == policy.levels.end()) return std::nullopt;
    return static_cast<std::size_t>(level - policy.levels.begin());
}

bool is_paid_ahead(const ContractFacts& contract, core::Date day) {
    return contract.paid_ahead_until && day < *contract.paid_ahead_until;
}

bool waits_for_release(const ContractFacts& contract, const Level& pausing,
                       const Position& position) {
    const bool needs_person = pausing.release == Release::human || !contract.has_suspension_clause;
    const bool released = contract.released_on &&
                          (!position.round_since || *contract.released_on > *position.round_since);
    return needs_person && !released;
}

bool is_spared(const ContractFacts& contract, const Position& position) {
    if (!contract.resumed_on || !position.anchor) return false;
    const bool released_again =
        contract.released_on && *contract.released_on > *contract.resumed_on;
    return *position.anchor <= *contract.resumed_on && !released_again;
}

EnforcementPolicy as_applied(const EnforcementPolicy& policy, const Facts& facts,
                             const Position& position) {
    EnforcementPolicy applied = policy;
    if (policy.slipping_days_earlier == 0 || position.counting.empty()) return applied;
    const auto& contract = position.counting.front().receivable->contract;
    const auto owner = std::ranges::find(facts.contracts, contract, &ContractFacts::id);
    const bool slipping =
        owner != facts.contracts.end() && owner->trend.trend == ledger::TrendClass::slipping;
    if (!slipping) return applied;
    Level& first = applied.levels.front();
    const int days = first.days_past_due_min - policy.slipping_days_earlier;
    if (days > 0) {
        first.days_past_due_min = days;
    } else if (position.overdue) {
        // Once it is overdue the level is what it says, as soon as it can be.
        first.days_past_due_min = std::min(first.days_past_due_min, 1);
    } else {
        first.days_past_due_min = days;
        first.notice = NoticeKind::courtesy_note;
    }
    return applied;
}

bool wrote_today(const Facts& facts) {
    return std::ranges::find(facts.notices, facts.day, &NoticeFact::decided_on) !=
           facts.notices.end();
}

namespace {

bool is_announced(const Position& position) {
    return std::ranges::any_of(position.round, [&](const NoticeFact& notice) {
        return notice.anchor == *position.anchor && notice.announced_pause_on;
    });
}

// The last level before the pause that announces it; check() has seen that there is one. It is
// written again where a policy changed in mid-ladder has left the pause unannounced.
std::size_t announcing_level(const EnforcementPolicy& policy) {
    std::size_t level = *pausing_level(policy);
    while (!policy.levels[level].announces_pause) --level;
    return level;
}

}  // namespace

std::optional<std::size_t> next_level(const EnforcementPolicy& policy, const Facts& facts,
                                      const Position& position) {
    const auto pausing = pausing_level(policy);
    const auto nobody_to_pause = [&] {
        return std::ranges::all_of(facts.contracts, [&](const ContractFacts& contract) {
            return is_paid_ahead(contract, facts.day) || is_spared(contract, position) ||
                   waits_for_release(contract, policy.levels[*pausing], position);
        });
    };
    for (std::size_t i = position.reached ? *position.reached + 1 : 0; i < policy.levels.size();
         ++i) {
        const Level& level = policy.levels[i];
        // A note that comes before the due date would be untrue after it.
        if (level.days_past_due_min <= 0 && position.overdue) continue;
        if (position.paused && level.announces_pause) continue;                // rule 4
        if (i == pausing && (position.paused || nobody_to_pause())) continue;  // rules 4, 6, 7
        if (i == pausing && !is_announced(position)) return announcing_level(policy);  // rule 3
        return i;
    }
    return std::nullopt;
}

std::vector<CountingItem> items_of(const Level& level, const Position& position, core::Date day) {
    const int days_min = std::min(level.days_past_due_min, 1);
    std::vector<CountingItem> items;
    for (const CountingItem& item : position.counting) {
        if (core::days_between(item.receivable->due_on, day) >= days_min) items.push_back(item);
    }
    return items;
}

core::Date earliest_day(const EnforcementPolicy& policy, const Level& level, core::Date anchor,
                        std::optional<core::Date> sent_on, core::Country country,
                        const core::BusinessCalendar& calendar) {
    core::Date day = anchor + date::days(level.days_past_due_min);
    if (sent_on) day = std::max(day, *sent_on + date::days(level.wait_days_min));
    if (policy.send_on == SendOn::any_day) return day;
    return calendar.business_day_on_or_after(country, day);
}

core::Date announced_pause(const EnforcementPolicy& policy, std::size_t announcing,
                           core::Date anchor, core::Date sent_on, core::Country country,
                           const core::BusinessCalendar& calendar) {
    const auto pausing = pausing_level(policy);
    KVIT_INVARIANT(pausing && announcing < *pausing,
                   "a level that announces the pause precedes it");
    core::Date day = sent_on;
    for (std::size_t i = announcing + 1; i <= *pausing; ++i) {
        day = earliest_day(policy, policy.levels[i], anchor, day, country, calendar);
    }
    return day;
}

Conditions conditions_of(const Level& level, const Position& position, const Facts& facts) {
    const auto items = items_of(level, position, facts.day);
    const int days = core::days_between(*position.anchor, facts.day);
    core::Money sum = core::Money::zero(facts.currency);
    for (const CountingItem& item : items) sum += item.open;
    const auto row = level.amount_overdue_min.find(facts.currency);
    const core::Money sum_min =
        row == level.amount_overdue_min.end() ? core::Money::zero(facts.currency) : row->second;

    Conditions result;
    result.met = days >= level.days_past_due_min && sum >= sum_min &&
                 static_cast<int>(items.size()) >= level.overdue_invoices_min;
    result.reasons = {
        {"days_past_due", days_text(days), days_text(level.days_past_due_min)},
        {"amount_overdue", with_currency(sum), with_currency(sum_min)},
        {"overdue_invoices", std::to_string(items.size()),
         std::to_string(level.overdue_invoices_min)},
    };
    return result;
}

bool wait_is_over(const EnforcementPolicy& policy, std::size_t level, const Position& position,
                  const Facts& facts, std::vector<Reason>& reasons) {
    if (position.last_notice) {
        const auto sent_on = position.last_notice->sent_on;
        if (!sent_on) return false;  // rule 2: decided is not sent
        const int wait = core::days_between(*sent_on, facts.day);
        const int wait_min = policy.levels[level].wait_days_min;
        reasons.push_back({"wait_days", days_text(wait), days_text(wait_min)});
        if (wait < wait_min) return false;
    }
    if (level != pausing_level(policy)) return true;
    // Rule 3. The day stands in a notice for this anchor that has left.
    std::optional<core::Date> announced;
    for (const NoticeFact& notice : position.round) {
        if (notice.anchor == *position.anchor && notice.sent_on && notice.announced_pause_on) {
            announced = notice.announced_pause_on;
        }
    }
    if (!announced) return false;
    reasons.push_back({"pause_announced_for", core::to_iso(*announced), core::to_iso(facts.day)});
    return *announced <= facts.day;
}

}  // namespace kvit::policy
