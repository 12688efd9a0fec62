#include "kvit/ledger/late_law.h"

namespace kvit::ledger {

LateLaw LateLaw::with(const std::vector<AddedRate>& added,
                      const std::vector<ConfirmedRow>& confirmed) const {
    return {rules.with(confirmed), rates.with(added, confirmed), tiers.with(confirmed)};
}

std::vector<LegalBasis> LateLaw::rows(const std::optional<core::Country>& country) const {
    std::vector<LegalBasis> rows;
    const auto add = [&](const LegalBasis& basis) {
        if (!country || basis.country == *country) rows.push_back(basis);
    };
    for (const InterestRule& rule : rules.rows()) add(rule.basis);
    for (const ReferenceRate& rate : rates.rows()) add(rate.basis);
    for (const CompensationTier& tier : tiers.rows()) add(tier.basis);
    return rows;
}

}  // namespace kvit::ledger
