// What late invoices have accrued, and the rates a person adds or confirms before it is claimed.
#include "cli/desk.h"

#include <algorithm>

using kvit::test::Desk;
using kvit::test::Json;

namespace {

std::string contract(const std::string& more = "", const std::string& currency = "PLN") {
    return R"([[contract]]
id = "asysta"
client = "lumen"
title = "Asysta biurowa"
currency = ")" +
           currency + R"("
from = 2026-01-01
until = 2026-02-01
cycle = "monthly"
billing_day = 1
terms = { days = 7 }
vat = { category = "S", rate = "23" }
retainer = { fee = "4900.00", hours = "16", overage = "160.00" }
)" + more;
}

const std::string fx = "date,currency,per,rate,bookkeeping_currency,source\n";
const std::string number = "2026/0001";

// January of 6027.00 gross, due on Monday 2026-02-09.
class Late : public Desk {
  public:
    explicit Late(const std::string& more = "", const std::string& currency = "PLN") {
        open(contract(more, currency));
        if (currency != "PLN")
            import_rate("2026-01-30," + currency + ",1,4.2615,PLN,NBP 20/A/NBP/2026\n");
        const int code = run({"bill", "--through", "2026-02-01", "--as-of", "2026-02-01"});
        BOOST_REQUIRE_MESSAGE(code == 0, complained);
    }
    void import_rate(const std::string& row) {
        BOOST_REQUIRE_EQUAL(run({"import", "fx", "-", "--as-of", "2026-02-01"}, fx + row), 0);
    }
    void import_nbp() { import_rate("2026-01-30,EUR,1,4.2615,PLN,NBP 20/A/NBP/2026\n"); }
    void pay(const std::string& amount, const std::string& on) {
        const int code = run({"pay", number, amount, "--on", on, "--as-of", on});
        BOOST_REQUIRE_MESSAGE(code == 0, complained);
    }
    Json claims(const std::string& day) { return json({"interest", "lumen", "--as-of", day}); }
    int rate(std::vector<std::string> words, const std::string& day = "2026-11-24") {
        words.insert(words.begin(), "rate");
        words.insert(words.end(), {"--as-of", day});
        return run(words);
    }
};

std::string segments(const Json& claim) {
    std::string text;
    for (const Json& one : claim.at("segments")) {
        text += (text.empty() ? "" : " | ") + one.at("from").get<std::string>() + ".." +
                one.at("to").get<std::string>() + " " + std::to_string(one.at("days").get<int>()) +
                "d @" + one.at("percent").get<std::string>() + " on " +
                one.at("principal").get<std::string>();
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(interest)

BOOST_AUTO_TEST_CASE(nothing_accrues_by_the_due_date) {
    Late office;
    BOOST_TEST(office.run({"interest", "--as-of", "2026-02-09"}) == 0);
    BOOST_TEST(office.said == "No invoice is or was paid late by 2026-02-09.\n");
    office.pay("6027.00", "2026-02-09");
    BOOST_TEST(office.claims("2026-12-31").empty());
}

BOOST_AUTO_TEST_CASE(an_open_invoice_with_its_payments_and_rates) {
    Late office;
    office.import_nbp();
    office.pay("1027.00", "2026-02-19");
    const auto claims = office.claims("2026-07-03");
    BOOST_REQUIRE(claims.size() == 1U);
    const auto& claim = claims[0];
    BOOST_TEST(segments(claim) ==
               "2026-02-10..2026-02-19 10d @14.00 on 6027.00 | 2026-02-20..2026-06-30 131d @14.00 "
               "on 5000.00 | 2026-07-01..2026-07-03 3d @13.75 on 5000.00");
    // (6027.00 × 10 × 14 + 5000.00 × (131 × 14 + 3 × 13.75)) / 36500
    BOOST_TEST(claim.at("interest") == "280.00");
    BOOST_TEST(claim.at("days") == 144);
    BOOST_TEST(claim.at("principal") == "6027.00");
    BOOST_TEST(claim.at("open") == "5000.00");
    BOOST_TEST(claim.at("law") == "PL");
    BOOST_TEST(claim.at("debtor") == "business");
    BOOST_TEST(claim.at("settled_on").is_null());
    BOOST_TEST(claim.at("compensation") == "298.31");  // 70 EUR at 4.2615
    BOOST_TEST(claim.at("compensation_currency") == "PLN");
    BOOST_TEST(claim.at("may_be_claimed") == true);
    BOOST_TEST(claim.at("waits").empty());
    BOOST_TEST(claim.at("rests_on").size() == 4U);
    BOOST_TEST(claim.at("rests_on")[1].at("says") == "4.00 %");
}

BOOST_AUTO_TEST_CASE(an_invoice_paid_late_keeps_what_it_accrued) {
    Late office;
    office.import_nbp();
    office.pay("6027.00", "2026-02-19");
    for (const char* day : {"2026-02-19", "2030-01-01"}) {
        const auto claims = office.claims(day);
        BOOST_REQUIRE(claims.size() == 1U);
        BOOST_TEST(claims[0].at("interest") == "23.12");
        BOOST_TEST(claims[0].at("settled_on") == "2026-02-19");
        BOOST_TEST(claims[0].at("open") == "0.00");
    }
}

BOOST_AUTO_TEST_CASE(a_credit_note_lowers_the_principal_from_the_beginning) {
    Late office;
    office.import_nbp();
    // 1027.00 gross are left off; the tier is that of what is left.
    BOOST_REQUIRE_EQUAL(office.run({"credit", number, "--amount", "1027.00", "--reason", "rabat",
                                    "--as-of", "2026-02-15"}),
                        0);
    const auto claims = office.claims("2026-02-19");
    BOOST_REQUIRE(claims.size() == 1U);
    BOOST_TEST(segments(claims[0]) == "2026-02-10..2026-02-19 10d @14.00 on 5000.00");
    BOOST_TEST(claims[0].at("compensation") == "170.46");  // 40 EUR
    BOOST_REQUIRE_EQUAL(
        office.run({"credit", number, "--full", "--reason", "pomyłka", "--as-of", "2026-02-16"}),
        0);
    BOOST_TEST(office.claims("2026-02-19").empty());
}

BOOST_AUTO_TEST_CASE(what_was_rightly_asked_for_and_paid_in_time_bears_nothing) {
    Late office;
    office.pay("5000.00", "2026-02-09");
    BOOST_REQUIRE_EQUAL(office.run({"credit", number, "--amount", "1027.00", "--reason", "rabat",
                                    "--as-of", "2026-02-15"}),
                        0);
    BOOST_TEST(office.claims("2026-02-19").empty());
}

BOOST_AUTO_TEST_CASE(a_missing_exchange_rate_is_named_and_interest_is_told_all_the_same) {
    Late office;
    BOOST_TEST(office.run({"interest", "--as-of", "2026-02-19"}) == 3);
    BOOST_TEST(office.complained ==
               "waits: the compensation under the law of PL needs the rate from EUR into PLN of "
               "2026-01-30, which is not known; import the row \"2026-01-30,EUR,1,…,PLN,…\" "
               "(date,currency,per,rate,bookkeeping_currency,source) with kvit import fx FILE.\n");
    BOOST_TEST(office.said.find("23.12 PLN") != std::string::npos);
    BOOST_TEST(office.said.find("Compensation: not known.") != std::string::npos);
    BOOST_TEST(office.said.find("It may not be claimed yet") != std::string::npos);
    office.import_nbp();
    BOOST_TEST(office.run({"interest", "--as-of", "2026-02-19"}) == 0);
    BOOST_TEST(office.said.find("Compensation: 298.31 PLN for 70.00 EUR, 1 EUR = 4.2615 PLN on "
                                "2026-01-30 (NBP 20/A/NBP/2026).\nIt may be claimed.") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_unknown_rate_is_never_guessed_and_may_be_added) {
    Late office;
    office.import_nbp();
    BOOST_TEST(office.run({"interest", "--as-of", "2027-01-02"}) == 3);
    BOOST_TEST(
        office.complains("waits: the reference rate NBP_REFERENCE of PL for the half-year "
                         "from 2027-01-01 is not known; add it with kvit rate add PL "
                         "2027-01-01 PERCENT --source TEXT."));
    BOOST_TEST(
        office.said.find("law of PL: 6027.00 PLN\nInterest: not known, the reference rate") !=
        std::string::npos);
    BOOST_TEST(office.claims("2027-01-02")[0].at("interest").is_null());
    BOOST_TEST(office.rate({"add", "PL", "2027-01-01", "3.50", "--source", "nbp.pl"}) == 0);
    BOOST_TEST(office.said == "Added: PL NBP_REFERENCE since 2027-01-01, 3.50 %.\n");
    const auto claim = office.claims("2027-01-02")[0];
    BOOST_TEST(segments(claim).ends_with("2027-01-01..2027-01-02 2d @13.50 on 6027.00"));
    BOOST_TEST(claim.at("may_be_claimed") == true);
    BOOST_TEST(claim.at("rests_on")[3].at("status") == "confirmed");
    BOOST_TEST(claim.at("rests_on")[3].at("source") == "nbp.pl");
}

BOOST_AUTO_TEST_CASE(what_is_not_sure_is_shown_and_claimed_after_it_is_confirmed) {
    Late office("law = \"HR\"\n", "EUR");
    BOOST_TEST(office.run({"interest", "--as-of", "2026-02-19"}) == 3);
    BOOST_TEST(office.complained ==
               "waits: HR ZOO29_REFERENCE since 2026-01-01: 2.15 % (derived) is not confirmed; "
               "confirm it with kvit rate confirm HR 2026-01-01.\n"
               "waits: HR compensation since 2023-01-01: 40.00 EUR from 0.00 EUR gross, paid in "
               "EUR (single-source) is not confirmed; confirm it with kvit rate confirm HR "
               "2023-01-01.\n");
    BOOST_TEST(office.said.find("15.08 EUR") != std::string::npos);  // 9 days at 10.15
    BOOST_TEST(office.rate({"confirm", "HR", "2026-01-01"}) == 0);
    BOOST_TEST(office.said ==
               "Confirmed: HR ZOO29_REFERENCE since 2026-01-01: 2.15 % (derived), MEF 2.15 = ECB "
               "MRO.\n");
    BOOST_TEST(office.rate({"confirm", "HR", "2023-01-01"}) == 0);
    BOOST_TEST(office.rate({"confirm", "HR", "2023-01-01"}) == 0);
    BOOST_TEST(office.said == "Nothing to confirm: what begins then was sure already.\n");
    const auto claim = office.claims("2026-02-19")[0];
    BOOST_TEST(claim.at("may_be_claimed") == true);
    BOOST_TEST(claim.at("compensation") == "40.00");
    // The day of payment does not count under this law.
    BOOST_TEST(segments(claim) == "2026-02-10..2026-02-18 9d @10.15 on 6027.00");
}

BOOST_AUTO_TEST_CASE(a_rate_is_added_once_and_never_against_what_is_known) {
    Late office;
    const auto add = [&](const char* country, const char* date, const char* percent,
                         std::vector<std::string> more = {}) {
        std::vector<std::string> words{"add", country, date, percent, "--source", "seen"};
        words.insert(words.end(), more.begin(), more.end());
        return office.rate(words, "2026-12-24");
    };
    BOOST_TEST(add("DE", "2027-01-01", "-0.62") == 0);
    BOOST_TEST(add("DE", "2027-01-01", "-0.62") == 0);
    BOOST_TEST(office.said == "Already known: DE BASISZINSSATZ on 2027-01-01, -0.62 %.\n");
    BOOST_TEST(add("DE", "2027-01-01", "1.52") == 1);
    BOOST_TEST(office.complained ==
               "kvit: PERCENT: DE BASISZINSSATZ since 2027-01-01: -0.62 % (confirmed) is known, "
               "with the source \"seen\"; you say 1.52 %; correct the percent; a rate that is "
               "known stays.\n");
    BOOST_TEST(add("PL", "2026-01-01", "4.00") == 0);
    BOOST_TEST(office.said == "Already known: PL NBP_REFERENCE on 2026-01-01, 4.00 %.\n");
    BOOST_TEST(add("PL", "2026-01-15", "4.00") == 0);  // in force on that day
    BOOST_TEST(office.said == "Already known: PL NBP_REFERENCE on 2026-01-15, 4.00 %.\n");
    BOOST_TEST(add("PL", "2026-01-15", "4.25") == 1);
    BOOST_TEST(office.complains("PL NBP_REFERENCE since 2026-01-01: 4.00 % (verified) is known"));
    BOOST_TEST(add("PL", "2026-01-15", "4.25", {"--instead"}) == 1);  // verified stays
    BOOST_TEST(add("HR", "2026-07-01", "2.65") == 1);
    BOOST_TEST(office.complains("2.40 % (derived) is known"));
    BOOST_TEST(office.complains("or say --instead where your source is the better one"));
    BOOST_TEST(add("HR", "2026-07-01", "2.65", {"--instead"}) == 0);
    BOOST_TEST(add("HR", "2026-07-01", "2.40", {"--instead"}) == 1);  // now it is a person's
}

BOOST_AUTO_TEST_CASE(a_daily_rate_added_by_hand_ends_with_the_next) {
    Late office;
    BOOST_TEST(office.rate({"add", "PL", "2026-07-02", "3.75", "--source", "a"}) == 0);
    BOOST_TEST(office.rate({"add", "PL", "2026-09-10", "3.50", "--source", "b"}) == 0);
    BOOST_TEST(office.rate({"add", "PL", "2026-10-08", "3.50", "--source", "c"}) == 0);
    BOOST_TEST(office.said == "Added: PL NBP_REFERENCE since 2026-10-08, 3.50 %.\n");
    const auto rows = office.json({"rate", "list", "PL"});
    const auto added = std::ranges::count(
        rows, "confirmed", [](const Json& row) { return row.at("status").get<std::string>(); });
    BOOST_TEST(added == 3);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_added_or_confirmed_is_refused) {
    Late office;
    const auto refused = [&](std::vector<std::string> words) {
        BOOST_TEST(office.rate(std::move(words)) == 1);
        return office.complained;
    };
    const std::string source = "--source";
    BOOST_TEST(refused({"add", "US", "2027-01-01", "4", source, "x"}) ==
               "kvit: COUNTRY: kvit has no rules of interest for the law of US; it has those of "
               "AT CZ DE GB HR HU IT PL SI.\n");
    BOOST_TEST(refused({"add", "DE", "2026-10-02", "1", source, "x"}) ==
               "kvit: DATE: no rate of BASISZINSSATZ begins on 2026-10-02; give that of the "
               "half-year, from 1 January or 1 July.\n");
    BOOST_TEST(
        refused({"add", "IT", "2026-07-01", "1", source, "x", "--series", "IT_LEGAL_RATE"}) ==
        "kvit: DATE: no rate of IT_LEGAL_RATE begins on 2026-07-01; give that of the year, "
        "from 1 January.\n");
    BOOST_TEST(refused({"add", "PL", "2027-07-01", "4", source, "x"}) ==
               "kvit: DATE: the rate of 2027-07-01 is not known on 2026-11-24 yet; a rate is "
               "added at most 60 days ahead; see --as-of.\n");
    BOOST_TEST(refused({"add", "PL", "1990-01-01", "4", source, "x"}) ==
               "kvit: DATE: kvit has no rule of interest of PL on 1990-01-01; write the day from "
               "which the rate counts.\n");
    BOOST_TEST(refused({"add", "PL", "2027-01-01", "4", source, "x", "--series", "BASE"}) ==
               "kvit: --series: no interest of PL follows \"BASE\"; it follows NBP_REFERENCE.\n");
    BOOST_TEST(refused({"add", "PL", "2027-01-01", "51", source, "x"})
                   .starts_with("kvit: \"51\" is not a rate in percent a year; "));
    BOOST_TEST(
        refused({"add", "PL", "2027-01-01", "4", source, " "}).starts_with("kvit: --source: "));
    BOOST_TEST(
        refused({"add", "PL", "2027-01-01", "4", source, "漢"}).starts_with("kvit: --source: "));
    BOOST_TEST(refused({"add", "Poland", "2027-01-01", "4", source, "x"}).starts_with("kvit: "));
    BOOST_TEST(refused({"confirm", "PL", "2026-02-02"}) ==
               "kvit: DATE: kvit knows no rate or rule of PL that begins on 2026-02-02; kvit rate "
               "list PL shows what there is; kvit rate add adds a rate.\n");
    BOOST_TEST(refused({"confirm", "US", "2026-01-01"})
                   .starts_with("kvit: COUNTRY: kvit has no rules of interest for the law of US"));
    BOOST_TEST(office.run({"interest", "nobody"}) == 1);
    BOOST_TEST(
        office.complained ==
        "kvit: CLIENT: there is no client \"nobody\"; write its id as the agreement does.\n");
    BOOST_TEST(office.run({"rate", "add", "PL", "2027-01-01", "4"}) == 2);  // without a source
}

BOOST_AUTO_TEST_CASE(a_consumer_owes_the_civil_rate_and_no_compensation) {
    Late office(R"(
[[client]]
id = "anna"
name = "Anna Nowak"
country = "PL"
kind = "consumer"
language = "pl"
email = "anna@nowak.example"
address = { street = "ul. Krótka 1", city = "Kraków", postcode = "31-149" }

[[contract]]
id = "anna-teksty"
client = "anna"
title = "Teksty"
currency = "PLN"
from = 2026-01-01
until = 2026-02-01
cycle = "monthly"
billing_day = 1
terms = { days = 7 }
retainer = { fee = "1000.00", hours = "4" }
)");
    BOOST_TEST(office.run({"interest", "anna", "--as-of", "2026-03-09"}) == 0);
    BOOST_TEST(office.said.find("law of PL: 1230.00 PLN") != std::string::npos);
    BOOST_TEST(office.said.find("2026-02-10  2026-03-04    23  9.50 %") != std::string::npos);
    BOOST_TEST(office.said.find("2026-03-05  2026-03-09     5  9.25 %") != std::string::npos);
    BOOST_TEST(office.said.find("8.92 PLN") != std::string::npos);
    BOOST_TEST(office.said.find("Compensation: none, the client is a consumer.\nIt may be "
                                "claimed.") != std::string::npos);
    const auto both = office.json({"interest", "--as-of", "2026-03-09"});
    BOOST_REQUIRE(both.size() == 2U);  // by client
    BOOST_TEST(both[0].at("debtor") == "consumer");
    BOOST_TEST(both[0].at("compensation").is_null());
    BOOST_TEST(both[1].at("client") == "lumen");
}

BOOST_AUTO_TEST_CASE(lists_as_tables_and_rows) {
    Late office;
    office.import_nbp();
    BOOST_TEST(office.run({"rate", "list", "CZ"}) == 0);
    BOOST_TEST(office.said.find("CNB_2W_REPO_AT_HALFYEAR") != std::string::npos);
    BOOST_TEST(office.run({"rate", "list", "US"}) == 0);
    BOOST_TEST(office.said == "kvit knows no rate and no rule of US.\n");
    BOOST_TEST(office.run({"rate", "list", "DE", "--format", "csv"}) == 0);
    BOOST_TEST(
        office.said.starts_with("country,name,since,says,status,source\n"
                                "DE,interest business,2014-07-29,\"BASISZINSSATZ + 9.00"));
    BOOST_TEST(office.said.find("DE,BASISZINSSATZ,2019-01-01,-0.88 %,verified,") !=
               std::string::npos);
    BOOST_TEST(office.run({"interest", "--as-of", "2026-02-19", "--format", "csv"}) == 0);
    BOOST_TEST(office.said ==
               "invoice,business,client,contract,law,debtor,due_on,settled_on,currency,principal,"
               "open,days,interest,segments,compensation,compensation_currency,may_be_claimed,"
               "waits\n"
               "2026/0001,biuro,lumen,asysta,PL,business,2026-02-09,,PLN,6027.00,6027.00,10,23.12,"
               "from 2026-02-10; to 2026-02-19; days 10; percent 14.00; principal 6027.00,298.31,"
               "PLN,true,\n");
}

BOOST_AUTO_TEST_SUITE_END()
