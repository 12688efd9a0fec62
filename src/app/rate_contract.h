#pragma once
// Everything that goes on one invoice: the cycle itself, late entries of earlier cycles, each at
// its own terms, and quotes the client has accepted. Reads only.

#include "kvit/app/engine.h"
#include "kvit/ledger/rating.h"

#include <memory>
#include <vector>

namespace kvit::app {

// Lines, and what must be remembered when they are billed.
struct RatedContract {
    std::vector<ledger::RatedLine> lines;
    std::vector<Quote> held;                        // new, to store whether or not there is a line
    std::vector<std::string> billed_quotes;         // whose lines stand above
    std::vector<core::EntryKey> covered;            // work inside the retainer's hours
    std::vector<core::EntryKey> free_contacts;      // looked at, nothing to pay for
    std::vector<ledger::IncludedMinutes> included;  // as they are after it
};

class ContractRater {
  public:
    // `day`: pauses are known up to it.
    ContractRater(const Engine& engine, const contract::Business& business, core::Date day);

    core::Result<RatedContract> rate(const contract::Contract& contract,
                                     const ledger::BillingCycle& cycle) const;
    // A cycle of which only entries up to `last` are there yet.
    core::Result<ledger::Rating> rate_so_far(const contract::Contract& contract,
                                             const ledger::BillingCycle& cycle,
                                             core::Date last) const;

  private:
    struct Entries {
        std::vector<contract::WorkEntry> work;
        std::vector<contract::Contact> contacts;
    };
    Entries entries(const contract::Contract& contract, core::Date from, core::Date until) const;
    core::Result<ledger::Rating> rate_cycle(const contract::Contract& contract,
                                            const ledger::BillingCycle& cycle,
                                            const Entries& entries, bool fees,
                                            const RatedContract& so_far) const;
    core::Result<void> add_cycle(const contract::Contract& contract,
                                 const ledger::BillingCycle& cycle, const Entries& entries,
                                 bool fees, core::Date held_on, RatedContract& rated) const;
    core::Result<void> add_late(const contract::Contract& contract,
                                const ledger::BillingCycle& cycle, RatedContract& rated) const;
    core::Result<void> add_quotes(const contract::Contract& contract,
                                  const ledger::BillingCycle& cycle, RatedContract& rated) const;
    std::string free_quote_id(const contract::Contract& contract, core::Date cycle_from,
                              const std::string& service, const std::vector<Quote>& others) const;

    const Engine& engine_;
    const contract::Business& business_;
    core::Date day_;
    std::shared_ptr<const core::TimeZone> zone_;
};

}  // namespace kvit::app
