#include "adapters/bank/plain_line.h"

#include <algorithm>
#include <cstddef>

namespace kvit::bank {

std::string one_line(std::string_view text) {
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool late_control =
            c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (late_control) ++i;
        if (c > ' ' && c != 0x7F && !late_control) {
            line += text[i];
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::string reference_in(std::string_view text) {
    constexpr std::string_view nothing[] = {"NOTPROVIDED", "NOT PROVIDED", "NONREF"};
    const bool is_nothing = std::ranges::find(nothing, text) != std::end(nothing);
    return is_nothing ? std::string() : std::string(text);
}

}  // namespace kvit::bank
