// The small closed vocabularies: currencies, countries, languages, ids, and the sentence of a
// refusal.
#include "kvit/core/country.h"
#include "kvit/core/currency.h"
#include "kvit/core/ids.h"
#include "kvit/core/language.h"
#include "kvit/core/result.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace kvit::core;

BOOST_AUTO_TEST_SUITE(core_words)

BOOST_AUTO_TEST_CASE(currencies) {
    BOOST_TEST(Currency::parse("HUF")->minor_digits() == 2);
    BOOST_TEST(Currency::parse("HUF")->invoice_step() == 100);
    BOOST_TEST(Currency::parse("EUR")->invoice_step() == 1);
    BOOST_TEST(Currency::parse("JPY")->minor_digits() == 0);
    for (const char* code : {"", "EU", "eur", "EURO", "QQQ"})
        BOOST_TEST(!Currency::parse(code).has_value(), code);
}

BOOST_AUTO_TEST_CASE(countries) {
    BOOST_TEST(Country::parse("HR")->is_eu());
    BOOST_TEST(!Country::parse("GB")->is_eu());
    BOOST_TEST(to_sentence(Country::parse("pl").error()) ==
               "\"pl\" is not a country code; use two capital letters, like \"PL\".");
}

BOOST_AUTO_TEST_CASE(languages) {
    BOOST_TEST(all_languages().size() == 6u);
    for (const Language language : all_languages()) {
        BOOST_TEST((parse_language(code_of(language)).value() == language));
    }
    BOOST_TEST(parse_language("fr").error().remedy == "use one of pl hu hr it de en");
}

BOOST_AUTO_TEST_CASE(ids) {
    for (const char* text : {"a", "adria-social", "0", "A.b_c-9"})
        BOOST_TEST(parse_id(text, "client id").has_value(), text);
    BOOST_TEST(parse_id(std::string(64, 'x'), "client id").has_value());
    for (const std::string& text :
         {std::string(), std::string(65, 'x'), std::string("-a"), std::string(".."),
          std::string("a/b"), std::string("a b"), std::string("ż"), std::string("a\0b", 3),
          std::string("a'--")}) {
        BOOST_TEST(!parse_id(text, "client id").has_value());
    }
    BOOST_TEST(parse_id("-a", "client id").error().what == "\"-a\" is not a client id");
}

BOOST_AUTO_TEST_CASE(sentences) {
    BOOST_TEST(to_sentence({"a.csv:2", "it is wrong", "mend it"}) ==
               "a.csv:2: it is wrong; mend it.");
    BOOST_TEST(to_sentence({"", "it is wrong", ""}) == "it is wrong.");
}

BOOST_AUTO_TEST_SUITE_END()
