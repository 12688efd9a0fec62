#include "decimal_text.h"

namespace kvit::core {

std::optional<DecimalText> read_decimal(std::string_view text, int max_digits) {
    DecimalText result;
    if (text.starts_with('-')) {
        result.negative = true;
        text.remove_prefix(1);
    }
    int count = 0;
    bool after_point = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.') {
            if (after_point || i == 0 || i + 1 == text.size()) return std::nullopt;
            after_point = true;
            continue;
        }
        if (c < '0' || c > '9' || ++count > max_digits) return std::nullopt;
        result.digits = result.digits * 10 + (c - '0');
        if (after_point) ++result.decimals;
    }
    if (count == 0) return std::nullopt;
    return result;
}

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

}  // namespace kvit::core
