#pragma once
// The nearest known word to one that was mistyped.

#include <span>
#include <string_view>

namespace kvit::contract {

// The candidate that differs from `word` by the fewest insertions, deletions, replacements and
// swaps of neighbours; empty where the best differs by more than a third of the word (at least one
// change is always forgiven). Capitals do not count. Example: "billing_dya" -> "billing_day".
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace kvit::contract
