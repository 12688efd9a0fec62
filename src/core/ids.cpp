#include "kvit/core/ids.h"

#include <algorithm>

namespace kvit::core {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

Result<std::string> parse_id(std::string_view text, std::string_view what) {
    const bool good = !text.empty() && text.size() <= 64 && is_letter_or_digit(text.front()) &&
                      std::ranges::all_of(text, [](char c) {
                          return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
                      });
    if (!good) {
        return refuse("", "\"" + std::string(text) + "\" is not a " + std::string(what),
                      "use 1 to 64 of a-z A-Z 0-9 . _ - and begin with a letter or digit");
    }
    return std::string(text);
}

}  // namespace kvit::core
