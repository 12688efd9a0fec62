// The terms of a contract: what is accepted, and every sentence of refusal.

#include "agreement/read.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using test::refusal;
using test::with;
using Sentences = std::vector<std::string>;

namespace {

// The refusal with one line changed; the eleventh line is the added one.
std::string terms(const std::string& line) {
    return refusal(with(test::contract, line.substr(0, line.find(' ')), line));
}
contract::Terms good(const std::string& line) {
    return test::read(with(test::contract, line.substr(0, line.find(' ')), line))
        .value()
        .contracts.at(0)
        .value.versions.at(0)
        .terms;
}

core::Money eur(std::string_view amount) {
    return core::parse_money(amount, core::Currency::parse("EUR").value()).value();
}

const std::string office =
    "availability = { days = \"Mon-Fri\", from = \"09:00\", to = \"17:00\" }\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_terms)

BOOST_AUTO_TEST_CASE(payment) {
    const struct {
        std::string written;
        contract::PaymentTerms payment;
    } rows[] = {
        {"{ days = 0 }", contract::NetDays{0, false}},
        {"{ days = 365 }", contract::NetDays{365, false}},
        {"{ days = 30, end_of_month = true }", contract::NetDays{30, true}},
        {"{ days = 30, end_of_month = false }", contract::NetDays{30, false}},
        {"{ day_of_month = 1 }", contract::DayOfMonth{1}},
        {"{ day_of_month = 31 }", contract::DayOfMonth{31}},
    };
    for (const auto& row : rows)
        BOOST_TEST((good("terms = " + row.written).payment == row.payment));
    const std::string remedy =
        "; write { days = 14 }, { days = 30, end_of_month = true } or { day_of_month = 1 }.";
    BOOST_TEST(terms("terms = { }") ==
               "a.toml:9:9, key contract.terms: names neither days nor day_of_month" + remedy);
    BOOST_TEST(terms("terms = { days = 1, day_of_month = 1 }") ==
               "a.toml:9:9, key contract.terms: names both days and day_of_month" + remedy);
    BOOST_TEST(terms("terms = { day_of_month = 1, end_of_month = true }") ==
               "a.toml:9:29, key contract.terms.end_of_month: goes with days only; leave it out.");
    for (const std::string day : {"-1", "366"})
        BOOST_TEST(terms("terms = { days = " + day + " }") ==
                   "a.toml:9:11, key contract.terms.days: " + day +
                       " is out of range; write 0 to 365.");
    for (const std::string day : {"0", "32"})
        BOOST_TEST(terms("terms = { day_of_month = " + day + " }") ==
                   "a.toml:9:11, key contract.terms.day_of_month: " + day +
                       " is out of range; write 1 to 31.");
}

BOOST_AUTO_TEST_CASE(amounts) {
    const struct {
        std::string written;
        core::Money fee;
    } rows[] = {{"0", eur("0")},
                {"0.01", eur("0.01")},
                {"800", eur("800")},
                {"800.5", eur("800.50")},
                {"1000000000000.00", eur("1000000000000.00")}};
    for (const auto& row : rows)
        BOOST_TEST(
            (good("retainer = { fee = \"" + row.written + "\" }").retainer.value().fee == row.fee));
    const std::string where = "a.toml:10:14, key contract.retainer.fee: ";
    BOOST_TEST(terms("retainer = { fee = 800.00 }") ==
               where +
                   "is a number with a point, not text; amounts and quantities stand in quotes, "
                   "like \"2400.00\".");
    BOOST_TEST(terms("retainer = { fee = 800 }") ==
               where +
                   "is a whole number, not text; amounts and quantities stand in quotes, like "
                   "\"2400.00\".");
    BOOST_TEST(terms("retainer = { fee = \"-0.01\" }") ==
               where + "\"-0.01\" is negative; write 0 or more.");
    for (const std::string bad :
         {"800,00", "1 000", "800.001", "1e3", "0x10", "+1", "nan", ".5", "5."})
        BOOST_TEST(terms("retainer = { fee = \"" + bad + "\" }") ==
                   where + "\"" + bad +
                       "\" is not an amount in EUR; write it like \"2400.00\", with a "
                       "point and at most 2 decimals.");
    BOOST_TEST(terms("retainer = { fee = \"1000000000000.01\" }").starts_with(where));
}

BOOST_AUTO_TEST_CASE(forint_are_whole) {
    const std::string forint = with(test::contract, "currency", "currency = \"HUF\"");
    const auto fee = [&](const std::string& amount) {
        return refusal(with(forint, "retainer", "retainer = { fee = \"" + amount + "\" }"));
    };
    BOOST_TEST(fee("180000") == "accepted");
    BOOST_TEST(fee("180000.00") == "accepted");
    BOOST_TEST(
        fee("180000.50") ==
        "a.toml:10:14, key contract.retainer.fee: \"180000.50\" HUF cannot be invoiced; write a "
        "multiple of \"1.00\".");
    BOOST_TEST(fee("0.01") ==
               "a.toml:10:14, key contract.retainer.fee: \"0.01\" HUF cannot be invoiced; write a "
               "multiple of \"1.00\".");
}

BOOST_AUTO_TEST_CASE(retainer) {
    BOOST_TEST((good("retainer = { fee = \"800.00\" }").retainer ==
                contract::Retainer{eur("800"), 0, {}, 0}));
    BOOST_TEST((good("retainer = { fee = \"800.00\", hours = \"7.5\", overage = \"0\", "
                     "rollover_cycles = 12 }")
                    .retainer == contract::Retainer{eur("800"), 450, eur("0"), 12}));
    BOOST_TEST(terms("retainer = { hours = \"20\" }") ==
               "a.toml:10:12, key contract.retainer.fee: is missing; write fee = \"800.00\".");
    for (const std::string count : {"-1", "13"})
        BOOST_TEST(terms("retainer = { fee = \"1\", rollover_cycles = " + count + " }") ==
                   "a.toml:10:25, key contract.retainer.rollover_cycles: " + count +
                       " is out of range; write 0 to 12.");
}

BOOST_AUTO_TEST_CASE(included_hours) {
    const struct {
        std::string written;
        int minutes;
    } rows[] = {{"0", 0}, {"0.05", 3}, {"0.25", 15}, {"7.5", 450}, {"20", 1200}, {"10000", 600000}};
    for (const auto& row : rows)
        BOOST_TEST(good("retainer = { fee = \"1\", hours = \"" + row.written + "\" }")
                       .retainer.value()
                       .included_minutes == row.minutes);
    const std::string where = "a.toml:10:25, key contract.retainer.hours: ";
    const auto hours = [](const std::string& value) {
        return terms("retainer = { fee = \"1\", hours = " + value + " }");
    };
    BOOST_TEST(hours("20") == where +
                                  "is a whole number, not text; amounts and quantities stand in "
                                  "quotes, like \"7.5\".");
    BOOST_TEST(hours("7.5") == where +
                                   "is a number with a point, not text; amounts and quantities "
                                   "stand in quotes, like \"7.5\".");
    BOOST_TEST(hours("\"7.51\"") == where +
                                        "\"7.51\" hours are not whole minutes; write hours that "
                                        "are, like \"7.5\" or \"0.25\".");
    BOOST_TEST(hours("\"10000.25\"") ==
               where + "\"10000.25\" hours are too many; write \"0\" to \"10000\".");
    for (const std::string bad : {"7,5", "-1", "7:30", "20h"})
        BOOST_TEST(hours("\"" + bad + "\"") ==
                   where + "\"" + bad +
                       "\" is not a number; write it like \"1.50\", with a point and at "
                       "most 6 decimals.");
}

BOOST_AUTO_TEST_CASE(rates_and_fixed_items) {
    BOOST_TEST((good("rate = [ { service = \"a\", hourly = \"40.00\" } ]").rates ==
                std::vector<contract::ServiceRate>{{"a", eur("40")}}));
    BOOST_TEST((good("fixed = [ { title = \"Hosting\", amount = \"19.00\", per = \"once\", "
                     "covers_after_hours = true }, { title = \"x\", amount = \"0\" } ]")
                    .fixed ==
                std::vector<contract::FixedItem>{{"Hosting", eur("19"), contract::Per::once, true},
                                                 {"x", eur("0"), contract::Per::cycle, false}}));
    BOOST_TEST(
        terms("rate = [ { service = \"a\", hourly = \"1\" }, { service = \"a\", hourly = \"2\" } "
              "]") ==
        "a.toml:11:45, key contract.rate.service: \"a\" has a rate already; name one rate for "
        "each service.");
    BOOST_TEST(
        test::refusals(with(test::contract, "rate", "rate = [ { } ]")) ==
            (Sentences{"a.toml:11:10, key contract.rate.service: is missing; write service = "
                       "\"consulting\".",
                       "a.toml:11:10, key contract.rate.hourly: is missing; write hourly = "
                       "\"90.00\"."}),
        boost::test_tools::per_element());
    BOOST_TEST(
        test::refusals(with(test::contract, "fixed", "fixed = [ { per = \"day\" } ]")) ==
            (Sentences{"a.toml:11:11, key contract.fixed.title: is missing; write title = "
                       "\"Hosting\".",
                       "a.toml:11:11, key contract.fixed.amount: is missing; write amount = "
                       "\"19.00\".",
                       "a.toml:11:13, key contract.fixed.per: \"day\" is not accepted; write one "
                       "of cycle, once."}),
        boost::test_tools::per_element());
    BOOST_TEST(terms("rate = [ 1 ]") ==
               "a.toml:11:10, key contract.rate: holds a whole number, not a table; write "
               "[[contract.rate]].");
}

BOOST_AUTO_TEST_CASE(something_can_be_billed) {
    BOOST_TEST(
        refusal(with(test::contract, "retainer", "")) ==
        "a.toml:1:1, key contract: names nothing that could be billed; write a retainer, a rate "
        "or a fixed item.");
    BOOST_TEST(refusal(with(test::contract, "retainer",
                            "fixed = [ { title = \"x\", amount = \"1\" } ]")) == "accepted");
    BOOST_TEST(refusal(with(test::contract, "retainer",
                            "rate = [ { service = \"x\", hourly = \"1\" } ]")) == "accepted");
}

BOOST_AUTO_TEST_CASE(choices) {
    BOOST_TEST((good("billed = \"advance\"").billed == contract::Billed::advance));
    BOOST_TEST((good("out_of_scope = \"bill\"").out_of_scope == contract::OutOfScope::bill));
    BOOST_TEST((good("paused_days = \"bill\"").paused_days == contract::PausedDays::bill));
    for (const std::string channel : {"email", "phone", "chat", "meeting"})
        BOOST_TEST(good("channel = \"" + channel + "\"").channel == channel);
    const struct {
        std::string key, accepted;
    } rows[] = {{"billed", "arrears, advance"},
                {"out_of_scope", "quote, bill"},
                {"paused_days", "prorate, bill"},
                {"channel", "email, phone, chat, meeting"}};
    for (const auto& row : rows)
        BOOST_TEST(terms(row.key + " = \"x\"") == "a.toml:11:1, key contract." + row.key +
                                                      ": \"x\" is not accepted; write one of " +
                                                      row.accepted + ".");
}

BOOST_AUTO_TEST_CASE(scope) {
    BOOST_TEST((good("scope = [\"a\", \"b\"]").scope == std::vector<std::string>{"a", "b"}));
    BOOST_TEST(good("scope = []").scope.empty());
    BOOST_TEST(terms("scope = \"a\"") ==
               "a.toml:11:1, key contract.scope: is text, not a list; write the values in square "
               "brackets, like [\"…\", \"…\"].");
    BOOST_TEST(terms("scope = [\"a\", \"a\"]") ==
               "a.toml:11:1, key contract.scope: names a value twice; name it once.");
    BOOST_TEST(terms("scope = [\"a\", 1]") ==
               "a.toml:11:1, key contract.scope: is a whole number, not text; write it in double "
               "quotes.");
}

BOOST_AUTO_TEST_CASE(vat) {
    for (const std::string category : {"S", "Z", "E", "AE", "K", "G", "O"})
        BOOST_TEST(terms("vat = { category = \"" + category + "\" }") == "accepted");
    BOOST_TEST((good("vat = { category = \"S\", rate = \"5.5\" }").vat ==
                contract::VatTerms{contract::VatCategory::S, core::Ratio(11, 2)}));
    BOOST_TEST((good("vat = { category = \"S\", rate = \"100\" }").vat.value().rate_percent ==
                core::Ratio(100, 1)));
    BOOST_TEST(terms("vat = { rate = \"23\" }") ==
               "a.toml:11:7, key contract.vat.category: is missing; write category = \"S\".");
    BOOST_TEST(
        terms("vat = { category = \"AE\", rate = \"23\" }") ==
        "a.toml:11:26, key contract.vat.rate: goes with category \"S\" only: the others have no "
        "VAT to pay; leave it out.");
    BOOST_TEST(
        terms("vat = { category = \"s\" }") ==
        "a.toml:11:9, key contract.vat.category: \"s\" is not accepted; write one of S, Z, E, AE, "
        "K, G, O.");
    BOOST_TEST(terms("vat = { category = \"S\", rate = \"0\" }") ==
               "a.toml:11:25, key contract.vat.rate: is 0; write category \"Z\" without a rate.");
    for (const std::string bad : {"100.01", "23%", "-23", "23,0"})
        BOOST_TEST(terms("vat = { category = \"S\", rate = \"" + bad + "\" }") ==
                   "a.toml:11:25, key contract.vat.rate: \"" + bad +
                       "\" is not a VAT rate; write the percent without a sign, like \"23\" or "
                       "\"5.5\".");
    BOOST_TEST(terms("vat = { category = \"S\", rate = 23 }") ==
               "a.toml:11:25, key contract.vat.rate: is a whole number, not text; amounts and "
               "quantities stand in quotes, like \"23\".");
}

BOOST_AUTO_TEST_CASE(availability) {
    const auto hours = [](const std::string& days, const std::string& from, const std::string& to) {
        return "availability = { days = \"" + days + "\", from = \"" + from + "\", to = \"" + to +
               "\" }";
    };
    const struct {
        std::string days;
        std::array<bool, 7> expected;
    } rows[] = {
        {"Mon-Fri", {true, true, true, true, true, false, false}},
        {"Mon-Sun", {true, true, true, true, true, true, true}},
        {"Sun", {false, false, false, false, false, false, true}},
        {"Mon,Wed, Fri", {true, false, true, false, true, false, false}},
        {"Sat,Mon-Tue", {true, true, false, false, false, true, false}},
    };
    for (const auto& row : rows)
        BOOST_TEST((good(hours(row.days, "00:00", "24:00")).availability ==
                    contract::Availability{row.expected, 0, 1440}));
    for (const std::string bad :
         {"Fri-Mon", "Mon-Fri,Wed", "Mon,Mon", "mon", "Monday", "Mon-", ",Mon", "Mon-Wed-Fri"})
        BOOST_TEST(
            terms(hours(bad, "09:00", "17:00")) ==
            "a.toml:11:18, key contract.availability.days: \"" + bad +
                "\" are not days of the week; write them like \"Mon-Fri\" or \"Mon, Wed, Fri\", "
                "each once.");
    for (const std::string bad : {"9:00", "24:01", "23:60", "0900", "-1:00", "09:00:00", "ab:cd"})
        BOOST_TEST(terms(hours("Mon", bad, "24:00")) ==
                   "a.toml:11:32, key contract.availability.from: \"" + bad +
                       "\" is not a time of day; write \"00:00\" to \"24:00\".");
    for (const std::string to : {"09:00", "08:59"})
        BOOST_TEST(
            terms(hours("Mon", "09:00", to)) ==
            "a.toml:11:48, key contract.availability.to: is not later than from; write a later "
            "time, at most \"24:00\".");
    BOOST_TEST(
        test::refusals(test::contract + "availability = { }\n") ==
            (Sentences{
                "a.toml:11:16, key contract.availability.days: is missing; write days = "
                "\"Mon-Fri\".",
                "a.toml:11:16, key contract.availability.from: is missing; write from = "
                "\"09:00\".",
                "a.toml:11:16, key contract.availability.to: is missing; write to = \"17:00\"."}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(after_hours) {
    const auto after = [](const std::string& inside) {
        return test::contract + office + "after_hours = { " + inside + " }\n";
    };
    const auto read = [&](const std::string& inside) {
        return test::read(after(inside))
            .value()
            .contracts.at(0)
            .value.versions.at(0)
            .terms.after_hours.value();
    };
    BOOST_TEST(
        (read("multiplier = \"1\"") == contract::AfterHours{core::Ratio(1, 1), 0, true, false}));
    BOOST_TEST((read("multiplier = \"10\", min_minutes = 1440, applies_to = [\"contact\"]") ==
                contract::AfterHours{core::Ratio(10, 1), 1440, false, true}));
    BOOST_TEST((read("multiplier = \"1.5\", applies_to = [\"work\", \"contact\"]") ==
                contract::AfterHours{core::Ratio(3, 2), 0, true, true}));
    BOOST_TEST(refusal(after("min_minutes = 15")) ==
               "a.toml:12:15, key contract.after_hours.multiplier: is missing; write multiplier = "
               "\"1.50\".");
    for (const std::string bad : {"0.99", "10.01", "x", "-2"})
        BOOST_TEST(refusal(after("multiplier = \"" + bad + "\"")) ==
                   "a.toml:12:17, key contract.after_hours.multiplier: \"" + bad +
                       "\" is not a multiplier; write \"1\" to \"10\", like \"1.50\".");
    for (const std::string bad : {"-1", "1441"})
        BOOST_TEST(refusal(after("multiplier = \"1\", min_minutes = " + bad)) ==
                   "a.toml:12:35, key contract.after_hours.min_minutes: " + bad +
                       " is out of range; write 0 to 1440.");
    BOOST_TEST(
        refusal(after("multiplier = \"1\", applies_to = [\"mail\"]")) ==
        "a.toml:12:35, key contract.after_hours.applies_to: \"mail\" is not accepted; write one "
        "of work, contact.");
    BOOST_TEST(refusal(after("multiplier = \"1\", applies_to = []")) ==
               "a.toml:12:35, key contract.after_hours.applies_to: names nothing; write \"work\", "
               "\"contact\" or both.");
    BOOST_TEST(terms("after_hours = { multiplier = \"1.50\" }") ==
               "a.toml:11:1, key contract.after_hours: has no office hours to be after; write "
               "availability = { days = \"Mon-Fri\", from = \"09:00\", to = \"17:00\" }.");
}

BOOST_AUTO_TEST_SUITE_END()
