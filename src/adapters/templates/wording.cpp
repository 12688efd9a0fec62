#include "adapters/templates/wording.h"

#include "adapters/resources/resources.h"
#include "adapters/rules/rules.h"
#include "adapters/templates/template_text.h"
#include "adapters/templates/words_file.h"
#include "kvit/core/invariant.h"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <map>
#include <mutex>

namespace kvit::templates {

namespace {

// The built-in files are checked by the tests, so that here anything wrong is a bug.
[[noreturn]] void fail(const std::string& what) {
    core::fail_invariant(what.c_str(), __FILE__, __LINE__);
}

[[noreturn]] void fail(const core::Refusals& refusals) {
    fail(core::to_sentence(refusals.front()));
}

struct Prepared {
    kainjow::mustache::mustache mustache;
    std::vector<Tag> tags;
};

Prepared prepare(std::string_view path, const Section& section) {
    auto tags = scan_tags(path, section);
    if (!tags) fail(tags.error());
    kainjow::mustache::mustache mustache(section.text);
    if (!mustache.is_valid()) fail(std::string(path) + ": " + mustache.error_message());
    mustache.set_custom_escape([](const std::string& text) { return text; });
    return {std::move(mustache), std::move(*tags)};
}

const document::TemplateForm& form_of(std::string_view name) {
    const auto forms = document::template_forms();
    const auto found = std::ranges::find(forms, name, &document::TemplateForm::name);
    if (found == forms.end()) fail("there is no template \"" + std::string(name) + "\"");
    return *found;
}

// A subject or title stays one line, whatever the values hold.
std::string folded(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

// Paragraphs that a flag left out leave no gap behind.
std::string without_gaps(std::string text) {
    for (std::size_t gap = text.find("\n\n\n"); gap != std::string::npos;
         gap = text.find("\n\n\n", gap))
        text.erase(gap, 1);
    const std::size_t first = text.find_first_not_of('\n');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of('\n') - first + 1);
}

kainjow::mustache::data data_of(const std::vector<Tag>& tags,
                                const document::TemplateValues& values) {
    kainjow::mustache::data data;
    for (const Tag& tag : tags) {
        if (tag.what == Tag::What::value) {
            const auto found = values.text.find(tag.name);
            if (found == values.text.end()) fail("no value is given for {{" + tag.name + "}}");
            data.set(tag.name, found->second);
        } else if (tag.what != Tag::What::end) {
            const auto found = values.flags.find(tag.name);
            if (found == values.flags.end()) fail("no flag is given for {{#" + tag.name + "}}");
            data.set(tag.name, found->second);
        }
    }
    return data;
}

class BuiltInWording final : public document::Wording {
  public:
    std::string word(core::Language language, std::string_view key) const override {
        const auto& phrases = language_of(language).words.phrases;
        const auto found = phrases.find(key);
        if (found == phrases.end()) fail("there is no word \"" + std::string(key) + "\"");
        return found->second;
    }

    bool has_word(core::Language language, std::string_view key) const override {
        return language_of(language).words.phrases.contains(key);
    }

    std::optional<document::LegalText> legal_text(core::Country issuer,
                                                  std::string_view key) const override {
        const auto& texts = rules::legal_texts();
        const auto found = texts.find({issuer, std::string(key)});
        return found == texts.end() ? std::nullopt : std::optional(found->second);
    }

    std::string counted(core::Language language, std::string_view key,
                        long long count) const override {
        const auto& plurals = language_of(language).words.plurals;
        const auto found = plurals.find(key);
        if (found == plurals.end()) fail("there is no plural \"" + std::string(key) + "\"");
        return found->second.at(core::plural_of(language, count));
    }

    std::string text(core::Language language, std::string_view name, std::string_view section,
                     const document::TemplateValues& values) const override {
        LanguageFiles& files = language_of(language);
        // One lock: rendering changes the parsed template, and takes microseconds.
        const std::lock_guard lock(files.mutex);
        Prepared& prepared = prepared_section(language, files, name, section);
        const auto data = data_of(prepared.tags, values);
        std::string text = without_gaps(prepared.mustache.render(data));
        const bool is_head = section == "subject" || section == "title";
        return is_head ? folded(std::move(text)) : text;
    }

  private:
    struct LanguageFiles {
        std::once_flag read;
        Words words;
        std::mutex mutex;
        std::map<std::string, std::map<std::string, Prepared, std::less<>>, std::less<>> templates;
    };

    LanguageFiles& language_of(core::Language language) const {
        LanguageFiles& files = languages_.at(language);
        std::call_once(files.read, [&] {
            const std::string path = std::string(core::code_of(language)) + "/words.toml";
            auto words = read_words(path, resources::file(path), language);
            if (!words) fail(words.error());
            files.words = std::move(*words);
        });
        return files;
    }

    static Prepared& prepared_section(core::Language language, LanguageFiles& files,
                                      std::string_view name, std::string_view section) {
        auto found = files.templates.find(name);
        if (found == files.templates.end()) {
            const std::string path =
                std::string(core::code_of(language)) + "/" + std::string(name) + ".mustache";
            const std::string_view content = resources::file(path);
            const core::Refusals refusals = check_template(path, content, form_of(name));
            if (!refusals.empty()) fail(refusals);
            std::map<std::string, Prepared, std::less<>> sections;
            const auto cuts = cut_sections(path, content);
            for (const Section& cut : *cuts) sections.emplace(cut.name, prepare(path, cut));
            found = files.templates.emplace(std::string(name), std::move(sections)).first;
        }
        const auto prepared = found->second.find(section);
        if (prepared == found->second.end())
            fail("the template \"" + std::string(name) + "\" has no section \"" +
                 std::string(section) + "\"");
        return prepared->second;
    }

    // One entry per language from the start, so that threads never change the map itself.
    static std::map<core::Language, LanguageFiles> empty_languages() {
        std::map<core::Language, LanguageFiles> languages;
        for (const core::Language language : core::all_languages()) languages[language];
        return languages;
    }

    mutable std::map<core::Language, LanguageFiles> languages_ = empty_languages();
};

}  // namespace

std::unique_ptr<document::Wording> built_in_wording() { return std::make_unique<BuiltInWording>(); }

}  // namespace kvit::templates
