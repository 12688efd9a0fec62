#pragma once
// What a person said about the law of late payment: reference rates that were not known, and rows
// confirmed before they are claimed by. Both are facts: added, never changed.

#include "kvit/app/ports/unit_of_work.h"
#include "kvit/core/ids.h"
#include "kvit/ledger/reference_rate.h"

#include <vector>

namespace kvit::app {

class LateLawStore {
  public:
    virtual ~LateLawStore() = default;

    // The key is country, series and day; with another percent or source: a conflict.
    virtual Added add_reference_rate(const core::BusinessId& business,
                                     const ledger::AddedRate& rate) = 0;
    // By country, series, day.
    virtual std::vector<ledger::AddedRate> reference_rates(
        const core::BusinessId& business) const = 0;

    // Every field is the key: a row may be confirmed again when it says something else.
    virtual Added confirm_row(const core::BusinessId& business,
                              const ledger::ConfirmedRow& row) = 0;
    // By country, series, day, content.
    virtual std::vector<ledger::ConfirmedRow> confirmed_rows(
        const core::BusinessId& business) const = 0;
};

}  // namespace kvit::app
