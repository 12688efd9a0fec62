#include "kvit/contract/tax_id.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace kvit;

namespace {

core::Result<std::string> normalized(std::string_view country, std::string_view text) {
    return contract::normalized_tax_id(core::Country::parse(country).value(), text);
}

std::string refusal(std::string_view country, std::string_view text) {
    const auto id = normalized(country, text);
    return id ? "accepted as " + *id : core::to_sentence(id.error());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(contract_tax_id)

BOOST_AUTO_TEST_CASE(accepts_with_and_without_prefix) {
    const struct {
        std::string_view country, written, stored;
    } rows[] = {
        {"PL", "6772310459", "6772310459"},
        {"PL", "PL6772310459", "6772310459"},
        {"PL", "pl 677-231-04-59", "6772310459"},
        {"PL", "5272814305", "5272814305"},
        {"HR", "69435151530", "69435151530"},
        {"HR", "HR69435151530", "69435151530"},
        {"HU", "13456724-2-07", "13456724-2-07"},
        {"HU", "13456724207", "13456724-2-07"},
        {"HU", "13456724", "13456724"},
        {"HU", "HU13456724", "13456724"},
        {"HU", "12345676-1-42", "12345676-1-42"},
        {"IT", "07643520567", "07643520567"},
        {"IT", "IT07643520567", "07643520567"},
        {"IT", "RCCMNL83S18D969H", "RCCMNL83S18D969H"},
        {"IT", "rccmnl83s18d969h", "RCCMNL83S18D969H"},
        {"IT", "ITRCCMNL83S18D969H", "RCCMNL83S18D969H"},
        {"DE", "DE136695976", "136695976"},
        {"DE", "136695976", "136695976"},
        {"AT", "ATU13585627", "U13585627"},
        {"AT", "U13585627", "U13585627"},
        {"AT", "AT U 1358 5627", "U13585627"},
    };
    for (const auto& row : rows) {
        const auto id = normalized(row.country, row.written);
        BOOST_TEST_REQUIRE(id.has_value(), row.written);
        BOOST_TEST(*id == row.stored);
    }
}

// Letters may stand for digits where two people would have the same code.
BOOST_AUTO_TEST_CASE(codice_fiscale_with_replaced_digits) {
    BOOST_TEST(normalized("IT", "MRTMTT91D08F205J").value() == "MRTMTT91D08F205J");
    BOOST_TEST(normalized("IT", "MRTMTT91D08F20RV").has_value() == false);
    BOOST_TEST(normalized("IT", "MRTMTT91D08F20RE").value() == "MRTMTT91D08F20RE");
}

BOOST_AUTO_TEST_CASE(every_refusal_says_what_is_accepted) {
    BOOST_TEST(
        refusal("PL", "6772310458") ==
        "\"6772310458\" is not a NIP: its form or check digit does not fit; write 10 digits, "
        "like \"677-231-04-59\", with or without PL before it.");
    BOOST_TEST(
        refusal("HR", "69435151531") ==
        "\"69435151531\" is not an OIB: its form or check digit does not fit; write 11 digits, "
        "like \"69435151530\", with or without HR before it.");
    BOOST_TEST(
        refusal("HU", "12345678-1-42") ==
        "\"12345678-1-42\" is not an adószám: its form or check digit does not fit; write 8 or "
        "11 digits, like \"13456724-2-07\" or \"HU13456724\", with or without HU before it.");
    BOOST_TEST(
        refusal("IT", "07643520568") ==
        "\"07643520568\" is not a partita IVA or codice fiscale: its form or check digit does "
        "not fit; write 11 digits, like \"00743110157\", or 16 letters and digits, like "
        "\"RCCMNL83S18D969H\", with or without IT before it.");
    BOOST_TEST(refusal("DE", "DE136695977") ==
               "\"DE136695977\" is not a USt-IdNr: its form or check digit does not fit; write 9 "
               "digits, like \"DE136695976\", with or without DE before it.");
    BOOST_TEST(refusal("AT", "ATU13585626") ==
               "\"ATU13585626\" is not a UID: its form or check digit does not fit; write U and 8 "
               "digits, like \"ATU13585627\", with or without AT before it.");
}

BOOST_AUTO_TEST_CASE(refuses_wrong_forms) {
    const struct {
        std::string_view country, written;
    } rows[] = {
        {"PL", ""},
        {"PL", "PL"},
        {"PL", "677231045"},
        {"PL", "67723104590"},
        {"PL", "677231045A"},
        {"PL", "0000000000"},
        {"PL", "DE6772310459"},
        {"HR", "6943515153"},
        {"HR", "694351515300"},
        {"HU", "1345672"},
        {"HU", "134567240"},
        {"HU", "00000000"},
        {"HU", "13456724-0-07"},  // no such VAT code
        {"HU", "13456724-6-07"},
        {"HU", "13456724-2-0A"},
        {"IT", "0764352056"},
        {"IT", "00000000000"},
        {"IT", "RCCMNL83S18D969I"},  // check letter
        {"IT", "RCCMNL83Z18D969H"},  // no such month
        {"IT", "1CCMNL83S18D969H"},
        {"DE", "036695976"},
        {"DE", "12/345/67890"},
        {"AT", "13585627"},  // without its U
        {"AT", "U1358562"},
        {"AT", "U135856270"},
        {"AT", "AT"},
    };
    for (const auto& row : rows) BOOST_TEST(!normalized(row.country, row.written), row.written);
}

// Each form's check digit catches every single wrong digit.
BOOST_AUTO_TEST_CASE(catches_every_wrong_digit) {
    const struct {
        std::string_view country;
        std::string good;
        std::size_t digits_from, digits_until;
    } rows[] = {{"PL", "6772310459", 0, 10},   {"HR", "69435151530", 0, 11},
                {"HU", "13456724-2-07", 0, 8}, {"IT", "07643520567", 0, 11},
                {"DE", "136695976", 0, 9},     {"AT", "U13585627", 1, 9}};
    for (const auto& row : rows)
        for (std::size_t i = row.digits_from; i < row.digits_until; ++i)
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string id = row.good;
                id[i] = digit;
                BOOST_TEST(normalized(row.country, id).has_value() == (id == row.good), id);
            }
}

BOOST_AUTO_TEST_CASE(other_countries_are_text) {
    const struct {
        std::string_view country, written, stored;
    } rows[] = {
        {"FR", "FR40303265045", "40303265045"},
        {"FR", "40 303 265 045", "40303265045"},
        {"GR", "EL094259216", "094259216"},
        {"GR", "GR094259216", "GR094259216"},                   // Greece writes EL
        {"CH", "CHE-123.456.788 MWST", "CHE-123.456.788MWST"},  // no prefix there
        {"GB", "GB999999973", "GB999999973"},
        {"US", "12-3456789", "12-3456789"},
        {"NL", "NL", "NL"},
        {"CZ", "123456789012345678901234567890", "123456789012345678901234567890"},
    };
    for (const auto& row : rows) {
        const auto id = normalized(row.country, row.written);
        BOOST_TEST_REQUIRE(id.has_value(), row.written);
        BOOST_TEST(*id == row.stored);
    }
    for (const std::string bad : {"", "  ", "1234567890123456789012345678901", "12\"34", "12;34"})
        BOOST_TEST(refusal("FR", bad) ==
                   "\"" + bad +
                       "\" is not a tax number; use at most 30 letters, digits and . - / + & *.");
}

BOOST_AUTO_TEST_SUITE_END()
