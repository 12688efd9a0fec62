#pragma once
// SHA-256 as 64 lower-case hexadecimal digits.

#include <string>
#include <string_view>

namespace kvit::system {

std::string sha256_hex(std::string_view bytes);

}  // namespace kvit::system
