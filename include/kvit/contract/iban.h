#pragma once
// International bank account numbers, ISO 13616: country, two check digits, national number.

#include "kvit/core/result.h"

#include <string>
#include <string_view>

namespace kvit::contract {

// Without spaces, in capitals. Refuses an unknown country, another length than its country's, other
// characters than letters and digits, and wrong check digits (ISO 7064 MOD 97-10).
// Example: "PL61 1090 1014 0000 0712 1981 2874" -> "PL61109010140000071219812874".
core::Result<std::string> normalized_iban(std::string_view text);

// Business identifier code, ISO 9362: 8 or 11 letters and digits, in capitals, without spaces.
core::Result<std::string> normalized_bic(std::string_view text);

}  // namespace kvit::contract
