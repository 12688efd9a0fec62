#include "kvit/core/ratio.h"

#include <boost/test/unit_test.hpp>

#include <string>

using kvit::core::Ratio;

BOOST_AUTO_TEST_SUITE(core_ratio)

BOOST_AUTO_TEST_CASE(lowest_terms) {
    BOOST_TEST((Ratio(150, 100) == Ratio(3, 2)));
    BOOST_TEST((Ratio(-4, 6) == Ratio(-2, 3)));
    BOOST_TEST((Ratio(0, 7) == Ratio()));
    BOOST_TEST((Ratio(1, 3) + Ratio(1, 6) == Ratio(1, 2)));
    BOOST_TEST((Ratio(2, 3) * Ratio(3, 4) == Ratio(1, 2)));
}

BOOST_AUTO_TEST_CASE(accepted_and_refused_text) {
    BOOST_TEST((*kvit::core::parse_ratio("1.50") == Ratio(3, 2)));
    BOOST_TEST((*kvit::core::parse_ratio("0") == Ratio(0, 1)));
    BOOST_TEST(
        (*kvit::core::parse_ratio("999999999.999999") == Ratio(999'999'999'999'999, 1'000'000)));
    for (const char* text :
         {"", "-1", "+1", "1,5", "1.", ".5", "1.2345678", "1000000000", "1e2", " 1"}) {
        const auto ratio = kvit::core::parse_ratio(text);
        BOOST_TEST_REQUIRE(!ratio.has_value(), text);
        BOOST_TEST(ratio.error().what == "\"" + std::string(text) + "\" is not a number");
    }
}

BOOST_AUTO_TEST_CASE(decimal_text) {
    BOOST_TEST(to_decimal(Ratio(3, 2)) == "1.5");
    BOOST_TEST(to_decimal(Ratio(3, 2), 2) == "1.50");
    BOOST_TEST(to_decimal(Ratio(23, 1)) == "23");
    BOOST_TEST(to_decimal(Ratio(-1, 8)) == "-0.125");
    BOOST_TEST(to_decimal(Ratio(1, 3)) == "0.333333");
}

BOOST_AUTO_TEST_SUITE_END()
