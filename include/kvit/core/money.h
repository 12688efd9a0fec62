#pragma once
// An amount: whole minor units of one currency. No multiplication operator and no double anywhere:
// scale() names its rounding at the call. Source: ISO 4217 minor units; EN 16931 rounds half up.

#include "kvit/core/currency.h"
#include "kvit/core/ratio.h"
#include "kvit/core/result.h"

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::core {

enum class Rounding {
    half_up,  // half away from zero: 0.5 -> 1, -0.5 -> -1 (EN 16931, commercial rounding)
    down,     // toward zero
    exact,    // an inexact result is refused
};

class Money {
  public:
    // Largest accepted amount in minor units, either sign: sums of 90,000 such amounts cannot
    // overflow.
    static constexpr std::int64_t max_minor =
        100'000'000'000'000;  // a million million units of EUR

    constexpr Money(std::int64_t minor, Currency currency) : minor_(minor), currency_(currency) {}
    static constexpr Money zero(Currency currency) { return {0, currency}; }

    std::int64_t minor() const { return minor_; }
    Currency currency() const { return currency_; }
    bool is_zero() const { return minor_ == 0; }
    bool is_positive() const { return minor_ > 0; }
    bool is_negative() const { return minor_ < 0; }

    Money operator-() const { return {-minor_, currency_}; }
    Money& operator+=(Money other);  // mixing currencies or overflowing is a bug: aborts
    Money& operator-=(Money other);
    friend Money operator+(Money a, Money b) { return a += b; }
    friend Money operator-(Money a, Money b) { return a -= b; }
    bool operator==(const Money&) const = default;
    std::strong_ordering operator<=>(const Money& other) const;  // same currency only

  private:
    std::int64_t minor_;
    Currency currency_;
};

// amount × ratio, rounded once. Refuses a result beyond Money::max_minor, and with Rounding::exact
// one that is not whole. Example: scale({10000, eur}, {17, 31}, Rounding::half_up) -> 5484.
Result<Money> scale(Money amount, Ratio ratio, Rounding rounding);

// The nearest multiple of `step` minor units, half away from zero. Example: 12345 to 100 -> 12300.
Money round_to_step(Money amount, std::int64_t step);

// Parts in proportion to `weights` (not all zero, none negative) that add up to the amount to the
// last minor unit; the remainder goes to the earliest parts. Example: 100 by {1,1,1} -> 34,33,33.
std::vector<Money> split(Money amount, std::span<const std::int64_t> weights);

// "2400.00", "-5.1", "180000": '.' decimals, at most the currency's; no grouping, no plus sign.
Result<Money> parse_money(std::string_view text, Currency currency);
// With exactly the currency's decimals: "2400.00".
std::string to_decimal(Money amount);
// For sentences: "2400.00 PLN".
std::string with_currency(Money amount);

}  // namespace kvit::core
