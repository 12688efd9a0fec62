#pragma once
// The Theil-Sen slope of a short series, in whole numbers.

#include <cstdint>
#include <span>

namespace kvit::ledger {

// One day per cycle in units of slope. Divisible by 1 to 11, every distance within a series of 12:
// slopes in these units are whole numbers, so that "slope >= 1" is decided exactly.
inline constexpr std::int64_t units_of_slope = 27'720;

// Twice the median of all pairwise slopes, in units: the mean of the middle two stays whole. 0
// below two values. At most 12 values.
std::int64_t twice_median_slope(std::span<const int> series);

}  // namespace kvit::ledger
