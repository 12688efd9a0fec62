#include "adapters/text/code_page.h"

#include <boost/test/unit_test.hpp>

using namespace kvit::text;

BOOST_AUTO_TEST_SUITE(text_code_page)

BOOST_AUTO_TEST_CASE(names) {
    BOOST_TEST((code_page("CP1250") == CodePage::cp1250));
    BOOST_TEST((code_page("UTF-8") == CodePage::utf8));
    BOOST_TEST((code_page("ISO-8859-2") == CodePage::iso_8859_2));
    BOOST_TEST((code_page("cp1250") == std::nullopt));
}

BOOST_AUTO_TEST_CASE(letters_of_each_page) {
    BOOST_TEST(to_utf8("\xB9\x9C\x9F|\x80", CodePage::cp1250).value() == "ąśź|€");
    BOOST_TEST(to_utf8("\xA5\x98\xAB", CodePage::cp852).value() == "ąśź");
    BOOST_TEST(to_utf8("\xB1\xB6\xBC", CodePage::iso_8859_2).value() == "ąśź");
    BOOST_TEST(to_utf8("\xE0\xE8\x80", CodePage::cp1252).value() == "àè€");
    BOOST_TEST(to_utf8("ą", CodePage::utf8).value() == "ą");
    BOOST_TEST(to_utf8(std::string("a\0b", 3), CodePage::cp1250).value() == std::string("a\0b", 3));
}

BOOST_AUTO_TEST_CASE(what_is_no_letter) {
    BOOST_TEST(!to_utf8("\x81", CodePage::cp1250).has_value());
    BOOST_TEST(!to_utf8("\x85", CodePage::iso_8859_2).has_value());  // a control character
    BOOST_TEST(!to_utf8("\xB9", CodePage::utf8).has_value());
    BOOST_TEST(shown_utf8("a\x81z", CodePage::cp1250) == "a\uFFFDz");
    BOOST_TEST(shown_utf8("a\xB9z", CodePage::utf8) == "a\uFFFDz");
}

BOOST_AUTO_TEST_CASE(the_guess) {
    BOOST_TEST((guessed_page("") == CodePage::utf8));
    BOOST_TEST((guessed_page("ą") == CodePage::utf8));
    BOOST_TEST((guessed_page("g\xEA\x9Cl\xB9") == CodePage::cp1250));
    BOOST_TEST((guessed_page("g\xA9\x98l\xA5") == CodePage::cp852));
    BOOST_TEST((guessed_page("g\xEA\xB6l\xB1") == CodePage::iso_8859_2));
    BOOST_TEST((guessed_page("citt\xE0 pi\xF9") == CodePage::cp1252));
    BOOST_TEST((guessed_page("M\xFCller") == CodePage::cp1250));  // the same in both
}

BOOST_AUTO_TEST_SUITE_END()
