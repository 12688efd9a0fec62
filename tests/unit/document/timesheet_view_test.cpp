#include "kvit/document/timesheet_view.h"

#include "adapters/templates/wording.h"
#include "document/samples.h"
#include "document/spaces.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using core::Language;
using samples::nb;

namespace {

using Cells = std::vector<std::string>;

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();
    document::InvoiceSources sources = samples::full_sources(Language::en, *wording);
    document::Document issued;

    Fixture() {
        issued.language = Language::en;
        issued.title = "Invoice FV/2026/10/001";
        issued.page_label = "Page {page} of {pages}";
        issued.blocks = {document::Paragraph{"as issued"}};
    }
    document::Document compose() const {
        return document::with_timesheet(issued, sources, *wording);
    }
    template <class T>
    std::vector<T> blocks() const {
        std::vector<T> found;
        for (const auto& block : compose().blocks) {
            if (const T* match = std::get_if<T>(&block)) found.push_back(*match);
        }
        return found;
    }
    std::string total(std::string_view label) const {
        const document::Totals totals = blocks<document::Totals>().at(0);
        for (const auto& row : totals.rows) {
            if (row.label == label) return row.value;
        }
        return "(no row)";
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_timesheet_view, Fixture)

BOOST_AUTO_TEST_CASE(the_document_stays_as_issued_and_the_timesheet_begins_a_page) {
    const document::Document whole = compose();
    BOOST_TEST((whole.blocks.at(0) == issued.blocks.at(0)));
    BOOST_TEST(std::holds_alternative<document::PageBreak>(whole.blocks.at(1)));
    BOOST_TEST(std::get<document::Heading>(whole.blocks.at(2)).text == "Timesheet");
    BOOST_TEST(whole.title == issued.title);
    BOOST_TEST(whole.page_label == issued.page_label);
    BOOST_TEST(std::get<document::Paragraph>(whole.blocks.at(3)).text ==
               "Invoice FV/2026/10/001 · " + nb("01~Sep~2026") + " – " + nb("30~Sep~2026"));
}

BOOST_AUTO_TEST_CASE(each_line_with_entries_has_its_table_and_its_sum) {
    const auto tables = blocks<document::Table>();
    BOOST_REQUIRE(tables.size() == 6U);  // the two fixed items have none; one is of no line
    BOOST_TEST(tables[0].title == "1. " + sources.invoice.lines[0].text);
    BOOST_TEST(tables[1].title == "4. " + sources.invoice.lines[3].text);
    BOOST_TEST(tables[5].title == "Work within the included hours");
    for (const auto& table : tables) {
        BOOST_TEST(table.columns.size() == 5U);
        BOOST_TEST(table.rows.back().strong);
        for (const auto& row : table.rows) BOOST_TEST(row.cells.size() == 5U);
    }
    BOOST_TEST(tables[0].rows.at(0).cells == (Cells{nb("14~Sep~2026"), "09:30 – 16:34",
                                                    "assistance", "Office assistance", "7:04"}),
               boost::test_tools::per_element());
    BOOST_TEST(tables[0].rows.back().cells == (Cells{"Total", "", "", "", "9:04"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_part_names_the_whole_entry_and_a_minimum_the_time_it_took) {
    const auto tables = blocks<document::Table>();
    BOOST_TEST(tables[0].rows.at(1).cells.at(3) ==
               "Office assistance\nwhole entry: " + nb("3:35~h"));
    BOOST_TEST(tables[0].rows.at(1).cells.at(4) == "2:00");
    BOOST_TEST(tables[2].rows.at(0).cells.at(3) == "whole entry: " + nb("3:30~h"));  // no note
    BOOST_TEST(tables[4].rows.at(0).cells ==
                   (Cells{nb("19~Sep~2026"), "20:10 – 20:15", "phone",
                          "Logo design\nactual duration: " + nb("0:05~h"), "0:15"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_contact_of_no_length_has_one_time_and_midnight_is_crossed) {
    auto& call = sources.lines[6].at(0);
    call.until = call.start;
    call.entry_minutes = 0;
    const auto tables = blocks<document::Table>();
    BOOST_TEST(tables[4].rows.at(0).cells.at(1) == "20:10");
    BOOST_TEST(tables[5].rows.at(0).cells.at(1) == "23:30 – 00:15");
}

BOOST_AUTO_TEST_CASE(the_sums_tell_what_the_retainer_includes) {
    BOOST_TEST(total("Hours included in the retainer") == nb("9:04~h"));
    BOOST_TEST(total("of which used") == nb("9:04~h"));
    BOOST_TEST(total("Outside office hours") == nb("1:15~h"));
    BOOST_TEST(total("Total time") == nb("15:09~h"));
    // Billed in advance: the hours of the cycle lie ahead.
    sources.invoice.issued_on = sources.invoice.cycle_from;
    BOOST_TEST(total("of which used") == "(no row)");
    sources.invoice.issued_on = sources.invoice.cycle_until;
    sources.invoice.lines[0].rated.included_minutes = 0;
    BOOST_TEST(total("Hours included in the retainer") == "(no row)");
    sources.lines[5].clear();
    sources.lines[6].clear();
    BOOST_TEST(total("Outside office hours") == "(no row)");
}

BOOST_AUTO_TEST_CASE(erased_texts_leave_their_place_empty) {
    for (auto& line : sources.invoice.lines) line.text.clear();
    for (auto& line : sources.lines) {
        for (auto& source : line) source.text.clear();
    }
    const auto tables = blocks<document::Table>();
    BOOST_TEST(tables[0].title == "1.");
    BOOST_TEST(tables[0].rows.at(0).cells.at(3) == "");
    BOOST_TEST(tables[0].rows.at(0).cells.at(4) == "7:04");
}

BOOST_AUTO_TEST_SUITE_END()
