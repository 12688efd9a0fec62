#include "hourly_rating.h"

#include "kvit/core/invariant.h"
#include "kvit/ledger/office_hours.h"
#include "rounding.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace kvit::ledger {

namespace {

using contract::Contact;
using contract::Terms;
using contract::WorkEntry;
using core::Money;
using core::Ratio;
using core::Result;

// A package that covers nights and weekends switches the surcharge off.
bool has_surcharge(const Terms& terms) {
    return terms.after_hours && terms.availability &&
           std::ranges::none_of(terms.fixed, &contract::FixedItem::covers_after_hours);
}

OfficeHours office_hours(const RatingInput& input, const Terms& terms) {
    return {*terms.availability, input.business_country, input.calendar, input.zone};
}

std::string where_of(const char* what, core::LocalTime at) {
    return fmt::format("{} of {}", what, core::to_iso(at));
}

tl::unexpected<core::Refusal> no_rate(const WorkEntry& entry) {
    return core::refuse(
        where_of("work", entry.start),
        fmt::format("the service \"{}\" has no hourly rate", entry.service),
        fmt::format("add a rate for \"{}\" to the contract (\"0.00\" where a fixed price covers "
                    "it), or import the work under another service",
                    entry.service));
}

// The exact price of the minutes, rounded once.
Result<Money> net_of(Money hourly, Ratio multiplier, std::int64_t minutes) {
    constexpr std::int64_t largest = 1'000'000'000;
    if (multiplier.num() > largest || minutes > largest) {
        return core::refuse("", "the minutes times their multiplier are more than kvit handles",
                            "the multiplier may be at most 1000");
    }
    return scale_to_invoice_step(hourly, multiplier * Ratio(minutes, 60));
}

}  // namespace

const CyclePart& HourlyRating::part_of(core::Date day) const {
    KVIT_INVARIANT(input_.cycle.from <= day && day < input_.cycle.until,
                   "work and contacts are rated in the cycle of their day");
    return *std::ranges::find_if(parts_, [&](const CyclePart& part) { return day < part.until; });
}

Result<void> HourlyRating::add(const WorkEntry& entry) {
    const CyclePart& part = part_of(core::date_of(entry.start));
    const Terms& terms = *part.terms;
    SplitMinutes split{entry.minutes, 0, false};
    if (has_surcharge(terms) && terms.after_hours->applies_to_work) {
        split = split_minutes(office_hours(input_, terms), entry.start_at, entry.minutes);
    }
    if (!contract::in_scope(terms, entry.service) &&
        terms.out_of_scope == contract::OutOfScope::quote) {
        hold(entry, part, split.inside, Ratio(1, 1));
        if (split.outside > 0) hold(entry, part, split.outside, terms.after_hours->multiplier);
        return {};
    }
    if (split.inside > 0) {
        if (auto added = add_ordinary(entry, part, split.inside); !added) return added;
    }
    if (split.outside > 0) return add_after_hours(entry, part, split.outside);
    return {};
}

Result<void> HourlyRating::add(const Contact& contact) {
    if (contact.direction != contract::Direction::in) return {};
    const CyclePart& part = part_of(core::date_of(contact.at));
    const Terms& terms = *part.terms;
    if (!has_surcharge(terms) || !terms.after_hours->applies_to_contacts) return {};
    const SplitMinutes split =
        split_minutes(office_hours(input_, terms), contact.starts_at, contact.minutes);
    if (split.outside == 0 && !(contact.minutes == 0 && split.starts_outside)) return {};
    const int minutes = std::max(split.outside, terms.after_hours->min_minutes);
    if (minutes == 0) return {};
    if (!terms.retainer || !terms.retainer->overage) {
        return core::refuse(where_of("contact", contact.at),
                            "a contact outside the office hours has no price",
                            "agree an overage price in the contract's retainer, or take "
                            "\"contact\" out of after_hours.applies_to");
    }
    count(billed_, LineKind::after_hours_contact, "",
          {*terms.retainer->overage, terms.after_hours->multiplier}, minutes, part, contact.key);
    return {};
}

Result<void> HourlyRating::add_ordinary(const WorkEntry& entry, const CyclePart& part,
                                        int minutes) {
    const Terms& terms = *part.terms;
    if (terms.retainer && contract::in_scope(terms, entry.service)) {
        const auto drawn = static_cast<int>(std::min<std::int64_t>(included_.left, minutes));
        const int beyond = minutes - drawn;
        included_.left -= drawn;
        if (beyond > 0 && terms.retainer->overage) {
            count(billed_, LineKind::overage, entry.service, {*terms.retainer->overage}, beyond,
                  part, entry.key);
        }
        const int covered = terms.retainer->overage ? drawn : minutes;
        if (covered > 0) covered_.push_back({core::date_of(entry.start), entry.key, covered});
        return {};
    }
    const auto hourly = contract::hourly_rate(terms, entry.service);
    if (!hourly) return no_rate(entry);
    count(billed_, LineKind::hourly, entry.service, {*hourly}, minutes, part, entry.key);
    return {};
}

Result<void> HourlyRating::add_after_hours(const WorkEntry& entry, const CyclePart& part,
                                           int minutes) {
    const Terms& terms = *part.terms;
    auto hourly = contract::hourly_rate(terms, entry.service);
    if (!hourly && terms.retainer) hourly = terms.retainer->overage;
    if (!hourly) return no_rate(entry);
    count(billed_, LineKind::after_hours_work, entry.service,
          {*hourly, terms.after_hours->multiplier}, minutes, part, entry.key);
    return {};
}

void HourlyRating::hold(const WorkEntry& entry, const CyclePart& part, int minutes,
                        Ratio multiplier) {
    if (minutes == 0) return;
    const auto hourly = contract::hourly_rate(*part.terms, entry.service);
    if (!hourly) unpriced_.insert(entry.service);
    const auto kind = multiplier == Ratio(1, 1) ? LineKind::hourly : LineKind::after_hours_work;
    count(held_, kind, entry.service,
          {hourly.value_or(Money::zero(input_.contract.currency)), multiplier}, minutes, part,
          entry.key);
}

void HourlyRating::count(std::map<LineKey, Tally>& tallies, LineKind kind,
                         const std::string& service, const Rate& rate, int minutes,
                         const CyclePart& part, const core::EntryKey& source) {
    LineKey key{kind, service, rate.hourly.minor(), rate.multiplier.num(), rate.multiplier.den()};
    const Stretch period{part.from, part.until};
    Tally& tally =
        tallies.try_emplace(std::move(key), Tally{rate, 0, period, {}, {}}).first->second;
    tally.minutes += minutes;
    tally.period.until = std::max(tally.period.until, part.until);
    tally.sources.push_back(source);
    tally.source_minutes.push_back(minutes);
}

Result<RatedLine> HourlyRating::line_of(const LineKey& key, const Tally& tally) const {
    const auto price =
        core::scale(tally.rate.hourly, tally.rate.multiplier, core::Rounding::half_up);
    if (!price) return tl::unexpected(price.error());
    const auto net = net_of(tally.rate.hourly, tally.rate.multiplier, tally.minutes);
    if (!net) return tl::unexpected(net.error());
    return RatedLine{.kind = key.kind,
                     .service = key.service,
                     .title = "",
                     .multiplier = tally.rate.multiplier,
                     .quantity = tally.minutes,
                     .unit = Unit::minute,
                     .price = *price,
                     .net = *net,
                     .period_from = tally.period.from,
                     .period_until = tally.period.until,
                     .share = std::nullopt,
                     .paused_days = 0,
                     .business_days = 0,
                     .sources = tally.sources,
                     .source_minutes = tally.source_minutes,
                     .included_minutes = key.kind == LineKind::overage ? included_.minutes : 0};
}

Result<std::vector<RatedLine>> HourlyRating::lines() const {
    std::vector<RatedLine> lines;
    lines.reserve(billed_.size());
    for (const auto& [key, tally] : billed_) {
        auto line = line_of(key, tally);
        if (!line) return tl::unexpected(line.error());
        lines.push_back(std::move(*line));
    }
    // Equal services: the rate in force first comes first, whatever its size.
    std::ranges::stable_sort(lines, {}, [](const RatedLine& line) {
        return std::tuple(line.kind, std::string_view(line.service), line.period_from);
    });
    return lines;
}

Result<std::vector<HeldQuote>> HourlyRating::held() const {
    std::map<std::string_view, HeldQuote> by_service;
    for (const auto& [key, tally] : held_) {
        auto line = line_of(key, tally);
        if (!line) return tl::unexpected(line.error());
        line->period_from = input_.cycle.from;  // a quote is of its cycle, whatever cuts that
        line->period_until = input_.cycle.until;
        HeldQuote& quote =
            by_service.try_emplace(key.service, HeldQuote{key.service, true, {}}).first->second;
        if (unpriced_.contains(key.service) && line->price.is_zero()) quote.priced = false;
        quote.lines.push_back(std::move(*line));
    }
    std::vector<HeldQuote> quotes;
    quotes.reserve(by_service.size());
    for (auto& [service, quote] : by_service) quotes.push_back(std::move(quote));
    return quotes;
}

std::int64_t minutes_of(const HeldQuote& quote) {
    std::int64_t minutes = 0;
    for (const RatedLine& line : quote.lines) minutes += line.quantity;
    return minutes;
}

Money net_of(const HeldQuote& quote) {
    KVIT_INVARIANT(!quote.lines.empty(), "a quote holds work");
    Money net = Money::zero(quote.lines.front().net.currency());
    for (const RatedLine& line : quote.lines) net += line.net;
    return net;
}

Result<HeldQuote> priced_at(HeldQuote quote, Money hourly) {
    if (quote.priced) return quote;
    for (RatedLine& line : quote.lines) {
        if (!line.price.is_zero()) continue;
        const auto price = core::scale(hourly, line.multiplier, core::Rounding::half_up);
        if (!price) return tl::unexpected(price.error());
        const auto net = net_of(hourly, line.multiplier, line.quantity);
        if (!net) return tl::unexpected(net.error());
        line.price = *price;
        line.net = *net;
    }
    quote.priced = true;
    return quote;
}

}  // namespace kvit::ledger
