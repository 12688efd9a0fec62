#include "adapters/templates/template_text.h"

#include <algorithm>
#include <optional>

namespace kvit::templates {

namespace {

std::string at_line(std::string_view path, int line) {
    return std::string(path) + ":" + std::to_string(line);
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

std::string listed(const std::vector<std::string_view>& names) {
    std::string out;
    for (const std::string_view name : names) {
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out.empty() ? "none" : out;
}

// Takes the next line, without its end, off `rest`.
std::string_view next_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

core::Result<Tag> parse_tag(std::string_view path, std::string_view inside, int line) {
    const std::string shown = "{{" + std::string(inside) + "}}";
    std::string_view name = trimmed(inside);
    Tag::What what = Tag::What::value;
    if (name.starts_with('#')) what = Tag::What::flag;
    if (name.starts_with('^')) what = Tag::What::inverted_flag;
    if (name.starts_with('/')) what = Tag::What::end;
    if (what != Tag::What::value) name = trimmed(name.substr(1));
    if (!is_name(name)) {
        return core::refuse(at_line(path, line), "the tag " + shown + " is not understood",
                            "write {{value}}, {{#flag}}, {{^flag}} or {{/flag}}");
    }
    return Tag{what, std::string(name), line};
}

core::Refusal unknown(std::string_view path, const Tag& tag, std::string_view noun,
                      const std::vector<std::string_view>& known) {
    return {at_line(path, tag.line),
            "\"" + tag.name + "\" is not a " + std::string(noun) + " of this template",
            "use one of " + listed(known)};
}

// Names are known, and flags are closed in the reverse order of their opening.
core::Refusals check_tags(std::string_view path, const std::vector<Tag>& tags,
                          const document::TemplateForm& form) {
    core::Refusals refusals;
    std::vector<Tag> open;
    for (const Tag& tag : tags) {
        if (tag.what == Tag::What::value) {
            if (!contains(form.text, tag.name))
                refusals.push_back(unknown(path, tag, "value", form.text));
        } else if (tag.what != Tag::What::end) {
            if (!contains(form.flags, tag.name))
                refusals.push_back(unknown(path, tag, "flag", form.flags));
            open.push_back(tag);
        } else if (open.empty() || open.back().name != tag.name) {
            refusals.push_back({at_line(path, tag.line),
                                "{{/" + tag.name + "}} closes nothing that is open",
                                "close flags in the reverse order of their opening"});
            return refusals;
        } else {
            open.pop_back();
        }
    }
    for (const Tag& tag : open) {
        refusals.push_back({at_line(path, tag.line), "{{#" + tag.name + "}} is never closed",
                            "write {{/" + tag.name + "}} where its text ends"});
    }
    return refusals;
}

core::Refusals check_sections(std::string_view path, const std::vector<Section>& sections,
                              const document::TemplateForm& form) {
    core::Refusals refusals;
    for (const Section& section : sections) {
        if (!contains(form.sections, section.name)) {
            refusals.push_back({at_line(path, section.line),
                                "\"" + section.name + "\" is not a section of this template",
                                "use " + listed(form.sections)});
        } else if (section.text.empty()) {
            refusals.push_back({at_line(path, section.line),
                                "the section \"" + section.name + "\" is empty", "write its text"});
        }
    }
    for (const std::string_view name : form.sections) {
        if (std::ranges::find(sections, name, &Section::name) == sections.end()) {
            refusals.push_back({std::string(path),
                                "the section \"" + std::string(name) + "\" is missing",
                                "begin it with a line \"%% " + std::string(name) + "\""});
        }
    }
    return refusals;
}

// Required values occur both in the letter and in the e-mail.
core::Refusals check_mentions(std::string_view path, const std::set<std::string>& letter,
                              const std::set<std::string>& email,
                              const document::TemplateForm& form) {
    core::Refusals refusals;
    for (const std::string_view name : form.must_mention) {
        const auto require = [&](const std::set<std::string>& mentioned, std::string_view where) {
            if (mentioned.contains(std::string(name))) return;
            refusals.push_back(
                {std::string(path),
                 "the " + std::string(where) + " does not mention {{" + std::string(name) + "}}",
                 "a notice of this kind has to say it"});
        };
        require(letter, "letter");
        require(email, "e-mail");
    }
    return refusals;
}

void append(core::Refusals& all, core::Refusals more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

core::Checked<std::vector<Section>> cut_sections(std::string_view path, std::string_view content) {
    std::vector<Section> sections;
    core::Refusals refusals;
    std::string_view rest = content;
    for (int line = 1; !rest.empty(); ++line) {
        const std::string_view text = next_line(rest);
        if (text.starts_with("%%")) {
            const std::string name(trimmed(text.substr(2)));
            if (!is_name(name)) {
                refusals.push_back({at_line(path, line), "a section without a name",
                                    "write \"%% name\" on a line of its own"});
            } else if (std::ranges::find(sections, name, &Section::name) != sections.end()) {
                refusals.push_back(
                    {at_line(path, line), "the section \"" + name + "\" occurs twice", "keep one"});
            }
            sections.push_back({name, line + 1, {}});
        } else if (!sections.empty()) {
            Section& section = sections.back();
            if (section.text.empty() && trimmed(text).empty()) {
                ++section.line;
            } else {
                section.text += std::string(text) + "\n";
            }
        } else if (!trimmed(text).empty()) {
            refusals.push_back({at_line(path, line), "text before the first section",
                                "begin a section with a line \"%% name\""});
        }
    }
    for (Section& section : sections) {
        section.text.erase(section.text.find_last_not_of(" \t\n") + 1);
    }
    if (!refusals.empty()) return tl::unexpected(refusals);
    return sections;
}

core::Checked<std::vector<Tag>> scan_tags(std::string_view path, const Section& section) {
    std::vector<Tag> tags;
    core::Refusals refusals;
    std::string_view rest = section.text;
    for (int line = section.line; !rest.empty(); ++line) {
        std::string_view text = next_line(rest);
        for (std::size_t begin = text.find("{{"); begin != std::string_view::npos;
             begin = text.find("{{")) {
            const std::size_t end = text.find("}}", begin + 2);
            if (end == std::string_view::npos) {
                refusals.push_back({at_line(path, line), "a tag is not closed on its line",
                                    "write {{name}} on one line"});
                break;
            }
            auto tag = parse_tag(path, text.substr(begin + 2, end - begin - 2), line);
            if (tag) {
                tags.push_back(std::move(*tag));
            } else {
                refusals.push_back(std::move(tag.error()));
            }
            text.remove_prefix(end + 2);
        }
    }
    if (!refusals.empty()) return tl::unexpected(refusals);
    return tags;
}

core::Refusals check_template(std::string_view path, std::string_view content,
                              const document::TemplateForm& form) {
    const auto sections = cut_sections(path, content);
    if (!sections) return sections.error();
    core::Refusals refusals = check_sections(path, *sections, form);
    std::set<std::string> letter, email;
    for (const Section& section : *sections) {
        const auto tags = scan_tags(path, section);
        if (!tags) {
            append(refusals, tags.error());
            continue;
        }
        append(refusals, check_tags(path, *tags, form));
        for (const Tag& tag : *tags) {
            if (tag.what != Tag::What::value) continue;
            if (section.name == "email") email.insert(tag.name);
            if (section.name == "opening" || section.name == "closing") letter.insert(tag.name);
        }
    }
    append(refusals, check_mentions(path, letter, email, form));
    return refusals;
}

}  // namespace kvit::templates
