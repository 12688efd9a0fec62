#pragma once
// All that is known of the law of late payment: rules, reference rates and compensation, built in
// and as a person completed it.

#include "kvit/ledger/compensation.h"
#include "kvit/ledger/interest.h"
#include "kvit/ledger/reference_rate.h"

#include <optional>
#include <vector>

namespace kvit::ledger {

struct LateLaw {
    InterestRules rules;
    ReferenceRates rates;
    CompensationTiers tiers;

    LateLaw with(const std::vector<AddedRate>& added,
                 const std::vector<ConfirmedRow>& confirmed) const;
    // Every row, of one country where given: rules, rates, tiers, each by country, name and day.
    std::vector<LegalBasis> rows(const std::optional<core::Country>& country) const;
};

}  // namespace kvit::ledger
