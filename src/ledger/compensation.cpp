#include "kvit/ledger/compensation.h"

#include "kvit/core/invariant.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace kvit::ledger {

namespace {

auto key_of(const CompensationTier& tier) {
    return std::tuple(tier.basis.country, tier.basis.since, tier.gross_from.minor());
}

core::Date rate_day(const CompensationTier& tier, const core::BusinessCalendar& calendar,
                    core::Date due_on) {
    core::Date day = due_on + date::days(1);
    if (tier.rate_day == CompensationRateDay::month_before_due)
        day = core::make_date(core::year_of(due_on), core::month_of(due_on), 1) - date::days(1);
    return calendar.business_day_on_or_before(tier.published_in, day);
}

// Converts into a currency at the rate of the tier's day, keeping the rates it used.
class Conversion {
  public:
    Conversion(const CompensationTier& tier, core::Date due_on, const CompensationRules& rules)
        : law_(tier.basis.country), on_(rate_day(tier, rules.calendar, due_on)), rules_(rules) {}

    core::Result<core::Money> into(core::Currency currency, core::Money amount) {
        if (amount.currency() == currency) return amount;
        auto rate = rules_.rate_on(amount.currency(), currency, on_);
        if (!rate) {
            return core::refuse(
                "",
                fmt::format("the compensation under the law of {} needs the rate from {} into {} "
                            "of {}, which is not known",
                            law_.code(), amount.currency().code(), currency.code(),
                            core::to_iso(on_)),
                fmt::format("import the row \"{},{},1,…,{},…\" (date,currency,per,rate,"
                            "bookkeeping_currency,source) with kvit import fx FILE",
                            core::to_iso(on_), amount.currency().code(), currency.code()));
        }
        auto result = converted(amount, *rate);
        if (result && std::ranges::find(used_, *rate) == used_.end())
            used_.push_back(std::move(*rate));
        return result;
    }

    std::vector<ExchangeRate> take_used() { return std::move(used_); }

  private:
    std::vector<ExchangeRate> used_;
    core::Country law_;
    core::Date on_;
    const CompensationRules& rules_;
};

}  // namespace

CompensationTiers::CompensationTiers(std::vector<CompensationTier> rows) : rows_(std::move(rows)) {
    std::ranges::sort(rows_, {}, key_of);
    const auto twice = std::ranges::adjacent_find(rows_, {}, key_of);
    KVIT_INVARIANT(twice == rows_.end(), "a tier of compensation begins once at an amount");
}

std::vector<CompensationTier> CompensationTiers::of(core::Country law, core::Date due_on) const {
    std::vector<CompensationTier> tiers;
    for (const CompensationTier& row : rows_) {
        if (row.basis.country != law || row.basis.since > due_on) continue;
        if (!tiers.empty() && tiers.back().basis.since != row.basis.since) tiers.clear();
        tiers.push_back(row);
    }
    return tiers;
}

CompensationTiers CompensationTiers::with(const std::vector<ConfirmedRow>& confirmed) const {
    auto rows = rows_;
    for (CompensationTier& tier : rows) confirm(tier.basis, confirmed);
    return CompensationTiers(std::move(rows));
}

core::Result<std::optional<Compensation>> compensation(core::Country law,
                                                       contract::ClientKind debtor,
                                                       core::Money gross, core::Date due_on,
                                                       const CompensationRules& rules) {
    if (debtor == contract::ClientKind::consumer) return std::nullopt;
    const auto tiers = rules.tiers.of(law, due_on);
    if (tiers.empty()) {
        return core::refuse("",
                            fmt::format("kvit knows no compensation for a debt due on {} under the "
                                        "law of {}",
                                        core::to_iso(due_on), law.code()),
                            "claim none by kvit; the contract's law is its key law");
    }
    Conversion conversion(tiers.front(), due_on, rules);
    const CompensationTier* tier = &tiers.front();
    if (tiers.size() > 1) {
        const auto measure = conversion.into(tier->gross_from.currency(), gross);
        if (!measure) return tl::unexpected(measure.error());
        for (const CompensationTier& each : tiers)
            if (each.gross_from <= *measure) tier = &each;
    }
    const bool as_laid_down = gross.currency() == tier->amount.currency();
    const auto amount =
        conversion.into(as_laid_down ? gross.currency() : tier->paid_in, tier->amount);
    if (!amount) return tl::unexpected(amount.error());
    return Compensation{*amount, tier->amount, conversion.take_used(), tier->basis};
}

}  // namespace kvit::ledger
