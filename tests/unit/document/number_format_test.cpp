#include "kvit/document/number_format.h"

#include "document/samples.h"
#include "document/spaces.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using core::Language;
using samples::money;
using samples::nb;

BOOST_AUTO_TEST_SUITE(document_number_format)

BOOST_AUTO_TEST_CASE(amounts_group_thousands_as_the_language_does) {
    const core::Money sum = money("2952.00", "PLN");
    BOOST_TEST(document::amount(Language::pl, sum) == nb("2~952,00"));
    BOOST_TEST(document::amount(Language::hu, sum) == nb("2~952,00"));
    BOOST_TEST(document::amount(Language::hr, sum) == "2.952,00");
    BOOST_TEST(document::amount(Language::it, sum) == "2.952,00");
    BOOST_TEST(document::amount(Language::de, sum) == "2.952,00");
    BOOST_TEST(document::amount(Language::en, sum) == "2,952.00");
}

BOOST_AUTO_TEST_CASE(edges_of_grouping_and_sign) {
    BOOST_TEST(document::amount(Language::en, money("0", "EUR")) == "0.00");
    BOOST_TEST(document::amount(Language::en, money("0.01", "EUR")) == "0.01");
    BOOST_TEST(document::amount(Language::en, money("999.99", "EUR")) == "999.99");
    BOOST_TEST(document::amount(Language::en, money("1000", "EUR")) == "1,000.00");
    BOOST_TEST(document::amount(Language::en, money("999999", "EUR")) == "999,999.00");
    BOOST_TEST(document::amount(Language::en, money("1000000", "EUR")) == "1,000,000.00");
    BOOST_TEST(document::amount(Language::de,
                                core::Money(core::Money::max_minor, samples::currency("EUR"))) ==
               "1.000.000.000.000,00");
    BOOST_TEST(document::amount(Language::de, money("-1234.50", "EUR")) == "\u22121.234,50");
    BOOST_TEST(document::amount(Language::en, money("-0.05", "EUR")) == "\u22120.05");
}

BOOST_AUTO_TEST_CASE(forint_shows_decimals_only_where_there_are_any) {
    BOOST_TEST(document::amount(Language::hu, money("180000", "HUF")) == nb("180~000"));
    BOOST_TEST(document::amount(Language::hu, money("180000.50", "HUF")) == nb("180~000,50"));
    BOOST_TEST(document::amount(Language::hu, money("0", "HUF")) == "0");
}

BOOST_AUTO_TEST_CASE(the_currency_follows_behind_a_no_break_space) {
    BOOST_TEST(document::amount_with_currency(Language::pl, money("2952", "PLN")) ==
               nb("2~952,00~PLN"));
    BOOST_TEST(document::amount_with_currency(Language::hu, money("180000", "HUF")) ==
               nb("180~000~HUF"));
}

BOOST_AUTO_TEST_CASE(dates_in_the_order_of_the_language) {
    const core::Date day = samples::day("2026-01-31");
    BOOST_TEST(document::date(Language::pl, day) == "31.01.2026");
    BOOST_TEST(document::date(Language::hu, day) == nb("2026.~01.~31."));
    BOOST_TEST(document::date(Language::hr, day) == nb("31.~01.~2026."));
    BOOST_TEST(document::date(Language::it, day) == "31/01/2026");
    BOOST_TEST(document::date(Language::de, day) == "31.01.2026");
    BOOST_TEST(document::date(Language::en, day) == nb("31~Jan~2026"));
    BOOST_TEST(document::date(Language::en, samples::day("2028-02-29")) == nb("29~Feb~2028"));
    BOOST_TEST(document::date(Language::en, samples::day("2026-12-01")) == nb("01~Dec~2026"));
}

BOOST_AUTO_TEST_CASE(decimals_have_no_trailing_zeros) {
    BOOST_TEST(document::decimal(Language::pl, {3, 2}) == "1,5");
    BOOST_TEST(document::decimal(Language::en, {3, 2}) == "1.5");
    BOOST_TEST(document::decimal(Language::de, {23, 1}) == "23");
    BOOST_TEST(document::decimal(Language::de, {5, 4}) == "1,25");
    BOOST_TEST(document::decimal(Language::it, {0, 1}) == "0");
}

BOOST_AUTO_TEST_CASE(minutes_as_hours_and_minutes) {
    BOOST_TEST(document::hours_minutes(0) == "0:00");
    BOOST_TEST(document::hours_minutes(1) == "0:01");
    BOOST_TEST(document::hours_minutes(59) == "0:59");
    BOOST_TEST(document::hours_minutes(60) == "1:00");
    BOOST_TEST(document::hours_minutes(95) == "1:35");
    BOOST_TEST(document::hours_minutes(6000) == "100:00");
    BOOST_TEST(document::hours_minutes(-95) == "\u22121:35");
}

BOOST_AUTO_TEST_SUITE_END()
