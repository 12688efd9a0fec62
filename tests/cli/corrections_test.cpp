// What a person says of money: corrections, returns, refunds and write-offs.
#include "cli/cash.h"

using kvit::test::Cash;
using kvit::test::check;
using kvit::test::lumens_iban;
using kvit::test::read_file;
using kvit::test::statement_file;

BOOST_AUTO_TEST_SUITE(corrections)

BOOST_AUTO_TEST_CASE(a_wrong_match_is_taken_back_by_another) {
    Cash office;
    office.import("2026-02-06", {{"1230.00", "2026/0001", "KTOŚ INNY", lumens_iban}});
    check(office.items("2026-02-06"), {"2026/0001 0.00 2026-02-06", "2026/0002 1230.00"});
    BOOST_TEST(office.run({"allocate", "1", "2026/0002=1000.00", "--as-of", "2026-02-10"}) == 0);
    BOOST_TEST(office.said ==
               "1000.00 PLN settled on 2026/0002.\n230.00 PLN of the rest set off on "
               "2026/0002.\n");
    check(office.items("2026-02-10"), {"2026/0001 1230.00", "2026/0002 0.00 2026-02-06"});
    office.verifies();
    BOOST_TEST(office.run({"allocate", "1", "2026/0002=1000.00", "--as-of", "2026-02-11"}) == 0);
    BOOST_TEST(office.said == "It was so already.\n");
    // The payer is known as solis' from now on.
    office.bill("2026-03-01");
    office.import("2026-03-05", {{"1230.00", "usługi", "KTOŚ INNY", lumens_iban}});
    BOOST_TEST(office.items("2026-03-05").back() == "2026/0004 0.00 2026-03-05");
}

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
    BOOST_TEST(refund("150.00") == 0);
    BOOST_TEST(office.said.starts_with("Already recorded (give --ref for a second equal refund)."));
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
    BOOST_TEST(write_off({"--amount", "30.00"}) == 0);
    BOOST_TEST(office.complained == "");
    BOOST_TEST(office.said.starts_with("Already recorded"));
    BOOST_TEST(write_off({"--amount", "1200.01"}) == 1);
    BOOST_TEST(office.complains(
        "write-off of 2026/0001: only 1200.00 PLN is open on it from 2026-03-01 on"));
    BOOST_TEST(write_off({}) == 0);
    BOOST_TEST(office.items("2026-03-02")[0] == "2026/0001 0.00 2026-03-01");
    BOOST_TEST(write_off({}) == 1);
    BOOST_TEST(office.complains("there is nothing open to give up"));
    office.verifies();
}

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

BOOST_AUTO_TEST_CASE(a_match_is_taken_back_with_what_its_rest_settled) {
    Cash office;
    office.import("2026-02-06", {{"1330.00", "2026/0001", "LUMEN", lumens_iban}});
    office.bill("2026-03-01");
    BOOST_TEST(office.items("2026-03-01")[2] == "2026/0003 1130.00");
    office.import("2026-03-16", {{"-1330.00", "zwrot", "LUMEN"}});
    BOOST_TEST(office.run({"allocate", "2", "--returns", "1", "--as-of", "2026-03-16"}) == 0);
    check(office.items("2026-03-16"),
          {"2026/0001 1230.00", "2026/0002 1230.00", "2026/0003 1230.00", "2026/0004 1230.00"});
    check(office.items("2026-03-15"), {"2026/0001 0.00 2026-02-06", "2026/0002 1230.00",
                                       "2026/0003 1130.00", "2026/0004 1230.00"});
    office.verifies();
}

BOOST_AUTO_TEST_CASE(a_match_whose_rest_was_paid_back_stays) {
    Cash office;
    office.import("2026-02-06", {{"1330.00", "2026/0001"}});
    BOOST_REQUIRE_EQUAL(office.run({"refund", "lumen", "100.00", "--on", "2026-02-08", "--reason",
                                    "x", "--as-of", "2026-02-08"}),
                        0);
    BOOST_TEST(office.run({"allocate", "1", "2026/0002", "--as-of", "2026-03-02"}) == 1);
    BOOST_TEST(
        office.complains("the account of lumen: 100.00 PLN of that money was paid back "
                         "since"));
}

BOOST_AUTO_TEST_CASE(each_item_is_settled_on_its_own_day) {
    Cash office;
    BOOST_TEST(office.import("2026-02-06", {{"2460.00", "za dwa"}}) == 3);
    office.bill("2026-03-01");
    BOOST_TEST(office.run({"allocate", "1", "2026/0001", "2026/0003", "--as-of", "2026-03-02"}) ==
               0);
    check(office.items("2026-03-02"), {"2026/0001 0.00 2026-02-06", "2026/0002 1230.00",
                                       "2026/0003 0.00 2026-03-01", "2026/0004 1230.00"});
    office.verifies();
}

BOOST_AUTO_TEST_CASE(cash_settles_in_layers) {
    Cash office;
    office.import("2026-02-06", {{"2460.00", "2026/0001"}});
    office.import("2026-03-20", {{"10.00", "reszta"}});
    BOOST_TEST(office.run({"allocate", "2", "--client", "lumen", "--as-of", "2026-03-20"}) == 0);
    BOOST_REQUIRE_EQUAL(
        office.run({"bill", "--through", "2026-03-01", "--as-of", "2026-03-21", "--quiet"}), 0);
    BOOST_TEST(office.items("2026-03-21")[2] == "2026/0003 0.00 2026-03-01");
    BOOST_TEST(office.unapplied("lumen", "2026-03-21") == "10.00");
}

BOOST_AUTO_TEST_CASE(references_do_not_mix_up_what_they_settled) {
    Cash office;
    std::string two = statement_file(
        "2026-02-06", {{"1230.00", "2026/0001"}, {"1230.00", "2026/0002", "SOLIS ZOLC"}});
    two.replace(two.find("2026-02-06-1"), 12, "R");
    two.replace(two.find("2026-02-06-2"), 12, "R#2");
    BOOST_REQUIRE_EQUAL(office.run({"import", "bank", "-", "--as-of", "2026-02-06"}, two), 0);
    BOOST_TEST(office.run({"allocate", "1", "--not-ours", "x", "--as-of", "2026-02-07"}) == 0);
    check(office.items("2026-02-07"), {"2026/0001 1230.00", "2026/0002 0.00 2026-02-06"});
    BOOST_TEST(office.run({"allocate", "2", "--not-ours", "x", "--as-of", "2026-02-07"}) == 0);
    check(office.items("2026-02-07"), {"2026/0001 1230.00", "2026/0002 1230.00"});
    office.verifies();
}

BOOST_AUTO_TEST_CASE(a_payment_told_as_returned_finds_its_receipt) {
    Cash office;
    office.import("2026-02-06", {{"1230.00", "2026/0001", "LUMEN", lumens_iban}});
    const auto returned = [&](const std::string& day, const std::string& text) {
        std::string file = statement_file(day, {{"-1230.00", text, "LUMEN"}});
        const std::string end = "</RmtInf>";
        file.insert(file.find(end) + end.size(), "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>");
        return office.run({"import", "bank", "-", "--as-of", day}, file);
    };
    BOOST_TEST(returned("2026-02-16", "2026/0001") == 0, office.complained);
    BOOST_TEST(office.items("2026-02-16")[0] == "2026/0001 1230.00");
    // Another one that fits nothing waits for a person.
    BOOST_TEST(returned("2026-02-17", "2026/0001") == 3);
    BOOST_TEST(office.complains("waits: entry 3, 1230.00 PLN out on 2026-02-17"));
    BOOST_TEST(office.complains("kvit allocate 3 --returns says which."));
    office.verifies();
}

BOOST_AUTO_TEST_SUITE_END()
