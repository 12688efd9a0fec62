#include "kvit/core/money.h"

#include "decimal_text.h"
#include "kvit/core/invariant.h"

#include <numeric>

namespace kvit::core {

namespace {

__extension__ typedef __int128 Wide;

Refusal too_large(Currency currency) {
    return {"", "the amount is larger than kvit handles",
            "the limit is " + with_currency(Money(Money::max_minor, currency))};
}

// a / b rounded half away from zero; b > 0.
Wide divide_half_up(Wide a, Wide b) {
    const Wide magnitude = ((a < 0 ? -a : a) * 2 + b) / (b * 2);
    return a < 0 ? -magnitude : magnitude;
}

}  // namespace

Money& Money::operator+=(Money other) {
    KVIT_INVARIANT(currency_ == other.currency_, "amounts that are added have one currency");
    KVIT_INVARIANT(!__builtin_add_overflow(minor_, other.minor_, &minor_),
                   "a sum of amounts fits 64 bits");
    return *this;
}

Money& Money::operator-=(Money other) { return *this += -other; }

std::strong_ordering Money::operator<=>(const Money& other) const {
    KVIT_INVARIANT(currency_ == other.currency_, "amounts that are compared have one currency");
    return minor_ <=> other.minor_;
}

Result<Money> scale(Money amount, Ratio ratio, Rounding rounding) {
    const Wide product = static_cast<Wide>(amount.minor()) * ratio.num();
    Wide result = product / ratio.den();
    if (rounding == Rounding::half_up) result = divide_half_up(product, ratio.den());
    if (rounding == Rounding::exact && result * ratio.den() != product) {
        return refuse("",
                      with_currency(amount) + " times " + std::to_string(ratio.num()) + "/" +
                          std::to_string(ratio.den()) + " is no whole number of minor units",
                      "choose an amount that divides exactly");
    }
    if (result > Money::max_minor || result < -Money::max_minor) {
        return tl::unexpected(too_large(amount.currency()));
    }
    return Money(static_cast<std::int64_t>(result), amount.currency());
}

Money round_to_step(Money amount, std::int64_t step) {
    KVIT_INVARIANT(step > 0, "a rounding step is positive");
    return {static_cast<std::int64_t>(divide_half_up(amount.minor(), step)) * step,
            amount.currency()};
}

std::vector<Money> split(Money amount, std::span<const std::int64_t> weights) {
    const Wide total = std::accumulate(weights.begin(), weights.end(), Wide{0});
    KVIT_INVARIANT(total > 0, "the weights of a split are not all zero");
    std::vector<Money> parts;
    parts.reserve(weights.size());
    std::int64_t rest = amount.minor();
    for (const std::int64_t weight : weights) {
        KVIT_INVARIANT(weight >= 0, "no weight of a split is negative");
        const auto part =
            static_cast<std::int64_t>(static_cast<Wide>(amount.minor()) * weight / total);
        parts.emplace_back(part, amount.currency());
        rest -= part;
    }
    const std::int64_t step = rest < 0 ? -1 : 1;
    for (std::size_t i = 0; rest != 0; i = (i + 1) % parts.size()) {
        if (weights[i] == 0) continue;
        parts[i] += Money(step, amount.currency());
        rest -= step;
    }
    return parts;
}

Result<Money> parse_money(std::string_view text, Currency currency) {
    const int digits = currency.minor_digits();
    const auto decimal = read_decimal(text, 18);
    if (!decimal || decimal->decimals > digits) {
        std::string example = "write it like \"2400\"";
        if (digits > 0) {
            example = "write it like \"2400.00\", with a point and at most " +
                      std::to_string(digits) + " decimals";
        }
        return refuse("", "\"" + std::string(text) + "\" is not an amount in " + currency.code(),
                      example);
    }
    const Wide minor =
        static_cast<Wide>(decimal->digits) * power_of_ten(digits - decimal->decimals);
    if (minor > Money::max_minor) return tl::unexpected(too_large(currency));
    const auto value = static_cast<std::int64_t>(minor);
    return Money(decimal->negative ? -value : value, currency);
}

std::string to_decimal(Money amount) {
    const int digits = amount.currency().minor_digits();
    const bool negative = amount.minor() < 0;
    const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(amount.minor())
                                    : static_cast<std::uint64_t>(amount.minor());
    std::string text = std::to_string(magnitude);
    if (digits > 0) {
        const auto width = static_cast<std::size_t>(digits);
        if (text.size() <= width) text.insert(0, width + 1 - text.size(), '0');
        text.insert(text.size() - width, 1, '.');
    }
    return negative ? "-" + text : text;
}

std::string with_currency(Money amount) {
    return to_decimal(amount) + " " + amount.currency().code();
}

}  // namespace kvit::core
