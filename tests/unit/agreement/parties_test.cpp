// [business] and [[client]]: what is accepted, and every sentence of refusal.

#include "agreement/read.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using test::refusal;
using test::with;
using Sentences = std::vector<std::string>;

namespace {

// The refusal of the business (or client) with one line changed.
std::string business(const std::string& key, const std::string& line) {
    return refusal(with(test::business, key, line));
}
std::string client(const std::string& key, const std::string& line) {
    return refusal(with(test::client, key, line));
}

contract::Business good_business(const std::string& key, const std::string& line) {
    return test::read(with(test::business, key, line)).value().business.value().value;
}
contract::Client good_client(const std::string& key, const std::string& line) {
    return test::read(with(test::client, key, line)).value().clients.at(0).value;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_parties)

BOOST_AUTO_TEST_CASE(the_base_files_are_accepted) {
    BOOST_TEST(refusal(test::business) == "accepted");
    BOOST_TEST(refusal(test::client) == "accepted");
    BOOST_TEST(refusal(test::business + test::client) == "accepted");
}

BOOST_AUTO_TEST_CASE(optional_keys) {
    BOOST_TEST(good_business("phone", "phone = \"+48 12\"").phone == "+48 12");
    BOOST_TEST(good_business("phone", "phone = \"\"").phone.empty());
    BOOST_TEST(good_business("logo", "logo = \"logo.png\"").logo == "logo.png");
    BOOST_TEST(good_business("booking_url", "booking_url = \"https://a.example/b\"").booking_url ==
               "https://a.example/b");
    BOOST_TEST((good_business("numbering", "").numbering == contract::Numbering{}));
    const auto exempt =
        with(with(test::business, "vat", "vat = { registered = false, exemption = \"art. 113\" }"),
             "tax_id", "");
    const auto business = test::read(exempt).value().business.value().value;
    BOOST_TEST((business.vat == contract::VatStatus{false, "art. 113"}));
    BOOST_TEST(business.tax_id.empty());
    BOOST_TEST(good_client("tax_id", "tax_id = \"HR 69435151530\"").tax_id == "69435151530");
    BOOST_TEST(
        (good_client("kind", "kind = \"public\"").kind == contract::ClientKind::public_body));
    BOOST_TEST(good_client("address", "address = { street = \"a\", city = \"b\" }")
                   .address.postcode.empty());
    BOOST_TEST(good_client("name", "name = \"  A  \"").name == "A");
    BOOST_TEST(good_client("name", "name = \"" + std::string(200, 'x') + "\"").name.size() == 200);
}

BOOST_AUTO_TEST_CASE(missing_keys_of_the_business) {
    const struct {
        std::string key, example;
    } rows[] = {
        {"id", "\"studio-ada\""},
        {"name", "\"…\""},
        {"country", "\"PL\""},
        {"address", "{ street = \"…\", city = \"…\", postcode = \"…\" }"},
        {"email", "\"office@example.com\""},
        {"language", "\"pl\""},
        {"timezone", "\"Europe/Warsaw\""},
        {"currency", "\"PLN\""},
        {"vat", "{ registered = true }"},
    };
    for (const auto& row : rows)
        BOOST_TEST(business(row.key, "") == "a.toml:1:1, key business." + row.key +
                                                ": is missing; write " + row.key + " = " +
                                                row.example + ".");
    BOOST_TEST(
        business("tax_id", "") ==
        "a.toml:1:1, key business.tax_id: is missing, and the business is registered for VAT; "
        "write its tax number.");
}

BOOST_AUTO_TEST_CASE(missing_keys_of_a_client) {
    const struct {
        std::string key, example;
    } rows[] = {
        {"id", "\"adria\""},
        {"name", "\"…\""},
        {"country", "\"PL\""},
        {"kind", "\"business\", \"consumer\" or \"public\""},
        {"language", "\"hr\""},
        {"email", "\"office@example.com\""},
        {"address", "{ street = \"…\", city = \"…\", postcode = \"…\" }"},
    };
    for (const auto& row : rows)
        BOOST_TEST(client(row.key, "") == "a.toml:1:1, key client." + row.key +
                                              ": is missing; write " + row.key + " = " +
                                              row.example + ".");
}

BOOST_AUTO_TEST_CASE(text) {
    BOOST_TEST(client("name", "name = \"\"") ==
               "a.toml:3:1, key client.name: the text is empty; write at least one letter.");
    BOOST_TEST(client("name", "name = \"" + std::string(201, 'x') + "\"") ==
               "a.toml:3:1, key client.name: the text has 201 letters; write at most 200.");
    BOOST_TEST(
        client("name", "name = \"a\\nb\"") ==
        "a.toml:3:1, key client.name: the text has a control character (U+000A); remove it.");
    BOOST_TEST(
        client("name", "name = \"a\\u0000\"") ==
        "a.toml:3:1, key client.name: the text has a control character (U+0000); remove it.");
    const struct {
        std::string value, kind;
    } rows[] = {
        {"1", "a whole number"},   {"1.5", "a number with a point"},
        {"true", "true or false"}, {"2026-01-01", "a date"},
        {"09:30:00", "a time"},    {"2026-01-01T09:30:00", "a date with a time"},
        {"[\"a\"]", "a list"},     {"{ a = 1 }", "a table"},
    };
    for (const auto& row : rows)
        BOOST_TEST(client("name", "name = " + row.value) == "a.toml:3:1, key client.name: is " +
                                                                row.kind +
                                                                ", not text; write it in double "
                                                                "quotes.");
}

BOOST_AUTO_TEST_CASE(checked_values) {
    BOOST_TEST(
        client("id", "id = \"a b\"") ==
        "a.toml:2:1, key client.id: \"a b\" is not a client id; use 1 to 64 of a-z A-Z 0-9 . _ - "
        "and begin with a letter or digit.");
    BOOST_TEST(
        business("id", "id = \"-a\"") ==
        "a.toml:2:1, key business.id: \"-a\" is not a business id; use 1 to 64 of a-z A-Z 0-9 . _ "
        "- and begin with a letter or digit.");
    BOOST_TEST(client("country", "country = \"Croatia\"") ==
               "a.toml:4:1, key client.country: \"Croatia\" is not a country code; use two capital "
               "letters, like \"PL\".");
    BOOST_TEST(client("kind", "kind = \"person\"") ==
               "a.toml:5:1, key client.kind: \"person\" is not accepted; write one of business, "
               "consumer, public.");
    BOOST_TEST(
        client("email", "email = \"a@b.example, c@d.example\"") ==
        "a.toml:7:1, key client.email: \"a@b.example, c@d.example\" is not an e-mail address; "
        "write one address, like \"office@example.com\".");
    BOOST_TEST(
        client("tax_id", "tax_id = \"69435151531\"") ==
        "a.toml:9:1, key client.tax_id: \"69435151531\" is not an OIB: its form or check digit "
        "does not fit; write 11 digits, like \"69435151530\", with or without HR before it.");
    BOOST_TEST(business("currency", "currency = \"ZŁ\"")
                   .starts_with("a.toml:10:1, key business.currency: \"ZŁ\" is not a currency kvit "
                                "knows; use one of AUD "));
    BOOST_TEST(business("language", "language = \"fr\"")
                   .starts_with("a.toml:8:1, key business.language: \"fr\" "));
    BOOST_TEST(
        business("timezone", "timezone = \"Europe/Cracow\"") ==
        "a.toml:9:1, key business.timezone: \"Europe/Cracow\" is not a time zone; write it like "
        "\"Europe/Warsaw\".");
    BOOST_TEST(
        business("booking_url", "booking_url = \"javascript:alert(1)\"") ==
        "a.toml:12:1, key business.booking_url: \"javascript:alert(1)\" is not a web address; "
        "write it like \"https://example.com/termin\".");
    BOOST_TEST(
        business("vat", "vat = { registered = \"yes\" }") ==
        "a.toml:11:9, key business.vat.registered: is text, not true or false; write true or "
        "false, without quotes.");
}

// A country that cannot be read says nothing about the form of the tax number.
BOOST_AUTO_TEST_CASE(a_tax_number_is_judged_by_a_known_country_only) {
    BOOST_TEST(
        refusal(with(with(test::client, "country", "country = \"hr\""), "tax_id",
                     "tax_id = \"123\"")) ==
        "a.toml:4:1, key client.country: \"hr\" is not a country code; use two capital letters, "
        "like \"PL\".");
}

BOOST_AUTO_TEST_CASE(vat_status) {
    BOOST_TEST(business("vat", "vat = { registered = false }") == "accepted");
    BOOST_TEST(
        business("vat", "vat = { registered = true, exemption = \"art. 113\" }") ==
        "a.toml:11:28, key business.vat.exemption: has no place where the business is registered "
        "for VAT; leave it out.");
    BOOST_TEST(business("vat", "vat = { }") ==
               "a.toml:11:7, key business.vat.registered: is missing; write registered = true.");
    BOOST_TEST(business("vat", "vat = true") ==
               "a.toml:11:1, key business.vat: is true or false, not a table; write vat = { … }.");
}

BOOST_AUTO_TEST_CASE(addresses) {
    BOOST_TEST(
        test::refusals(with(test::client, "address", "address = { street = 7, town = \"x\" }")) ==
            (Sentences{"a.toml:8:11, key client.address.city: is missing; write city = \"…\".",
                       "a.toml:8:13, key client.address.street: is a whole number, not text; write "
                       "it in double quotes.",
                       "a.toml:8:25, key client.address.town: is not known here; the keys are "
                       "street, city, postcode."}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(accounts) {
    const auto with_accounts = [](const std::string& text) {
        return refusal(test::business + text);
    };
    const std::string account = "[[business.account]]\ncurrency = \"EUR\"\n";
    BOOST_TEST(with_accounts(account + "iban = \"PL34109010140000071219812875\"\n") == "accepted");
    BOOST_TEST(
        with_accounts(account + "iban = \"PL34109010140000071219812876\"\n") ==
        "a.toml:14:1, key business.account.iban: \"PL34109010140000071219812876\" is not an IBAN: "
        "its check digits do not fit; copy it from the bank's own papers.");
    BOOST_TEST(with_accounts(account) ==
               "a.toml:12:1, key business.account.iban: is missing; write iban = \"PL61 1090 …\".");
    BOOST_TEST(
        with_accounts(account + "iban = \"PL34109010140000071219812875\"\nbic = \"WBK\"\n") ==
        "a.toml:15:1, key business.account.bic: \"WBK\" is not a BIC; write its 8 or 11 letters "
        "and digits, like \"WBKPPLPP\".");
    BOOST_TEST(with_accounts(account + "iban = \"PL34109010140000071219812875\"\n" + account +
                             "iban = \"PL61109010140000071219812874\"\n") ==
               "a.toml:16:1, key business.account.currency: EUR has an account already; name one "
               "account for each currency.");
    BOOST_TEST(business("account", "account = [ \"PL34109010140000071219812875\" ]") ==
               "a.toml:12:13, key business.account: holds text, not a table; write "
               "[[business.account]].");
    BOOST_TEST(business("account", "account = \"PL34109010140000071219812875\"") ==
               "a.toml:12:1, key business.account: is text, not a list of tables; write "
               "[[business.account]].");
}

BOOST_AUTO_TEST_CASE(numbering) {
    const auto numbered = [](const std::string& lines) {
        return refusal(test::business + "[business.numbering]\n" + lines);
    };
    BOOST_TEST(numbered("invoice = \"FV/{n}\"\n") == "accepted");
    BOOST_TEST(
        numbered("invoice = \"FV/{yyyy}/{n:3}\"\ncredit_note = \"FV/{yyyy}/{n}\"\n") ==
        "a.toml:14:1, key business.numbering.credit_note: gives the same numbers as invoice; tell "
        "the two apart, for example by letters at the front.");
    BOOST_TEST(numbered("invoice = \"{n}-{premises}-{device}\"\npremises = \"P1\"\ndevice = "
                        "\"2\"\n") == "accepted");
    BOOST_TEST(
        numbered("invoice = \"{n}-{premises}-{device}\"\npremises = \"P1\"\n") ==
        "a.toml:13:1, key business.numbering.invoice: \"{n}-P1-{device}\" names {device} and none "
        "is given; write device = \"1\" beside it.");
    for (const std::string bad : {"P 1", "P-1", "ž", "123456789012345678901"})
        BOOST_TEST(numbered("premises = \"" + bad + "\"\n") ==
                   "a.toml:13:1, key business.numbering.premises: \"" + bad +
                       "\" cannot stand in a number; write 1 to 20 letters a-z, A-Z and digits.");
    BOOST_TEST(numbered("invoice = \"FV/{yyyy}\"\n")
                   .starts_with("a.toml:13:1, key business.numbering.invoice: "));
    BOOST_TEST(
        numbered("invoices = \"FV/{n}\"\n") ==
        "a.toml:13:1, key business.numbering.invoices: is not known here; did you mean invoice?");
}

BOOST_AUTO_TEST_SUITE_END()
