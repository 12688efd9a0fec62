#include "adapters/resources/resources.h"
#include "adapters/templates/template_text.h"
#include "adapters/templates/wording.h"
#include "adapters/templates/words_file.h"

#include <algorithm>
#include <map>

namespace kvit::templates {

namespace {

const TemplateFile* find(std::span<const TemplateFile> files, const std::string& path) {
    const auto found = std::ranges::find(files, path, &TemplateFile::path);
    return found == files.end() ? nullptr : &*found;
}

void append(core::Refusals& all, core::Refusals more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

void refuse_missing_file(core::Refusals& refusals, const std::string& path) {
    refusals.push_back({path, "the file is missing", "every language has the same files"});
}

// Every key that any language has, each has.
void compare_keys(core::Refusals& refusals,
                  const std::map<std::string, std::set<std::string>>& keys) {
    std::set<std::string> all;
    for (const auto& [path, own] : keys) all.insert(own.begin(), own.end());
    for (const auto& [path, own] : keys) {
        for (const std::string& key : all) {
            if (own.contains(key)) continue;
            refusals.push_back({path, "the key \"" + key + "\" is missing",
                                "another language has it; every language has the same keys"});
        }
    }
}

void check_page_label(core::Refusals& refusals, const std::string& path, const Words& words) {
    const auto label = words.phrases.find("document.page");
    if (label == words.phrases.end()) return;
    for (const std::string placeholder : {"{page}", "{pages}"}) {
        if (label->second.find(placeholder) != std::string::npos) continue;
        refusals.push_back({path, "\"document.page\" lacks " + placeholder, "write it in"});
    }
}

}  // namespace

std::vector<TemplateFile> built_in_files() {
    std::vector<TemplateFile> files;
    for (const core::Language language : core::all_languages()) {
        for (const std::string_view path :
             resources::below(std::string(core::code_of(language)) + "/"))
            files.push_back({std::string(path), resources::file(path)});
    }
    return files;
}

core::Refusals check_templates(std::span<const TemplateFile> files) {
    core::Refusals refusals;
    std::map<std::string, std::set<std::string>> keys;
    for (const core::Language language : core::all_languages()) {
        const std::string folder = std::string(core::code_of(language)) + "/";
        const std::string words_path = folder + "words.toml";
        if (const TemplateFile* file = find(files, words_path)) {
            const auto words = read_words(words_path, file->content, language);
            if (words) {
                for (const auto& [key, text] : words->phrases) keys[words_path].insert(key);
                for (const auto& [key, forms] : words->plurals) keys[words_path].insert(key);
                check_page_label(refusals, words_path, *words);
            } else {
                append(refusals, words.error());
            }
        } else {
            refuse_missing_file(refusals, words_path);
        }
        for (const document::TemplateForm& form : document::template_forms()) {
            const std::string path = folder + std::string(form.name) + ".mustache";
            if (const TemplateFile* file = find(files, path)) {
                append(refusals, check_template(path, file->content, form));
            } else {
                refuse_missing_file(refusals, path);
            }
        }
    }
    compare_keys(refusals, keys);
    return refusals;
}

core::Refusals check_templates() {
    const std::vector<TemplateFile> files = built_in_files();
    return check_templates(files);
}

}  // namespace kvit::templates
