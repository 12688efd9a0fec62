#pragma once
// Breaking text into lines of at most so many terminal cells.

#include <string>
#include <string_view>
#include <vector>

namespace kvit::text {

// Breaks at blanks (not at no-break spaces) and at '\n'; a longer word is cut. 0: only at '\n'.
// Always at least one line. The text must be printable (utf8.h).
std::vector<std::string> wrap(std::string_view text, int width);

int longest_line(std::string_view text);  // in cells, between '\n'
int longest_word(std::string_view text);  // in cells, between blanks

}  // namespace kvit::text
