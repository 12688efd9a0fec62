// The file as a whole: form, order of refusals, ids, bounds, size.

#include "agreement/read.h"

#include <boost/test/unit_test.hpp>

#include <ctime>

using namespace kvit;
using namespace std::string_view_literals;
using test::refusal;
using Sentences = std::vector<std::string>;

namespace {

std::string many_clients(int count) {
    std::string text = test::business;
    for (int i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        text += "[[client]]\nid = \"c" + n + "\"\nname = \"Client " + n +
                "\"\ncountry = \"PL\"\nkind = \"business\"\nlanguage = \"pl\"\nemail = \"c" + n +
                "@example.com\"\naddress = { street = \"a " + n +
                "\", city = \"b\" }\n"
                "[[contract]]\nid = \"k" +
                n + "\"\nclient = \"c" + n +
                "\"\ntitle = \"t\"\ncurrency = \"PLN\"\nfrom = 2026-01-01\ncycle = \"monthly\"\n"
                "terms = { days = 14 }\nfixed = [ { title = \"f\", amount = \"350.00\" } ]\n";
    }
    return text;
}

double seconds_to_read(const std::string& text) {
    const std::clock_t start = std::clock();
    BOOST_TEST_REQUIRE(test::read(text).has_value());
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_file)

BOOST_AUTO_TEST_CASE(accepts_any_part_alone) {
    const auto nothing = test::read("# only a comment\n").value();
    BOOST_TEST(!nothing.business.has_value());
    BOOST_TEST((nothing.clients.empty() && nothing.contracts.empty() && nothing.policies.empty()));
    const auto all =
        test::read(test::client + test::contract + test::policy + test::business).value();
    BOOST_TEST(all.business.value().where == "a.toml:36");
    BOOST_TEST(all.clients.at(0).where == "a.toml:1");
    BOOST_TEST(all.contracts.at(0).where == "a.toml:9");
    BOOST_TEST(all.policies.at(0).where == "a.toml:19");
    BOOST_TEST(test::refusal("\xEF\xBB\xBF" + test::client) == "accepted");
    std::string windows = test::client;
    for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2)
        windows.insert(at, "\r");
    BOOST_TEST(test::refusal(windows) == "accepted");
}

BOOST_AUTO_TEST_CASE(unknown_keys) {
    BOOST_TEST(refusal("[bussiness]\n") ==
               "a.toml:1:2, key bussiness: is not known here; did you mean business?");
    BOOST_TEST(refusal("vat = true\n") ==
               "a.toml:1:1, key vat: is not known here; the keys are business, client, contract, "
               "policy.");
    BOOST_TEST(
        refusal(test::client + "discount = \"5\"\n") ==
        "a.toml:9:1, key client.discount: is not known here; the keys are id, name, country, "
        "kind, tax_id, language, email, address, virtual_account.");
    BOOST_TEST(refusal(test::client + "e-mail = \"a@b.c\"\n") ==
               "a.toml:9:1, key client.e-mail: is not known here; did you mean email?");
}

BOOST_AUTO_TEST_CASE(one_table_or_a_list) {
    BOOST_TEST(refusal("[client]\nid = \"a\"\n") ==
               "a.toml:1:2, key client: is a table, not a list of tables; write [[client]].");
    BOOST_TEST(refusal("[[business]]\nid = \"a\"\n") ==
               "a.toml:1:3, key business: is a list, not a table; write [business].");
    BOOST_TEST(refusal("client = [ 1 ]\n") ==
               "a.toml:1:12, key client: holds a whole number, not a table; write [[client]].");
}

BOOST_AUTO_TEST_CASE(ids_are_unique_in_the_file) {
    BOOST_TEST(
        refusal(test::client + test::client) ==
        "a.toml:10:1, key client.id: \"adria\" is also the client id of a.toml:1; give every "
        "client id of its own.");
    BOOST_TEST(
        refusal(test::contract + test::contract) ==
        "a.toml:12:1, key contract.id: \"adria-social\" is also the contract id of a.toml:1; give "
        "every contract id of its own.");
    BOOST_TEST(
        refusal(test::policy + test::policy) ==
        "a.toml:19:1, key policy.id: \"patient\" is also the policy id of a.toml:1; give every "
        "policy id of its own.");
}

BOOST_AUTO_TEST_CASE(every_mistake_is_listed_in_the_order_of_the_file) {
    const auto found = test::refusals(
        "[[contract]]\nid = \"k\"\nclient = \"c\"\ntitle = \"t\"\ncurrency = \"EUR\"\nlaw = "
        "\"PL\"\n"
        "from = 2026-01-01\ncycle = \"daily\"\nterms = { dayz = 14 }\n"
        "rate = [ { service = \"s\", hourly = 40 } ]\n"
        "[[client]]\nname = \"N\"\ncountry = \"PL\"\nkind = \"business\"\nlanguage = \"pl\"\n"
        "email = \"x\"\naddress = { street = \"a\", city = \"b\" }\n");
    BOOST_TEST(
        found ==
            (Sentences{
                "a.toml:8:1, key contract.cycle: \"daily\" is not accepted; write one of weekly, "
                "monthly, quarterly, yearly, once.",
                "a.toml:9:9, key contract.terms: names neither days nor day_of_month; write { days "
                "= 14 "
                "}, { days = 30, end_of_month = true } or { day_of_month = 1 }.",
                "a.toml:9:11, key contract.terms.dayz: is not known here; did you mean days?",
                "a.toml:10:27, key contract.rate.hourly: is a whole number, not text; amounts and "
                "quantities stand in quotes, like \"2400.00\".",
                "a.toml:11:1, key client.id: is missing; write id = \"adria\".",
                "a.toml:16:1, key client.email: \"x\" is not an e-mail address; write one address, "
                "like "
                "\"office@example.com\"."}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_not_toml) {
    const std::string remedy = "); correct this place; the form is explained at https://toml.io.";
    BOOST_TEST(
        refusal("[business]\nname = \"Ada\n") ==
        "a.toml:2:12: the file is not TOML here (string: unescaped control characters other than "
        "TAB (U+0009) are explicitly prohibited" +
            remedy);
    BOOST_TEST(
        refusal("[business]\nname = \"a\"\nname = \"b\"\n") ==
        "a.toml:3:8: the file is not TOML here (key-value pair: cannot redefine existing string "
        "'name'" +
            remedy);
    for (const std::string_view bad :
         {"[business"sv, "a = "sv, "a = 2026-02-30"sv, "a = \"\xFF\""sv, "a = \"\0\""sv,
          "a = 99999999999999999999"sv, "a = \"\\uD800\""sv})
        BOOST_TEST(refusal(bad).starts_with("a.toml:1:"), bad);
}

// Brackets without end are refused, not followed down to the end of the stack.
BOOST_AUTO_TEST_CASE(deep_nesting_is_refused) {
    const auto found = test::refusals("a = " + std::string(100'000, '['));
    BOOST_TEST_REQUIRE(found.size() == 1);
    BOOST_TEST(found[0].starts_with("a.toml:1:"));
}

BOOST_AUTO_TEST_CASE(bounds) {
    const std::size_t max = std::size_t{64} << 20;
    std::string text = "#" + std::string(max - 2, 'x') + "\n";
    BOOST_TEST(text.size() == max);
    BOOST_TEST(refusal(text) == "accepted");
    text += "\n";
    BOOST_TEST(refusal(text) ==
               "a.toml: the file is larger than 64 MiB; split it into several files.");
}

// Ten times the clients cost about ten times the time; a quadratic reader would need a hundred.
BOOST_AUTO_TEST_CASE(time_grows_with_the_file) {
    const std::string small = many_clients(1'000), large = many_clients(10'000);
    seconds_to_read(small);  // warm up
    const double one = seconds_to_read(small), ten = seconds_to_read(large);
    BOOST_TEST_MESSAGE("1,000 clients: " << one << " s, 10,000: " << ten << " s");
    BOOST_TEST(ten < 40 * one);
}

BOOST_AUTO_TEST_SUITE_END()
