// What the loader says about broken wording: file, line, what is wrong.

#include "adapters/templates/wording.h"
#include "kvit/document/template_forms.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <list>
#include <string>

using namespace kvit;

namespace {

// The built-in files, with one of them changed.
struct Files {
    std::vector<templates::TemplateFile> files = templates::built_in_files();
    std::list<std::string> owned;

    templates::TemplateFile& find(std::string_view path) {
        const auto found = std::ranges::find(files, path, &templates::TemplateFile::path);
        BOOST_REQUIRE_MESSAGE(found != files.end(), path << " is built in");
        return *found;
    }
    void set(std::string_view path, std::string content) {
        owned.push_back(std::move(content));
        find(path).content = owned.back();
    }
    void replace(std::string_view path, const std::string& what, const std::string& with) {
        std::string content(find(path).content);
        const std::size_t at = content.find(what);
        BOOST_REQUIRE_MESSAGE(at != std::string::npos, path << " contains " << what);
        content.replace(at, what.size(), with);
        set(path, std::move(content));
    }
    void remove(std::string_view path) {
        std::erase_if(files, [&](const auto& file) { return file.path == path; });
    }
    std::vector<std::string> refusals() const {
        std::vector<std::string> sentences;
        for (const core::Refusal& refusal : templates::check_templates(files))
            sentences.push_back(refusal.where + " " + refusal.what);
        return sentences;
    }
    void expect(const std::vector<std::string>& sentences) const {
        const auto actual = refusals();
        BOOST_TEST(actual == sentences, boost::test_tools::per_element());
    }
};

const std::string note = "pl/courtesy_note.mustache";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(templates_check_templates, Files)

BOOST_AUTO_TEST_CASE(the_built_in_wording_of_six_languages_is_sound) {
    BOOST_TEST(templates::check_templates().empty());
    BOOST_TEST(core::all_languages().size() == 6u);
    // words.toml and a file for each form.
    BOOST_TEST(files.size() == 6u * (1u + document::template_forms().size()));
}

BOOST_AUTO_TEST_CASE(a_missing_file) {
    remove("hu/termination.mustache");
    expect({"hu/termination.mustache the file is missing"});
}

BOOST_AUTO_TEST_CASE(a_missing_key_is_told_where_it_is_missing) {
    replace("it/words.toml", "currency = \"Valuta\"\n", "");
    expect({"it/words.toml the key \"invoice.currency\" is missing"});
}

BOOST_AUTO_TEST_CASE(an_extra_key_is_missing_everywhere_else) {
    replace("en/words.toml", "[unit]\n", "[unit]\nkilo = \"kg\"\n");
    BOOST_TEST(refusals().size() == 5u);
    BOOST_TEST(refusals().front() == "de/words.toml the key \"unit.kilo\" is missing");
}

BOOST_AUTO_TEST_CASE(words_that_are_no_text) {
    replace("pl/words.toml", "title = \"Faktura\"", "title = 7");
    BOOST_TEST(refusals().front() == "pl/words.toml:39 \"invoice.title\" is not a text");
}

BOOST_AUTO_TEST_CASE(words_that_are_empty) {
    replace("pl/words.toml", "title = \"Faktura\"", "title = \"\"");
    BOOST_TEST(refusals().front() == "pl/words.toml:39 \"invoice.title\" is not a text");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_toml) {
    replace("de/words.toml", "title = \"Rechnung\"", "title = Rechnung");
    BOOST_TEST(refusals().size() == 1u);
    BOOST_TEST(refusals().front().starts_with("de/words.toml:39 this is not TOML: "));
}

BOOST_AUTO_TEST_CASE(plural_forms_are_those_of_the_language) {
    replace("hr/words.toml", "one = \"dan\", few = \"dana\", other = \"dana\"",
            "one = \"dan\", many = \"dana\", other = \"dana\"");
    expect({"hr/words.toml:14 \"plural.days\" has a form \"many\" that the language does not use",
            "hr/words.toml:14 \"plural.days\" lacks the form \"few\""});
}

BOOST_AUTO_TEST_CASE(a_page_label_counts_pages) {
    replace("en/words.toml", "Page {page} of {pages}", "Page {page}");
    expect({"en/words.toml \"document.page\" lacks {pages}"});
}

BOOST_AUTO_TEST_CASE(an_unknown_placeholder) {
    replace(note, "{{day}}", "{{today}}");
    expect({"pl/courtesy_note.mustache:10 \"today\" is not a value of this template",
            "pl/courtesy_note.mustache the letter does not mention {{day}}"});
}

BOOST_AUTO_TEST_CASE(a_flag_is_no_value_and_a_value_no_flag) {
    replace(note, "{{due_on}}", "{{one_invoice}}");
    BOOST_TEST(refusals().front() ==
               "pl/courtesy_note.mustache:5 \"one_invoice\" is not a value of this template");
    replace(note, "{{#announces_pause}}", "{{#pause_on}}");
    BOOST_TEST(refusals().at(1) ==
               "pl/courtesy_note.mustache:12 \"pause_on\" is not a flag of this template");
}

BOOST_AUTO_TEST_CASE(a_tag_that_is_not_closed) {
    replace(note, "{{day}}", "{{day");
    BOOST_TEST(refusals().front().starts_with("pl/courtesy_note.mustache:10 "));
    replace(note, "{{sum}}.", "{{sum");
    BOOST_TEST(refusals().front().starts_with("pl/courtesy_note.mustache:10 "));
}

BOOST_AUTO_TEST_CASE(tags_of_other_kinds_are_refused) {
    for (const std::string tag : {"{{{day}}}", "{{&day}}", "{{>day}}", "{{=<% %>=}}", "{{! day}}",
                                  "{{}}", "{{day.month}}", "{{Day}}"}) {
        Files changed;
        changed.replace(note, "{{day}}", tag);
        BOOST_TEST(
            changed.refusals().front().starts_with("pl/courtesy_note.mustache:10 the tag {{"));
    }
}

BOOST_AUTO_TEST_CASE(flags_close_in_reverse_order) {
    replace(note, "{{/announces_pause}}", "");
    expect({"pl/courtesy_note.mustache:12 {{#announces_pause}} is never closed"});
    Files crossed;
    crossed.replace(note, "{{/announces_pause}}", "{{/one_invoice}}");
    crossed.expect({"pl/courtesy_note.mustache:14 {{/one_invoice}} closes nothing that is open"});
}

BOOST_AUTO_TEST_CASE(sections_are_those_of_the_form) {
    replace(note, "%% closing", "%% ending");
    expect({"pl/courtesy_note.mustache:17 \"ending\" is not a section of this template",
            "pl/courtesy_note.mustache the section \"closing\" is missing"});
}

BOOST_AUTO_TEST_CASE(sections_that_repeat_are_empty_or_have_no_name) {
    replace(note, "%% closing", "%% opening");
    expect({"pl/courtesy_note.mustache:16 the section \"opening\" occurs twice"});
    Files nameless;
    nameless.replace(note, "%% closing", "%%");
    nameless.expect({"pl/courtesy_note.mustache:16 a section without a name"});
    Files empty;
    empty.replace(note, "Informacja o terminie płatności\n", "");
    empty.expect({"pl/courtesy_note.mustache:3 the section \"title\" is empty"});
    Files early;
    early.replace(note, "%% title", "Dzień dobry\n%% title");
    early.expect({"pl/courtesy_note.mustache:1 text before the first section"});
}

BOOST_AUTO_TEST_CASE(a_warning_that_lost_its_date_is_refused) {
    std::string content(find("de/suspension_warning.mustache").content);
    const std::string tag = "{{pause_on}}";
    for (std::size_t at = content.find(tag); at != std::string::npos; at = content.find(tag))
        content.replace(at, tag.size(), "demnächst");
    set("de/suspension_warning.mustache", content);
    expect({"de/suspension_warning.mustache the letter does not mention {{pause_on}}",
            "de/suspension_warning.mustache the e-mail does not mention {{pause_on}}"});
}

BOOST_AUTO_TEST_CASE(all_that_is_wrong_is_listed_not_just_the_first) {
    remove("hr/invoice.mustache");
    replace(note, "{{day}}", "{{today}}");
    replace("it/words.toml", "currency = \"Valuta\"\n", "");
    BOOST_TEST(refusals().size() == 4u);
}

BOOST_AUTO_TEST_CASE(windows_line_ends_are_fine) {
    std::string content;
    for (const char c : find(note).content)
        content += c == '\n' ? std::string("\r\n") : std::string(1, c);
    set(note, content);
    expect({});
}

BOOST_AUTO_TEST_SUITE_END()
