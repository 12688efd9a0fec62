#include "kvit/core/language.h"

#include "kvit/core/invariant.h"

#include <array>
#include <string>

namespace kvit::core {

namespace {

// Plural rules of the Unicode CLDR (cardinal, integers only).
Plural one_or_other(long long n) { return n == 1 ? Plural::one : Plural::other; }
Plural always_other(long long) { return Plural::other; }
Plural polish(long long n) {
    if (n == 1) return Plural::one;
    const long long tens = n % 100;
    return n % 10 >= 2 && n % 10 <= 4 && (tens < 12 || tens > 14) ? Plural::few : Plural::many;
}
Plural croatian(long long n) {
    const long long tens = n % 100;
    if (n % 10 == 1 && tens != 11) return Plural::one;
    return n % 10 >= 2 && n % 10 <= 4 && (tens < 12 || tens > 14) ? Plural::few : Plural::other;
}

constexpr std::string_view nbsp = "\u00a0";

struct Row {
    Language language;
    std::string_view code;
    // Hungarian nouns stay singular after a number, so every count takes the same form.
    Plural (*plural)(long long);
    NumberStyle style;
};

constexpr std::array<Row, 6> rows{{
    {Language::pl, "pl", polish, {",", nbsp, 4, "%d.%m.%Y"}},
    {Language::hu, "hu", always_other, {",", nbsp, 4, "%Y. %m. %d."}},
    {Language::hr, "hr", croatian, {",", ".", 4, "%d. %m. %Y."}},
    {Language::it, "it", one_or_other, {",", ".", 4, "%d/%m/%Y"}},
    {Language::de, "de", one_or_other, {",", ".", 4, "%d.%m.%Y"}},
    {Language::en, "en", one_or_other, {".", ",", 4, "%d %b %Y"}},
}};

constexpr std::array<Language, 6> languages{Language::pl, Language::hu, Language::hr,
                                            Language::it, Language::de, Language::en};

const Row& row_of(Language language) {
    for (const Row& row : rows) {
        if (row.language == language) return row;
    }
    KVIT_INVARIANT(false, "every language has its row");
    return rows.front();
}

}  // namespace

std::span<const Language> all_languages() { return languages; }

Result<Language> parse_language(std::string_view code) {
    std::string known;
    for (const Row& row : rows) {
        if (row.code == code) return row.language;
        known += (known.empty() ? "" : " ") + std::string(row.code);
    }
    return refuse("", "\"" + std::string(code) + "\" is not a language kvit writes",
                  "use one of " + known);
}

std::string_view code_of(Language language) { return row_of(language).code; }

Plural plural_of(Language language, long long count) {
    KVIT_INVARIANT(count >= 0, "a counted thing is not negative");
    return row_of(language).plural(count);
}

const NumberStyle& number_style(Language language) { return row_of(language).style; }

}  // namespace kvit::core
