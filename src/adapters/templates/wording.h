#pragma once
// The words of documents from templates/<language>/: words.toml and one <name>.mustache per
// document.
//
// A .mustache file is cut into sections by lines "%% name"; a blank line ends a paragraph. Allowed
// tags are {{value}}, {{#flag}}…{{/flag}} and {{^flag}}…{{/flag}}; nothing is escaped, and a value
// is printed as it is, never read as a template.

#include "kvit/core/result.h"
#include "kvit/document/wording.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::templates {

// Reads a language's words, and each template, when it is first asked for. Safe to share by
// threads.
std::unique_ptr<document::Wording> built_in_wording();

// A file below templates/: "pl/words.toml", "pl/invoice.mustache".
struct TemplateFile {
    std::string path;
    std::string_view content;
};

std::vector<TemplateFile> built_in_files();

// Everything wrong with the wording of all languages, with file and line: a missing file, section,
// key or plural form, an unknown placeholder, a broken tag, a required value not mentioned.
core::Refusals check_templates(std::span<const TemplateFile> files);
core::Refusals check_templates();  // the built-in ones

}  // namespace kvit::templates
