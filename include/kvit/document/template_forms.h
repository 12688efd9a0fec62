#pragma once
// What each template of templates/<language>/ consists of: its sections, the values it may use and
// those it must mention. The composers fill in exactly these; the loader refuses any other.

#include <span>
#include <string_view>
#include <vector>

namespace kvit::document {

struct TemplateForm {
    std::string_view name;                   // "friendly_reminder"
    std::vector<std::string_view> sections;  // in the order of the file
    std::vector<std::string_view> text;      // {{name}}
    std::vector<std::string_view> flags;     // {{#name}}…{{/name}} and {{^name}}…{{/name}}
    // A notice that lost one of these would be wrong: each occurs in the letter (opening or
    // closing) and in the e-mail.
    std::vector<std::string_view> must_mention;
};

std::span<const TemplateForm> template_forms();

}  // namespace kvit::document
