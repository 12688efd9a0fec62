#pragma once
// Tax numbers, checked where we know the country's form: a wrong digit on an invoice is found
// months later by a tax office, here at once.

#include "kvit/core/country.h"
#include "kvit/core/result.h"

#include <string>
#include <string_view>

namespace kvit::contract {

// The number as its country prints it, without the country prefix and without blanks. Checked are
// PL NIP, HR OIB, HU adószám, IT partita IVA and codice fiscale, DE USt-IdNr and AT UID; a number
// of another country is accepted as text of at most 30 letters, digits and . - / + & *. Examples:
// (PL, "PL 677-231-04-59") -> "6772310459"; (HU, "13456724-2-07") stays as it is; (AT,
// "ATU13585627") -> "U13585627".
core::Result<std::string> normalized_tax_id(core::Country country, std::string_view text);

}  // namespace kvit::contract
