#pragma once
// What a person adds to the law of late payment that is built in: reference rates that were not
// known, and the confirmation that lets an unsure row be claimed by.

#include "kvit/app/ports/document_ports.h"
#include "kvit/app/ports/store.h"
#include "kvit/ledger/late_law.h"

#include <string>
#include <vector>

namespace kvit::app {

// The built-in law with what was added and confirmed for this business.
ledger::LateLaw late_law_of(const Store& store, const core::BusinessId& business,
                            const ledger::LateLaw& built_in);

struct RateToAdd {
    core::Country country;
    std::string series;  // empty: the one that businesses' interest follows there
    core::Date from;     // the first day it counts for
    core::Ratio percent;
    std::string source;
    bool instead = false;  // take the place of a built-in row that nobody is sure of
};

struct RateAdded {
    ledger::AddedRate rate;
    bool already_known = false;  // then nothing was changed
};

// Refuses a country without rules of interest, a series that none of its rules follows, a day on
// which no rate of the series begins, a day more than 60 days after `day`, a source that cannot be
// printed, and another percent for a day whose rate is known, naming both. `instead` gives way to
// the new rate where the known one is built in and unsure.
core::Result<RateAdded> add_rate(Store& store, const core::BusinessId& business,
                                 const ledger::LateLaw& built_in, const RateToAdd& rate,
                                 const DocumentRenderer& renderer, core::Date day);

// Confirms every unsure row of the country that begins on `since`: rates, rules and tiers. Gives
// those that were newly confirmed; none where all were sure already. Refuses where no row begins.
core::Result<std::vector<ledger::LegalBasis>> confirm_rows(Store& store,
                                                           const core::BusinessId& business,
                                                           const ledger::LateLaw& built_in,
                                                           core::Country country, core::Date since,
                                                           core::Date day);

}  // namespace kvit::app
