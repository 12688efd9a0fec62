#pragma once
// The languages documents are written in, and what a program must know of each beyond its words:
// plural rule, decimal and group signs, date order. A new language is a row in language.cpp and a
// folder in templates/ (README: "How do I add a language").

#include "kvit/core/result.h"

#include <span>
#include <string_view>

namespace kvit::core {

enum class Language { pl, hu, hr, it, de, en };

std::span<const Language> all_languages();
Result<Language> parse_language(std::string_view code);  // "pl"
std::string_view code_of(Language language);

// CLDR plural categories that the six languages use.
enum class Plural { one, few, many, other };
// Example: pl 1 -> one, 2 -> few, 5 -> many, 22 -> few; hr 21 -> one; hu always other. count >= 0.
Plural plural_of(Language language, long long count);

struct NumberStyle {
    std::string_view decimal;  // "," or "."
    std::string_view group;    // no-break space, "." or ","; between thousands
    int group_from_digits;     // numbers with fewer digits before the decimals stay ungrouped
    std::string_view date;  // %d %m %Y as two or four digits, %b the English month name: "%d.%m.%Y"
};
const NumberStyle& number_style(Language language);

}  // namespace kvit::core
