#include "kvit/contract/iban.h"

#include "characters.h"

#include <fmt/format.h>

#include <algorithm>

namespace kvit::contract {
namespace {

// Lengths by country as published in the IBAN Registry of SWIFT, the registration authority of ISO
// 13616.
struct Length {
    std::string_view country;
    std::size_t characters;
};
constexpr Length lengths[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24},
    {"DE", 22}, {"DJ", 27}, {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18},
    {"FK", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27},
    {"GT", 28}, {"HN", 28}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26},
    {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20},
    {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MN", 20},
    {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23}, {"PK", 24},
    {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24},
    {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25},
    {"SV", 28}, {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20},
    {"YE", 30},
};

// ISO 7064 MOD 97-10 over the number with its first four characters at the end, letters as 10
// to 35.
int remainder_97(std::string_view iban) {
    int remainder = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        const int value = is_digit(c) ? c - '0' : c - 'A' + 10;
        remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
    }
    return remainder;
}

}  // namespace

core::Result<std::string> normalized_iban(std::string_view text) {
    const std::string iban = capitals_without(" ", text);
    const auto refused = [&](std::string what) {
        return core::refuse("", fmt::format("\"{}\" is not an IBAN: {}", text, what),
                            "copy it from the bank's own papers");
    };
    if (!std::ranges::all_of(iban, is_letter_or_digit))
        return refused("it has characters other than letters and digits");
    const auto* row =
        std::ranges::find(lengths, std::string_view(iban).substr(0, 2), &Length::country);
    if (row == std::end(lengths)) return refused("it does not start with a country that has IBANs");
    if (iban.size() != row->characters)
        return refused(fmt::format("it has {} characters, in {} there are {}", iban.size(),
                                   row->country, row->characters));
    // Check digits 00, 01 and 99 repeat 97, 98 and 02 (ISO 13616-1, 6.2): only one of each is
    // issued.
    const std::string_view digits = std::string_view(iban).substr(2, 2);
    if (!std::ranges::all_of(digits, is_digit) || digits < "02" || digits > "98" ||
        remainder_97(iban) != 1)
        return refused("its check digits do not fit");
    return iban;
}

core::Result<std::string> normalized_bic(std::string_view text) {
    const std::string bic = capitals_without(" ", text);
    const bool good = (bic.size() == 8 || bic.size() == 11) &&
                      std::ranges::all_of(bic, is_letter_or_digit) && is_letter(bic[4]) &&
                      is_letter(bic[5]);
    if (!good)
        return core::refuse("", fmt::format("\"{}\" is not a BIC", text),
                            "write its 8 or 11 letters and digits, like \"WBKPPLPP\"");
    return bic;
}

}  // namespace kvit::contract
