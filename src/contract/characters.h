#pragma once
// ASCII without the locale: the letters and digits that identifiers of banks and tax offices are
// made of.

#include <string>
#include <string_view>

namespace kvit::contract {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }  // capitals only
constexpr bool is_letter_or_digit(char c) { return is_digit(c) || is_letter(c); }

// `text` in capitals, with every character of `dropped` left out.
inline std::string capitals_without(std::string_view dropped, std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (dropped.find(c) != std::string_view::npos) continue;
        const bool small = c >= 'a' && c <= 'z';
        result += small ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

}  // namespace kvit::contract
