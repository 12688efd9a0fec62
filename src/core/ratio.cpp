#include "kvit/core/ratio.h"

#include "decimal_text.h"
#include "kvit/core/invariant.h"

#include <numeric>
#include <string>

namespace kvit::core {

namespace {

__extension__ typedef __int128 Wide;
constexpr std::int64_t limit = std::int64_t{1} << 62;

Wide wide_gcd(Wide a, Wide b) {
    if (a < 0) a = -a;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

Ratio reduced(Wide num, Wide den) {
    const Wide divisor = wide_gcd(num, den);
    num /= divisor;
    den /= divisor;
    KVIT_INVARIANT(num > -limit && num < limit && den < limit, "a ratio stays within its bounds");
    return Ratio(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den));
}

}  // namespace

Ratio::Ratio(std::int64_t num, std::int64_t den) {
    KVIT_INVARIANT(den > 0 && den < limit && num > -limit && num < limit,
                   "a ratio has a positive denominator and stays within its bounds");
    const std::int64_t divisor = std::gcd(num, den);
    num_ = num / divisor;
    den_ = den / divisor;
}

Ratio operator*(Ratio a, Ratio b) {
    return reduced(static_cast<Wide>(a.num()) * b.num(), static_cast<Wide>(a.den()) * b.den());
}

Ratio operator+(Ratio a, Ratio b) {
    return reduced(static_cast<Wide>(a.num()) * b.den() + static_cast<Wide>(b.num()) * a.den(),
                   static_cast<Wide>(a.den()) * b.den());
}

Result<Ratio> parse_ratio(std::string_view text) {
    const auto decimal = read_decimal(text, 15);
    const bool fits = decimal && !decimal->negative && decimal->decimals <= 6 &&
                      decimal->digits / power_of_ten(decimal->decimals) <= 999'999'999;
    if (!fits) {
        return refuse("", "\"" + std::string(text) + "\" is not a number",
                      "write it like \"1.50\", with a point and at most 6 decimals");
    }
    return Ratio(decimal->digits, power_of_ten(decimal->decimals));
}

std::string to_decimal(Ratio ratio, int min_decimals) {
    constexpr int places = 6;
    const bool negative = ratio.num() < 0;
    Wide scaled = static_cast<Wide>(ratio.num()) * power_of_ten(places) / ratio.den();
    if (negative) scaled = -scaled;
    const auto whole = static_cast<std::int64_t>(scaled / power_of_ten(places));
    std::string fraction = std::to_string(static_cast<std::int64_t>(scaled % power_of_ten(places)));
    fraction.insert(0, places - fraction.size(), '0');
    while (static_cast<int>(fraction.size()) > min_decimals && fraction.ends_with('0')) {
        fraction.pop_back();
    }
    std::string text = (negative ? "-" : "") + std::to_string(whole);
    if (!fraction.empty()) text += "." + fraction;
    return text;
}

}  // namespace kvit::core
