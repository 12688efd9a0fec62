#pragma once
// What a bank wrote, as text that can be shown and compared.

#include <string>
#include <string_view>

namespace kvit::bank {

// One line without doubled spaces, and without control characters (DEL, U+0080 to U+009F), which
// files allow and terminals obey. `text` is UTF-8.
std::string one_line(std::string_view text);

// The reference; empty for the words banks write where there is none ("NOTPROVIDED", "NONREF").
std::string reference_in(std::string_view text);

}  // namespace kvit::bank
