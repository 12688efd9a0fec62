#include "adapters/text/utf8.h"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <vector>

using namespace kvit::text;

namespace {

std::vector<unsigned> letters(const std::string& text) {
    std::vector<unsigned> found;
    for (std::size_t at = 0; at < text.size();)
        found.push_back(static_cast<unsigned>(next_letter(text, at)));
    return found;
}

using Letters = std::vector<unsigned>;

}  // namespace

BOOST_AUTO_TEST_SUITE(text_utf8)

BOOST_AUTO_TEST_CASE(decodes) {
    constexpr unsigned broken = 0xFFFFFFFF;
    const std::vector<std::pair<std::string, Letters>> table{
        {"", {}},
        {"aż€𝄞", {'a', 0x17C, 0x20AC, 0x1D11E}},
        {"\x7F", {0x7F}},
        {"\xC2\x80", {0x80}},
        {"\xDF\xBF", {0x7FF}},
        {"\xE0\xA0\x80", {0x800}},
        {"\xEF\xBF\xBF", {0xFFFF}},
        {"\xF0\x90\x80\x80", {0x10000}},
        {"\xF4\x8F\xBF\xBF", {0x10FFFF}},
        // refused: beyond Unicode, overlong, surrogate, cut, stray
        {"\xF4\x90\x80\x80", {broken, broken, broken, broken}},
        {"\xC0\x80", {broken, broken}},
        {"\xC1\xBF", {broken, broken}},
        {"\xE0\x9F\xBF", {broken, broken, broken}},
        {"\xF0\x8F\xBF\xBF", {broken, broken, broken, broken}},
        {"\xED\xA0\x80", {broken, broken, broken}},
        {"\xE2\x82", {broken, broken}},
        {"\xC5z", {broken, 'z'}},
        {"\x80", {broken}},
        {"\xFF", {broken}},
    };
    for (const auto& [text, expected] : table)
        BOOST_TEST(letters(text) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(encodes_what_it_decodes) {
    for (const char32_t letter :
         {0x0u, 0x7Fu, 0x80u, 0x7FFu, 0x800u, 0xFFFFu, 0x10000u, 0x10FFFFu}) {
        std::string text;
        append_letter(text, letter);
        BOOST_TEST(letters(text) == Letters{static_cast<unsigned>(letter)},
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(cells) {
    const std::vector<std::pair<std::string, int>> table{
        {"", 0},           {"abc", 3},    {"Żółć", 4},         {"2\u00A0952,00", 8},
        {"e\u0301", 1},    {"東京", 4},   {"ｶﾅ", 2},           {"한국", 4},
        {"\u200Bx", 1},    {"\uFF21", 2}, {"\U0001F600", 2},   {"\u1100", 2},
        {"\u1160", 1},     {"\u00AD", 0}, {"\u00AC\u00AE", 2}, {"\u0370", 1},
        {"\U00020000", 2},
    };
    for (const auto& [text, expected] : table) BOOST_TEST(cells_of(text) == expected, text);
}

BOOST_AUTO_TEST_CASE(printable_text) {
    BOOST_TEST(printable("a\x1B[31mb") == "a\uFFFD[31mb");
    BOOST_TEST(printable("a\tb\nc") == "a b\nc");
    BOOST_TEST(printable("a\r\x7F\u0085") == "a\uFFFD\uFFFD\uFFFD");
    BOOST_TEST(printable("x\u202Etxt.exe") == "xtxt.exe");
    BOOST_TEST(printable("\xC5") == "\uFFFD");
    BOOST_TEST(printable("Żółć 2\u00A0952,00 €") == "Żółć 2\u00A0952,00 €");
}

BOOST_AUTO_TEST_SUITE_END()
