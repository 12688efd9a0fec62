#pragma once
// Does a text say which month or invoice it is about, in words nobody can match?

#include <string_view>

namespace kvit::statement {

// True where it has a digit, or a word that begins like a month's name in one of the six languages.
bool may_name_a_period(std::string_view text);

}  // namespace kvit::statement
