// The letters of the ladder as a whole: titles that fit together, what the suspension notice must
// say, and what no letter ever says. The words stand in the tables beside this file.

#include "adapters/tables/csv.h"
#include "adapters/templates/wording.h"
#include "document/reading.h"
#include "document/samples.h"
#include "kvit/document/notice_view.h"
#include "kvit/document/number_format.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace kvit;
using core::Language;
using policy::NoticeKind;
using samples::reading_of;

namespace {

const core::DocumentId id("lumen-PLN-2026-09-15-notice");

std::vector<std::vector<std::string>> table(const std::string& name) {
    std::ifstream file(std::string(KVIT_SOURCE_DIR "/tests/unit/document/") + name);
    BOOST_REQUIRE(file.good());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto records = tables::read_csv(name, text);
    BOOST_REQUIRE(records.has_value());
    std::vector<std::vector<std::string>> rows;
    for (auto record = std::next(records->begin()); record != records->end(); ++record)
        rows.push_back(record->fields);
    return rows;
}

Language language_of(const std::string& code) { return core::parse_language(code).value(); }

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// ASCII letters in lower case; the tables write others as they stand in the middle of a word.
std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

std::string filled(std::string words, const std::string& name, const std::string& value) {
    const std::string tag = "{" + name + "}";
    if (const auto at = words.find(tag); at != std::string::npos)
        words.replace(at, tag.size(), value);
    return words;
}

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();

    std::string title(const document::NoticeView& view) const {
        for (const auto& block : document::compose_notice(view, id, *wording).blocks)
            if (const auto* heading = std::get_if<document::Heading>(&block)) return heading->text;
        return {};
    }
    std::string everything(const document::NoticeView& view) const {
        const auto mail = document::notice_message(view, id, *wording);
        return reading_of(document::compose_notice(view, id, *wording)) + mail.subject + "\n" +
               mail.text;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_ladder_letters, Fixture)

BOOST_AUTO_TEST_CASE(each_stage_has_the_title_of_the_trade_and_no_ladder_mixes_them) {
    const auto rows = table("ladder_titles.csv");
    BOOST_TEST(rows.size() == core::all_languages().size() * 8);
    for (const auto& row : rows) {
        const NoticeKind kind = policy::parse_notice_kind(row.at(1)).value();
        for (const bool many : {false, true}) {
            const samples::NoticeSample sample(language_of(row.at(0)), many);
            const std::string found = title(sample.view(kind));
            BOOST_TEST_CONTEXT(row.at(0) << " " << row.at(1) << ": " << found) {
                BOOST_TEST(contains(found, row.at(2)));
                std::istringstream words(row.at(3));
                for (std::string word; words >> word;)
                    BOOST_TEST(!contains(lower(found), lower(word)), word);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(no_letter_threatens_or_shames) {
    for (const auto& row : table("unwelcome_words.csv")) {
        for (const NoticeKind kind :
             {NoticeKind::courtesy_note, NoticeKind::friendly_reminder, NoticeKind::second_reminder,
              NoticeKind::suspension_warning, NoticeKind::suspension, NoticeKind::resumption,
              NoticeKind::final_demand, NoticeKind::termination}) {
            const samples::NoticeSample sample(language_of(row.at(0)), true);
            const std::string text = lower(everything(sample.view(kind)));
            BOOST_TEST(!contains(text, row.at(1)), policy::name_of(kind)
                                                       << " in " << row.at(0) << ": " << row.at(1)
                                                       << " " << row.at(2));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_suspension_states_everything_about_it) {
    for (const auto& row : table("suspension_statements.csv")) {
        const Language language = language_of(row.at(0));
        const samples::NoticeSample sample(language, true);
        document::NoticeView view = sample.view(NoticeKind::suspension);
        view.next_step = {NoticeKind::final_demand, samples::day("2026-10-06")};
        std::string words = filled(row.at(2), "day", document::date(language, view.day));
        words = filled(words, "sum", document::amount_with_currency(language, view.due));
        words = filled(words, "next_on", document::date(language, view.next_step->on));
        BOOST_TEST(contains(reading_of(document::compose_notice(view, id, *wording)), words),
                   row.at(0) << ", " << row.at(1) << ": " << words);
    }
}

BOOST_AUTO_TEST_CASE(a_suspension_states_the_facts_of_its_view) {
    for (const Language language : core::all_languages()) {
        const samples::NoticeSample sample(language, true);
        const document::NoticeView view = sample.view(NoticeKind::suspension);
        const document::Document letter = document::compose_notice(view, id, *wording);
        const std::string text = reading_of(letter);
        const auto says = [&](const std::string& part) {
            BOOST_TEST(contains(text, part), core::code_of(language) << ": " << part);
        };
        const auto& head = std::get<document::Letterhead>(letter.blocks.at(0));
        const auto& address = std::get<document::AddressAndFacts>(letter.blocks.at(1));
        BOOST_TEST(head.name == sample.business.name);
        BOOST_TEST(address.address.at(0) == sample.client.name);
        for (const auto* contract : view.contracts) {
            const auto& terms = contract->terms_on(view.day);
            const std::string ground = terms.suspension_clause.empty()
                                           ? wording->word(language, "scope.ground_late")
                                           : terms.suspension_clause;
            says(terms.title + " | " + document::date(language, contract->from) + " | " + ground +
                 " | " + document::date(language, view.day));
        }
        for (const auto& item : view.items) {
            says(item.number.str() + " | " + document::date(language, item.issued_on) + " | " +
                 document::date(language, item.due_on) + " | " +
                 std::to_string(item.days_past_due) + " | " +
                 document::amount_with_currency(language, item.gross) + " | " +
                 document::amount_with_currency(language, item.open));
        }
        says(document::amount_with_currency(language, view.due));
        says("FV/2026/09/001, FV/2026/09/004");  // the transfer's reference
        const bool has_account =
            contains(text, "PL") && contains(text, wording->word(language, "payment.iban") + ": ");
        BOOST_TEST(has_account, core::code_of(language));
    }
}

BOOST_AUTO_TEST_CASE(without_a_further_level_a_suspension_promises_a_letter_before_any_step) {
    const samples::NoticeSample sample(Language::en, false);
    const std::string text =
        reading_of(document::compose_notice(sample.view(NoticeKind::suspension), id, *wording));
    BOOST_TEST(contains(text, "We will write to you before taking any further step."));
    BOOST_TEST(!contains(text, "at the earliest"));
}

BOOST_AUTO_TEST_CASE(a_termination_gives_the_reason_and_asks_only_for_what_is_open) {
    const samples::NoticeSample sample(Language::en, false);
    document::NoticeView view = sample.view(NoticeKind::termination);
    BOOST_TEST(contains(everything(view), "The reason is that payment has not been made"));
    view.reason = "our team no longer covers your shop system. ";
    view.ends_on = samples::day("2026-10-31");
    const std::string text = everything(view);
    BOOST_TEST(contains(text,
                        "we cannot meet your needs because our team no longer covers your shop "
                        "system.\n"));
    BOOST_TEST(!contains(text, "The reason is"));
    BOOST_TEST(contains(text, "with effect from " + document::date(Language::en, *view.ends_on)));
    BOOST_TEST(contains(text, "As of " + document::date(Language::en, view.day)));
    view.items.clear();
    view.due = core::Money::zero(view.currency);
    for (const std::string_view money : {"Please pay", "open amount", "IBAN", "already paid"})
        BOOST_TEST(!contains(everything(view), money), money);
    BOOST_TEST(contains(everything(view), "with effect from"));
}

BOOST_AUTO_TEST_SUITE_END()
