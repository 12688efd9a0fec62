#include "kvit/statement/payer.h"

#include <boost/test/unit_test.hpp>

using kvit::statement::name_key;
using kvit::statement::same_name;

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
    for (const auto& [one, other] : same)
        BOOST_TEST(same_name(name_key(one), name_key(other)), one);
}

BOOST_AUTO_TEST_CASE(other_names_have_other_keys) {
    const std::pair<const char*, const char*> other[] = {
        {"Verde S.r.l.", "Verdi S.r.l."},
        {"Jan Kowalski", "Jan Kowalska"},
        {"Lumen SA", "Lumen Sp. z o.o."},         // another company
        {"KG Solis d.o.o.", "Solis Sp. z o.o."},  // a form counts at the end only
    };
    for (const auto& [one, two] : other) BOOST_TEST(!same_name(name_key(one), name_key(two)), one);
    BOOST_TEST(same_name(name_key("LUMEN"), name_key("Lumen Sp. z o.o.")));
    BOOST_TEST(name_key("").base == "");
    BOOST_TEST(name_key(" - ").base == "");
    BOOST_TEST(name_key("S.A.").base == "SA");  // a name that is a legal form is one all the same
}

BOOST_AUTO_TEST_SUITE_END()
