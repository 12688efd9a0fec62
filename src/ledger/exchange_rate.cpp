#include "kvit/ledger/exchange_rate.h"

#include "kvit/core/invariant.h"
#include "rounding.h"

#include <fmt/format.h>

#include <algorithm>

namespace kvit::ledger {

namespace {

core::Date last_of_month(core::Date day) {
    return core::make_date(core::year_of(day), core::month_of(day), 31);
}

std::int64_t minor_units(core::Currency currency) {
    std::int64_t units = 1;
    for (int i = currency.minor_digits(); i > 0; --i) units *= 10;
    return units;
}

}  // namespace

std::string to_text(const ExchangeRate& rate) {
    return fmt::format("{} {} = {} {} on {} ({})", core::to_decimal(rate.per), rate.currency.code(),
                       core::to_decimal(rate.rate), rate.bookkeeping_currency.code(),
                       core::to_iso(rate.on), rate.source);
}

const VatCurrencyRule* VatCurrencyRules::of(core::Country country) const {
    const auto found = std::ranges::find(rows_, country, &VatCurrencyRule::country);
    return found == rows_.end() ? nullptr : &*found;
}

core::Date rate_day(const VatCurrencyRule& rule, const core::BusinessCalendar& calendar,
                    core::Date supplied_on, core::Date issued_on) {
    const core::Date day = rule.issue_date_first ? std::min(supplied_on, issued_on) : supplied_on;
    switch (rule.day) {
        case RateDay::business_day_before:
            return calendar.business_day_on_or_before(rule.published_in, day - date::days(1));
        case RateDay::supply_day:
            return calendar.business_day_on_or_before(rule.published_in, day);
        case RateDay::supply_month:
            break;
    }
    return last_of_month(day);
}

core::Result<core::Money> converted(core::Money amount, const ExchangeRate& rate) {
    KVIT_INVARIANT(amount.currency() == rate.currency, "an amount is converted at its own rate");
    const core::Ratio quotient(rate.rate.num() * rate.per.den(), rate.rate.den() * rate.per.num());
    const core::Ratio units(minor_units(rate.bookkeeping_currency), minor_units(rate.currency));
    return scale_to_invoice_step(core::Money(amount.minor(), rate.bookkeeping_currency),
                                 quotient * units);
}

core::Result<std::optional<BookkeepingTax>> bookkeeping_tax(const contract::Business& business,
                                                            core::Money tax, core::Date supplied_on,
                                                            core::Date issued_on,
                                                            const BookkeepingRules& rules) {
    const core::Currency from = tax.currency(), into = business.currency;
    const VatCurrencyRule* rule = rules.rules.of(business.country);
    if (tax.is_zero() || from == into || !business.vat.registered || rule == nullptr) {
        return std::nullopt;
    }
    const core::Date on = rate_day(*rule, rules.calendar, supplied_on, issued_on);
    auto rate = rules.rate_on(from, into, on);
    if (!rate) {
        const bool average = rule->day == RateDay::supply_month;
        return core::refuse(
            "",
            fmt::format("its VAT must be stated in {} too, and the {} of {} is not known",
                        into.code(), average ? "average rate of the month" : "exchange rate",
                        core::to_iso(on)),
            fmt::format("import the row \"{},{},1,…,{},…\" (date,currency,per,rate,"
                        "bookkeeping_currency,source) with kvit import fx FILE and bill again",
                        core::to_iso(on), from.code(), into.code()));
    }
    const auto amount = converted(tax, *rate);
    if (!amount) return tl::unexpected(amount.error());
    return BookkeepingTax{*amount, std::move(*rate)};
}

}  // namespace kvit::ledger
