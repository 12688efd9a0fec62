#pragma once
// An exact fraction: rates, shares of a cycle, multipliers. Never a double.

#include "kvit/core/result.h"

#include <cstdint>
#include <string_view>

namespace kvit::core {

// num/den in lowest terms, den > 0. |num| and den stay below 2^62; beyond is an invariant.
class Ratio {
  public:
    constexpr Ratio() = default;  // 0/1
    Ratio(std::int64_t num, std::int64_t den);

    std::int64_t num() const { return num_; }
    std::int64_t den() const { return den_; }
    bool operator==(const Ratio&) const = default;

  private:
    std::int64_t num_ = 0;
    std::int64_t den_ = 1;
};

Ratio operator*(Ratio a, Ratio b);
Ratio operator+(Ratio a, Ratio b);

// "1.50" -> 3/2. At most 6 decimals and 9 digits before them; no sign, no exponent, no comma.
Result<Ratio> parse_ratio(std::string_view text);
// Shortest decimal form with at least `min_decimals`: 3/2 -> "1.5" (0) or "1.50" (2). The ratio
// must have a finite decimal form of at most 6 places (as every parsed one has); otherwise it is
// cut there.
std::string to_decimal(Ratio ratio, int min_decimals = 0);

}  // namespace kvit::core
