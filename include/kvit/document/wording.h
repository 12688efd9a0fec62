#pragma once
// The words of documents, by language and key. Pure interface: adapters/templates reads templates/.

#include "kvit/core/country.h"
#include "kvit/core/language.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::document {

// What a template may use: names to text, flags, and lists of the same. Values are data: a template
// engine prints them as they are and never interprets them.
struct TemplateValues {
    std::map<std::string, std::string> text;
    std::map<std::string, bool> flags;
};

// What the law of the issuer's country wants on an invoice besides the text in the reader's
// language.
struct LegalText {
    std::string words;     // in the issuer's language, whatever the reader's; may be empty
    std::string citation;  // the national provision; may be empty
};

class Wording {
  public:
    virtual ~Wording() = default;
    // A word or short phrase of templates/<language>/words.toml, by dotted key ("invoice.title"). A
    // key that is missing is an invariant: the loader has checked that every language has the same
    // keys.
    virtual std::string word(core::Language language, std::string_view key) const = 0;
    // Whether there is such a word: for lists that are open, such as countries and levels.
    virtual bool has_word(core::Language language, std::string_view key) const = 0;
    // A row of templates/rules/vat_texts.csv by issuer and key: a category's code, "AE_domestic" or
    // "small_business". Nothing where the country has none.
    virtual std::optional<LegalText> legal_text(core::Country issuer,
                                                std::string_view key) const = 0;
    // The form for a count: key "plural.days" with count 5 -> "dni". The number itself is not in
    // the result.
    virtual std::string counted(core::Language language, std::string_view key,
                                long long count) const = 0;
    // Section of templates/<language>/<name>.mustache, filled in: sections are title, subject,
    // opening, closing, email. Example: text(pl, "friendly_reminder", "subject", values).
    virtual std::string text(core::Language language, std::string_view name,
                             std::string_view section, const TemplateValues& values) const = 0;
};

}  // namespace kvit::document
