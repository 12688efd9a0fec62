#include "hours_watch.h"

#include <algorithm>
#include <array>

namespace kvit::app {

namespace {

constexpr std::array thresholds{100, 80};  // per cent, the highest first

std::optional<HoursWarning> watch(const Engine& engine, const contract::Business& business,
                                  const ContractRater& rater, const contract::Contract& contract,
                                  core::Date day) {
    const auto cycle = ledger::cycle_at(contract, day);
    if (!cycle || cycle->from > day || !contract.terms_on(day).retainer) return std::nullopt;
    const auto rating = rater.rate_so_far(contract, *cycle, day);
    if (!rating) return std::nullopt;  // the billing run says what is wrong with it
    HoursWarning warning{contract.client,
                         contract.id,
                         *cycle,
                         0,
                         rating->included.granted,
                         rating->included.used,
                         contract.terms_on(day).retainer->overage,
                         true};
    const auto known = engine.store.included_minutes(business.id, contract.id);
    for (const auto& hours : rating->carried) {
        const auto before =
            std::ranges::find(known, hours.cycle_from, &ledger::IncludedMinutes::cycle_from);
        warning.granted += hours.granted - before->used;
        warning.used += hours.used - before->used;
    }
    // What is billed beyond the hours is used, too.
    for (const auto& line : rating->lines) {
        if (line.kind == ledger::LineKind::overage) warning.used += line.quantity;
    }
    if (warning.granted <= 0) return std::nullopt;
    const std::int64_t percent = warning.used * 100 / warning.granted;
    for (const int threshold : thresholds) {
        if (percent < threshold) continue;
        warning.percent = threshold;
        return warning;
    }
    return std::nullopt;
}

}  // namespace

std::vector<HoursWarning> watch_hours(const Engine& engine, const contract::Business& business,
                                      const ContractRater& rater, core::Date day, bool only_show) {
    std::vector<HoursWarning> warnings;
    for (const auto& id : engine.store.contracts_with_unbilled_work(business.id)) {
        const auto contract = engine.store.contract(business.id, id);
        if (auto warning = watch(engine, business, rater, *contract, day))
            warnings.push_back(std::move(*warning));
    }
    if (warnings.empty() || only_show) return warnings;
    const auto unit = engine.store.begin(day);
    for (HoursWarning& warning : warnings)
        warning.is_new = engine.store.tell_hours(business.id, warning.contract, warning.cycle.from,
                                                 warning.percent);
    if (std::ranges::any_of(warnings, &HoursWarning::is_new)) unit->commit();
    return warnings;
}

}  // namespace kvit::app
