#pragma once
// Interest for late payment by the law that governs the contract: from the day after the effective
// due date, each day at the rate in force that day, on the principal still unpaid, never on
// interest. Sources: Directive 2011/7/EU; the national rows name theirs (templates/rules).

#include "kvit/contract/client.h"
#include "kvit/core/money.h"
#include "kvit/ledger/reference_rate.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::ledger {

// Which day's reference rate counts for a day of delay.
enum class RateMethod {
    half_year,  // that of the first day of the day's half-year
    frozen,     // that of the first day of the half-year in which the delay began, to its end
    yearly,     // that of 1 January of the day's year
    daily,      // that of the day itself
    fixed,      // none: the margin is the rate
};

enum class YearBasis { days_365, actual };  // actual: 366 in a leap year

// One row of templates/rules/interest_rules.csv.
struct InterestRule {
    LegalBasis basis;  // since: the first day of delay it counts for
    contract::ClientKind debtor = contract::ClientKind::business;
    RateMethod method = RateMethod::half_year;
    std::string series;     // of ReferenceRates; empty: fixed
    core::Ratio margin_pp;  // percentage points on the reference rate, at least 0
    bool payment_day_counted = true;
    YearBasis year_basis = YearBasis::days_365;
    bool operator==(const InterestRule&) const = default;
};

class InterestRules {
  public:
    explicit InterestRules(std::vector<InterestRule> rows);

    // In force on `day`; null where none is known.
    const InterestRule* of(core::Country law, contract::ClientKind debtor, core::Date day) const;
    // The first day after `day` on which another row begins.
    std::optional<core::Date> next_change(core::Country law, contract::ClientKind debtor,
                                          core::Date day) const;
    // The series that businesses' interest follows there: what kvit rate add means unless told
    // otherwise. Empty where none is known.
    std::string usual_series(core::Country law, core::Date day) const;
    const std::vector<InterestRule>& rows() const { return rows_; }
    InterestRules with(const std::vector<ConfirmedRow>& confirmed) const;

  private:
    std::vector<InterestRule> rows_;  // by country, debtor, since
};

struct PrincipalPayment {
    core::Date on;       // of the money, not of its record
    core::Money amount;  // below zero: a payment taken back
    bool operator==(const PrincipalPayment&) const = default;
};

struct DelayedDebt {
    core::Country law;
    contract::ClientKind debtor = contract::ClientKind::business;
    core::Money principal;  // asked for, less what credit notes took back
    core::Date due_on;      // effective
    std::vector<PrincipalPayment> payments;
    // Interest is told as if the rest were paid on this day: it is the last day that counts, or,
    // where the law leaves the day of payment out, the day after that.
    core::Date through;
};

struct InterestSegment {
    core::Date from, to;  // both inclusive
    int days = 0;
    core::Ratio percent;  // per year: reference and margin
    core::Money principal;
    bool operator==(const InterestSegment&) const = default;
};

// A segment ends with its half-year, the rate, the principal or the rule.
struct AccruedInterest {
    int days = 0;  // of delay, with principal open
    core::Money interest;
    std::vector<InterestSegment> segments;
    std::vector<LegalBasis> bases;  // every row it rests on, once, as met
    bool operator==(const AccruedInterest&) const = default;
};

// Exact until it is rounded half up once, at the end, to the currency's step (HUF: whole forint).
// A principal below zero bears none. Refuses a rate that is not known, naming the row and the
// command that adds it; a law without a rule for this debtor; a sum beyond Money's bound.
core::Result<AccruedInterest> accrued_interest(const DelayedDebt& debt, const InterestRules& rules,
                                               const ReferenceRates& rates);

}  // namespace kvit::ledger
