#pragma once
// Dated reference rates of central banks: built in, and those a person added. A day without a row
// has no rate; the last known one is never taken for it.

#include "kvit/core/ratio.h"
#include "kvit/core/result.h"
#include "kvit/ledger/legal_basis.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::ledger {

struct ReferenceRate {
    LegalBasis basis;          // since: the first day it is known for
    core::Date known_through;  // the last day it is known for, unless a later row begins before
    core::Ratio percent;       // per year: 15/4 is 3.75 %; may be below zero
    bool operator==(const ReferenceRate&) const = default;
};

// A rate that was not known, as a person gave it.
struct AddedRate {
    core::Country country;
    std::string series;
    core::Date from;
    core::Ratio percent;
    std::string source;
    bool operator==(const AddedRate&) const = default;
};

// "3.75", "-0.62": from -5 to 50 percent a year, at most 4 decimals.
core::Result<core::Ratio> parse_percent(std::string_view text);
std::string percent_text(core::Ratio percent);  // "3.75 %", with at least 2 decimals

// 1 January or 1 July.
core::Date half_year_of(core::Date day);

class ReferenceRates {
  public:
    explicit ReferenceRates(std::vector<ReferenceRate> rows);

    // The row that begins on exactly `day`; null where there is none.
    const ReferenceRate* beginning_on(core::Country country, std::string_view series,
                                      core::Date day) const;
    // The last row that begins by `day`, if it is known for that day.
    const ReferenceRate* in_force(core::Country country, std::string_view series,
                                  core::Date day) const;
    // The last day for which in_force gives this row of these.
    core::Date last_day_of(const ReferenceRate& row) const;
    // By country, series and day.
    const std::vector<ReferenceRate>& rows() const { return rows_; }

    // With what a person added and confirmed. An added row counts as confirmed and is known to the
    // end of its half-year; it takes the place of a built-in row of the same day, which it can only
    // contradict where that one came later.
    ReferenceRates with(const std::vector<AddedRate>& added,
                        const std::vector<ConfirmedRow>& confirmed) const;

  private:
    std::vector<ReferenceRate> rows_;
};

}  // namespace kvit::ledger
