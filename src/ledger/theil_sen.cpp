#include "theil_sen.h"

#include <algorithm>
#include <vector>

namespace kvit::ledger {

std::int64_t twice_median_slope(std::span<const int> series) {
    std::vector<std::int64_t> slopes;
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (std::size_t j = i + 1; j < series.size(); ++j) {
            const auto distance = static_cast<std::int64_t>(j - i);
            slopes.push_back((series[j] - series[i]) * (units_of_slope / distance));
        }
    }
    if (slopes.empty()) return 0;
    std::ranges::sort(slopes);
    return slopes[(slopes.size() - 1) / 2] + slopes[slopes.size() / 2];
}

}  // namespace kvit::ledger
