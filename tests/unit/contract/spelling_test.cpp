#include "kvit/contract/spelling.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace kvit;

BOOST_AUTO_TEST_SUITE(contract_spelling)

BOOST_AUTO_TEST_CASE(nearest_word) {
    constexpr std::string_view words[] = {"id", "billing_day", "billed", "retainer", "rate"};
    const struct {
        std::string_view word, nearest;
    } rows[] = {
        {"billing_day", "billing_day"},
        {"billing_dya", "billing_day"},  // a swap is one change
        {"biling_day", "billing_day"},
        {"billingday", "billing_day"},
        {"Billing_Day", "billing_day"},
        {"retainr", "retainer"},
        {"rates", "rate"},
        {"ie", "id"},
        {"x", ""},  // one change would make it no word of these
        {"colour", ""},
        {"", ""},
    };
    for (const auto& row : rows)
        BOOST_TEST(contract::nearest_word(row.word, words) == row.nearest, row.word);
    BOOST_TEST(contract::nearest_word(std::string(65, 'a'), words).empty());
    BOOST_TEST(contract::nearest_word("rate", {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
