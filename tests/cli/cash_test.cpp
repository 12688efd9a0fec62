// Cash application: what is matched, and what waits for a person.
#include "cli/cash.h"

using kvit::test::Cash;
using kvit::test::check;
using kvit::test::Json;
using kvit::test::lumens_iban;
using kvit::test::read_file;
using kvit::test::statement_file;

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
               "no invoice of ours; kvit allocate 1 says what it is; kvit allocate lists what it "
               "may settle.\n");
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

// A choice is remembered by name, too, where the bank gives no account.
BOOST_AUTO_TEST_CASE(a_choice_is_remembered_by_name) {
    Cash office;
    office.import("2026-02-06", {{"1230.00", "usługi", "KTOŚ INNY"}});
    BOOST_TEST(office.run({"allocate", "1", "2026/0002", "--as-of", "2026-02-07"}) == 0);
    office.bill("2026-03-01");
    BOOST_TEST(office.import("2026-03-05", {{"1230.00", "usługi", "KTOS INNY"}}) == 0);
    BOOST_TEST(office.items("2026-03-05").back() == "2026/0004 0.00 2026-03-05");
}

// Periods, dates and run numbers in the text are not taken for the numbers of invoices.
BOOST_AUTO_TEST_CASE(a_date_is_no_invoice_number) {
    for (const char* text : {"za okres 2026-02", "czynsz 2026-02-01", "20260002", "2026/2"}) {
        Cash office;
        BOOST_TEST(office.import("2026-02-06", {{"1230.00", text, "OBCY"}}) == 3, text);
        check(office.items("2026-02-06"), {"2026/0001 1230.00", "2026/0002 1230.00"});
        // Of a known payer it is no other client's invoice, either.
        BOOST_TEST(office.import("2026-02-07", {{"1230.00", text}}) == 0, text);
        BOOST_TEST(office.items("2026-02-07")[0] == "2026/0001 0.00 2026-02-07");
    }
}

// The account of one client and the number of another's invoice: a person decides.
BOOST_AUTO_TEST_CASE(a_payer_who_names_anothers_invoice_waits) {
    Cash office;
    BOOST_TEST(office.import("2026-02-06", {{"1230.00", "faktura 2026/0002"}}) == 3);
    BOOST_TEST(office.complains("2026/0002 is owed by solis, and the payer is known as lumen"));
    check(office.items("2026-02-06"), {"2026/0001 1230.00", "2026/0002 1230.00"});
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
        office.import("2026-03-21", {{"1130.00", "za usługi"}});
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
// Each refused with a sentence, and nothing changed.
// What was set off since is taken back with the match, and what is left is set off anew.
// What was paid back is gone.
// One transfer for two months, matched after the second was issued: the first was paid in time.
// A whole invoice's worth of cash since February, ten more on the 20th of March: the invoice of
// March is settled on its day, whenever that is found out.
// A bank's own references may look like anything.
// The bank says that a payment came back, and of which amount and invoice: nobody is asked.

BOOST_AUTO_TEST_CASE(the_day_says_why_a_receipt_waits) {
    Cash office;
    std::filesystem::create_directories(office.path("inbox"));
    office.write("inbox/s.xml", statement_file("2026-02-06", {{"77.00", "wpłata", "KTOŚ INNY"}}));
    BOOST_TEST(office.run({"day", "--as-of", "2026-02-06"}) == 3);
    BOOST_TEST(office.complains("\"wpłata\": it names no invoice of ours; kvit allocate 1 --client "
                                "or --not-ours says what it is."),
               office.complained);
    BOOST_TEST(office.json({"allocate", "--as-of", "2026-02-06"})[0].at("reason") ==
               "it names no invoice of ours");
    // Said once by the day; nothing more is written for it.
    const std::string before = read_file(office.path("kvit.db"));
    BOOST_TEST(office.run({"bill", "--through", "2026-02-06", "--as-of", "2026-02-06"}) == 0);
    BOOST_TEST(read_file(office.path("kvit.db")) == before);
}

BOOST_AUTO_TEST_SUITE_END()
