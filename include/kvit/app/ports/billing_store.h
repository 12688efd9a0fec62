#pragma once
// What is to be billed: the schedule of the next cycles, what is left of included hours, and work
// held as quotes.

#include "kvit/ledger/rating.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::app {

// The first cycle of a contract that a billing run has not dealt with. The schedule is a
// projection of contracts and invoices: it may move back when an entry of an earlier cycle arrives.
struct ScheduledCycle {
    core::Date issue_on;
    core::ClientId client;
    core::ContractId contract;
    core::Date cycle_from;
    auto operator<=>(const ScheduledCycle&) const = default;
};

enum class QuoteState { held, accepted, declined };

// The client's answer, as told by the owner. `hourly` is the price agreed with it where the quote
// had none.
struct QuoteAnswer {
    QuoteState state = QuoteState::accepted;  // not held
    core::Date answered_on;
    std::optional<core::Money> hourly;
    std::string note;  // may be empty
    bool operator==(const QuoteAnswer&) const = default;
};

// Out-of-scope work of one cycle and service, held until agreed. Never changes but by its answer
// and the invoice that bills it.
struct Quote {
    std::string id;  // "verde-ore-2026-03-01-consulting"; more of the same: "…-2"
    core::ClientId client;
    core::ContractId contract;
    core::Date cycle_from;
    core::Date held_on;
    ledger::HeldQuote held;
    std::optional<QuoteAnswer> answer{};
    core::InvoiceNumber invoice{};  // that billed it; else empty
    QuoteState state() const { return answer ? answer->state : QuoteState::held; }
    bool operator==(const Quote&) const = default;
};

class BillingStore {
  public:
    virtual ~BillingStore() = default;

    // Puts the contract's row in place of the one before.
    virtual void schedule(const core::BusinessId& business, const ScheduledCycle& cycle) = 0;
    // Nothing is to come.
    virtual void unschedule(const core::BusinessId& business, const core::ContractId& contract) = 0;
    virtual std::optional<ScheduledCycle> scheduled(const core::BusinessId& business,
                                                    const core::ContractId& contract) const = 0;
    // Up to `limit` cycles whose issue date is `through` or before, in order (issue date, client,
    // contract), behind `after` where it is given.
    virtual std::vector<ScheduledCycle> due_cycles(const core::BusinessId& business,
                                                   core::Date through,
                                                   const std::optional<ScheduledCycle>& after,
                                                   int limit) const = 0;

    // Included hours of the contract's cycles that were billed, by cycle.
    virtual std::vector<ledger::IncludedMinutes> included_minutes(
        const core::BusinessId& business, const core::ContractId& contract) const = 0;
    // What was granted stays as first put; what was used never falls (an invariant).
    virtual void put_included_minutes(const core::BusinessId& business,
                                      const core::ContractId& contract,
                                      const ledger::IncludedMinutes& minutes) = 0;
    // Remembers that `percent` of a cycle's included hours were told to be used up; false where
    // that was told before.
    virtual bool tell_hours(const core::BusinessId& business, const core::ContractId& contract,
                            core::Date cycle_from, int percent) = 0;

    // The same of a proposal, in a cycle, to bill the contract in advance.
    virtual bool tell_advance(const core::BusinessId& business, const core::ContractId& contract,
                              core::Date cycle_from) = 0;

    // Stores a held quote with a new id and marks its work as held.
    virtual void add_quote(const core::BusinessId& business, const Quote& quote) = 0;
    virtual std::optional<Quote> quote(const core::BusinessId& business,
                                       const std::string& id) const = 0;
    // All, or those of one contract; by held_on, then id.
    virtual std::vector<Quote> quotes(const core::BusinessId& business,
                                      const std::optional<core::ContractId>& contract) const = 0;
    // Held ones only, of every contract; by held_on, then id.
    virtual std::vector<Quote> held_quotes(const core::BusinessId& business) const = 0;
    // Accepted and not billed, of one contract; by answer, then id.
    virtual std::vector<Quote> accepted_quotes(const core::BusinessId& business,
                                               const core::ContractId& contract) const = 0;
    // Once, of a held quote (an invariant).
    virtual void answer_quote(const core::BusinessId& business, const std::string& id,
                              const QuoteAnswer& answer) = 0;
    // Once, of an accepted quote (an invariant).
    virtual void mark_quote_billed(const core::BusinessId& business, const std::string& id,
                                   const core::InvoiceNumber& invoice) = 0;
};

}  // namespace kvit::app
