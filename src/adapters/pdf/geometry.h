#pragma once
// Lengths on paper: whole thousandths of a PostScript point (1/72 inch), so that the same document
// is set the same way on every machine.

#include <cstdint>

namespace kvit::pdf {

using Length = std::int32_t;

constexpr Length points(double value) { return static_cast<Length>(value * 1000 + 0.5); }
constexpr Length millimetres(double value) { return points(value * 72 / 25.4); }

struct Color {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Color&) const = default;
};

}  // namespace kvit::pdf
