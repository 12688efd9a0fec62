#include "adapters/text/text_table.h"

#include "adapters/text/utf8.h"
#include "pdf/sample_documents.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <sstream>
#include <string>

using namespace kvit;

namespace {

document::Table small_table() {
    document::Table table;
    table.columns = {{"Klient", document::Align::left, 1}, {"Kwota", document::Align::right, 0}};
    table.rows = {{{"Żółć sp. z o.o.", "2\u00A0952,00"}},
                  {{"Ada", "1,00"}},
                  {{"Razem", "2\u00A0953,00"}, true}};
    return table;
}

int widest_line(const std::string& text) {
    std::istringstream lines(text);
    int widest = 0;
    for (std::string line; std::getline(lines, line);)
        widest = std::max(widest, text::cells_of(line));
    return widest;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_text_table)

BOOST_AUTO_TEST_CASE(columns_are_aligned) {
    BOOST_TEST(text::render_table(small_table(), 0, false) ==
               "Klient              Kwota\n"
               "─────────────────────────\n"
               "Żółć sp. z o.o.  2\u00A0952,00\n"
               "Ada                  1,00\n"
               "─────────────────────────\n"
               "Razem            2\u00A0953,00\n");
}

BOOST_AUTO_TEST_CASE(a_width_that_fits_changes_nothing) {
    BOOST_TEST(text::render_table(small_table(), 25, false) ==
               text::render_table(small_table(), 0, false));
    BOOST_TEST(text::render_table(small_table(), 24, false) !=
               text::render_table(small_table(), 0, false));
}

BOOST_AUTO_TEST_CASE(columns_with_weight_wrap_first) {
    BOOST_TEST(text::render_table(small_table(), 20, false) ==
               "Klient         Kwota\n"
               "────────────────────\n"
               "Żółć sp. z  2\u00A0952,00\n"
               "o.o.\n"
               "Ada             1,00\n"
               "────────────────────\n"
               "Razem       2\u00A0953,00\n");
    document::Table both = small_table();
    both.title = "Zaległe należności klientów";
    for (int width = 1; width < 40; ++width)
        BOOST_TEST(widest_line(text::render_table(both, width, false)) <= std::max(width, 4));
}

BOOST_AUTO_TEST_CASE(combining_and_wide_letters) {
    document::Table table;
    table.columns = {{"A", document::Align::left, 1}, {"B", document::Align::right, 0}};
    table.rows = {{{"e\u0301", "1"}}, {{"東京", "22"}}};
    BOOST_TEST(text::render_table(table, 0, false) ==
               "A      B\n"
               "────────\n"
               "e\u0301      1\n"
               "東京  22\n");
}

BOOST_AUTO_TEST_CASE(colour_is_for_heads_and_sums) {
    BOOST_TEST(text::render_table(small_table(), 0, true) ==
               "\033[1mKlient              Kwota\033[0m\n"
               "─────────────────────────\n"
               "Żółć sp. z o.o.  2\u00A0952,00\n"
               "Ada                  1,00\n"
               "─────────────────────────\n"
               "\033[1mRazem            2\u00A0953,00\033[0m\n");
}

BOOST_AUTO_TEST_CASE(edges) {
    document::Table table;
    table.columns = {{"Title", document::Align::left, 0}};
    BOOST_TEST(text::render_table(table, 0, false) == "Title\n─────\n");
    table.rows = {{{}}, {{"a\nb"}}, {{"\033[2J"}}};
    BOOST_TEST(text::render_table(table, 0, false) == "Title\n─────\n\na\nb\n\uFFFD[2J\n");
    table.columns = {{"", document::Align::left, 1}, {"", document::Align::right, 1}};
    table.rows = {{{"only one"}}};
    BOOST_TEST(text::render_table(table, 0, false) == "\n──────────\nonly one\n");
}

BOOST_AUTO_TEST_CASE(a_whole_document) {
    document::Document document;
    document.footer = "Studio Ada";
    document.blocks = {
        document::Letterhead{"Studio Ada", {"Kraków"}},
        document::AddressAndFacts{"Nabywca", {"Żółć", "Łódź"}, {{"Numer", "7"}, {"Do", "1.10."}}},
        document::Heading{"Faktura", 1},
        document::Paragraph{"Jeden dwa trzy cztery pięć sześć."},
        small_table(),
        document::Totals{{{"Netto", "9,00"}, {"Razem", "10,00", true}}},
        document::PaymentBox{"Zapłata", {{"Kwota", "10,00", true}, {"IBAN", "PL61"}}},
        document::PageBreak{}};
    BOOST_TEST(text::render(document, 25, false) ==
               "Studio Ada\nKraków\n"
               "\n"
               "Nabywca\n  Żółć\n  Łódź\n\nNumer  7\nDo     1.10.\n"
               "\n"
               "Faktura\n=======\n"
               "\n"
               "Jeden dwa trzy cztery\npięć sześć.\n"
               "\n" +
                   text::render_table(small_table(), 25, false) +
                   "\n"
                   "Netto   9,00\nRazem  10,00\n"
                   "\n"
                   "Zapłata\n  Kwota  10,00\n  IBAN   PL61\n"
                   "\n"
                   "─────────────────────────\n"
                   "\n"
                   "Studio Ada\n");
}

BOOST_AUTO_TEST_CASE(documents_keep_to_the_width) {
    for (const int width : {30, 50, 80, 120}) {
        BOOST_TEST(widest_line(text::render(samples::crowded(), width, false)) <= width);
        BOOST_TEST(widest_line(text::render(samples::notice(), width, false)) <= width);
    }
    const std::string plain = text::render(samples::notice(), 80, false);
    BOOST_TEST(plain.find('\033') == std::string::npos);
    BOOST_TEST(plain.find(" \n") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
