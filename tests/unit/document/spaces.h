#pragma once
// In expected texts '~' stands for the no-break space, which is easily mistaken for a plain one.

#include <string>
#include <string_view>

namespace kvit::samples {

inline std::string nb(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '~' ? std::string("\u00a0") : std::string(1, c);
    return out;
}

}  // namespace kvit::samples
