#pragma once
// The flat compensation for recovery costs of one late invoice (Directive 2011/7/EU article 6):
// owed by businesses and public bodies, not by consumers.

#include "kvit/contract/client.h"
#include "kvit/core/business_day.h"
#include "kvit/core/money.h"
#include "kvit/ledger/exchange_rate.h"
#include "kvit/ledger/legal_basis.h"

#include <optional>
#include <vector>

namespace kvit::ledger {

// Which day's exchange rate the law takes.
enum class CompensationRateDay {
    none,              // owed in the currency it is laid down in
    month_before_due,  // last day with a rate of the month before the one in which the debt fell
                       // due
    first_day_late,    // first day of the delay, or the last day with a rate before it
};

// One row of templates/rules/compensation_tiers.csv.
struct CompensationTier {
    LegalBasis basis;        // since: the first due date it counts for
    core::Money gross_from;  // the least gross amount of its tier; 0 in the lowest
    core::Money amount;      // as laid down
    core::Currency paid_in;  // what it is owed in, unless the invoice is in the amount's currency
    CompensationRateDay rate_day = CompensationRateDay::none;
    core::Country published_in;  // on the business days of this calendar a rate is published
    bool operator==(const CompensationTier&) const = default;
};

class CompensationTiers {
  public:
    explicit CompensationTiers(std::vector<CompensationTier> rows);

    // Those of the last `since` by the due date, lowest first; empty where none is known.
    std::vector<CompensationTier> of(core::Country law, core::Date due_on) const;
    const std::vector<CompensationTier>& rows() const { return rows_; }
    CompensationTiers with(const std::vector<ConfirmedRow>& confirmed) const;

  private:
    std::vector<CompensationTier> rows_;  // by country, since, gross_from
};

struct Compensation {
    core::Money amount;               // to be claimed
    core::Money laid_down;            // as the law says it
    std::vector<ExchangeRate> rates;  // that were used, each once
    LegalBasis basis;
    bool operator==(const Compensation&) const = default;
};

struct CompensationRules {
    const CompensationTiers& tiers;
    const core::BusinessCalendar& calendar;
    ExchangeRateLookup rate_on;
};

// Nothing from a consumer. The tier is that of `gross`, converted where it is in another currency
// than the tiers. Refuses a law without tiers and an exchange rate that was not imported, naming
// the row. Example: PL, 12 000 PLN gross, due 2026-06-15 -> 70 EUR at the NBP's rate of 2026-05-29.
core::Result<std::optional<Compensation>> compensation(core::Country law,
                                                       contract::ClientKind debtor,
                                                       core::Money gross, core::Date due_on,
                                                       const CompensationRules& rules);

}  // namespace kvit::ledger
