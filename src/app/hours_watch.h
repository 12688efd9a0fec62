#pragma once
// Warns before the included hours of a running cycle are used up, so that extra hours are announced
// to the client, not discovered on the invoice.

#include "kvit/app/run_billing.h"
#include "rate_contract.h"

namespace kvit::app {

// Contracts whose current cycle has used 80 % or more of its hours, those carried over included, by
// entries of `day` or before. Each threshold is remembered as told, unless this only shows.
std::vector<HoursWarning> watch_hours(const Engine& engine, const contract::Business& business,
                                      const ContractRater& rater, core::Date day, bool only_show);

}  // namespace kvit::app
