#pragma once
// VAT told in the bookkeeping currency on an invoice in another one (Directive 2006/112 art. 230):
// at a rate somebody imported for the very day the issuer's law takes, never another day's.

#include "kvit/contract/business.h"
#include "kvit/core/business_day.h"
#include "kvit/core/money.h"
#include "kvit/core/ratio.h"
#include "kvit/core/result.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kvit::ledger {

// `per` units of `currency` are `rate` units of `bookkeeping_currency`: 100 HUF = 1.0912 PLN as the
// NBP quotes it, 1.0876 USD = 1 EUR as the ECB does.
struct ExchangeRate {
    core::Currency currency;
    core::Ratio per, rate;  // more than 0; numerator below 10^9, denominator at most 10^6
    core::Currency bookkeeping_currency;
    core::Date on;
    std::string source;  // "NBP 189/A/NBP/2026"
    bool operator==(const ExchangeRate&) const = default;
};

// "100 HUF = 1.0912 PLN on 2026-09-29 (NBP 189/A/NBP/2026)".
std::string to_text(const ExchangeRate& rate);

// Which day's rate a country's law takes.
enum class RateDay {
    business_day_before,  // the last day with a rate before the supply
    supply_day,           // the supply date, or the last day with a rate before it
    supply_month,         // the average of the supply's month, kept under the month's last day
};

// One row of templates/rules/vat_currency.csv.
struct VatCurrencyRule {
    core::Country country;
    RateDay day;
    bool issue_date_first;       // an invoice issued before the supply takes its issue date instead
    core::Country published_in;  // on the business days of this calendar a rate is published
};

class VatCurrencyRules {
  public:
    explicit VatCurrencyRules(std::vector<VatCurrencyRule> rows) : rows_(std::move(rows)) {}
    const VatCurrencyRule* of(core::Country country) const;  // null where no law is known to ask

  private:
    std::vector<VatCurrencyRule> rows_;
};

// Example: PL, supplied on Monday 2026-03-02 -> Friday 2026-02-27.
core::Date rate_day(const VatCurrencyRule& rule, const core::BusinessCalendar& calendar,
                    core::Date supplied_on, core::Date issued_on);

struct BookkeepingTax {
    core::Money tax;  // in the rate's bookkeeping currency
    ExchangeRate rate;
    bool operator==(const BookkeepingTax&) const = default;
};

// amount × rate / per, rounded half up once to the bookkeeping currency's step (HUF: whole forint);
// a credit mirrors it. The amount is in the rate's currency. Refuses a result beyond the bound.
core::Result<core::Money> converted(core::Money amount, const ExchangeRate& rate);

// The imported rate from a currency into the bookkeeping currency on exactly that day.
using ExchangeRateLookup = std::function<std::optional<ExchangeRate>(
    core::Currency currency, core::Currency bookkeeping_currency, core::Date on)>;

struct BookkeepingRules {
    const VatCurrencyRules& rules;
    const core::BusinessCalendar& calendar;
    ExchangeRateLookup rate_on;
};

// Nothing where the law asks for nothing: no VAT to pay, the bookkeeping currency itself, an issuer
// not registered for VAT or in a country without a row. Refuses a rate that was not imported,
// naming the row to import.
core::Result<std::optional<BookkeepingTax>> bookkeeping_tax(const contract::Business& business,
                                                            core::Money tax, core::Date supplied_on,
                                                            core::Date issued_on,
                                                            const BookkeepingRules& rules);

}  // namespace kvit::ledger
