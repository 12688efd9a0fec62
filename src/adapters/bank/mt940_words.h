#pragma once
// Code words inside the text of :86:.

#include "adapters/bank/mt940_details.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::bank {

// German remittance lines, each of which may begin with a word and a plus: "EREF+", "SVWZ+" … What
// follows belongs to it until the next. Without any, all lines are remittance.
void read_sepa_words(const std::vector<std::string>& lines, Mt940Details& details);

// "/EREF/…/NAME/…/REMI/…" with words of SWIFT, SEPA and ING; nothing is read where the text does
// not begin with one.
void read_slash_words(std::string_view text, Mt940Details& details);

}  // namespace kvit::bank
