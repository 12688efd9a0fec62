// The law of late payment: interest_rules.csv, reference_rates.csv, compensation_tiers.csv.

#include "adapters/rules/rule_table.h"
#include "adapters/rules/rules.h"
#include "kvit/core/invariant.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace kvit::rules {

namespace {

template <class Value, std::size_t size>
Value named(const std::array<std::pair<std::string_view, Value>, size>& words,
            std::string_view word) {
    const auto* found = std::ranges::find(words, word, &std::pair<std::string_view, Value>::first);
    KVIT_INVARIANT(found != words.end(), "a rule of late payment uses the words that are known");
    return found->second;
}

using Status = ledger::RowStatus;
constexpr std::array stati{std::pair{std::string_view("verified"), Status::verified},
                           std::pair{std::string_view("derived"), Status::derived},
                           std::pair{std::string_view("single-source"), Status::single_source},
                           std::pair{std::string_view("from-memory"), Status::from_memory}};
using Kind = contract::ClientKind;
constexpr std::array debtors{std::pair{std::string_view("business"), Kind::business},
                             std::pair{std::string_view("consumer"), Kind::consumer},
                             std::pair{std::string_view("public"), Kind::public_body}};
using Method = ledger::RateMethod;
constexpr std::array methods{std::pair{std::string_view("half_year"), Method::half_year},
                             std::pair{std::string_view("frozen"), Method::frozen},
                             std::pair{std::string_view("yearly"), Method::yearly},
                             std::pair{std::string_view("daily"), Method::daily},
                             std::pair{std::string_view("fixed"), Method::fixed}};
using Year = ledger::YearBasis;
constexpr std::array years{std::pair{std::string_view("365"), Year::days_365},
                           std::pair{std::string_view("actual"), Year::actual}};
using RateDay = ledger::CompensationRateDay;
constexpr std::array rate_days{
    std::pair{std::string_view("none"), RateDay::none},
    std::pair{std::string_view("month_before_due"), RateDay::month_before_due},
    std::pair{std::string_view("first_day_late"), RateDay::first_day_late}};

ledger::LegalBasis basis_of(const RuleRow& row, std::string series, std::string content) {
    return {
        row.country("country"),           std::move(series), row.day("since"), std::move(content),
        named(stati, row.text("status")), row.text("source")};
}

core::Ratio percent(const RuleRow& row, std::string_view column) {
    const auto percent = ledger::parse_percent(row.text(column));
    KVIT_INVARIANT(percent.has_value(), "a rule has rates in percent");
    return *percent;
}

core::Money money(const RuleRow& row, std::string_view column, std::string_view currency) {
    const auto known = core::Currency::parse(row.text(currency));
    KVIT_INVARIANT(known.has_value(), "a rule names a currency");
    const auto amount = core::parse_money(row.text(column), *known);
    KVIT_INVARIANT(amount.has_value(), "a rule has amounts");
    return *amount;
}

// How a rule tells what it does; a person confirms these words.
constexpr std::array method_words{
    std::pair{std::string_view("half_year"), "by half-year"},
    std::pair{std::string_view("frozen"), "of the half-year in which the delay began"},
    std::pair{std::string_view("yearly"), "by year"},
    std::pair{std::string_view("daily"), "by day"}, std::pair{std::string_view("fixed"), "fixed"}};
constexpr std::array rate_day_words{
    std::pair{std::string_view("none"), ""},
    std::pair{std::string_view("month_before_due"),
              " at the rate of the last business day of the month before the due date's"},
    std::pair{std::string_view("first_day_late"), " at the rate of the first day of delay"}};

ledger::InterestRule interest_rule(const RuleRow& row) {
    const core::Ratio margin = percent(row, "margin_pp");
    KVIT_INVARIANT(margin.num() >= 0, "a margin is not below zero");
    const std::string& series = row.text("series");
    const auto method = named(methods, row.text("method"));
    KVIT_INVARIANT(series.empty() == (method == Method::fixed),
                   "a rule names its series unless the rate is fixed");
    const bool counted = row.yes("payment_day_counted");
    const std::string says = fmt::format(
        "{}{} points, {}, day of payment {}, year of {} days", series.empty() ? "" : series + " + ",
        core::to_decimal(margin, 2), named(method_words, row.text("method")),
        counted ? "counted" : "not counted", row.text("year_days"));
    return {basis_of(row, "interest " + row.text("debtor"), says),
            named(debtors, row.text("debtor")),
            method,
            series,
            margin,
            counted,
            named(years, row.text("year_days"))};
}

ledger::CompensationTier compensation_tier(const RuleRow& row) {
    const core::Money from = money(row, "gross_from", "gross_currency");
    const core::Money amount = money(row, "amount", "currency");
    const auto paid_in = core::Currency::parse(row.text("paid_in"));
    KVIT_INVARIANT(paid_in.has_value(), "a rule names a currency");
    const std::string says =
        fmt::format("{} {} from {} {} gross, paid in {}{}", core::to_decimal(amount),
                    amount.currency().code(), core::to_decimal(from), from.currency().code(),
                    paid_in->code(), named(rate_day_words, row.text("rate_of")));
    return {basis_of(row, "compensation", says),
            from,
            amount,
            *paid_in,
            named(rate_days, row.text("rate_of")),
            row.country("published_in")};
}

}  // namespace

ledger::LateLaw late_law() {
    return {
        ledger::InterestRules(RuleTable("rules/interest_rules.csv").rows(interest_rule)),
        ledger::ReferenceRates(RuleTable("rules/reference_rates.csv").rows([](const RuleRow& row) {
            const core::Ratio rate = percent(row, "percent");
            return ledger::ReferenceRate{
                basis_of(row, row.text("series"), ledger::percent_text(rate)),
                row.day("known_through"), rate};
        })),
        ledger::CompensationTiers(
            RuleTable("rules/compensation_tiers.csv").rows(compensation_tier))};
}

}  // namespace kvit::rules
