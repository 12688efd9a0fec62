#include "cycle_parts.h"

#include "kvit/core/invariant.h"

#include <algorithm>

namespace kvit::ledger {

namespace {

using contract::Terms;
using core::Date;

int paused_business_days(const RatingInput& input, Stretch stretch) {
    if (input.paused.empty()) return 0;
    int count = 0;
    for (Date day = stretch.from; day < stretch.until; day += date::days(1)) {
        const bool paused = std::ranges::any_of(input.paused, [&](const PausedRange& range) {
            return range.from <= day && day < range.until;
        });
        if (paused && input.contract.terms_on(day).paused_days == contract::PausedDays::prorate &&
            input.calendar.is_business_day(input.business_country, day)) {
            ++count;
        }
    }
    return count;
}

}  // namespace

std::vector<CyclePart> parts_of(const contract::Contract& contract, const BillingCycle& cycle) {
    std::vector<CyclePart> parts{{cycle.from, cycle.until, &contract.terms_on(cycle.from)}};
    for (const contract::TermsVersion& version : contract.versions) {
        if (version.since <= cycle.from || version.since >= cycle.until) continue;
        parts.back().until = version.since;
        parts.push_back({version.since, cycle.until, &version.terms});
    }
    return parts;
}

Proration prorate(const RatingInput& input, Stretch stretch) {
    const int days = core::days_between(stretch.from, stretch.until);
    const int whole = core::days_between(input.cycle.whole_from, input.cycle.whole_until);
    KVIT_INVARIANT(days > 0 && days <= whole, "a stretch lies within its whole cycle");
    Proration result;
    result.factor = core::Ratio(days, whole);
    if (days != whole) result.share = result.factor;

    const int paused =
        is_in_advance(input.contract, input.cycle) ? 0 : paused_business_days(input, stretch);
    if (paused > 0) {
        result.paused_days = paused;
        result.business_days =
            input.calendar.business_days(input.business_country, stretch.from, stretch.until);
        const int worked = result.business_days - paused;
        result.factor = result.factor * core::Ratio(worked, result.business_days);
    }
    return result;
}

bool is_in_advance(const contract::Contract& contract, const BillingCycle& cycle) {
    const bool after_the_end = contract.until && cycle.from >= *contract.until;
    return !after_the_end && contract.terms_on(cycle.from).billed == contract::Billed::advance;
}

}  // namespace kvit::ledger
