#pragma once
// Text of one byte per letter, as banks still write it, into UTF-8. Own tables, 4 times 128
// letters: iconv needs files that a bare machine may lack.

#include <optional>
#include <string>
#include <string_view>

namespace kvit::text {

enum class CodePage { utf8, cp1250, cp852, iso_8859_2, cp1252 };

// "UTF-8", "CP1250", "CP852", "ISO-8859-2", "CP1252"; nothing for another name.
std::optional<CodePage> code_page(std::string_view name);

// Nothing where a byte stands for no letter, or the text is no UTF-8 where it should be.
std::optional<std::string> to_utf8(std::string_view bytes, CodePage page);

// UTF-8 where the bytes are that; else the page that makes the most of them letters of Polish,
// Hungarian, Croatian, Italian or German, the first of the enumeration where two make as many. A
// guess: "è" alone is read as "č". The same bytes give the same page, so that a booking reads the
// same in any export.
CodePage guessed_page(std::string_view bytes);

// As to_utf8, with U+FFFD for what is no letter.
std::string shown_utf8(std::string_view bytes, CodePage page);

}  // namespace kvit::text
