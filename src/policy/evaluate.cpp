#include "kvit/policy/evaluate.h"

#include "ladder.h"

#include <algorithm>

namespace kvit::policy {

namespace {

bool is_sending_day(const EnforcementPolicy& policy, const Facts& facts,
                    const core::BusinessCalendar& calendar) {
    return policy.send_on == SendOn::any_day ||
           calendar.is_business_day(facts.calendar_country, facts.day);
}

// The level whose letter is due today, if any (rules 1 to 3, 8).
std::optional<std::size_t> level_due(const EnforcementPolicy& policy, const Facts& facts,
                                     const Position& position,
                                     const core::BusinessCalendar& calendar, Decision& decision) {
    if (wrote_today(facts)) return std::nullopt;  // rule 9
    const auto next = next_level(policy, facts, position);
    if (!next) return std::nullopt;
    const Level& level = policy.levels[*next];
    const Conditions conditions = conditions_of(level, position, facts);
    std::vector<Reason> reasons = conditions.reasons;
    if (!conditions.met || !wait_is_over(policy, *next, position, facts, reasons))
        return std::nullopt;
    if (level.status == WorkStatus::terminated) {
        decision.reasons.push_back({"termination_waits", level.name, ""});
        return std::nullopt;
    }
    if (!is_sending_day(policy, facts, calendar)) {
        decision.reasons.push_back({"not_a_business_day", core::to_iso(facts.day), ""});
        return std::nullopt;
    }
    decision.reasons.insert(decision.reasons.end(), reasons.begin(), reasons.end());
    return next;
}

NoticeDecision notice_of(const EnforcementPolicy& policy, std::size_t index, const Facts& facts,
                         const Position& position, const core::BusinessCalendar& calendar) {
    const Level& level = policy.levels[index];
    NoticeDecision notice;
    notice.kind = level.notice;
    notice.level = level.name;
    notice.anchor = *position.anchor;
    notice.claims = level.claim;
    if (level.announces_pause) {
        notice.announces_pause_on = announced_pause(policy, index, *position.anchor, facts.day,
                                                    facts.calendar_country, calendar);
    }
    // Every overdue invoice is listed, also a small rest that by itself would not count.
    std::vector<const Receivable*> listed;
    const int days_min = std::min(level.days_past_due_min, 1);
    for (const Receivable& item : facts.receivables) {
        if (core::days_between(item.due_on, facts.day) >= days_min) listed.push_back(&item);
    }
    std::ranges::sort(listed, {}, [](const Receivable* item) {
        return std::tuple(item->due_on, item->issued_on, item->number);
    });
    for (const Receivable* item : listed) notice.items.push_back(item->number);
    return notice;
}

// Is the pausing level's moment there (or past) for contracts that wait for a person?
bool pause_is_reached(const EnforcementPolicy& policy, const Facts& facts,
                      const Position& position) {
    const auto pausing = pausing_level(policy);
    if (!pausing || !position.overdue) return false;
    if (position.paused || (position.reached && *position.reached >= *pausing)) return true;
    std::vector<Reason> ignored;
    const auto before = position.reached;
    return before && *before + 1 == *pausing &&
           conditions_of(policy.levels[*pausing], position, facts).met &&
           wait_is_over(policy, *pausing, position, facts, ignored);
}

// Status of a contract when the client stands on level `reached` (nothing: below the ladder).
ContractDecision decide_contract(const EnforcementPolicy& policy, const Facts& facts,
                                 const Position& position, std::optional<std::size_t> reached,
                                 bool pause_reached, const ContractFacts& contract,
                                 std::vector<Reason>& reasons) {
    ContractDecision result{contract.id, contract.status, WorkStatus::active,
                            facts.day,   HeldBy::nobody,  WaitsFor::nothing};
    const auto pausing = pausing_level(policy);
    if (position.anchor && reached) {
        const std::size_t mild = pausing ? std::min(*reached, *pausing - 1) : *reached;
        result.to = policy.levels[mild].status;
    }
    const bool over_pause = pausing && reached && *reached >= *pausing;
    if (position.overdue && (over_pause || pause_reached)) {
        if (is_paid_ahead(contract, facts.day)) {
            result.held_by = HeldBy::prepaid;
            reasons.push_back(
                {"paid_ahead", contract.id.str(), core::to_iso(*contract.paid_ahead_until)});
        } else if (contract.status == WorkStatus::paused) {
            result.to = WorkStatus::paused;  // rule 4, whatever the anchor
        } else if (waits_for_release(contract, policy.levels[*pausing])) {
            result.waits_for = WaitsFor::release;
            const bool no_clause = !contract.has_suspension_clause;
            reasons.push_back(
                {no_clause ? "no_suspension_clause" : "release_by_person", contract.id.str(), ""});
        } else if (over_pause) {
            result.to = WorkStatus::paused;
        }
    }
    if (contract.status == WorkStatus::terminated) result.to = WorkStatus::terminated;
    if (result.to == result.from) result.since = contract.since;
    return result;
}

// Rule 4: the pause is over, whatever fell due since. The letter names the pause it ends.
std::optional<NoticeDecision> resumption_due(const EnforcementPolicy& policy, const Facts& facts,
                                             const Position& position,
                                             const core::BusinessCalendar& calendar) {
    const auto suspension = std::ranges::find(position.round.rbegin(), position.round.rend(),
                                              NoticeKind::suspension, &NoticeFact::kind);
    const bool still_paused = position.overdue && position.paused;
    if (still_paused || suspension == position.round.rend()) return std::nullopt;
    if (!is_sending_day(policy, facts, calendar)) return std::nullopt;
    NoticeDecision notice;
    notice.kind = NoticeKind::resumption;
    notice.anchor = suspension->anchor;
    notice.contracts = suspension->contracts;
    return notice;
}

void add_standing_reasons(const Position& position, Decision& decision) {
    if (position.set_off.is_positive()) {
        decision.reasons.push_back({"set_off", with_currency(position.set_off), ""});
    }
    if (position.small_remainders > 0) {
        decision.reasons.push_back(
            {"small_remainder", std::to_string(position.small_remainders), ""});
    }
    if (!position.overdue) decision.reasons.push_back({"nothing_overdue", "", ""});
}

void add_level_reasons(const EnforcementPolicy& policy, const Facts& facts,
                       const Position& position, Decision& decision) {
    const auto standing = conditions_of(policy.levels[*position.reached], position, facts).reasons;
    decision.reasons.insert(decision.reasons.begin(), standing.begin(), standing.end());
}

// Contracts that are paused by this decision, or are paused while no letter of the round says so
// (it was cancelled because a part was paid).
std::vector<core::ContractId> paused_unsaid(const Decision& decision, const Position& position) {
    std::vector<core::ContractId> unsaid;
    for (const ContractDecision& contract : decision.contracts) {
        const bool said = std::ranges::any_of(position.round, [&](const NoticeFact& notice) {
            return notice.kind == NoticeKind::suspension &&
                   std::ranges::find(notice.contracts, contract.contract) != notice.contracts.end();
        });
        if (contract.to == WorkStatus::paused && !said) unsaid.push_back(contract.contract);
    }
    return unsaid;
}

// The work status of each contract and what it waits for.
void decide_contracts(const EnforcementPolicy& policy, const Facts& facts, const Position& position,
                      std::optional<std::size_t> reached, bool sending_day, Decision& decision) {
    const bool pause_reached = pause_is_reached(policy, facts, position);
    for (const ContractFacts& contract : facts.contracts) {
        decision.contracts.push_back(decide_contract(policy, facts, position, reached,
                                                     pause_reached, contract, decision.reasons));
        ContractDecision& decided = decision.contracts.back();
        // Steps up the ladder fall on business days, a pause with its letter; the way back is free.
        if (decided.to > decided.from && !sending_day) {
            decided.to = decided.from;
            decided.since = contract.since;
        }
    }
    const bool termination_waits = std::ranges::any_of(
        decision.reasons, [](const Reason& reason) { return reason.code == "termination_waits"; });
    for (ContractDecision& contract : decision.contracts) {
        if (termination_waits && contract.held_by == HeldBy::nobody) {
            contract.waits_for = WaitsFor::release;
        }
    }
}

// Whose work the letter speaks of; and the suspension of what is paused beside the ladder's own
// step.
void complete_notice(const EnforcementPolicy& policy, const Facts& facts, const Position& position,
                     bool sending_day, const core::BusinessCalendar& calendar, Decision& decision) {
    const auto unsaid = paused_unsaid(decision, position);
    const bool free_today = !decision.notice && sending_day && !wrote_today(facts);
    if (!unsaid.empty() && position.anchor && free_today) {
        decision.notice = notice_of(policy, *pausing_level(policy), facts, position, calendar);
    }
    if (!decision.notice || decision.notice->kind == NoticeKind::resumption) return;
    if (decision.notice->kind == NoticeKind::suspension) {
        decision.notice->contracts = unsaid;
        return;
    }
    for (const ContractDecision& contract : decision.contracts) {
        decision.notice->contracts.push_back(contract.contract);
    }
}

}  // namespace

Decision evaluate(const EnforcementPolicy& policy, const Facts& facts,
                  const core::BusinessCalendar& calendar) {
    const Position position = position_of(policy, facts);
    Decision decision;
    decision.day = facts.day;
    decision.anchor = position.anchor;

    std::optional<std::size_t> reached = position.reached;
    if (auto resumption = resumption_due(policy, facts, position, calendar)) {
        decision.notice = std::move(resumption);
    } else if (position.anchor) {
        const auto due = level_due(policy, facts, position, calendar, decision);
        if (due) {
            decision.notice = notice_of(policy, *due, facts, position, calendar);
            if (!decision.notice->claims.empty())
                decision.reasons.push_back({"claim_waits", "", ""});
            reached = due;
        } else if (reached) {
            add_level_reasons(policy, facts, position, decision);
        }
    }
    if (reached) decision.level = policy.levels[*reached].name;
    add_standing_reasons(position, decision);

    const bool sending_day = is_sending_day(policy, facts, calendar);
    decide_contracts(policy, facts, position, reached, sending_day, decision);
    complete_notice(policy, facts, position, sending_day, calendar, decision);
    decision.next_review =
        next_review_after(policy, facts, position, decision.notice.has_value(), calendar);
    return decision;
}

std::vector<core::ContractId> advance_billing_proposals(const EnforcementPolicy& policy,
                                                        const Facts& facts) {
    std::vector<core::ContractId> proposed;
    if (!policy.propose_advance_billing) return proposed;
    for (const ContractFacts& contract : facts.contracts) {
        const bool slipping = contract.trend.trend == ledger::TrendClass::slipping;
        if (slipping && contract.advance_from) proposed.push_back(contract.id);
    }
    return proposed;
}

}  // namespace kvit::policy
