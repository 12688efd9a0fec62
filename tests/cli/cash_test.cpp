// Cash application: what is matched, what waits, what a person says of it.
#include "cli/desk.h"
#include "cli/statement_file.h"

#include <algorithm>
#include <string>
#include <vector>

using kvit::core::operator""_iso;
using kvit::test::Booking;
using kvit::test::Desk;
using kvit::test::Json;
using kvit::test::read_file;
using kvit::test::statement_file;

namespace {

// Two clients with the same monthly fee: 1230.00 PLN, issued on the 1st, due a week later.
const std::string contracts =
    "[[client]]\nid = \"solis\"\nname = \"Solis Żółć Sp. z o.o.\"\ncountry = \"PL\"\nkind = "
    "\"business\"\ntax_id = \"5252248481\"\nlanguage = \"pl\"\nemail = \"solis@solis.example\"\n"
    "address = { street = \"ul. Prosta 1\", city = \"Gdańsk\", postcode = \"80-001\" }\n"
    "[[contract]]\nid = \"a-lumen\"\nclient = \"lumen\"\ntitle = \"Asysta\"\ncurrency = \"PLN\"\n"
    "from = 2026-01-01\ncycle = \"monthly\"\nbilling_day = 1\nterms = { days = 7 }\n"
    "fixed = [ { title = \"Asysta\", amount = \"1000.00\", per = \"cycle\" } ]\n"
    "[[contract]]\nid = \"b-solis\"\nclient = \"solis\"\ntitle = \"Asysta\"\ncurrency = \"PLN\"\n"
    "from = 2026-01-01\ncycle = \"monthly\"\nbilling_day = 1\nterms = { days = 7 }\n"
    "fixed = [ { title = \"Asysta\", amount = \"1000.00\", per = \"cycle\" } ]\n";

const std::string lumens_iban = "DE89370400440532013000";

class Cash : public Desk {
  public:
    Cash() {
        open(contracts);
        bill("2026-02-01");
    }
    void bill(const std::string& day) {
        BOOST_REQUIRE_EQUAL(run({"bill", "--through", day, "--as-of", day, "--quiet"}), 0);
    }
    int import(const std::string& day, const std::vector<Booking>& bookings) {
        return run({"import", "bank", "-", "--as-of", day}, statement_file(day, bookings));
    }
    // "2026/0001 open settled_on" of each invoice, in order of their numbers.
    std::vector<std::string> items(const std::string& day) {
        std::vector<std::string> lines;
        for (const auto& invoice : json({"invoices", "--as-of", day}))
            lines.push_back(
                std::string(invoice.at("number")) + " " + std::string(invoice.at("open")) +
                (invoice.at("settled_on").is_null() ? ""
                                                    : " " + std::string(invoice.at("settled_on"))));
        std::ranges::sort(lines);
        return lines;
    }
    std::string unapplied(const std::string& client, const std::string& day) {
        for (const auto& row : json({"aging", "--as-of", day}))
            if (row.at("client") == client) return row.at("unapplied");
        return "none";
    }
    void verifies() { BOOST_TEST(run({"verify"}) == 0, said); }
};

using Lines = std::vector<std::string>;
void check(const Lines& found, const Lines& expected) {
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cash)

// Nothing named: the name is lumen's alone, and the amount is what lumen owes.
BOOST_AUTO_TEST_CASE(a_known_payer_with_the_exact_amount_is_matched) {
    Cash office;
    BOOST_TEST(office.import("2026-02-06", {{"1230.00", "za usługi"}}) == 0);
    check(office.items("2026-02-06"), {"2026/0001 0.00 2026-02-06", "2026/0002 1230.00"});
    office.verifies();
}

// An account that settled lumen's invoice is lumen's, whatever name stands beside it later.
BOOST_AUTO_TEST_CASE(an_account_is_remembered) {
    Cash office;
    BOOST_TEST(office.import("2026-02-06",
                             {{"1230.00", "faktura 2026/0001", "J. NOWAK", lumens_iban}}) == 0);
    office.bill("2026-03-01");
    BOOST_TEST(office.import("2026-03-05", {{"1230.00", "luty", "J. NOWAK", lumens_iban}}) == 0);
    check(office.items("2026-03-05"), {"2026/0001 0.00 2026-02-06", "2026/0002 1230.00",
                                       "2026/0003 0.00 2026-03-05", "2026/0004 1230.00"});
}

BOOST_AUTO_TEST_CASE(what_is_not_certain_waits_with_its_candidates) {
    Cash office;
    BOOST_TEST(office.import("2026-02-06", {{"1230.00", "usługi", "KTOŚ INNY"}}) == 3);
    BOOST_TEST(office.complained ==
               "waits: receipt 1 of 1230.00 PLN on 2026-02-06 from KTOŚ INNY, \"usługi\": it names "
               "no invoice of ours; kvit allocate 1 2026/0001 settles the likeliest (exact "
               "amount).\n");
    const Json waiting = office.json({"allocate", "--as-of", "2026-02-06"});
    BOOST_TEST_REQUIRE(waiting.size() == 1);
    BOOST_TEST(waiting[0].at("entry") == 1);
    BOOST_TEST(waiting[0].at("candidates").size() == 2);
    BOOST_TEST(waiting[0].at("candidates")[1].at("client") == "solis");
    BOOST_TEST(waiting[0].at("candidates")[1].at("score") == 20);
    BOOST_TEST(office.run({"allocate", "--as-of", "2026-02-06"}) == 0);
    BOOST_TEST(office.said.find("exact amount") != std::string::npos);

    // The choice is remembered for the account it came from.
    BOOST_TEST(office.run({"allocate", "1", "2026/0002", "--as-of", "2026-02-07"}) == 0);
    BOOST_TEST(office.said == "1230.00 PLN settled on 2026/0002.\n");
    check(office.items("2026-02-07"), {"2026/0001 1230.00", "2026/0002 0.00 2026-02-06"});
    BOOST_TEST(office.run({"allocate", "--as-of", "2026-02-07"}) == 0);
    BOOST_TEST(office.said == "No receipt waits.\n");
    office.verifies();
}

BOOST_AUTO_TEST_CASE(a_choice_is_remembered_for_that_payer) {
    Cash office;
    office.import("2026-02-06", {{"1230.00", "usługi", "KTOŚ INNY", lumens_iban}});
    BOOST_TEST(office.run({"allocate", "1", "2026/0002", "--as-of", "2026-02-07"}) == 0);
    office.bill("2026-03-01");
    BOOST_TEST(office.import("2026-03-05", {{"1230.00", "usługi", "KTOŚ INNY", lumens_iban}}) == 0);
    BOOST_TEST(office.items("2026-03-05").back() == "2026/0004 0.00 2026-03-05");
}

BOOST_AUTO_TEST_CASE(a_wrong_match_is_taken_back_by_another) {
    Cash office;
    office.import("2026-02-06", {{"1230.00", "2026/0001", "KTOŚ INNY", lumens_iban}});
    check(office.items("2026-02-06"), {"2026/0001 0.00 2026-02-06", "2026/0002 1230.00"});
    BOOST_TEST(office.run({"allocate", "1", "2026/0002=1000.00", "--as-of", "2026-02-10"}) == 0);
    BOOST_TEST(office.said ==
               "1000.00 PLN settled on 2026/0002.\n230.00 PLN stand to the account of solis; the "
               "next invoice takes it up.\n");
    check(office.items("2026-02-10"), {"2026/0001 1230.00", "2026/0002 230.00"});
    BOOST_TEST(office.unapplied("solis", "2026-02-10") == "230.00");
    office.verifies();
    // The payer is no longer known as lumen's.
    office.bill("2026-03-01");
    office.import("2026-03-05", {{"1230.00", "usługi", "KTOŚ INNY", lumens_iban}});
    BOOST_TEST(office.items("2026-03-05").back() == "2026/0004 0.00 2026-03-05");
}

// Overpaid by 100: the next invoice takes it up on the day it is issued, however late that is run.
BOOST_AUTO_TEST_CASE(cash_is_set_off_against_the_next_invoice) {
    for (const char* day : {"2026-03-01", "2026-03-20"}) {
        Cash office;
        office.import("2026-02-06", {{"1330.00", "2026/0001"}});
        BOOST_TEST(office.unapplied("lumen", "2026-02-06") == "100.00");
        BOOST_REQUIRE_EQUAL(
            office.run({"bill", "--through", "2026-03-01", "--as-of", day, "--quiet"}), 0);
        check(office.items("2026-03-01"), {"2026/0001 0.00 2026-02-06", "2026/0002 1230.00",
                                           "2026/0003 1130.00", "2026/0004 1230.00"});
        BOOST_TEST(office.unapplied("lumen", day) == "0.00");
        office.import("2026-03-21", {{"1130.00", "reszta"}});
        BOOST_TEST(office.items("2026-03-21")[2] == "2026/0003 0.00 2026-03-21");
        office.verifies();
    }
}

// Without a word of which: the oldest first, which is the law's order.
BOOST_AUTO_TEST_CASE(a_clients_money_settles_the_oldest_first) {
    Cash office;
    office.bill("2026-03-01");
    BOOST_TEST(office.import("2026-03-05", {{"1500.00", "na poczet"}}) == 3);
    BOOST_TEST(
        office.complains("the name is that of lumen, and the amount is not what is open on "
                         "2026/0001, 2026/0003"));
    BOOST_TEST(office.run({"allocate", "1", "--client", "lumen", "--as-of", "2026-03-05"}) == 0);
    BOOST_TEST(office.said ==
               "1230.00 PLN settled on 2026/0001.\n270.00 PLN settled on "
               "2026/0003.\n");
    check(office.items("2026-03-05"), {"2026/0001 0.00 2026-03-05", "2026/0002 1230.00",
                                       "2026/0003 960.00", "2026/0004 1230.00"});
}

BOOST_AUTO_TEST_CASE(what_is_no_clients_money_no_longer_waits) {
    Cash office;
    office.import("2026-02-06", {{"5000.00", "wpłata własna", "EWA"}});
    BOOST_TEST(office.run({"allocate", "1", "--not-ours", " ", "--as-of", "2026-02-06"}) == 1);
    BOOST_TEST(office.complains("entry 1: the reason is empty"));
    BOOST_TEST(
        office.run({"allocate", "1", "--not-ours", "wpłata własna", "--as-of", "2026-02-06"}) == 0);
    BOOST_TEST(office.json({"allocate", "--as-of", "2026-02-06"}).empty());
    const Json all = office.json({"allocate", "--all", "--as-of", "2026-02-06"});
    BOOST_TEST(all[0].at("state") == "not_ours");
    BOOST_TEST(all[0].at("note") == "wpłata własna");
    office.verifies();
}

// Paid on the 6th, taken back by the bank on the 16th: open again from then on, and only then.
BOOST_AUTO_TEST_CASE(a_returned_payment_reopens_what_it_settled) {
    Cash office;
    office.import("2026-02-06", {{"1230.00", "2026/0001", "LUMEN", lumens_iban}});
    office.import("2026-02-16", {{"-1230.00", "zwrot 2026/0001", "LUMEN"}});
    BOOST_TEST(office.run({"allocate", "2", "--returns", "1", "--as-of", "2026-02-16"}) == 0);
    BOOST_TEST(office.said == "Entry 2 returns entry 1; what that settled is open again.\n");
    BOOST_TEST(office.items("2026-02-10")[0] == "2026/0001 0.00 2026-02-06");
    BOOST_TEST(office.items("2026-02-16")[0] == "2026/0001 1230.00");
    office.verifies();
    for (const std::vector<std::string>& again :
         {std::vector<std::string>{"2", "--returns", "1"}, {"1", "2026/0001"}}) {
        std::vector<std::string> words{"allocate", "--as-of", "2026-02-17"};
        words.insert(words.begin() + 1, again.begin(), again.end());
        BOOST_TEST(office.run(words) == 1);
    }
    BOOST_TEST(office.complains("entry 1: it was returned, there is nothing to settle with it"));
}

BOOST_AUTO_TEST_CASE(a_refund_pays_a_clients_cash_back) {
    Cash office;
    office.import("2026-02-06", {{"1430.00", "2026/0001"}});
    const auto refund = [&](const std::string& amount) {
        return office.run({"refund", "lumen", amount, "--on", "2026-02-08", "--reason", "nadpłata",
                           "--as-of", "2026-02-09"});
    };
    BOOST_TEST(refund("200.01") == 1);
    BOOST_TEST(office.complained ==
               "kvit: refund to lumen: only 200.00 PLN stands to the client's account; pay back at "
               "most that; an invoice is corrected by kvit credit first.\n");
    BOOST_TEST(refund("150.00") == 0);
    BOOST_TEST(office.said == "Recorded. 50.00 PLN stand to the account of lumen.\n");
    BOOST_TEST(refund("150.00") == 0);  // the same again
    BOOST_TEST(office.unapplied("lumen", "2026-02-09") == "50.00");
    // The rest leaves by a transfer that the statement tells.
    office.import("2026-02-10", {{"-50.00", "zwrot nadpłaty"}});
    BOOST_TEST(office.run({"allocate", "2", "--refund", "lumen", "--as-of", "2026-02-10"}) == 0);
    BOOST_TEST(office.unapplied("lumen", "2026-02-10") == "none");
    office.verifies();
}

BOOST_AUTO_TEST_CASE(an_invoice_tells_what_became_of_it) {
    Cash office;
    office.import("2026-02-06", {{"1000.00", "2026/0001", "LUMEN", lumens_iban}});
    office.import("2026-02-16", {{"-1000.00", "zwrot", "LUMEN"}});
    BOOST_REQUIRE_EQUAL(office.run({"allocate", "2", "--returns", "1", "--as-of", "2026-02-16"}),
                        0);
    office.import("2026-02-20", {{"200.00", "2026/0001"}});
    BOOST_REQUIRE_EQUAL(office.run({"write-off", "2026/0001", "--on", "2026-03-01", "--reason", "x",
                                    "--as-of", "2026-03-01"}),
                        0);
    BOOST_REQUIRE_EQUAL(office.run({"show", "2026/0001", "--as-of", "2026-03-01"}), 0);
    const auto history = office.said.find("Open: ");
    BOOST_TEST(office.said.substr(history) ==
               "Open: 0.00 PLN\n"
               "2026-02-06  paid 1000.00 PLN, open 230.00 PLN\n"
               "2026-02-16  taken back 1000.00 PLN, open 1230.00 PLN\n"
               "2026-02-20  paid 200.00 PLN, open 1030.00 PLN\n"
               "2026-03-01  written off 1030.00 PLN, open 0.00 PLN\n");
}

BOOST_AUTO_TEST_CASE(a_write_off_gives_up_what_is_open) {
    Cash office;
    const auto write_off = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"write-off", "2026/0001", "--on",    "2026-03-01",
                                       "--reason",  "upadłość",  "--as-of", "2026-03-02"};
        words.insert(words.end(), more.begin(), more.end());
        return office.run(words);
    };
    BOOST_TEST(write_off({"--amount", "30.00"}) == 0);
    BOOST_TEST(office.said == "Recorded. 1200.00 PLN stay open on 2026/0001.\n");
    BOOST_TEST(office.items("2026-02-28")[0] == "2026/0001 1230.00");
    BOOST_TEST(write_off({"--amount", "1200.01"}) == 1);
    BOOST_TEST(office.complains("write-off of 2026/0001: only 1200.00 PLN is open on it"));
    BOOST_TEST(write_off({}) == 0);
    BOOST_TEST(office.items("2026-03-02")[0] == "2026/0001 0.00 2026-03-01");
    BOOST_TEST(write_off({}) == 1);
    BOOST_TEST(office.complains("there is nothing open to give up"));
    office.verifies();
}

// Each refused with a sentence, and nothing changed.
BOOST_AUTO_TEST_CASE(refusals) {
    Cash office;
    office.import("2026-02-06", {{"100.00", "?", "KTOŚ"}, {"-40.00", "czynsz", "WYNAJEM"}});
    const struct {
        std::vector<std::string> words;
        int code;
        std::string sentence;
    } rows[] = {
        {{"allocate", "9", "2026/0001"}, 1, "no bank statement has an entry 9"},
        {{"allocate", "9", "--client", "lumen"}, 1, "no bank statement has an entry 9"},
        {{"allocate", "1", "2026/0099"}, 1, "there is no invoice \"2026/0099\""},
        {{"allocate", "1", "--client", "nobody"}, 1, "there is no client \"nobody\""},
        {{"allocate", "1", "2026/0001=2000.00"}, 1, "2026/0001: only 1230.00 PLN is open on it"},
        {{"allocate", "1", "2026/0001=0.00"},
         1,
         "2026/0001: nothing is left of the payment for it"},
        {{"allocate", "1", "2026/0001=150.00"},
         1,
         "2026/0001: the parts are more than the payment, by 50.00 PLN"},
        {{"allocate", "1", "2026/0001=10.00", "2026/0001=10.00"},
         1,
         "2026/0001: it is named twice"},
        {{"allocate", "1", "2026/0001=10.00", "2026/0002"},
         1,
         "2026/0002: it is owed by solis, the one before by lumen"},
        {{"allocate", "1", "2026/0001=x"}, 1, "\"x\""},
        {{"allocate", "2", "2026/0001"}, 1, "entry 2: it is money out"},
        {{"allocate", "1", "--returns", "1"}, 1, "entry 1: it is money in"},
        {{"allocate", "2", "--returns", "1"},
         1,
         "entry 2: 40.00 PLN went out, and entry 1 brought 100.00 PLN"},
        {{"allocate", "2", "--refund", "lumen"}, 1, "only 0.00 PLN stands to the client's account"},
        {{"allocate", "2", "--refund", "nobody"}, 1, "there is no client \"nobody\""},
        {{"allocate", "1"}, 2, "say one thing of the entry"},
        {{"allocate", "1", "2026/0001", "--client", "lumen"}, 2, "say one thing of the entry"},
        {{"allocate", "--client", "lumen"}, 2, "name the entry"},
        {{"allocate", "0", "2026/0001"}, 2, "ENTRY"},
        {{"refund", "lumen", "0.00", "--on", "2026-02-06", "--reason", "x"},
         1,
         "the amount is not more than zero"},
        {{"refund", "nobody", "1.00", "--on", "2026-02-06", "--reason", "x"},
         1,
         "there is no client \"nobody\""},
        {{"refund", "lumen", "1.00", "--on", "2026-02-08", "--reason", "x"},
         1,
         "2026-02-08 lies after 2026-02-07"},
        {{"write-off", "2026/0099", "--on", "2026-02-06", "--reason", "x"},
         1,
         "there is no invoice \"2026/0099\""},
        {{"write-off", "2026/0001", "--on", "2026-01-31", "--reason", "x"},
         1,
         "2026-01-31 lies before the invoice was issued on 2026-02-01"},
        {{"write-off", "2026/0001", "--on", "2026-02-06", "--reason", " "},
         1,
         "the reason is empty"},
    };
    const std::string before = read_file(office.path("kvit.db"));
    for (const auto& row : rows) {
        std::vector<std::string> words = row.words;
        words.insert(words.end(), {"--as-of", "2026-02-07"});
        BOOST_TEST_CONTEXT(row.sentence) {
            BOOST_TEST(office.run(words) == row.code, office.complained);
            BOOST_TEST(office.complains(row.sentence), office.complained);
        }
    }
    BOOST_TEST(read_file(office.path("kvit.db")) == before);
}

// What was set off since cannot be taken back by itself.
BOOST_AUTO_TEST_CASE(a_match_whose_rest_was_used_is_not_taken_back) {
    Cash office;
    office.import("2026-02-06", {{"1330.00", "2026/0001"}});
    office.bill("2026-03-01");
    BOOST_TEST(office.run({"allocate", "1", "2026/0002", "--as-of", "2026-03-02"}) == 1);
    BOOST_TEST(office.complains("receipt 1: 100.00 PLN of it was set off or paid back since"));
}

BOOST_AUTO_TEST_SUITE_END()
