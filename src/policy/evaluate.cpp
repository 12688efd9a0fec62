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

bool is_held(const Facts& facts) { return facts.hold_until && facts.day <= *facts.hold_until; }

// The level whose letter is due today, if any (rules 1 to 3, 8).
std::optional<std::size_t> level_due(const EnforcementPolicy& policy, const Facts& facts,
                                     const Position& position,
                                     const core::BusinessCalendar& calendar, Decision& decision) {
    if (wrote_today(facts) || is_held(facts)) return std::nullopt;  // rules 9 and 10
    const auto next = next_level(policy, facts, position);
    if (!next) return std::nullopt;
    const Level& level = policy.levels[*next];
    const Conditions conditions = conditions_of(level, position, facts);
    std::vector<Reason> reasons = conditions.reasons;
    if (!conditions.met || !wait_is_over(policy, *next, position, facts, reasons))
        return std::nullopt;
    if (level.status == WorkStatus::terminated) {
        const bool all_end = std::ranges::all_of(
            facts.contracts, [](const auto& contract) { return contract.ends_on.has_value(); });
        if (!all_end) decision.reasons.push_back({"termination_waits", level.name, ""});
        return std::nullopt;
    }
    if (!is_sending_day(policy, facts, calendar)) {
        decision.reasons.push_back({"not_a_business_day", core::to_iso(facts.day), ""});
        return std::nullopt;
    }
    decision.reasons.insert(decision.reasons.end(), reasons.begin(), reasons.end());
    return next;
}

// Every invoice that is overdue by `days_min`, also a small rest that by itself would not count,
// but none that is disputed or promised.
std::vector<core::InvoiceNumber> overdue_items(const Facts& facts, int days_min) {
    std::vector<const Receivable*> listed;
    for (const Receivable& item : facts.receivables) {
        const bool late = core::days_between(item.due_on, facts.day) >= days_min;
        if (late && item.held_by == HeldBy::nobody) listed.push_back(&item);
    }
    std::ranges::sort(listed, {}, [](const Receivable* item) {
        return std::tuple(item->due_on, item->issued_on, item->number);
    });
    std::vector<core::InvoiceNumber> numbers;
    for (const Receivable* item : listed) numbers.push_back(item->number);
    return numbers;
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
    notice.items = overdue_items(facts, std::min(level.days_past_due_min, 1));
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
        } else if (is_spared(contract, position)) {
            result.held_by = HeldBy::hold;
            reasons.push_back(
                {"resumed_by_person", contract.id.str(), core::to_iso(*contract.resumed_on)});
        } else if (contract.status == WorkStatus::paused) {
            result.to = WorkStatus::paused;  // rule 4, whatever the anchor
        } else if (waits_for_release(contract, policy.levels[*pausing], position)) {
            result.waits_for = WaitsFor::release;
            const bool no_clause = !contract.has_suspension_clause;
            reasons.push_back(
                {no_clause ? "no_suspension_clause" : "release_by_person", contract.id.str(), ""});
        } else if (over_pause) {
            result.to = WorkStatus::paused;
        }
    }
    const bool ended = contract.ends_on && *contract.ends_on <= facts.day;
    if (contract.status == WorkStatus::terminated || ended) {
        result.to = WorkStatus::terminated;
        result.waits_for = WaitsFor::nothing;
        result.held_by = HeldBy::nobody;
    }
    if (result.to == result.from) result.since = contract.since;
    return result;
}

// What is open and does not count, and the promises that were not kept.
void add_held_reasons(const Facts& facts, const Position& position, Decision& decision) {
    for (const Receivable* item : position.held) {
        const bool disputed = item->held_by == HeldBy::dispute;
        decision.reasons.push_back({disputed ? "disputed" : "promised", item->number.str(),
                                    item->held_until ? core::to_iso(*item->held_until) : ""});
    }
    for (const CountingItem& item : position.counting) {
        const auto& promises = item.receivable->promises;
        if (promises.empty() || promises.back().until >= facts.day) continue;
        decision.reasons.push_back(
            {"promise_broken", item.receivable->number.str(), core::to_iso(promises.back().until)});
    }
    if (is_held(facts)) decision.reasons.push_back({"hold", core::to_iso(*facts.hold_until), ""});
    for (const ContractFacts& contract : facts.contracts) {
        if (!contract.ends_on) continue;
        decision.reasons.push_back(
            {"ended_by_person", contract.id.str(), core::to_iso(*contract.ends_on)});
    }
}

// Rule 10, and what a contract would stand for without the dispute or promise.
void add_holders(const Facts& facts, const Position& position, Decision& decision) {
    for (ContractDecision& contract : decision.contracts) {
        if (contract.to == WorkStatus::terminated) continue;
        if (is_held(facts) && position.overdue) {
            contract.to = std::min(contract.to, contract.from);
            contract.held_by = HeldBy::hold;
            contract.waits_for = WaitsFor::nothing;
        }
        for (const Receivable* item : position.held) {
            const bool overdue = item->contract == contract.contract && item->due_on < facts.day;
            if (overdue && contract.held_by == HeldBy::nobody) contract.held_by = item->held_by;
        }
    }
}

// Contracts that a person ended, of which no letter has said so; it goes before the ladder's.
std::optional<NoticeDecision> termination_due(const EnforcementPolicy& policy, const Facts& facts,
                                              const core::BusinessCalendar& calendar) {
    if (wrote_today(facts) || !is_sending_day(policy, facts, calendar)) return std::nullopt;
    NoticeDecision notice;
    notice.kind = NoticeKind::termination;
    for (const ContractFacts& contract : facts.contracts) {
        const bool said = std::ranges::any_of(facts.notices, [&](const NoticeFact& sent) {
            return sent.kind == NoticeKind::termination &&
                   std::ranges::find(sent.contracts, contract.id) != sent.contracts.end();
        });
        if (!contract.ends_on || said) continue;
        notice.contracts.push_back(contract.id);
        notice.anchor = std::max(notice.anchor, *contract.ends_on);
    }
    if (notice.contracts.empty()) return std::nullopt;
    const auto level = std::ranges::find(policy.levels, NoticeKind::termination, &Level::notice);
    if (level != policy.levels.end()) notice.level = level->name;
    notice.items = overdue_items(facts, 1);
    return notice;
}

// Rule 4: the pause is over, whatever fell due since. The letter names the pause it ends.
std::optional<NoticeDecision> resumption_due(const EnforcementPolicy& policy, const Facts& facts,
                                             const Position& position,
                                             const core::BusinessCalendar& calendar) {
    // The last word on the pause; a resumption within the round settled nothing.
    const auto suspension = std::ranges::find_if(
        position.round.rbegin(), position.round.rend(), [](const NoticeFact& notice) {
            return notice.kind == NoticeKind::suspension || notice.kind == NoticeKind::resumption;
        });
    if (suspension == position.round.rend() || suspension->kind == NoticeKind::resumption)
        return std::nullopt;
    const bool still_paused = position.overdue && position.paused;
    const bool all_ended = std::ranges::all_of(facts.contracts, [&](const ContractFacts& contract) {
        return contract.status == WorkStatus::terminated ||
               (contract.ends_on && *contract.ends_on <= facts.day);
    });
    if (still_paused || all_ended) return std::nullopt;
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
        bool said = false;
        for (const NoticeFact& notice : position.round) {
            const bool about =
                std::ranges::find(notice.contracts, contract.contract) != notice.contracts.end();
            if (about && notice.kind == NoticeKind::suspension) said = true;
            if (about && notice.kind == NoticeKind::resumption) said = false;
        }
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
        const bool ended = decided.to == WorkStatus::terminated;  // on the day a person named
        if (decided.to > decided.from && !sending_day && !ended) {
            decided.to = decided.from;
            decided.since = contract.since;
        }
    }
    const bool termination_waits = std::ranges::any_of(
        decision.reasons, [](const Reason& reason) { return reason.code == "termination_waits"; });
    for (std::size_t i = 0; termination_waits && i < facts.contracts.size(); ++i) {
        ContractDecision& contract = decision.contracts[i];
        if (contract.held_by == HeldBy::nobody && !facts.contracts[i].ends_on)
            contract.waits_for = WaitsFor::release;
    }
}

// Whose work the letter speaks of; and the suspension of what is paused beside the ladder's own
// step.
void complete_notice(const EnforcementPolicy& policy, const Facts& facts, const Position& position,
                     bool sending_day, const core::BusinessCalendar& calendar, Decision& decision) {
    const auto unsaid = paused_unsaid(decision, position);
    const bool free_today =
        !decision.notice && sending_day && !wrote_today(facts) && !is_held(facts);
    if (!unsaid.empty() && position.anchor && free_today) {
        decision.notice = notice_of(policy, *pausing_level(policy), facts, position, calendar);
    }
    if (!decision.notice || !decision.notice->contracts.empty()) return;
    if (decision.notice->kind == NoticeKind::suspension) {
        decision.notice->contracts = unsaid;
        return;
    }
    for (const ContractDecision& contract : decision.contracts) {
        decision.notice->contracts.push_back(contract.contract);
    }
}

}  // namespace

Decision evaluate(const EnforcementPolicy& written, const Facts& facts,
                  const core::BusinessCalendar& calendar) {
    const Position position = position_of(written, facts);
    const EnforcementPolicy policy = as_applied(written, facts, position);
    Decision decision;
    decision.day = facts.day;
    decision.anchor = position.anchor;

    std::optional<std::size_t> reached = position.reached;
    if (auto resumption = resumption_due(policy, facts, position, calendar)) {
        decision.notice = std::move(resumption);
    } else if (auto termination = termination_due(policy, facts, calendar)) {
        decision.notice = std::move(termination);
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
    add_held_reasons(facts, position, decision);

    const bool sending_day = is_sending_day(policy, facts, calendar);
    decide_contracts(policy, facts, position, reached, sending_day, decision);
    add_holders(facts, position, decision);
    complete_notice(policy, facts, position, sending_day, calendar, decision);
    decision.next_review =
        next_review_after(written, facts, position, decision.notice.has_value(), calendar);
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
