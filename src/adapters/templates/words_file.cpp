#include "adapters/templates/words_file.h"

#include <toml++/toml.h>

#include <array>
#include <optional>
#include <utility>

namespace kvit::templates {

namespace {

constexpr std::array<std::pair<core::Plural, std::string_view>, 4> category_names{{
    {core::Plural::one, "one"},
    {core::Plural::few, "few"},
    {core::Plural::many, "many"},
    {core::Plural::other, "other"},
}};

std::string_view name_of(core::Plural category) {
    for (const auto& [known, name] : category_names) {
        if (known == category) return name;
    }
    return {};
}

std::optional<core::Plural> parse_category(std::string_view name) {
    for (const auto& [category, known] : category_names) {
        if (known == name) return category;
    }
    return std::nullopt;
}

struct Reader {
    std::string path;
    std::set<core::Plural> categories;
    Words words;
    core::Refusals refusals;

    void refuse(const toml::node& node, std::string what, std::string remedy) {
        refusals.push_back({path + ":" + std::to_string(node.source().begin.line), std::move(what),
                            std::move(remedy)});
    }

    void read_phrase(const std::string& key, const toml::node& node) {
        const auto text = node.value<std::string>();
        if (!node.is_string() || text->empty()) {
            refuse(node, "\"" + key + "\" is not a text", "write it in quotes, not empty");
            return;
        }
        words.phrases[key] = *text;
    }

    void read_plural(const std::string& key, const toml::node& node) {
        const toml::table* table = node.as_table();
        if (table == nullptr) {
            refuse(node, "\"" + key + "\" is not a table of plural forms",
                   "write { one = \"…\", other = \"…\" } with the forms of the language");
            return;
        }
        auto& forms = words.plurals[key];
        for (const auto& [name, form] : *table) {
            const auto category = parse_category(name.str());
            const auto text = form.value<std::string>();
            if (!category || !categories.contains(*category)) {
                refuse(form,
                       "\"" + key + "\" has a form \"" + std::string(name.str()) +
                           "\" that the language does not use",
                       "remove it");
            } else if (!form.is_string() || text->empty()) {
                refuse(
                    form,
                    "the form \"" + std::string(name.str()) + "\" of \"" + key + "\" is not a text",
                    "write it in quotes, not empty");
            } else {
                forms[*category] = *text;
            }
        }
        for (const core::Plural category : categories) {
            if (forms.contains(category)) continue;
            refuse(node,
                   "\"" + key + "\" lacks the form \"" + std::string(name_of(category)) + "\"",
                   "add it");
        }
    }

    void read(const std::string& prefix, const toml::table& table) {
        for (const auto& [name, node] : table) {
            const std::string key = prefix + std::string(name.str());
            if (prefix == "plural.") {
                read_plural(key, node);
            } else if (const toml::table* below = node.as_table()) {
                read(key + ".", *below);
            } else {
                read_phrase(key, node);
            }
        }
    }
};

}  // namespace

std::set<core::Plural> categories_of(core::Language language) {
    std::set<core::Plural> categories;
    for (long long count = 0; count <= 200; ++count)
        categories.insert(core::plural_of(language, count));
    return categories;
}

core::Checked<Words> read_words(std::string_view path, std::string_view content,
                                core::Language language) {
    Reader reader{std::string(path), categories_of(language), {}, {}};
    try {
        reader.read("", toml::parse(content, path));
    } catch (const toml::parse_error& error) {
        return tl::unexpected(core::Refusals{
            {reader.path + ":" + std::to_string(error.source().begin.line),
             "this is not TOML: " + std::string(error.description()), "correct the line"}});
    }
    if (!reader.refusals.empty()) return tl::unexpected(std::move(reader.refusals));
    return std::move(reader.words);
}

}  // namespace kvit::templates
