#pragma once
// A billed cycle cut where its terms change, and the share of a fee that a stretch of it owes.

#include "kvit/ledger/rating.h"

#include <functional>
#include <optional>
#include <vector>

namespace kvit::ledger {

// A stretch of the cycle under one version of the terms.
struct CyclePart {
    core::Date from, until;
    const contract::Terms* terms;
};

// Adjacent parts that cover the billed cycle; one where no amendment cuts it.
std::vector<CyclePart> parts_of(const contract::Contract& contract, const BillingCycle& cycle);

// Consecutive days of the cycle on which something costs the same.
struct Stretch {
    core::Date from, until;
};

// Adjacent parts for which `same_price` holds are one stretch, so an amendment that leaves a price
// alone neither splits its line nor rounds it twice. Parts without a price are left out.
template <class Price>
std::vector<std::pair<Stretch, Price>> stretches_of(
    const std::vector<CyclePart>& parts,
    const std::function<std::optional<Price>(const contract::Terms&)>& price_of) {
    std::vector<std::pair<Stretch, Price>> stretches;
    for (const CyclePart& part : parts) {
        const std::optional<Price> price = price_of(*part.terms);
        if (!price) continue;
        const bool goes_on = !stretches.empty() && stretches.back().first.until == part.from &&
                             stretches.back().second == *price;
        if (goes_on)
            stretches.back().first.until = part.until;
        else
            stretches.push_back({{part.from, part.until}, *price});
    }
    return stretches;
}

struct Proration {
    std::optional<core::Ratio> share;  // of the whole cycle, by calendar days; absent: all of it
    int paused_days = 0;
    int business_days = 0;
    core::Ratio factor{1, 1};  // what remains of the price
};

// Calendar days of the stretch over those of the whole cycle; in arrears less the paused business
// days of the stretch over its business days, where the terms of the day say so.
Proration prorate(const RatingInput& input, Stretch stretch);

// Billed in advance: what decides is its first day, and its supply date is the issue date. A
// closing invoice lies behind the contract's end: what it bills was supplied by then.
bool is_in_advance(const contract::Contract& contract, const BillingCycle& cycle);

}  // namespace kvit::ledger
