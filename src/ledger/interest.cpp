#include "kvit/ledger/interest.h"

#include "kvit/core/invariant.h"
#include "rounding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

namespace kvit::ledger {

namespace {

__extension__ typedef __int128 Wide;

constexpr std::int64_t micro = 1'000'000;  // a percentage has at most 6 decimals
constexpr int common_year = 365, leap_year = 366;

std::string_view noun_of(contract::ClientKind debtor) {
    constexpr std::array<std::string_view, 3> nouns{"business", "consumer", "public body"};
    return nouns.at(static_cast<std::size_t>(debtor));
}

using Key = std::tuple<core::Country, contract::ClientKind, core::Date>;

Key key_of(const InterestRule& rule) { return {rule.basis.country, rule.debtor, rule.basis.since}; }

std::int64_t micro_percent(core::Ratio percent) {
    KVIT_INVARIANT(micro % percent.den() == 0, "a rate of interest has at most 6 decimals");
    return percent.num() * (micro / percent.den());
}

// Minor units × days × micro-percent, in parts of a year of 365 × 366 days: nothing is lost.
Wide weight_of(const InterestSegment& segment, YearBasis basis) {
    const bool leap = date::year(core::year_of(segment.from)).is_leap();
    const int other = basis == YearBasis::actual && leap ? common_year : leap_year;
    return static_cast<Wide>(segment.principal.minor()) * segment.days *
           micro_percent(segment.percent) * other;
}

core::Result<core::Money> rounded(Wide weight, core::Currency currency) {
    const Wide whole = Wide{100} * micro * common_year * leap_year * currency.invoice_step();
    const Wide steps = (weight * 2 + whole) / (whole * 2);  // half up: a weight is never below zero
    const Wide minor = steps * currency.invoice_step();
    const bool fits = minor <= core::Money::max_minor;
    return within_bound(
        {fits ? static_cast<std::int64_t>(minor) : core::Money::max_minor + 1, currency},
        "the interest");
}

// What is open of the principal, day by day.
class RunningPrincipal {
  public:
    RunningPrincipal(const DelayedDebt& debt, bool payment_day_counted)
        : open_(debt.principal), payments_(debt.payments) {
        for (PrincipalPayment& payment : payments_)
            if (payment_day_counted) payment.on += date::days(1);  // the first day it is felt
        std::ranges::stable_sort(payments_, {}, &PrincipalPayment::on);
    }
    core::Money on(core::Date day) {
        for (; next_ < payments_.size() && payments_[next_].on <= day; ++next_)
            open_ -= payments_[next_].amount;
        return std::max(open_, core::Money::zero(open_.currency()));
    }
    // The next day on which it changes; after on(day).
    std::optional<core::Date> next_change() const {
        if (next_ == payments_.size()) return std::nullopt;
        return payments_[next_].on;
    }

  private:
    core::Money open_;
    std::vector<PrincipalPayment> payments_;
    std::size_t next_ = 0;
};

core::Refusal no_rule(const DelayedDebt& debt, core::Date day) {
    return {"",
            fmt::format("kvit knows no interest that a {} owes for late payment under the law of "
                        "{} on {}",
                        noun_of(debt.debtor), debt.law.code(), core::to_iso(day)),
            "claim none by kvit; the contract's law is its key law"};
}

core::Refusal no_rate(const InterestRule& rule, core::Date day, const InterestRules& rules) {
    const core::Country law = rule.basis.country;
    constexpr std::array<std::string_view, 4> whens{
        "for the half-year from", "for the half-year from", "for the year from", "on"};
    const auto when = whens.at(static_cast<std::size_t>(rule.method));
    const bool usual = rule.series == rules.usual_series(law, day);
    return {"",
            fmt::format("the reference rate {} of {} {} {} is not known", rule.series, law.code(),
                        when, core::to_iso(day)),
            fmt::format("add it with kvit rate add {} {} PERCENT --source TEXT{}", law.code(),
                        core::to_iso(day), usual ? "" : " --series " + rule.series)};
}

// One walk from the first day of delay to the last, a segment at a time.
class Accrual {
  public:
    Accrual(const DelayedDebt& debt, const InterestRules& rules, const ReferenceRates& rates,
            const InterestRule& first)
        : debt_(debt),
          rules_(rules),
          rates_(rates),
          start_(debt.due_on + date::days(1)),
          last_(debt.through - date::days(first.payment_day_counted ? 0 : 1)),
          principal_(debt, first.payment_day_counted),
          accrued_{0, core::Money::zero(debt.principal.currency()), {}, {}} {}

    core::Result<AccruedInterest> run() {
        for (core::Date day = start_; day <= last_;) {
            const core::Money principal = principal_.on(day);
            core::Date to = segment_end(day);
            if (principal.is_positive()) {
                if (auto added = add(day, to, principal); !added)
                    return tl::unexpected(std::move(added.error()));
            } else if (!principal_.next_change()) {
                break;
            }
            day = to + date::days(1);
        }
        const auto interest = rounded(weight_, debt_.principal.currency());
        if (!interest) return tl::unexpected(interest.error());
        accrued_.interest = *interest;
        return std::move(accrued_);
    }

  private:
    core::Date segment_end(core::Date day) const {
        core::Date end = std::min(last_, core::add_months(half_year_of(day), 6, 1) - date::days(1));
        if (const auto change = principal_.next_change())
            end = std::min(end, *change - date::days(1));
        if (const auto change = rules_.next_change(debt_.law, debt_.debtor, day))
            end = std::min(end, *change - date::days(1));
        return end;
    }

    // A daily rate may end the segment earlier: `to` tells.
    core::Result<const ReferenceRate*> rate_on(const InterestRule& rule, core::Date day,
                                               core::Date& to) const {
        const core::Country law = rule.basis.country;
        if (rule.method == RateMethod::fixed) return nullptr;
        core::Date asked = day;
        if (rule.method == RateMethod::half_year || rule.method == RateMethod::frozen)
            asked = half_year_of(day);
        if (rule.method == RateMethod::yearly) asked = core::make_date(core::year_of(day), 1, 1);
        const bool daily = rule.method == RateMethod::daily;
        const ReferenceRate* rate = daily ? rates_.in_force(law, rule.series, asked)
                                          : rates_.beginning_on(law, rule.series, asked);
        if (rate == nullptr) return tl::unexpected(no_rate(rule, asked, rules_));
        if (daily) to = std::min(to, rates_.last_day_of(*rate));
        return rate;
    }

    core::Result<bool> add(core::Date day, core::Date& to, core::Money principal) {
        const InterestRule* rule = rules_.of(debt_.law, debt_.debtor, start_);
        core::Date rate_day = start_;
        if (rule == nullptr || rule->method != RateMethod::frozen) {
            rule = rules_.of(debt_.law, debt_.debtor, day);
            rate_day = day;
        }
        if (rule == nullptr) return tl::unexpected(no_rule(debt_, day));
        const auto rate = rate_on(*rule, rate_day, to);
        if (!rate) return tl::unexpected(rate.error());
        core::Ratio percent = rule->margin_pp;
        if (*rate != nullptr) percent = percent + (*rate)->percent;
        if (percent.num() < 0) percent = core::Ratio();
        const int days = core::days_between(day, to) + 1;
        accrued_.segments.push_back({day, to, days, percent, principal});
        accrued_.days += days;
        weight_ += weight_of(accrued_.segments.back(), rule->year_basis);
        rest_on(rule->basis);
        if (*rate != nullptr) rest_on((*rate)->basis);
        return true;
    }

    void rest_on(const LegalBasis& basis) {
        if (std::ranges::find(accrued_.bases, basis) == accrued_.bases.end())
            accrued_.bases.push_back(basis);
    }

    const DelayedDebt& debt_;
    const InterestRules& rules_;
    const ReferenceRates& rates_;
    core::Date start_, last_;
    RunningPrincipal principal_;
    AccruedInterest accrued_;
    Wide weight_ = 0;
};

}  // namespace

InterestRules::InterestRules(std::vector<InterestRule> rows) : rows_(std::move(rows)) {
    std::ranges::sort(rows_, {}, key_of);
    const auto twice = std::ranges::adjacent_find(rows_, {}, key_of);
    KVIT_INVARIANT(twice == rows_.end(), "a rule of interest begins once on a day");
}

const InterestRule* InterestRules::of(core::Country law, contract::ClientKind debtor,
                                      core::Date day) const {
    const auto after = std::ranges::upper_bound(rows_, Key{law, debtor, day}, {}, key_of);
    if (after == rows_.begin()) return nullptr;
    const InterestRule& rule = *std::prev(after);
    return rule.basis.country == law && rule.debtor == debtor ? &rule : nullptr;
}

std::optional<core::Date> InterestRules::next_change(core::Country law, contract::ClientKind debtor,
                                                     core::Date day) const {
    const auto next = std::ranges::upper_bound(rows_, Key{law, debtor, day}, {}, key_of);
    if (next == rows_.end() || next->basis.country != law || next->debtor != debtor)
        return std::nullopt;
    return next->basis.since;
}

std::string InterestRules::usual_series(core::Country law, core::Date day) const {
    const InterestRule* rule = of(law, contract::ClientKind::business, day);
    return rule == nullptr ? "" : rule->series;
}

InterestRules InterestRules::with(const std::vector<ConfirmedRow>& confirmed) const {
    auto rows = rows_;
    for (InterestRule& rule : rows) confirm(rule.basis, confirmed);
    return InterestRules(std::move(rows));
}

core::Result<AccruedInterest> accrued_interest(const DelayedDebt& debt, const InterestRules& rules,
                                               const ReferenceRates& rates) {
    const core::Date start = debt.due_on + date::days(1);
    const InterestRule* first = rules.of(debt.law, debt.debtor, start);
    if (first == nullptr) return tl::unexpected(no_rule(debt, start));
    return Accrual(debt, rules, rates, *first).run();
}

}  // namespace kvit::ledger
