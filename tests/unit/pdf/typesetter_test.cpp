#include "adapters/pdf/typesetter.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace kvit::pdf;

namespace {

constexpr Style ten{Weight::regular, points(10), points(13), {}};

// The widths of lines tell where they end: each line's glyphs as a text with the broken spaces left
// out.
std::vector<std::string> wrap(const std::string& text, Length width) {
    Typesetter typesetter;
    typesetter.begin("t");
    const Text set = typesetter.set(text, ten);
    std::vector<std::string> lines;
    for (const Line& line : typesetter.wrap(set, width))
        lines.push_back(text.substr(line.begin, line.end - line.begin));  // texts are ASCII
    return lines;
}

Length width(const std::string& text) {
    Typesetter typesetter;
    typesetter.begin("t");
    return typesetter.longest_line(typesetter.set(text, ten));
}

using Lines = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_typesetter)

BOOST_AUTO_TEST_CASE(widths) {
    BOOST_TEST(width("") == 0);
    BOOST_TEST(width("0") == points(5.8));  // 1160 of 2000 units
    BOOST_TEST(width("11") == 2 * width("1"));
    BOOST_TEST(width("1234567890") == points(58));  // figures of one width, never kerned
    BOOST_TEST(width("AV") < width("A") + width("V"));
    BOOST_TEST(width("a\nbbb\nc") == width("bbb"));
    BOOST_TEST(width("1\u00A0000,00") == width("1 000,00"));
}

BOOST_AUTO_TEST_CASE(words_and_two_lines) {
    Typesetter typesetter;
    typesetter.begin("t");
    const Text text = typesetter.set("11 2222 33", ten);
    BOOST_TEST(typesetter.longest_word(text) == points(23.2));
    BOOST_TEST(typesetter.two_lines(text) == width("11 2222"));
    BOOST_TEST(typesetter.two_lines(typesetter.set("11112222", ten)) == width("11112222"));
    BOOST_TEST(typesetter.longest_word(typesetter.set("1\u00A0000 2", ten)) == width("1 000"));
}

BOOST_AUTO_TEST_CASE(lines_break_at_spaces) {
    const Length five = points(29);  // five figures
    BOOST_TEST(wrap("", five) == Lines{""}, boost::test_tools::per_element());
    BOOST_TEST(wrap("12345", five) == Lines{"12345"}, boost::test_tools::per_element());
    BOOST_TEST(wrap("12 45 78", width("12 45")) == (Lines{"12 45", "78"}),
               boost::test_tools::per_element());
    BOOST_TEST(wrap("12 45 78", width("12 45") - 100) == (Lines{"12", "45", "78"}),
               boost::test_tools::per_element());
    BOOST_TEST(wrap("12   45", five) == (Lines{"12", "45"}), boost::test_tools::per_element());
    BOOST_TEST(wrap("  12  ", five) == Lines{"12"}, boost::test_tools::per_element());
    BOOST_TEST(wrap("1\n\n2", five) == (Lines{"1", "", "2"}), boost::test_tools::per_element());
    BOOST_TEST(wrap("1\n", five) == (Lines{"1", ""}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(long_words_are_cut) {
    const Length five = points(29);
    BOOST_TEST(wrap("1234567", five) == (Lines{"12345", "67"}), boost::test_tools::per_element());
    BOOST_TEST(wrap("11 1234567", five) == (Lines{"11", "12345", "67"}),
               boost::test_tools::per_element());
    BOOST_TEST(wrap("123/567", five) == (Lines{"123/", "567"}), boost::test_tools::per_element());
    BOOST_TEST(wrap("/234567", five) == (Lines{"/2345", "67"}), boost::test_tools::per_element());
    // Narrower than a letter: one letter a line, and an end.
    BOOST_TEST(wrap("123", points(1)) == (Lines{"1", "2", "3"}), boost::test_tools::per_element());
    BOOST_TEST(wrap("123", 0) == (Lines{"1", "2", "3"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(short_words_do_not_hang) {
    BOOST_TEST(wrap("Prosimy o wplate", width("Prosimy o w")) == (Lines{"Prosimy", "o wplate"}),
               boost::test_tools::per_element());
    BOOST_TEST(wrap("o wplate", width("o wplat")) == (Lines{"o", "wplate"}),
               boost::test_tools::per_element());
    BOOST_TEST(wrap("od 5 dni", width("od 5 d")) == (Lines{"od 5", "dni"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(dashes_do_not_begin_a_line) {
    Typesetter typesetter;
    typesetter.begin("t");
    const Text text = typesetter.set("111 2 \u2013 33", ten);
    const std::vector<Line> lines = typesetter.wrap(text, points(30));  // "111 2" takes 25.8
    BOOST_REQUIRE(lines.size() == 2u);
    BOOST_TEST(lines[0].end == 3u);
    BOOST_TEST(lines[1].begin == 4u);
}

BOOST_AUTO_TEST_CASE(faces_used) {
    Typesetter typesetter;
    typesetter.begin("t");
    typesetter.set("a\u0159", ten);
    BOOST_TEST(typesetter.used(Face::regular));
    BOOST_TEST(!typesetter.used(Face::bold));
    BOOST_TEST(!typesetter.used(Face::fallback));
    BOOST_TEST(typesetter.letters_beyond_stock(Face::regular).size() == 1u);
    BOOST_CHECK(typesetter.letters_beyond_stock(Face::regular).front() == 0x159);
    typesetter.set("\u260E", ten);
    BOOST_TEST(typesetter.used(Face::fallback));
    typesetter.begin("next");
    BOOST_TEST(!typesetter.used(Face::regular));
    BOOST_TEST(typesetter.letters_beyond_stock(Face::regular).empty());
}

BOOST_AUTO_TEST_SUITE_END()
