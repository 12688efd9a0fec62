#include "adapters/pdf/columns.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace kvit::pdf {
namespace {

Length sum(const std::vector<Length>& widths) {
    return std::accumulate(widths.begin(), widths.end(), Length{0});
}

// Lowers the widest until the sum is `available`: the level at which they are cut is found by
// halving.
void cut_widest(std::vector<Length>& widths, Length available) {
    Length low = 0, high = *std::max_element(widths.begin(), widths.end());
    while (low < high) {
        const Length level = low + (high - low + 1) / 2;
        std::int64_t total = 0;
        for (const Length width : widths) total += std::min(width, level);
        if (total <= available)
            low = level;
        else
            high = level - 1;
    }
    for (Length& width : widths) width = std::min(width, low);
}

// Shares `rest` by weight among the columns that have one; none gets less than its longest word.
void share(const std::vector<ColumnNeed>& needs, Length rest, std::vector<Length>& widths) {
    std::vector<bool> at_least(needs.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        std::int64_t left = rest, weights = 0;
        for (std::size_t c = 0; c < needs.size(); ++c) {
            if (needs[c].weight > 0 && at_least[c]) left -= needs[c].least;
            if (needs[c].weight > 0 && !at_least[c]) weights += needs[c].weight;
        }
        for (std::size_t c = 0; c < needs.size(); ++c) {
            if (needs[c].weight == 0 || at_least[c]) continue;
            widths[c] = static_cast<Length>(left * needs[c].weight / weights);
            if (widths[c] < needs[c].least) {
                widths[c] = needs[c].least;
                at_least[c] = changed = true;
            }
        }
    }
}

}  // namespace

std::vector<Length> column_widths(const std::vector<ColumnNeed>& needs, Length available) {
    if (needs.empty()) return {};
    std::vector<Length> widths;
    for (const ColumnNeed& need : needs)
        widths.push_back(need.weight > 0 ? need.least : std::max(need.least, need.wanted));
    if (sum(widths) <= available) {
        Length fixed = 0;
        for (std::size_t c = 0; c < needs.size(); ++c)
            if (needs[c].weight == 0) fixed += widths[c];
        share(needs, available - fixed, widths);
        return widths;
    }
    Length give = 0;
    for (std::size_t c = 0; c < needs.size(); ++c) give += widths[c] - needs[c].least;
    const Length excess = sum(widths) - available;
    if (excess > give) {
        for (std::size_t c = 0; c < needs.size(); ++c) widths[c] = needs[c].least;
        cut_widest(widths, available);
        return widths;
    }
    for (std::size_t c = 0; c < needs.size(); ++c) {
        const std::int64_t part = std::int64_t{widths[c] - needs[c].least} * excess;
        widths[c] -= static_cast<Length>((part + give - 1) / give);
    }
    return widths;
}

}  // namespace kvit::pdf
