#include "kvit/app/complete_law.h"

#include "kvit/contract/plain_text.h"
#include "kvit/core/invariant.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace kvit::app {

namespace {

using ledger::RateMethod;

constexpr std::size_t max_source = 100;
constexpr int max_days_ahead = 60;  // half-year rates are published before their half-year

std::string joined(const std::set<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

core::Refusal unknown_country(const ledger::LateLaw& law, core::Country country) {
    std::set<std::string> known;
    for (const auto& rule : law.rules.rows()) known.insert(rule.basis.country.code());
    return {"COUNTRY", "kvit has no rules of interest for the law of " + country.code(),
            "it has those of " + joined(known)};
}

// The series meant, and how its rates count.
struct Series {
    std::string name;
    bool daily = false, half_yearly = false;  // neither: yearly
};

core::Result<Series> series_of(const ledger::LateLaw& law, const RateToAdd& rate) {
    std::set<std::string> known;
    Series series{rate.series.empty() ? law.rules.usual_series(rate.country, rate.from)
                                      : rate.series};
    for (const auto& rule : law.rules.rows()) {
        if (rule.basis.country != rate.country || rule.series.empty()) continue;
        known.insert(rule.series);
        if (rule.series != series.name) continue;
        series.daily = series.daily || rule.method == RateMethod::daily;
        series.half_yearly = series.half_yearly || rule.method == RateMethod::half_year ||
                             rule.method == RateMethod::frozen;
    }
    if (known.empty()) return tl::unexpected(unknown_country(law, rate.country));
    if (series.name.empty()) {
        return core::refuse("DATE",
                            fmt::format("kvit has no rule of interest of {} on {}",
                                        rate.country.code(), core::to_iso(rate.from)),
                            "write the day from which the rate counts");
    }
    if (!known.contains(series.name)) {
        return core::refuse(
            "--series",
            fmt::format("no interest of {} follows \"{}\"", rate.country.code(), series.name),
            "it follows " + joined(known));
    }
    return series;
}

std::optional<core::Refusal> check_day(const Series& series, core::Date from, core::Date day) {
    if (from > day + date::days(max_days_ahead)) {
        return core::Refusal{
            "DATE",
            fmt::format("the rate of {} is not known on {} yet", core::to_iso(from),
                        core::to_iso(day)),
            fmt::format("a rate is added at most {} days ahead; see --as-of", max_days_ahead)};
    }
    const bool january = core::month_of(from) == 1 && core::day_of(from) == 1;
    if (series.daily || january || (series.half_yearly && ledger::half_year_of(from) == from))
        return std::nullopt;
    return core::Refusal{"DATE",
                         fmt::format("no rate of {} begins on {}", series.name, core::to_iso(from)),
                         series.half_yearly ? "give that of the half-year, from 1 January or 1 July"
                                            : "give that of the year, from 1 January"};
}

// Why the known row stands against the rate; nothing where they agree or it may be added.
std::optional<core::Refusal> contradiction(const ledger::ReferenceRate& known,
                                           const RateToAdd& rate) {
    const bool unsure = !ledger::may_be_claimed(known.basis);  // one added by hand is sure
    if (unsure && rate.instead) return std::nullopt;
    return core::Refusal{
        "PERCENT",
        fmt::format("{} is known, with the source \"{}\"; you say {}", ledger::to_text(known.basis),
                    known.basis.source, ledger::percent_text(rate.percent)),
        unsure ? "correct the percent, or say --instead where your source is the better one"
               : "correct the percent; a rate that is known stays"};
}

}  // namespace

ledger::LateLaw late_law_of(const Store& store, const core::BusinessId& business,
                            const ledger::LateLaw& built_in) {
    return built_in.with(store.reference_rates(business), store.confirmed_rows(business));
}

core::Result<RateAdded> add_rate(Store& store, const core::BusinessId& business,
                                 const ledger::LateLaw& built_in, const RateToAdd& rate,
                                 const DocumentRenderer& renderer, core::Date day) {
    const auto series = series_of(built_in, rate);
    if (!series) return tl::unexpected(series.error());
    if (auto refusal = check_day(*series, rate.from, day)) return tl::unexpected(*refusal);
    const auto source = contract::plain_text(rate.source, max_source);
    if (!source) return core::refuse("--source", source.error().what, source.error().remedy);
    if (auto drawable = renderer.can_draw(*source); !drawable)
        return core::refuse("--source", drawable.error().what, drawable.error().remedy);

    const ledger::AddedRate added{rate.country, series->name, rate.from, rate.percent, *source};
    const auto law = late_law_of(store, business, built_in);
    const auto* known = series->daily
                            ? law.rates.in_force(rate.country, series->name, rate.from)
                            : law.rates.beginning_on(rate.country, series->name, rate.from);
    if (known != nullptr) {
        const auto before = store.reference_rates(business);
        const bool by_hand = std::ranges::any_of(before, [&](const ledger::AddedRate& one) {
            return one.country == rate.country && one.series == series->name &&
                   one.from == known->basis.since;
        });
        // A rate added by hand is taken to last; the next one ends it.
        const bool ends_it = by_hand && known->basis.since != rate.from;
        if (known->percent == rate.percent && !ends_it) return RateAdded{added, true};
        if (!ends_it)
            if (auto refusal = contradiction(*known, rate)) return tl::unexpected(*refusal);
    }
    const auto unit = store.begin(day);
    const Added result = store.add_reference_rate(business, added);
    KVIT_INVARIANT(result == Added::added, "a rate that is known was found before");
    unit->commit();
    return RateAdded{added, false};
}

core::Result<std::vector<ledger::LegalBasis>> confirm_rows(Store& store,
                                                           const core::BusinessId& business,
                                                           const ledger::LateLaw& built_in,
                                                           core::Country country, core::Date since,
                                                           core::Date day) {
    auto rows = late_law_of(store, business, built_in).rows(country);
    if (rows.empty()) return tl::unexpected(unknown_country(built_in, country));
    std::erase_if(rows, [&](const ledger::LegalBasis& row) { return row.since != since; });
    if (rows.empty()) {
        return core::refuse(
            "DATE",
            fmt::format("kvit knows no rate or rule of {} that begins on {}", country.code(),
                        core::to_iso(since)),
            "kvit rate list " + country.code() + " shows what there is; kvit rate add adds a rate");
    }
    std::erase_if(rows, ledger::may_be_claimed);
    if (rows.empty()) return rows;
    const auto unit = store.begin(day);
    for (const ledger::LegalBasis& row : rows)
        store.confirm_row(business, {row.country, row.series, row.since, row.content});
    unit->commit();
    return rows;
}

}  // namespace kvit::app
