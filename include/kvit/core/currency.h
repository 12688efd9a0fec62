#pragma once
// ISO 4217 currencies that kvit knows, as a value of three letters.

#include "kvit/core/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace kvit::core {

class Currency {
  public:
    // Accepts an upper-case code of the table in currency.cpp ("EUR"); refuses anything else.
    static Result<Currency> parse(std::string_view code);

    std::string code() const { return {code_.begin(), code_.end()}; }
    // Decimals of the minor unit by ISO 4217: EUR 2, HUF 2, JPY 0.
    int minor_digits() const;
    // An invoice total is a multiple of this many minor units: HUF 100 (whole forint), else 1.
    std::int64_t invoice_step() const;

    auto operator<=>(const Currency&) const = default;

  private:
    explicit constexpr Currency(std::array<char, 3> code) : code_(code) {}
    std::array<char, 3> code_;
};

}  // namespace kvit::core
