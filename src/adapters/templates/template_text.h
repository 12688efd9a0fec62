#pragma once
// One .mustache file: its sections and their tags.

#include "kvit/core/result.h"
#include "kvit/document/template_forms.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::templates {

struct Section {
    std::string name;
    int line = 0;      // of its first line of text
    std::string text;  // without blank lines around it
};

// Text before the first "%% name" and a repeated section are refused.
core::Checked<std::vector<Section>> cut_sections(std::string_view path, std::string_view content);

struct Tag {
    enum class What { value, flag, inverted_flag, end };
    What what;
    std::string name;
    int line;
};

// The tags of a section in order; refused are tags that are not closed on their line, unknown kinds
// ({{{, &, >, =, !) and names that are no snake_case word.
core::Checked<std::vector<Tag>> scan_tags(std::string_view path, const Section& section);

// All that is wrong with one file, against its form.
core::Refusals check_template(std::string_view path, std::string_view content,
                              const document::TemplateForm& form);

}  // namespace kvit::templates
