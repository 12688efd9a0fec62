// What the command line says when something is wrong, its exit codes, and that nothing is changed
// by it.
#include "cli/office.h"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using kvit::test::Office;
using kvit::test::read_file;

namespace {

// An office with the studio's agreement and nothing else.
class Studio : public Office {
  public:
    Studio() { open_studio(); }

    // Refused with exit 1; the message holds `part`; not a byte of the database differs.
    void refuses(const std::vector<std::string>& arguments, const std::string& part) {
        const auto before = read_file(path("kvit.db"));
        const int code = run(arguments);
        BOOST_TEST(code == 1, arguments.front() << " exits " << code << ": " << complained);
        BOOST_TEST(complained.find(part) != std::string::npos,
                   "says: " << complained << "  expected: " << part);
        BOOST_TEST((read_file(path("kvit.db")) == before), "the database was touched");
        BOOST_TEST(!kvit::test::fs::exists(path("kvit.db-wal")));
    }

    std::string changed_agreement(const std::string& from, const std::string& to) {
        std::string text = read_file(kvit::test::examples() / "studio-ada.toml");
        const auto at = text.find(from);
        BOOST_REQUIRE(at != std::string::npos);
        return write("changed.toml", text.replace(at, from.size(), to));
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(refusals)

BOOST_AUTO_TEST_CASE(an_invalid_agreement_leaves_every_byte) {
    Studio office;
    office.refuses(
        {"apply", office.changed_agreement("currency = \"HUF\"\nfrom", "curency = \"HUF\"\nfrom")},
        "curency");
    office.refuses(
        {"apply", office.changed_agreement("tax_id = \"6772310459\"", "tax_id = \"6772310458\"")},
        "6772310458");
    office.refuses({"apply", office.changed_agreement("client = \"adria\"", "client = \"adrai\"")},
                   "there is no client \"adrai\"");
    office.refuses(
        {"apply", office.changed_agreement("policy = \"gentle\"", "policy = \"gentel\"")},
        "there is no policy \"gentel\"");
}

BOOST_AUTO_TEST_CASE(a_letter_no_font_has_is_refused_when_it_is_agreed) {
    Studio office;
    office.refuses({"apply", office.changed_agreement("name = \"Adria Travel d.o.o.\"",
                                                      "name = \"\u4e0a\u6d77 Adria\"")},
                   "the letter \"\u4e0a\" (U+4E0A) cannot be printed");
}

BOOST_AUTO_TEST_CASE(files_that_belong_together) {
    Office office;
    BOOST_REQUIRE_EQUAL(office.run({"init"}), 0);
    const std::string text = read_file(kvit::test::examples() / "studio-ada.toml");
    const auto contracts = text.find("[[contract]]");
    const auto clients = text.find("[[client]]");
    kvit::test::fs::create_directories(office.path("agreements"));
    office.write("agreements/1.toml", text.substr(contracts));
    office.write("agreements/2.toml", text.substr(clients, contracts - clients));
    office.write("agreements/3.toml", text.substr(0, clients));
    BOOST_TEST(office.run({"apply", office.path("agreements").string()}) == 0, office.complained);
    BOOST_TEST(office.run({"apply", (kvit::test::examples() / "studio-ada.toml").string()}) == 0);
    BOOST_TEST(office.said == "Nothing to change: the database already says the same.\n");
    office.write("agreements/4.toml", text.substr(clients, contracts - clients));
    BOOST_TEST(office.run({"apply", office.path("agreements").string()}) == 1);
    BOOST_TEST(office.complained.find("client \"adria\" stands in") != std::string::npos,
               office.complained);
}

BOOST_AUTO_TEST_CASE(imported_work_keeps_its_contract_around_it) {
    Studio office;
    office.refuses(
        {"apply", office.changed_agreement(
                      "from = 2026-01-01\ncycle = \"monthly\"\nbilled = \"arrears\"\nbilling_day = "
                      "1\nterms = { days = 14 }",
                      "from = 2026-01-01\nuntil = 2026-02-01\ncycle = \"monthly\"\nbilled = "
                      "\"arrears\"\nbilling_day = 1\nterms = { days = 14 }")},
        "imported rows of work outside its days");
}

BOOST_AUTO_TEST_CASE(contacts_lie_within_their_contract) {
    Studio office;
    office.refuses(
        {"import", "contacts",
         office.write(
             "old.csv",
             "client,at,channel,direction,minutes,subject\nadria,2025-06-05T09:00,phone,in,5,x\n")},
        "old.csv:2: 2025-06-05 is before contract \"adria-social\" begins on 2026-01-01");
}

BOOST_AUTO_TEST_CASE(an_inbox_that_is_named_is_there) {
    Studio office;
    office.refuses({"day", "--as-of", "2026-01-02", "--inbox", office.path("nowhere").string()},
                   "there is no folder");
}

BOOST_AUTO_TEST_CASE(billed_terms_stay) {
    Studio office;
    BOOST_REQUIRE_EQUAL(
        office.run({"bill", "--month", "2026-02", "--as-of", "2026-02-28", "--quiet"}), 0);
    office.refuses({"apply", office.changed_agreement("fee = \"800.00\"", "fee = \"900.00\"")},
                   "[[contract.amend]]");
    office.refuses({"apply", office.changed_agreement("from = 2026-01-15", "from = 2026-01-10")},
                   "kowalska-biuro");
}

BOOST_AUTO_TEST_CASE(bad_rows_refuse_the_whole_file_and_all_are_listed) {
    Studio office;
    const auto work =
        office.write("work.csv",
                     "contract,start,minutes,service,note\n"
                     "lumen-asysta,2026-03-02T09:00,60,assistance,ok\n"
                     "lumen-asysta,2026-03-29T02:30,60,assistance,skipped by summer time\n"
                     "lumen-asysta,2026-03-03T09:00,abc,assistance,no number\n");
    office.refuses({"import", "work", work}, "work.csv:3, column start");
    BOOST_TEST(office.complained.find("work.csv:4, column minutes") != std::string::npos);
    office.refuses(
        {"import", "work",
         office.write("w2.csv",
                      "contract,start,minutes,service,note\nnobody,2026-03-02T09:00,60,a,b\n")},
        "w2.csv:2: there is no contract \"nobody\"");
    office.refuses(
        {"import", "work",
         office.write(
             "w3.csv",
             "contract,start,minutes,service,note\nkowalska-biuro,2026-01-14T09:00,60,a,b\n")},
        "is before contract \"kowalska-biuro\" begins on 2026-01-15");
    office.refuses(
        {"import", "contacts",
         office.write(
             "c.csv",
             "client,at,channel,direction,minutes,subject\nadria,2026-03-02T09:00,fax,in,5,x\n")},
        "c.csv:2, column channel");
    office.refuses(
        {"import", "requests",
         office.write("r.csv",
                      "contract,asked_on,needed_by,what\nnobody,2026-03-02,2026-03-05,x\n")},
        "r.csv:2: there is no contract \"nobody\"");
}

BOOST_AUTO_TEST_CASE(a_bad_statement_is_refused_with_line_and_element) {
    Studio office;
    std::string xml = read_file(kvit::test::examples() / "statements/2026-01-07-EUR.xml");
    office.refuses({"import", "bank", office.write("cut.xml", xml.substr(0, xml.size() / 2))},
                   "cut.xml:");
    auto sum = xml;
    sum.replace(sum.find("3500.00"), 7, "3500.01");
    office.refuses({"import", "bank", office.write("sum.xml", sum)}, "3500.01");
    auto account = xml;
    account.replace(account.find("PL34109010140000071219812875"), 28,
                    "PL83101010230000261395100000");
    office.refuses({"import", "bank", office.write("account.xml", account)},
                   "PL83101010230000261395100000");
    office.refuses({"import", "bank",
                    office.write("doctype.xml",
                                 "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"b\">]><d/>")},
                   "DOCTYPE");
}

BOOST_AUTO_TEST_CASE(payments_by_hand) {
    Studio office;
    BOOST_REQUIRE_EQUAL(
        office.run({"bill", "--through", "2026-01-01", "--as-of", "2026-01-01", "--quiet"}), 0);
    const std::vector<std::string> day{"--as-of", "2026-01-20"};
    const auto pay = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "pay");
        words.insert(words.end(), day.begin(), day.end());
        return words;
    };
    office.refuses(pay({"FV/2026/01/009", "1.00", "--on", "2026-01-20"}),
                   "there is no invoice \"FV/2026/01/009\"");
    office.refuses(pay({"FV/2026/01/001", "0", "--on", "2026-01-20"}), "not more than zero");
    office.refuses(pay({"FV/2026/01/001", "1500.01", "--on", "2026-01-20"}),
                   "only 1500.00 EUR is open");
    office.refuses(pay({"FV/2026/01/001", "1,00", "--on", "2026-01-20"}),
                   "\"1,00\" is not an amount in EUR");
    office.refuses(pay({"FV/2026/01/001", "1.00", "--on", "2026-01-21"}), "lies after 2026-01-20");
    office.refuses(pay({"FV/2026/01/001", "1.00", "--on", "2025-12-31"}),
                   "before the invoice was issued");
    BOOST_TEST(office.run(pay({"FV/2026/01/001", "500.00", "--on", "2026-01-20"})) == 0);
    BOOST_TEST(office.said == "Recorded. 1000.00 EUR stay open on FV/2026/01/001.\n");
    BOOST_TEST(office.run(pay({"FV/2026/01/001", "500.00", "--on", "2026-01-20"})) == 0);
    BOOST_TEST(office.said ==
               "Already recorded (give --ref for a second equal payment). 1000.00 EUR stay open on "
               "FV/2026/01/001.\n");
    BOOST_TEST(
        office.run(pay({"FV/2026/01/001", "500.00", "--on", "2026-01-20", "--ref", "cash"})) == 0);
    BOOST_TEST(office.said == "Recorded. 500.00 EUR stay open on FV/2026/01/001.\n");
}

BOOST_AUTO_TEST_CASE(unknown_documents_and_businesses) {
    Studio office;
    office.refuses({"show", "FV/2026/01/001"}, "there is no document \"FV/2026/01/001\"");
    office.refuses({"render", "nothing", "-o", office.path("x.pdf").string()},
                   "there is no document \"nothing\"");
    office.refuses({"status", "--business", "other"}, "there is no business \"other\"");
}

BOOST_AUTO_TEST_CASE(usage_errors_exit_with_2) {
    Studio office;
    for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                  {"dance"},
                                                  {"bill"},
                                                  {"bill", "--month", "2026-13"},
                                                  {"status", "--as-of", "tomorrow"},
                                                  {"status", "--format", "doc"},
                                                  {"invoices", "--format", "pdf"},
                                                  {"aging", "--days", "0"},
                                                  {"aging", "--dso", "--items"},
                                                  {"statement"},
                                                  {"lateness", "--known-on", "x"},
                                                  {"render", "x"},
                                                  {"import"},
                                                  {"pay", "x", "1"},
                                                  {"credit", "x", "--full"},
                                                  {"credit", "x", "--reason", "y"}}) {
        BOOST_TEST(office.run(words) == 2, (words.empty() ? "nothing" : words.back())
                                               << ": " << office.complained);
    }
}

BOOST_AUTO_TEST_CASE(a_failing_environment_exits_with_4) {
    Office empty;
    BOOST_TEST(empty.run({"status"}) == 4);
    BOOST_TEST(empty.complained.find("kvit init") != std::string::npos, empty.complained);

    Studio office;
    BOOST_TEST(office.run({"init"}) == 4);
    BOOST_TEST(office.run({"apply", office.path("missing.toml").string()}) == 4);
    BOOST_TEST(office.complained.find("missing.toml") != std::string::npos);

    const int lock = open(office.path("kvit.db.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    BOOST_REQUIRE_EQUAL(flock(lock, LOCK_EX | LOCK_NB), 0);
    BOOST_TEST(office.run({"day", "--as-of", "2026-01-02"}) == 4);
    BOOST_TEST(office.complained.find("another kvit command is working on") != std::string::npos,
               office.complained);
    BOOST_TEST(office.run({"status", "--as-of", "2026-01-02"}) == 0);  // reading needs no lock
    close(lock);
    BOOST_TEST(office.run({"day", "--as-of", "2026-01-02", "--quiet"}) == 0);

    BOOST_TEST(office.run({"status", "--as-of", "2026-01-02", "-o", "/dev/full"}) == 4);
    Office damaged;
    damaged.write("kvit.db", "not a database, only some text of a few words");
    BOOST_TEST(damaged.run({"status"}) == 4);
    BOOST_TEST(damaged.complained.find("is not a kvit database") != std::string::npos,
               damaged.complained);
}

BOOST_AUTO_TEST_SUITE_END()
