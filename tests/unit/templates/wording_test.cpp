#include "adapters/templates/wording.h"

#include "kvit/document/template_forms.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

using namespace kvit;
using core::Language;
using document::TemplateValues;

namespace {

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();

    // Every value of a template set to `value`, every flag to `flag`.
    static TemplateValues all(std::string_view name, const std::string& value, bool flag) {
        TemplateValues values;
        const auto forms = document::template_forms();
        const auto form = std::ranges::find(forms, name, &document::TemplateForm::name);
        for (const auto text : form->text) values.text[std::string(text)] = value;
        for (const auto key : form->flags) values.flags[std::string(key)] = flag;
        return values;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(templates_wording, Fixture)

BOOST_AUTO_TEST_CASE(words_by_dotted_key) {
    BOOST_TEST(wording->word(Language::pl, "invoice.title") == "Faktura");
    BOOST_TEST(wording->word(Language::hu, "invoice.title") == "Számla");
    BOOST_TEST(wording->word(Language::hr, "invoice.title") == "Račun");
    BOOST_TEST(wording->word(Language::it, "invoice.title") == "Fattura");
    BOOST_TEST(wording->word(Language::de, "invoice.title") == "Rechnung");
    BOOST_TEST(wording->word(Language::en, "invoice.title") == "Invoice");
}

BOOST_AUTO_TEST_CASE(open_lists_can_be_asked) {
    BOOST_TEST(wording->has_word(Language::pl, "country.HR"));
    BOOST_TEST(!wording->has_word(Language::pl, "country.ZW"));
    BOOST_TEST(!wording->has_word(Language::pl, "country"));
    BOOST_TEST(!wording->has_word(Language::pl, ""));
}

BOOST_AUTO_TEST_CASE(titles_of_the_ladder) {
    const auto title = [&](Language language, std::string_view name) {
        return wording->text(language, name, "title", all(name, "x", false));
    };
    BOOST_TEST(title(Language::pl, "friendly_reminder") == "Przypomnienie o płatności");
    BOOST_TEST(title(Language::pl, "final_demand") == "Ostateczne przedsądowe wezwanie do zapłaty");
    BOOST_TEST(title(Language::hu, "friendly_reminder") == "Fizetési emlékeztető");
    BOOST_TEST(title(Language::hu, "suspension") == "Értesítés a munkavégzés felfüggesztéséről");
    BOOST_TEST(title(Language::hr, "suspension") == "Obavijest o obustavi radova");
    BOOST_TEST(title(Language::it, "friendly_reminder") == "Sollecito bonario di pagamento");
    BOOST_TEST(title(Language::it, "final_demand") == "Diffida ad adempiere e messa in mora");
    BOOST_TEST(title(Language::de, "second_reminder") == "Zweite Zahlungserinnerung");
    BOOST_TEST(title(Language::en, "resumption") == "Notice of resumption of work");
}

BOOST_AUTO_TEST_CASE(values_are_never_read_as_templates_nor_escaped) {
    const std::string hostile = "{{sum}} {{#has_phone}}x {{{day}}} & <i> \" ' %% email";
    for (const Language language : core::all_languages()) {
        for (const document::TemplateForm& form : document::template_forms()) {
            for (const std::string_view section : form.sections) {
                const TemplateValues with = all(form.name, hostile, true);
                const TemplateValues plain = all(form.name, "@", true);
                std::string expected = wording->text(language, form.name, section, plain);
                for (std::size_t at = expected.find('@'); at != std::string::npos;
                     at = expected.find('@', at + hostile.size()))
                    expected.replace(at, 1, hostile);
                BOOST_TEST(wording->text(language, form.name, section, with) == expected);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_subject_stays_one_line_whatever_a_name_holds) {
    TemplateValues values = all("invoice", "1", true);
    values.text["business"] = "Ada\r\nBcc: all@example.org";
    BOOST_TEST(wording->text(Language::en, "invoice", "subject", values) ==
               "Invoice 1 – Ada  Bcc: all@example.org");
}

BOOST_AUTO_TEST_CASE(paragraphs_left_out_leave_no_gap) {
    for (const Language language : core::all_languages()) {
        for (const document::TemplateForm& form : document::template_forms()) {
            for (const bool flag : {false, true}) {
                const TemplateValues values = all(form.name, "v", flag);
                for (const std::string_view section : form.sections) {
                    const std::string text = wording->text(language, form.name, section, values);
                    BOOST_TEST(text.find("\n\n\n") == std::string::npos);
                    BOOST_TEST(!text.starts_with('\n'));
                    BOOST_TEST(!text.ends_with('\n'));
                    BOOST_TEST(text.find("{{") == std::string::npos);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(threads_share_one_wording) {
    const TemplateValues values = all("friendly_reminder", "v", true);
    const std::string expected =
        templates::built_in_wording()->text(Language::de, "friendly_reminder", "email", values);
    std::vector<std::string> results(4);
    std::vector<std::thread> threads;
    for (std::string& result : results) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i)
                result = wording->text(Language::de, "friendly_reminder", "email", values);
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : results) BOOST_TEST(result == expected);
}

BOOST_AUTO_TEST_SUITE_END()
