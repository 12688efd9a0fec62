#pragma once

#include <string>
#include <string_view>

namespace kvit::html {

// Text for an element or a quoted attribute: markup signs as references, letters that HTML does not
// allow (control characters, broken UTF-8) as U+FFFD.
std::string escape(std::string_view text);

// The same, with '\n' as a line break; for elements only.
std::string escape_lines(std::string_view text);

}  // namespace kvit::html
