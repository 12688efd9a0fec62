#pragma once
// The one place that reads decimal digits: money and ratios share it.

#include <cstdint>
#include <optional>
#include <string_view>

namespace kvit::core {

struct DecimalText {
    bool negative = false;
    std::int64_t digits = 0;  // all digits as one number: "12.50" -> 1250
    int decimals = 0;         // how many of them follow the point
};

// [-]d+[.d+] with at most `max_digits` (<= 18) digits in all and nothing else.
std::optional<DecimalText> read_decimal(std::string_view text, int max_digits);

std::int64_t power_of_ten(int exponent);  // 0 to 18

}  // namespace kvit::core
