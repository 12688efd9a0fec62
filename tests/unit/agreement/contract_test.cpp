// [[contract]] and [[contract.amend]]: what is accepted, and every sentence of refusal.

#include "agreement/read.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using test::refusal;
using test::with;
using Sentences = std::vector<std::string>;

namespace {

std::string said(const std::string& key, const std::string& line) {
    return refusal(with(test::contract, key, line));
}
contract::Contract good(const std::string& text) {
    return test::read(text).value().contracts.at(0).value;
}
contract::Contract good(const std::string& key, const std::string& line) {
    return good(with(test::contract, key, line));
}

std::string amended(const std::string& lines) {
    return test::contract + "[[contract.amend]]\n" + lines;
}

core::Money eur(std::string_view amount) {
    return core::parse_money(amount, core::Currency::parse("EUR").value()).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_contract)

BOOST_AUTO_TEST_CASE(defaults) {
    const contract::Contract contract = good(test::contract);
    BOOST_TEST(contract.billing_day == 1);
    BOOST_TEST(!contract.until.has_value());
    const contract::Terms& terms = contract.versions.at(0).terms;
    BOOST_TEST((terms.billed == contract::Billed::arrears));
    BOOST_TEST(terms.policy.str() == "standard");
    BOOST_TEST(terms.suspension_clause.empty());
    BOOST_TEST(terms.scope.empty());
    BOOST_TEST((terms.out_of_scope == contract::OutOfScope::quote));
    BOOST_TEST((terms.paused_days == contract::PausedDays::prorate));
    BOOST_TEST(terms.channel.empty());
    BOOST_TEST(!terms.vat.has_value());
    BOOST_TEST(contract.versions.at(0).note.empty());
}

BOOST_AUTO_TEST_CASE(missing_keys) {
    const struct {
        std::string key, example;
    } rows[] = {{"id", "\"adria-social\""}, {"client", "\"adria\""}, {"title", "\"…\""},
                {"currency", "\"EUR\""},    {"from", "2026-01-01"},  {"cycle", "\"monthly\""},
                {"terms", "{ days = 14 }"}};
    for (const auto& row : rows)
        BOOST_TEST(said(row.key, "") == "a.toml:1:1, key contract." + row.key +
                                            ": is missing; write " + row.key + " = " + row.example +
                                            ".");
}

// Without [business] in the file the law is left to the use case, and listed.
BOOST_AUTO_TEST_CASE(law) {
    const auto alone = test::read(with(test::contract, "law", "")).value();
    BOOST_TEST_REQUIRE(alone.law_from_business.size() == 1);
    BOOST_TEST(alone.law_from_business[0].str() == "adria-social");
    BOOST_TEST(test::read(test::contract).value().law_from_business.empty());
    const auto both =
        test::read(test::business + with(test::contract, "law", "law = \"HR\"")).value();
    BOOST_TEST(both.contracts.at(0).value.law.code() == "HR");
    const auto inherited = test::read(test::business + with(test::contract, "law", "")).value();
    BOOST_TEST(inherited.contracts.at(0).value.law.code() == "PL");
    BOOST_TEST(inherited.law_from_business.empty());
}

BOOST_AUTO_TEST_CASE(cycles_and_days) {
    const struct {
        std::string name;
        contract::CyclePeriod cycle;
        int last_day;
    } rows[] = {{"weekly", contract::CyclePeriod::weekly, 7},
                {"monthly", contract::CyclePeriod::monthly, 31},
                {"quarterly", contract::CyclePeriod::quarterly, 31},
                {"yearly", contract::CyclePeriod::yearly, 31}};
    for (const auto& row : rows) {
        const std::string text = with(test::contract, "cycle", "cycle = \"" + row.name + "\"");
        for (const int day : {1, row.last_day}) {
            const auto contract =
                good(with(text, "billing_day", "billing_day = " + std::to_string(day)));
            BOOST_TEST((contract.cycle == row.cycle));
            BOOST_TEST(contract.billing_day == day);
        }
        for (const int day : {-1, 0, row.last_day + 1})
            BOOST_TEST(refusal(with(text, "billing_day", "billing_day = " + std::to_string(day))) ==
                       "a.toml:11:1, key contract.billing_day: " + std::to_string(day) +
                           " is out of range; write 1 to " + std::to_string(row.last_day) + ".");
    }
    BOOST_TEST(said("cycle", "cycle = \"montly\"") ==
               "a.toml:8:1, key contract.cycle: \"montly\" is not accepted; write one of weekly, "
               "monthly, quarterly, yearly, once.");
    BOOST_TEST(said("billing_day", "billing_day = \"1\"") ==
               "a.toml:11:1, key contract.billing_day: is text, not a whole number; write 1 to 31, "
               "without quotes.");
}

BOOST_AUTO_TEST_CASE(billed_once) {
    const std::string once = with(test::contract, "cycle", "cycle = \"once\"");
    BOOST_TEST(
        refusal(once) ==
        "a.toml:1:1, key contract.until: is missing: what is billed once in arrears is billed at "
        "its end; write until = 2026-12-31, or billed = \"advance\".");
    BOOST_TEST(
        (good(with(once, "until", "until = 2026-12-31")).cycle == contract::CyclePeriod::once));
    BOOST_TEST(!good(with(once, "billed", "billed = \"advance\"")).until.has_value());
    BOOST_TEST(
        refusal(
            with(with(once, "until", "until = 2026-12-31"), "billing_day", "billing_day = 1")) ==
        "a.toml:12:1, key contract.billing_day: has no meaning for a contract billed once; leave "
        "it out.");
}

BOOST_AUTO_TEST_CASE(dates) {
    BOOST_TEST(core::to_iso(good("until", "until = 2026-01-02").until.value()) == "2026-01-02");
    const std::string remedy = "; write the first day after the contract.";
    BOOST_TEST(said("until", "until = 2026-01-01") ==
               "a.toml:11:1, key contract.until: is not later than from" + remedy);
    BOOST_TEST(said("until", "until = 2025-12-31") ==
               "a.toml:11:1, key contract.until: is not later than from" + remedy);
    BOOST_TEST(said("from", "from = \"2026-01-01\"") ==
               "a.toml:7:1, key contract.from: is text, not a date; write it without quotes, like "
               "2026-01-31.");
    BOOST_TEST(said("from", "from = 2026-01-01T00:00:00") ==
               "a.toml:7:1, key contract.from: is a date with a time, not a date; write it without "
               "quotes, like 2026-01-31.");
    BOOST_TEST(said("from", "from = 1899-12-31") ==
               "a.toml:7:1, key contract.from: \"1899-12-31\" is not a date; write it as "
               "year-month-day, like 2026-01-31.");
}

BOOST_AUTO_TEST_CASE(ids) {
    BOOST_TEST(said("id", "id = \"\"") ==
               "a.toml:2:1, key contract.id: the text is empty; write at least one letter.");
    BOOST_TEST(said("id", "id = \"a/b\"")
                   .starts_with(
                       "a.toml:2:1, key contract.id: \"a/b\" is not a contract id; use 1 to 64 "));
    BOOST_TEST(
        said("client", "client = \"a/b\"")
            .starts_with(
                "a.toml:3:1, key contract.client: \"a/b\" is not a client id; use 1 to 64 "));
    BOOST_TEST(
        said("policy", "policy = \"a/b\"")
            .starts_with(
                "a.toml:11:1, key contract.policy: \"a/b\" is not a policy id; use 1 to 64 "));
    // Whether client and policy exist is for the database to say.
    BOOST_TEST(good("client", "client = \"nobody\"").client.str() == "nobody");
    BOOST_TEST(good("policy", "policy = \"none\"").versions.at(0).terms.policy.str() == "none");
}

BOOST_AUTO_TEST_CASE(amendments_take_effect_by_day_whatever_their_order) {
    const contract::Contract contract =
        good(amended("from = 2026-09-01\nnote = \"2\"\nretainer = { hours = \"30\" }\n"
                     "[[contract.amend]]\nfrom = 2026-07-01\nnote = \"1\"\n"
                     "retainer = { fee = \"900.00\" }\ntitle = \"Nowy\"\nterms = { days = 7 }\n"));
    BOOST_TEST_REQUIRE(contract.versions.size() == 3);
    BOOST_TEST(core::to_iso(contract.versions[1].since) == "2026-07-01");
    BOOST_TEST(contract.versions[1].note == "1");
    contract::Terms expected = contract.versions[0].terms;
    expected.title = "Nowy";
    expected.payment = contract::NetDays{7, false};
    expected.retainer = contract::Retainer{eur("900"), 20 * 60, eur("48"), 0};
    BOOST_TEST((contract.versions[1].terms == expected));
    BOOST_TEST(core::to_iso(contract.versions[2].since) == "2026-09-01");
    expected.retainer->included_minutes = 30 * 60;
    BOOST_TEST((contract.versions[2].terms == expected));
}

// Tables of settings keep what an amendment does not name; lists, terms and vat are replaced.
BOOST_AUTO_TEST_CASE(what_an_amendment_keeps) {
    const std::string full =
        test::contract +
        "rate = [ { service = \"a\", hourly = \"10\" }, { service = \"b\", hourly = \"20\" } ]\n"
        "scope = [\"a\"]\nvat = { category = \"S\", rate = \"23\" }\n"
        "availability = { days = \"Mon-Fri\", from = \"09:00\", to = \"17:00\" }\n"
        "after_hours = { multiplier = \"1.50\", min_minutes = 15, applies_to = [\"contact\"] }\n"
        "suspension_clause = \"§ 7\"\n";
    const contract::Contract contract =
        good(full +
             "[[contract.amend]]\nfrom = 2026-07-01\n"
             "terms = { days = 30, end_of_month = true }\n"
             "rate = [ { service = \"b\", hourly = \"25\" } ]\nscope = []\n"
             "vat = { category = \"AE\" }\navailability = { to = \"18:00\" }\n"
             "after_hours = { multiplier = \"2\" }\nsuspension_clause = \"\"\n");
    contract::Terms expected = contract.versions.at(0).terms;
    expected.payment = contract::NetDays{30, true};
    expected.rates = {{"b", eur("25")}};
    expected.scope = {};
    expected.vat = contract::VatTerms{contract::VatCategory::AE, {}};
    expected.availability->until_minute = 18 * 60;
    expected.after_hours->multiplier = core::Ratio(2, 1);
    expected.suspension_clause = "";
    BOOST_TEST((contract.versions.at(1).terms == expected));
}

BOOST_AUTO_TEST_CASE(amendments_outside_the_contract) {
    const std::string change = "title = \"x\"\n";
    BOOST_TEST(
        refusal(amended("from = 2026-01-01\n" + change)) ==
        "a.toml:12:1, key contract.amend.from: is the first day of the contract; write these "
        "terms in the contract itself.");
    BOOST_TEST(
        refusal(amended("from = 2025-12-31\n" + change)) ==
        "a.toml:12:1, key contract.amend.from: 2025-12-31 lies outside the contract; write a day "
        "after 2026-01-01.");
    BOOST_TEST(refusal(amended(change)) ==
               "a.toml:11:1, key contract.amend.from: is missing; write from = 2026-07-01.");
    const std::string ending =
        with(test::contract, "from", "from = 2026-01-01\nuntil = 2026-07-01");
    for (const std::string day : {"2026-07-01", "2026-08-01"})
        BOOST_TEST(refusal(ending + "[[contract.amend]]\nfrom = " + day + "\n" + change) ==
                   "a.toml:13:1, key contract.amend.from: " + day +
                       " lies outside the contract; write a day after 2026-01-01 and before "
                       "2026-07-01.");
    for (const std::string day : {"2026-01-02", "2026-06-30"})
        BOOST_TEST(refusal(ending + "[[contract.amend]]\nfrom = " + day + "\n" + change) ==
                   "accepted");
}

BOOST_AUTO_TEST_CASE(two_amendments_of_one_day) {
    BOOST_TEST(refusal(amended("from = 2026-07-01\ntitle = \"x\"\n"
                               "[[contract.amend]]\nfrom = 2026-07-01\ntitle = \"y\"\n")) ==
               "a.toml:15:1, key contract.amend.from: 2026-07-01 has an amendment already; put the "
               "changes of one day into one amendment.");
}

BOOST_AUTO_TEST_CASE(what_an_amendment_cannot_change) {
    for (const std::string line :
         {"id = \"x\"", "client = \"x\"", "currency = \"PLN\"", "until = 2026-12-31",
          "cycle = \"weekly\"", "billing_day = 2", "law = \"HR\""}) {
        const std::string key = line.substr(0, line.find(' '));
        BOOST_TEST(
            refusal(amended("from = 2026-07-01\ntitle = \"x\"\n" + line + "\n")) ==
            "a.toml:14:1, key contract.amend." + key +
                ": cannot be changed by an amendment: it holds for the whole contract; end this "
                "contract with until and agree a new one.");
    }
    BOOST_TEST(
        refusal(amended("from = 2026-07-01\nnote = \"x\"\n")) ==
        "a.toml:11:1, key contract.amend: changes nothing; name what it changes, or leave it "
        "out.");
    BOOST_TEST(
        refusal(amended("from = 2026-07-01\nretainr = { fee = \"1\" }\ntitle = \"x\"\n")) ==
        "a.toml:13:1, key contract.amend.retainr: is not known here; did you mean retainer?");
    BOOST_TEST(said("amend", "amend = { from = 2026-07-01, title = \"x\" }") ==
               "a.toml:11:1, key contract.amend: is a table, not a list of tables; write "
               "[[contract.amend]].");
    BOOST_TEST(said("amend", "amend = [ { from = 2026-07-01, title = \"x\" } ]") == "accepted");
}

BOOST_AUTO_TEST_SUITE_END()
