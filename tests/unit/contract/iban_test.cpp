#include "kvit/contract/iban.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace kvit;

BOOST_AUTO_TEST_SUITE(contract_iban)

BOOST_AUTO_TEST_CASE(accepts_and_normalizes) {
    const struct {
        std::string written, stored;
    } rows[] = {
        {"PL61109010140000071219812874", "PL61109010140000071219812874"},
        {"PL61 1090 1014 0000 0712 1981 2874", "PL61109010140000071219812874"},
        {"pl61109010140000071219812874", "PL61109010140000071219812874"},
        {"DE89370400440532013000", "DE89370400440532013000"},
        {"HR1210010051863000160", "HR1210010051863000160"},
        {"HU42117730161111101800000000", "HU42117730161111101800000000"},
        {"IT60X0542811101000000123456", "IT60X0542811101000000123456"},
        {"AT611904300234573201", "AT611904300234573201"},
        {"NO9386011117947", "NO9386011117947"},                                  // the shortest
        {"MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S"},  // 31 characters
    };
    for (const auto& row : rows) {
        const auto iban = contract::normalized_iban(row.written);
        BOOST_TEST_REQUIRE(iban.has_value(), row.written);
        BOOST_TEST(*iban == row.stored);
    }
}

BOOST_AUTO_TEST_CASE(refuses_and_says_why) {
    const struct {
        std::string written, why;
    } rows[] = {
        {"", "it does not start with a country that has IBANs"},
        {"P", "it does not start with a country that has IBANs"},
        {"US61109010140000071219812874", "it does not start with a country that has IBANs"},
        {"6110901014000007121981287400", "it does not start with a country that has IBANs"},
        {"PL6110901014000007121981287", "it has 27 characters, in PL there are 28"},
        {"PL611090101400000712198128740", "it has 29 characters, in PL there are 28"},
        {"PL61-1090-1014-0000-0712-1981-2874", "it has characters other than letters and digits"},
        {"PL6110901014000007121981287Ł", "it has characters other than letters and digits"},
        {"PL62109010140000071219812874", "its check digits do not fit"},
        {"PL61109010140000071219812784", "its check digits do not fit"},  // two digits swapped
        {"PLA1109010140000071219812874", "its check digits do not fit"},
    };
    for (const auto& row : rows) {
        const auto iban = contract::normalized_iban(row.written);
        BOOST_TEST_REQUIRE(!iban.has_value(), row.written);
        BOOST_TEST(core::to_sentence(iban.error()) == "\"" + row.written +
                                                          "\" is not an IBAN: " + row.why +
                                                          "; copy it from the bank's own papers.");
    }
}

// Every single wrong digit and every swap of different neighbours is caught: what MOD 97-10 is for.
BOOST_AUTO_TEST_CASE(catches_every_wrong_digit_and_swap) {
    const std::string good = "PL61109010140000071219812874";
    for (std::size_t i = 2; i < good.size(); ++i) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string bad = good;
            bad[i] = digit;
            BOOST_TEST(contract::normalized_iban(bad).has_value() == (bad == good), bad);
        }
        std::string swapped = good;
        if (i + 1 < good.size()) std::swap(swapped[i], swapped[i + 1]);
        BOOST_TEST(contract::normalized_iban(swapped).has_value() == (swapped == good), swapped);
    }
}

BOOST_AUTO_TEST_CASE(bic) {
    BOOST_TEST(contract::normalized_bic("WBKPPLPP").value() == "WBKPPLPP");
    BOOST_TEST(contract::normalized_bic("wbkpplpp xxx").value() == "WBKPPLPPXXX");
    BOOST_TEST(contract::normalized_bic("A1B2PL2A").value() == "A1B2PL2A");
    for (const std::string bad :
         {"", "WBKPPLP", "WBKPPLPPX", "WBKPPLPPXXXX", "WBKP1LPP", "WBKP-LPP"})
        BOOST_TEST(core::to_sentence(contract::normalized_bic(bad).error()) ==
                   "\"" + bad +
                       "\" is not a BIC; write its 8 or 11 letters and digits, like "
                       "\"WBKPPLPP\".");
}

BOOST_AUTO_TEST_SUITE_END()
