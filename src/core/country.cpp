#include "kvit/core/country.h"

#include <algorithm>
#include <iterator>

namespace kvit::core {

namespace {

// Council Directive 2006/112/EC, art. 5: the member states; Greece is GR here (EL in VAT numbers).
constexpr std::string_view eu[] = {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES",
                                   "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
                                   "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};

}  // namespace

Result<Country> Country::parse(std::string_view code) {
    const bool good =
        code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!good) {
        return refuse("", "\"" + std::string(code) + "\" is not a country code",
                      "use two capital letters, like \"PL\"");
    }
    return Country({code[0], code[1]});
}

bool Country::is_eu() const { return std::ranges::find(eu, code()) != std::end(eu); }

}  // namespace kvit::core
