#include "kvit/ledger/rating.h"

#include "cycle_parts.h"
#include "hourly_rating.h"
#include "kvit/core/invariant.h"
#include "rounding.h"

#include <algorithm>
#include <tuple>

namespace kvit::ledger {

namespace {

using contract::FixedItem;
using contract::Terms;
using core::Date;
using core::Money;
using core::Result;

__extension__ typedef __int128 Wide;
using Parts = std::vector<CyclePart>;

// value × ratio to a whole number, half up; neither is negative.
std::int64_t whole_half_up(std::int64_t value, core::Ratio ratio) {
    const Wide twice = static_cast<Wide>(value) * ratio.num() * 2;
    return static_cast<std::int64_t>((twice + ratio.den()) / (static_cast<Wide>(ratio.den()) * 2));
}

// Minutes that the retainer covers in the whole billed cycle, whatever part they are worked in.
std::int64_t included_minutes(const RatingInput& input, const Parts& parts) {
    const auto agreed = stretches_of<std::int64_t>(parts, [](const Terms& terms) {
        return terms.retainer ? std::optional(terms.retainer->included_minutes) : std::nullopt;
    });
    std::int64_t sum = 0;
    for (const auto& [stretch, minutes] : agreed) {
        sum += whole_half_up(minutes, prorate(input, stretch).factor);
    }
    return sum;
}

Result<RatedLine> flat_line(LineKind kind, const std::string& title, Money price, Stretch period,
                            const Proration& proration) {
    const auto net = scale_to_invoice_step(price, proration.factor);
    if (!net) return tl::unexpected(net.error());
    return RatedLine{.kind = kind,
                     .service = "",
                     .title = title,
                     .multiplier = core::Ratio(1, 1),
                     .quantity = 1,
                     .unit = Unit::item,
                     .price = price,
                     .net = *net,
                     .period_from = period.from,
                     .period_until = period.until,
                     .share = proration.share,
                     .paused_days = proration.paused_days,
                     .business_days = proration.business_days,
                     .sources = {},
                     .source_minutes = {},
                     .included_minutes = 0};
}

Result<void> add_retainer(const RatingInput& input, const Parts& parts, std::int64_t included,
                          const std::vector<HourlyRating::Covered>& covered,
                          std::vector<RatedLine>& lines) {
    const auto fees = stretches_of<Money>(parts, [](const Terms& terms) {
        return terms.retainer ? std::optional(terms.retainer->fee) : std::nullopt;
    });
    for (const auto& [stretch, fee] : fees) {
        auto line = flat_line(LineKind::retainer, "", fee, stretch, prorate(input, stretch));
        if (!line) return tl::unexpected(line.error());
        line->included_minutes = included;
        for (const auto& [day, key, minutes] : covered) {
            if (day < stretch.from || day >= stretch.until) continue;
            line->sources.push_back(key);
            line->source_minutes.push_back(minutes);
        }
        lines.push_back(std::move(*line));
    }
    return {};
}

// The n-th item of a list with the same title and amount, so that two equal items are billed twice.
struct ItemKey {
    std::string title;
    Money amount;
    std::ptrdiff_t nth = 0;
    bool operator==(const ItemKey&) const = default;
};

std::vector<ItemKey> per_cycle_items(const Terms& terms) {
    std::vector<ItemKey> items;
    for (const FixedItem& item : terms.fixed) {
        if (item.per != contract::Per::cycle) continue;
        const auto before = std::ranges::count_if(items, [&](const ItemKey& other) {
            return other.title == item.title && other.amount == item.amount;
        });
        items.push_back({item.title, item.amount, before});
    }
    return items;
}

Result<void> add_fixed_per_cycle(const RatingInput& input, const Parts& parts,
                                 std::vector<RatedLine>& lines) {
    std::vector<ItemKey> items;
    for (const CyclePart& part : parts) {
        for (const ItemKey& item : per_cycle_items(*part.terms)) {
            if (std::ranges::find(items, item) == items.end()) items.push_back(item);
        }
    }
    for (const ItemKey& item : items) {
        const auto agreed = stretches_of<Money>(parts, [&](const Terms& terms) {
            const auto all = per_cycle_items(terms);
            const bool has_it = std::ranges::find(all, item) != all.end();
            return has_it ? std::optional(item.amount) : std::nullopt;
        });
        for (const auto& [stretch, amount] : agreed) {
            auto line =
                flat_line(LineKind::fixed, item.title, amount, stretch, prorate(input, stretch));
            if (!line) return tl::unexpected(line.error());
            lines.push_back(std::move(*line));
        }
    }
    return {};
}

bool has_once_item(const Terms& terms, const FixedItem& wanted) {
    return std::ranges::any_of(terms.fixed, [&](const FixedItem& item) {
        return item.per == contract::Per::once && item.title == wanted.title &&
               item.amount == wanted.amount;
    });
}

// A one-off is billed whole in the cycle in which it is first agreed: the contract's first one, or
// that of the amendment that brings it. An amendment that repeats it, title and amount, does
// not bill it again.
Result<void> add_fixed_once(const RatingInput& input, std::vector<RatedLine>& lines) {
    const auto& versions = input.contract.versions;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const Date since = i == 0 ? input.contract.from : versions[i].since;
        if (since < input.cycle.from || since >= input.cycle.until) continue;
        for (const FixedItem& item : versions[i].terms.fixed) {
            const auto earlier = std::span(versions).first(i);
            const bool known = std::ranges::any_of(
                earlier, [&](const auto& version) { return has_once_item(version.terms, item); });
            if (item.per != contract::Per::once || known) continue;
            auto line = flat_line(LineKind::fixed, item.title, item.amount,
                                  {input.cycle.from, input.cycle.until}, Proration{});
            if (!line) return tl::unexpected(line.error());
            lines.push_back(std::move(*line));
        }
    }
    return {};
}

// Pointers to the entries by time, then key: the order of the input does not count.
template <class Entry>
std::vector<const Entry*> by_time(std::span<const Entry> entries, core::Instant Entry::*starts) {
    std::vector<const Entry*> sorted;
    sorted.reserve(entries.size());
    for (const Entry& entry : entries) sorted.push_back(&entry);
    std::ranges::sort(sorted, {}, [&](const Entry* entry) {
        return std::tuple(entry->*starts, std::string_view(entry->key.str()));
    });
    return sorted;
}

Result<void> add_entries(const RatingInput& input, HourlyRating& hourly) {
    for (const auto* entry : by_time(input.work, &contract::WorkEntry::start_at)) {
        if (auto added = hourly.add(*entry); !added) return added;
    }
    for (const auto* contact : by_time(input.contacts, &contract::Contact::starts_at)) {
        if (auto added = hourly.add(*contact); !added) return added;
    }
    return {};
}

// What is left of the cycle's own hours and of those carried over to it.
class HourBalance {
  public:
    HourBalance(const RatingInput& input, std::int64_t granted)
        : balances_(input.carried.begin(), input.carried.end()) {
        balances_.push_back({input.cycle.from, granted, input.included_minutes_used});
    }

    std::int64_t left() const {
        std::int64_t sum = 0;
        for (const IncludedMinutes& hours : balances_) sum += left_of(hours);
        return sum;
    }
    // The cycle's own hours and what was left to carry over to it.
    std::int64_t available() const {
        std::int64_t sum = balances_.back().granted;
        for (const IncludedMinutes& hours : carried()) sum += left_of(hours);
        return sum;
    }
    // The oldest go first: they lapse first.
    void draw(std::int64_t minutes) {
        for (IncludedMinutes& hours : balances_) {
            const std::int64_t drawn = std::min(minutes, left_of(hours));
            hours.used += drawn;
            minutes -= drawn;
        }
        KVIT_INVARIANT(minutes == 0, "no more is drawn than is left");
    }
    IncludedMinutes own() const { return balances_.back(); }
    std::vector<IncludedMinutes> carried() const {
        return {balances_.begin(), std::prev(balances_.end())};
    }

  private:
    // A pause learned of late can leave less than was used before.
    static std::int64_t left_of(const IncludedMinutes& hours) {
        return std::max<std::int64_t>(0, hours.granted - hours.used);
    }
    std::vector<IncludedMinutes> balances_;
};

}  // namespace

Result<Rating> rate_cycle(const RatingInput& input) {
    KVIT_INVARIANT(input.included_minutes_used >= 0, "minutes used are not negative");
    const Parts parts = parts_of(input.contract, input.cycle);
    HourBalance balance(input, included_minutes(input, parts));
    const std::int64_t available = balance.available();
    HourlyRating hourly(input, parts, {available, balance.left()});
    if (auto added = add_entries(input, hourly); !added) return tl::unexpected(added.error());

    Rating rating;
    if (input.fees) {
        auto added = add_retainer(input, parts, available, hourly.covered(), rating.lines);
        if (added) added = add_fixed_per_cycle(input, parts, rating.lines);
        if (added) added = add_fixed_once(input, rating.lines);
        if (!added) return tl::unexpected(added.error());
    }
    auto lines = hourly.lines();
    if (!lines) return tl::unexpected(lines.error());
    std::ranges::move(*lines, std::back_inserter(rating.lines));
    auto held = hourly.held();
    if (!held) return tl::unexpected(held.error());
    rating.held = std::move(*held);
    balance.draw(balance.left() - hourly.included_left());
    rating.included = balance.own();
    rating.carried = balance.carried();
    for (const auto& work : hourly.covered()) rating.covered.push_back(work.key);
    return rating;
}

core::Date deciding_day(const contract::Contract& contract, const BillingCycle& cycle) {
    const core::Date end = std::min(cycle.until, contract.until.value_or(cycle.until));
    return is_in_advance(contract, cycle) ? cycle.from : end - date::days(1);
}

}  // namespace kvit::ledger
