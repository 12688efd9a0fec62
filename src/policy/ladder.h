#pragma once
// Private to policy: where a client stands on the ladder on a day, and what the next step needs.

#include "kvit/policy/evaluate.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace kvit::policy {

// An open item that counts, after set-off (rule 5).
struct CountingItem {
    const Receivable* receivable;
    core::Money open;
};

struct Position {
    std::vector<CountingItem> counting;     // oldest first
    std::vector<const Receivable*> held;    // open, but disputed or promised
    core::Money set_off;                    // cash taken into account
    int small_remainders = 0;               // items left out
    bool overdue = false;                   // something that counts is past due
    std::optional<core::Date> anchor;       // rule 1
    bool paused = false;                    // some contract is paused, and no person resumed it
    std::vector<NoticeFact> round;          // notices since the last resumption, oldest first
    std::optional<core::Date> round_since;  // day of that resumption
    std::optional<std::size_t> reached;  // index of the highest level with a notice for the anchor
    std::optional<NoticeFact> last_notice;  // the one the next level's wait counts from
};

Position position_of(const EnforcementPolicy& policy, const Facts& facts);

// The first level that pauses; nothing in a policy that never does.
std::optional<std::size_t> pausing_level(const EnforcementPolicy& policy);

// May this contract be paused on the day, should the pausing level be reached? (rules 6 and 7)
bool is_paid_ahead(const ContractFacts& contract, core::Date day);
bool waits_for_release(const ContractFacts& contract, const Level& pausing,
                       const Position& position);
// A person let the work go on; until debts that fell due later are the oldest, or a person releases
// the pause again.
bool is_spared(const ContractFacts& contract, const Position& position);

// The policy as it is for this client today: the first level may come earlier (rule 11).
EnforcementPolicy as_applied(const EnforcementPolicy& policy, const Facts& facts,
                             const Position& position);

// One letter a day: reviewing twice adds nothing, and a new anchor's letter waits for the next day.
bool wrote_today(const Facts& facts);

// The next level to write to the client about: after `reached`, leaving out what rules 4 and 7
// skip.
std::optional<std::size_t> next_level(const EnforcementPolicy& policy, const Facts& facts,
                                      const Position& position);

// Items that a level speaks of: past due, or for a level before the due date, near enough to it.
std::vector<CountingItem> items_of(const Level& level, const Position& position, core::Date day);

// The earliest day on which the days of `level` can be met after a notice sent on `sent_on`.
core::Date earliest_day(const EnforcementPolicy& policy, const Level& level, core::Date anchor,
                        std::optional<core::Date> sent_on, core::Country country,
                        const core::BusinessCalendar& calendar);

// Rule 3's date: the first business day on which the pausing level can be met, when the notice of
// level `announcing` is sent on `sent_on`.
core::Date announced_pause(const EnforcementPolicy& policy, std::size_t announcing,
                           core::Date anchor, core::Date sent_on, core::Country country,
                           const core::BusinessCalendar& calendar);

// The days, amounts and counts that `level` asks for, each with what was found; `met` tells if all
// hold.
struct Conditions {
    bool met = false;
    std::vector<Reason> reasons;
};
Conditions conditions_of(const Level& level, const Position& position, const Facts& facts);

// Has the wait since the last notice passed, and for the pausing level the announced day?
bool wait_is_over(const EnforcementPolicy& policy, std::size_t level, const Position& position,
                  const Facts& facts, std::vector<Reason>& reasons);

// No day before it changes the decision on the same facts; a letter that is written today counts as
// leaving today.
std::optional<core::Date> next_review_after(const EnforcementPolicy& policy, const Facts& facts,
                                            const Position& position, bool letter_today,
                                            const core::BusinessCalendar& calendar);

}  // namespace kvit::policy
