#pragma once
// The words of documents, by language and key. Pure interface: adapters/templates reads templates/.

#include "kvit/core/language.h"

#include <map>
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

class Wording {
  public:
    virtual ~Wording() = default;
    // A word or short phrase of templates/<language>/words.toml, by dotted key ("invoice.title"). A
    // key that is missing is an invariant: the loader has checked that every language has the same
    // keys.
    virtual std::string word(core::Language language, std::string_view key) const = 0;
    // Whether there is such a word: for lists that are open, such as countries and levels.
    virtual bool has_word(core::Language language, std::string_view key) const = 0;
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
