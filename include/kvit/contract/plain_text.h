#pragma once
// Text that people write and that ends up on documents: names, titles, notes. It must be readable
// UTF-8 without control characters, since those hide in a PDF and break a mail header.

#include "kvit/core/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace kvit::contract {

// Bytes of the longest prefix that is well-formed UTF-8 (RFC 3629: no overlong forms, no
// surrogates, nothing above U+10FFFF).
std::size_t valid_utf8_prefix(std::string_view text);

enum class Lines { one, many };  // many: line feed and tab are allowed inside

// The text without blanks around it. Refuses an empty one, more than `max_letters` code points,
// control characters and bytes that are no UTF-8. Example: (" Ada ", 200) -> "Ada".
core::Result<std::string> plain_text(std::string_view text, std::size_t max_letters,
                                     Lines lines = Lines::one);

// `text` without spaces and tabs (many: line feeds too) around it.
std::string_view trimmed(std::string_view text, Lines lines = Lines::one);

}  // namespace kvit::contract
