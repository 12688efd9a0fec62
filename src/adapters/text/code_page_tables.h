#pragma once
// The letters of the upper half of each code page, as Unicode; 0: none.

#include <array>

namespace kvit::text {

using Letters = std::array<char16_t, 128>;

extern const Letters cp1250_letters, cp852_letters, iso_8859_2_letters, cp1252_letters;

}  // namespace kvit::text
