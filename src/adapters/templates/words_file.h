#pragma once
// words.toml of one language: phrases by dotted key, plural forms by key and CLDR category.

#include "kvit/core/language.h"
#include "kvit/core/result.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace kvit::templates {

struct Words {
    std::map<std::string, std::string, std::less<>> phrases;
    // Below the table [plural]: "plural.days" -> form by category.
    std::map<std::string, std::map<core::Plural, std::string>, std::less<>> plurals;
};

// Refuses what is no TOML, values that are no text or empty, a category the language does not use
// and one it uses that is missing.
core::Checked<Words> read_words(std::string_view path, std::string_view content,
                                core::Language language);

// The categories the language's whole numbers take.
std::set<core::Plural> categories_of(core::Language language);

}  // namespace kvit::templates
