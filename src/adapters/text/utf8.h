#pragma once
// UTF-8 as letters, and how many terminal cells a letter takes.

#include <cstddef>
#include <string>
#include <string_view>

namespace kvit::text {

// What next_letter gives for a byte that is not UTF-8.
inline constexpr char32_t broken_letter = 0xFFFFFFFF;
inline constexpr char32_t replacement_letter = 0xFFFD;

// The letter at `at`, which moves past it; at must be < text.size(). Overlong forms, surrogates and
// cut sequences are broken: one byte is passed over.
char32_t next_letter(std::string_view text, std::size_t& at);

void append_letter(std::string& text, char32_t letter);

// 0 for combining marks and invisible signs, 2 for East Asian wide letters, else 1.
int cells_of(char32_t letter);
int cells_of(std::string_view text);

// The text as it may be shown: control characters and broken bytes as U+FFFD, signs that reorder or
// hide text left out, so that no name can steer a terminal. '\n' stays.
std::string printable(std::string_view text);

}  // namespace kvit::text
