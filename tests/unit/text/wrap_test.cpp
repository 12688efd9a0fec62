#include "adapters/text/wrap.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace kvit::text;

BOOST_AUTO_TEST_SUITE(text_wrap)

BOOST_AUTO_TEST_CASE(lines) {
    struct Case {
        std::string text;
        int width;
        std::vector<std::string> lines;
    };
    const std::vector<Case> table{
        {"", 5, {""}},
        {"abc", 0, {"abc"}},
        {"abc def", -1, {"abc def"}},
        {"abc def", 7, {"abc def"}},
        {"abc def", 6, {"abc", "def"}},
        {"abc def", 3, {"abc", "def"}},
        {"abc def", 2, {"ab", "c", "de", "f"}},
        {"a b c", 3, {"a b", "c"}},
        {"a   b", 3, {"a b"}},
        {"abcdefg hi", 4, {"abcd", "efg", "hi"}},
        {"abcdef hi", 4, {"abcd", "ef", "hi"}},
        {"abcde fg", 4, {"abcd", "e fg"}},
        {"x abcdef", 4, {"x", "abcd", "ef"}},
        {"a\n\nb", 5, {"a", "", "b"}},
        {"Żółć Gęśl", 4, {"Żółć", "Gęśl"}},
        {"2\u00A0952 x", 5, {"2\u00A0952", "x"}},
        {"東京都", 4, {"東京", "都"}},
        {"東京", 1, {"東", "京"}},
    };
    for (const Case& c : table)
        BOOST_TEST(wrap(c.text, c.width) == c.lines, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(measures) {
    BOOST_TEST(longest_line("ab\ncde f") == 5);
    BOOST_TEST(longest_word("ab\ncde f") == 3);
    BOOST_TEST(longest_line("") == 0);
    BOOST_TEST(longest_word("2\u00A0952,00 PLN") == 8);
}

BOOST_AUTO_TEST_SUITE_END()
