#pragma once
// Who paid, by the name a bank gives.

#include <string>
#include <string_view>

namespace kvit::statement {

// A name as banks leave it: upper case, letters of the six languages without their marks, signs
// dropped, and without the legal form: "Zofia Kowalska-Żółkiewska" and "ZOFIA KOWALSKA ZOLKIEWSKA"
// have one key, and "Verde S.r.l." that of "VERDE SRL". Empty where nothing is left.
std::string name_key(std::string_view name);

}  // namespace kvit::statement
