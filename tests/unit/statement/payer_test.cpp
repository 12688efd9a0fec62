#include "kvit/statement/payer.h"

#include <boost/test/unit_test.hpp>

using kvit::statement::name_key;

BOOST_AUTO_TEST_SUITE(statement_payer)

BOOST_AUTO_TEST_CASE(a_name_is_known_as_banks_write_it) {
    const std::pair<const char*, const char*> same[] = {
        {"Zofia Kowalska-Żółkiewska", "ZOFIA KOWALSKA-ZOLKIEWSKA"},
        {"Verde S.r.l.", "VERDE SRL"},
        {"Verde S.r.l.", "verde s r l"},
        {"Lumen Sp. z o.o.", "LUMEN SP. Z O.O."},
        {"Lumen Sp. z o.o.", "LUMEN SPZOO"},
        {"Lumen Sp. z o.o.", "Lumen sp z oo"},
        {"Adria Travel d.o.o.", "ADRIA TRAVEL DOO"},
        {"Kék Duna Kft.", "KEK DUNA KFT"},
        {"Müller & Söhne GmbH", "MULLER + SOHNE GMBH"},
        {"Čađo obrt", "CADO OBRT"},
        {"Groß KG", "GROSS KG"},
    };
    for (const auto& [one, other] : same) BOOST_TEST(name_key(one) == name_key(other), one);
}

BOOST_AUTO_TEST_CASE(other_names_have_other_keys) {
    BOOST_TEST(name_key("Verde S.r.l.") != name_key("Verdi S.r.l."));
    BOOST_TEST(name_key("Jan Kowalski") != name_key("Jan Kowalska"));
    BOOST_TEST(name_key("") == "");
    BOOST_TEST(name_key(" - ") == "");
    BOOST_TEST(name_key("S.A.") == "SA");  // a name that is a legal form is one all the same
}

BOOST_AUTO_TEST_SUITE_END()
