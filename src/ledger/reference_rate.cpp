#include "kvit/ledger/reference_rate.h"

#include "kvit/core/invariant.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace kvit::ledger {

namespace {

using Key = std::tuple<core::Country, std::string_view, core::Date>;

Key key_of(const ReferenceRate& row) {
    return {row.basis.country, row.basis.series, row.basis.since};
}

core::Date end_of_half_year(core::Date day) {
    return core::add_months(half_year_of(day), 6, 1) - date::days(1);
}

ReferenceRate row_of(const AddedRate& rate) {
    return {{rate.country, rate.series, rate.from, percent_text(rate.percent), RowStatus::confirmed,
             rate.source},
            end_of_half_year(rate.from),
            rate.percent};
}

}  // namespace

core::Result<core::Ratio> parse_percent(std::string_view text) {
    const bool below_zero = text.starts_with('-');
    const auto size = core::parse_ratio(below_zero ? text.substr(1) : text);
    constexpr std::int64_t lowest = -5, highest = 50, steps = 10'000;  // 4 decimals
    if (size && steps % size->den() == 0) {
        const core::Ratio percent(below_zero ? -size->num() : size->num(), size->den());
        if (percent.num() >= lowest * percent.den() && percent.num() <= highest * percent.den())
            return percent;
    }
    return core::refuse("", "\"" + std::string(text) + "\" is not a rate in percent a year",
                        "write it like \"3.75\" or \"-0.62\": from -5 to 50, with a point and at "
                        "most 4 decimals");
}

std::string percent_text(core::Ratio percent) { return core::to_decimal(percent, 2) + " %"; }

core::Date half_year_of(core::Date day) {
    return core::make_date(core::year_of(day), core::month_of(day) <= 6 ? 1 : 7, 1);
}

ReferenceRates::ReferenceRates(std::vector<ReferenceRate> rows) : rows_(std::move(rows)) {
    std::ranges::sort(rows_, {}, key_of);
    const auto twice = std::ranges::adjacent_find(rows_, {}, key_of);
    KVIT_INVARIANT(twice == rows_.end(), "a reference rate begins once on a day");
}

const ReferenceRate* ReferenceRates::beginning_on(core::Country country, std::string_view series,
                                                  core::Date day) const {
    const Key key{country, series, day};
    const auto found = std::ranges::lower_bound(rows_, key, {}, key_of);
    return found != rows_.end() && key_of(*found) == key ? &*found : nullptr;
}

const ReferenceRate* ReferenceRates::in_force(core::Country country, std::string_view series,
                                              core::Date day) const {
    const auto after = std::ranges::upper_bound(rows_, Key{country, series, day}, {}, key_of);
    if (after == rows_.begin()) return nullptr;
    const ReferenceRate& row = *std::prev(after);
    const bool is_it = row.basis.country == country && row.basis.series == series;
    return is_it && day <= row.known_through ? &row : nullptr;
}

core::Date ReferenceRates::last_day_of(const ReferenceRate& row) const {
    const auto next = std::ranges::upper_bound(rows_, key_of(row), {}, key_of);
    const bool same = next != rows_.end() && next->basis.country == row.basis.country &&
                      next->basis.series == row.basis.series;
    return same ? std::min(row.known_through, next->basis.since - date::days(1))
                : row.known_through;
}

ReferenceRates ReferenceRates::with(const std::vector<AddedRate>& added,
                                    const std::vector<ConfirmedRow>& confirmed) const {
    std::vector<ReferenceRate> rows;
    rows.reserve(added.size() + rows_.size());
    for (const AddedRate& rate : added) rows.push_back(row_of(rate));
    for (ReferenceRate row : rows_) {
        const auto instead =
            std::ranges::find(rows.begin(), rows.begin() + std::ssize(added), key_of(row), key_of);
        if (instead != rows.begin() + std::ssize(added)) continue;
        confirm(row.basis, confirmed);
        rows.push_back(std::move(row));
    }
    return ReferenceRates(std::move(rows));
}

}  // namespace kvit::ledger
