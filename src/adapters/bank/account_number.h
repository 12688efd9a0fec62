#pragma once
// Account numbers as banks write them in files, as IBANs.

#include <optional>
#include <string>
#include <string_view>

namespace kvit::bank {

// The IBAN in "PL61109010140000071219812874", "/PL61…", "BREXPLPW/PL61…", "PL61… EUR", spaced or
// not; also from a national number: 26 digits (Poland, NRB), 24 or 16 (Hungary), 17 (Croatia,
// 2360000-1101234565), 8 and up to 10 with a slash between (Germany, BLZ/Konto). Nothing where
// there is none. A wrong guess finds no account of the business, so it is refused later and books
// nothing.
std::optional<std::string> iban_in(std::string_view text);

// The IBAN of a national number without check digits, for "PL" 24 digits.
std::string iban_of(std::string_view country, std::string_view national);

}  // namespace kvit::bank
