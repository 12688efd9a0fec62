// Work outside the agreement: held, put to the client, answered on record, billed only then.
#include "cli/desk.h"

using kvit::core::operator""_iso;
using kvit::test::Desk;
namespace fs = std::filesystem;

namespace {

const std::string contract = R"([[contract]]
id = "asysta"
client = "lumen"
title = "Asysta biurowa"
currency = "PLN"
from = 2026-01-01
until = 2026-04-01
cycle = "monthly"
billing_day = 1
terms = { days = 7 }
retainer = { fee = "2400.00", hours = "16", overage = "160.00" }
scope = ["assistance"]
out_of_scope = "quote"
rate = [ { service = "consulting", hourly = "220.00" } ]
)";
const std::string consulting = "asysta-2026-01-01-consulting", design = "asysta-2026-01-01-design";

// January billed, with an hour and a half of consulting and an hour of design held.
class Quoted : public Desk {
  public:
    Quoted() {
        open(contract);
        import_work(
            "asysta,2026-01-05T09:00,90,consulting,audyt\n"
            "asysta,2026-01-06T09:00,60,design,plakat\n",
            "2026-01-31");
        day("2026-02-01"_iso);
    }
    int accept(const std::string& id, const std::string& on, std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"quote", "accept", id, "--on", on, "--as-of", on});
        return run(more);
    }
    kvit::test::Json invoices() { return json({"invoices", "--as-of", "2026-12-31"}); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quotes)

BOOST_AUTO_TEST_CASE(a_held_quote_is_put_to_the_client_once) {
    Quoted office;
    BOOST_TEST(
        office.complains("waits: 1:30 h of consulting for asysta are outside the agreement; "
                         "held as quote " +
                         consulting + " of 330.00 PLN (kvit quote accept or decline)."));
    BOOST_TEST(office.complains("held as quote " + design + " without a rate"));
    BOOST_TEST(fs::exists(office.path("outbox") / ("biuro." + consulting + ".eml")));
    BOOST_TEST(!fs::exists(office.path("outbox") / ("biuro." + design + ".eml")));
    BOOST_TEST(office.invoices().size() == 1U);
    BOOST_TEST(office.invoices()[0].at("net") == "2400.00");
    const auto list = office.json({"quote", "list"});
    BOOST_REQUIRE(list.size() == 2U);
    BOOST_TEST(list[0].at("id") == consulting);
    BOOST_TEST(list[0].at("state") == "held");
    BOOST_TEST(list[0].at("minutes") == 90);
    BOOST_TEST(list[0].at("net") == "330.00");
    BOOST_TEST(list[1].at("net").is_null());
    BOOST_TEST(office.run({"show", consulting}) == 0);
    BOOST_TEST(office.said.find("Wycena " + consulting) != std::string::npos);
    BOOST_TEST(office.said.find("330,00") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_accepted_quote_is_billed_with_the_next_invoice_and_once) {
    Quoted office;
    BOOST_TEST(office.accept(consulting, "2026-02-10", {"--note", "e-mail"}) == 0);
    BOOST_TEST(office.accept(design, "2026-02-11", {"--hourly", "100.00"}) == 0);
    office.day("2026-03-01"_iso);
    office.day("2026-03-02"_iso);
    office.day("2026-04-01"_iso);
    const auto invoices = office.invoices();
    BOOST_REQUIRE(invoices.size() == 3U);
    BOOST_TEST(invoices[1].at("net") == "2830.00");  // 2400 + 1.5 x 220 + 1 x 100
    BOOST_TEST(invoices[1].at("lines")[1].at("text") ==
               "Praca rozliczana godzinowo: consulting, wycena " + consulting +
                   ", 01.01.2026–31.01.2026");
    BOOST_TEST(invoices[2].at("net") == "2400.00");
    const auto list = office.json({"quote", "list"});
    BOOST_TEST(list[0].at("state") == "accepted");
    BOOST_TEST(list[0].at("invoice") == invoices[1].at("number"));
    BOOST_TEST(office.run({"verify", "--quiet"}) == 0);
}

BOOST_AUTO_TEST_CASE(an_answer_after_the_issue_date_waits_for_the_invoice_after) {
    for (const bool late : {false, true}) {
        Quoted office;
        if (!late) office.day("2026-03-01"_iso);
        BOOST_TEST(office.accept(consulting, "2026-03-02") == 0);
        office.day("2026-04-01"_iso);
        const auto invoices = office.invoices();
        BOOST_REQUIRE(invoices.size() == 3U);
        BOOST_TEST(invoices[1].at("net") == "2400.00");
        BOOST_TEST(invoices[2].at("net") == "2730.00");
    }
}

BOOST_AUTO_TEST_CASE(quotes_accepted_after_the_end_have_invoices_of_their_own) {
    Quoted office;
    office.day("2026-04-01"_iso);
    BOOST_TEST(office.accept(consulting, "2026-04-10") == 0);
    BOOST_TEST(office.accept(design, "2026-04-20", {"--hourly", "100.00"}) == 0);
    office.day("2026-04-30"_iso);
    office.day("2026-05-01"_iso);
    const auto invoices = office.invoices();
    BOOST_REQUIRE(invoices.size() == 5U);
    BOOST_TEST(invoices[3].at("net") == "330.00");
    BOOST_TEST(invoices[3].at("issued_on") == "2026-04-10");
    BOOST_TEST(invoices[3].at("supplied_on") == "2026-03-31");
    BOOST_TEST(invoices[4].at("net") == "100.00");
    BOOST_TEST(invoices[4].at("issued_on") == "2026-04-20");
}

BOOST_AUTO_TEST_CASE(an_accepted_quote_of_nothing_to_pay_ends_the_run) {
    Desk office;
    std::string free = contract;
    free.replace(free.find("220.00"), 6, "0.00");
    office.open(free);
    office.import_work("asysta,2026-03-05T09:00,90,consulting,audyt\n", "2026-03-31");
    office.day("2026-04-01"_iso);
    BOOST_TEST(office.run({"quote", "accept", "asysta-2026-03-01-consulting", "--on", "2026-04-10",
                           "--as-of", "2026-04-10"}) == 0);
    office.day("2026-04-10"_iso);
    BOOST_TEST(office.json({"invoices", "--as-of", "2026-12-31"}).size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_declined_quote_is_never_billed) {
    Quoted office;
    BOOST_TEST(office.run({"quote", "decline", consulting, "--on", "2026-02-10"}) == 0);
    BOOST_TEST(office.said == "Recorded: quote " + consulting +
                                  " was declined; it is billed no more for asysta.\n");
    office.day("2026-03-01"_iso);
    office.day("2026-04-01"_iso);
    office.day("2026-05-01"_iso);
    const auto invoices = office.invoices();
    BOOST_REQUIRE(invoices.size() == 3U);
    for (const auto& invoice : invoices) BOOST_TEST(invoice.at("net") == "2400.00");
}

BOOST_AUTO_TEST_CASE(more_work_of_a_quoted_cycle_makes_a_quote_of_its_own) {
    Quoted office;
    office.import_work("asysta,2026-01-20T09:00,30,consulting,jeszcze\n", "2026-02-05");
    office.day("2026-03-01"_iso);
    const auto list = office.json({"quote", "list"});
    BOOST_REQUIRE(list.size() == 3U);
    BOOST_TEST(list[0].at("minutes") == 90);
    BOOST_TEST(list[2].at("id") == consulting + "-2");
    BOOST_TEST(list[2].at("minutes") == 30);
    BOOST_TEST(list[2].at("held_on") == "2026-03-01");
}

BOOST_AUTO_TEST_CASE(services_that_look_alike_have_quotes_and_files_of_their_own) {
    Desk office;
    office.open(contract);
    office.import_work("asysta,2026-01-05T09:00,90,a/b,x\nasysta,2026-01-06T09:00,60,a-b,y\n",
                       "2026-01-31");
    office.day("2026-02-01"_iso);
    const auto list = office.json({"quote", "list"});
    BOOST_REQUIRE(list.size() == 2U);
    BOOST_TEST(list[0].at("id") == "asysta-2026-01-01-a-b");
    BOOST_TEST(list[1].at("id") == "asysta-2026-01-01-a-b-2");
    BOOST_TEST(office.run({"verify", "--quiet"}) == 0);
}

BOOST_AUTO_TEST_CASE(answers_that_cannot_stand_are_refused) {
    Quoted office;
    BOOST_REQUIRE_EQUAL(office.accept(consulting, "2026-02-10"), 0);
    const auto refused = [&](const std::vector<std::string>& words, const std::string& sentence) {
        BOOST_TEST(office.run(words) == 1, sentence);
        BOOST_TEST(office.complained == "kvit: " + sentence + "\n");
    };
    refused({"quote", "accept", "none", "--on", "2026-02-10"},
            "quote none: there is no such quote; kvit quote list shows them.");
    refused({"quote", "decline", consulting, "--on", "2026-02-11"},
            "quote " + consulting +
                ": it was accepted on 2026-02-10; an answer stands; agree on something new with "
                "an amendment.");
    refused({"quote", "decline", design, "--on", "2026-01-31"},
            "--on: 2026-01-31 is before quote " + design +
                " was made on 2026-02-01; write the day of the client's answer.");
    refused({"quote", "accept", design, "--on", "2026-02-11"},
            "quote " + design +
                ": the agreement has no hourly rate for \"design\"; add the rate the client agreed "
                "to, --hourly AMOUNT.");
    BOOST_TEST(office.run({"quote", "accept", design, "--on", "2026-02-11", "--hourly", "ten"}) ==
               1);
    BOOST_TEST(office.run({"quote", "accept", design, "--on", "2026-02-11", "--hourly", "0"}) == 1);
    BOOST_TEST(office.run({"quote", "accept", design, "--on", "2026-02-11", "--hourly", "-5"}) ==
               1);
    BOOST_TEST(office.run({"quote", "accept", design}) == 2);
    BOOST_TEST(office.json({"quote", "list"})[1].at("state") == "held");
}

BOOST_AUTO_TEST_SUITE_END()
