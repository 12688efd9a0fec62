#include "kvit/contract/plain_text.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace kvit;
using contract::Lines;

namespace {

std::string refusal(std::string_view text, std::size_t max_letters, Lines lines = Lines::one) {
    const auto plain = contract::plain_text(text, max_letters, lines);
    return plain ? "accepted" : core::to_sentence(plain.error());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(contract_plain_text)

BOOST_AUTO_TEST_CASE(accepts_and_trims) {
    BOOST_TEST(contract::plain_text("Ada", 3).value() == "Ada");
    BOOST_TEST(contract::plain_text(" \tAda B ", 5).value() == "Ada B");
    BOOST_TEST(contract::plain_text("Żółw", 4).value() == "Żółw");  // letters, not bytes
    BOOST_TEST(contract::plain_text("\xF0\x9F\x8E\x89", 1).value() == "\xF0\x9F\x8E\x89");
    BOOST_TEST(contract::plain_text("\nfirst\n\tsecond\n", 20, Lines::many).value() ==
               "first\n\tsecond");
}

BOOST_AUTO_TEST_CASE(refuses) {
    BOOST_TEST(refusal("", 5) == "the text is empty; write at least one letter.");
    BOOST_TEST(refusal(" \t ", 5) == "the text is empty; write at least one letter.");
    BOOST_TEST(refusal("Żółwie", 5) == "the text has 6 letters; write at most 5.");
    BOOST_TEST(refusal("a\nb", 5) == "the text has a control character (U+000A); remove it.");
    BOOST_TEST(refusal("a\tb", 5) == "the text has a control character (U+0009); remove it.");
    BOOST_TEST(refusal("a\x1b[1m", 9) == "the text has a control character (U+001B); remove it.");
    BOOST_TEST(refusal("a\x7f", 5) == "the text has a control character (U+007F); remove it.");
    BOOST_TEST(refusal("a\xC2\x9F", 5) == "the text has a control character (U+009F); remove it.");
    BOOST_TEST(refusal("a\rb", 5, Lines::many) ==
               "the text has a control character (U+000D); remove it.");
    BOOST_TEST(refusal(std::string("a\0b", 3), 5) ==
               "the text has a control character (U+0000); remove it.");
    BOOST_TEST(refusal("a\xFF", 5) == "the text is not UTF-8; save the file as UTF-8.");
}

BOOST_AUTO_TEST_CASE(utf8_by_the_book) {
    const struct {
        std::string text;
        std::size_t good;
    } rows[] = {
        {"", 0},
        {"abc", 3},
        {"\xC2\x80", 2},          // U+0080, the first of two bytes
        {"\xDF\xBF", 2},          // U+07FF
        {"\xE0\xA0\x80", 3},      // U+0800
        {"\xED\x9F\xBF", 3},      // U+D7FF
        {"\xEE\x80\x80", 3},      // U+E000
        {"\xEF\xBF\xBF", 3},      // U+FFFF
        {"\xF0\x90\x80\x80", 4},  // U+10000
        {"\xF4\x8F\xBF\xBF", 4},  // U+10FFFF
        {"a\x80", 1},             // a continuation alone
        {"\xC0\x80", 0},          // overlong NUL
        {"\xC1\xBF", 0},
        {"\xE0\x9F\xBF", 0},      // overlong
        {"\xED\xA0\x80", 0},      // surrogate U+D800
        {"\xF0\x8F\xBF\xBF", 0},  // overlong
        {"\xF4\x90\x80\x80", 0},  // U+110000
        {"\xF5\x80\x80\x80", 0},
        {"ab\xC5", 2},  // cut short
        {"ab\xE2\x82", 2},
        {"ab\xF0\x9F\x8E", 2},
        {"ab\xC5z", 2},
    };
    for (const auto& row : rows) BOOST_TEST(contract::valid_utf8_prefix(row.text) == row.good);
}

BOOST_AUTO_TEST_SUITE_END()
