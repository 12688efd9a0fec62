#pragma once

#include <string>
#include <string_view>

namespace kvit::pdf {

// zlib format, the same bytes for the same input (libdeflate, level 6).
std::string deflate(std::string_view bytes);

}  // namespace kvit::pdf
