// The everyday paths of the commands: formats, dry runs, running twice, what waits for a person.
#include "cli/desk.h"

using kvit::test::Desk;
using kvit::test::Office;
using kvit::test::read_file;
using kvit::core::operator""_iso;
using kvit::test::Json;

namespace {

class Studio : public Desk {
  public:
    Studio() { open_studio(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(commands)

BOOST_AUTO_TEST_CASE(applying_again_changes_nothing) {
    Studio office;
    const auto before = read_file(office.path("kvit.db"));
    BOOST_TEST(office.run({"apply", (kvit::test::examples() / "studio-ada.toml").string()}) == 0);
    BOOST_TEST(office.said == "Nothing to change: the database already says the same.\n");
    BOOST_TEST((read_file(office.path("kvit.db")) == before));
}

BOOST_AUTO_TEST_CASE(importing_again_changes_nothing) {
    Studio office;
    BOOST_TEST(office.run({"import", "work", (kvit::test::examples() / "work.csv").string()}) == 0);
    BOOST_TEST(office.said == "0 work rows added, 226 already known.\n");
    const auto statement = office.path("inbox/2026-01-07-EUR.xml").string();
    const auto first = office.json({"import", "bank", statement, "--as-of", "2026-01-07"});
    BOOST_TEST(first.at("unmatched") == 1);  // its invoice is not issued yet
    const auto again = office.json({"import", "bank", statement, "--as-of", "2026-01-07"});
    BOOST_TEST(again.at("already_known") == 1);
    BOOST_TEST(again.at("unmatched") == 0);
    BOOST_TEST(
        office.run({"bill", "--through", "2026-01-07", "--as-of", "2026-01-07", "--quiet"}) == 0);
    const auto invoice = office.json({"show", "FV/2026/01/001", "--as-of", "2026-01-07"});
    BOOST_TEST(invoice.at(0).at("open") == "0.00");
    BOOST_TEST(invoice.at(0).at("settled_on") == "2026-01-07");
}

BOOST_AUTO_TEST_CASE(standard_input) {
    Office office;
    BOOST_REQUIRE_EQUAL(office.run({"init"}), 0);
    BOOST_REQUIRE_EQUAL(
        office.run({"apply", (kvit::test::examples() / "studio-ada.toml").string()}), 0);
    BOOST_TEST(
        office.run(
            {"import", "work", "-"},
            "contract;start;minutes;service;note\nverde-ore;2026-01-02T14:00;95;assistance;x\n") ==
        0);
    BOOST_TEST(office.said == "1 work row added, 0 already known.\n");
    BOOST_TEST(office.run({"import", "work", "-"}, "contract;start\n") == 1);
    BOOST_TEST(office.complained.find("standard input:1") != std::string::npos, office.complained);
}

BOOST_AUTO_TEST_CASE(a_dry_run_writes_nothing) {
    Studio office;
    const auto before = read_file(office.path("kvit.db"));
    const auto drafts =
        office.json({"bill", "--month", "2026-02", "--as-of", "2026-02-28", "--dry-run"});
    BOOST_TEST(drafts.size() == 6u);
    BOOST_TEST(drafts.at(0).at("number").is_null());
    BOOST_TEST((read_file(office.path("kvit.db")) == before));
}

BOOST_AUTO_TEST_CASE(work_imported_late_goes_on_the_next_invoice_of_its_contract) {
    Studio office;
    BOOST_REQUIRE_EQUAL(
        office.run({"bill", "--month", "2026-02", "--as-of", "2026-02-28", "--quiet"}), 0);
    BOOST_REQUIRE_EQUAL(
        office.run(
            {"import", "work", "-", "--as-of", "2026-02-28"},
            "contract,start,minutes,service,note\nverde-ore,2026-01-30T14:00,60,assistance,late\n"),
        0);
    BOOST_REQUIRE(office.run({"bill", "--month", "2026-03", "--as-of", "2026-03-31", "--quiet"}) ==
                  0);
    const auto invoices = office.json({"invoices", "--client", "verde", "--as-of", "2026-03-31"});
    BOOST_REQUIRE(invoices.size() == 2u);
    BOOST_TEST(invoices.at(0).at("net") == "307.50");
    BOOST_TEST(invoices.at(1).at("net") ==
               "352.50");  // February's 307.50 and the late hour's 45.00
    BOOST_TEST(invoices.at(1).at("lines").size() == 2u);
    BOOST_TEST(office.run({"verify"}) == 0);
}

BOOST_AUTO_TEST_CASE(a_payment_for_two_invoices_waits_for_both_whenever_the_run_comes) {
    for (const bool daily : {true, false}) {
        Studio office;
        kvit::test::fs::remove_all(office.path("inbox"));
        kvit::test::fs::create_directories(office.path("inbox"));
        std::string xml = read_file(kvit::test::examples() / "statements/2026-03-16-EUR.xml");
        const auto replace = [&](const std::string& from, const std::string& to) {
            for (auto at = xml.find(from); at != std::string::npos;
                 at = xml.find(from, at + to.size())) {
                xml.replace(at, from.size(), to);
            }
        };
        replace("800.00", "1600.00");
        replace("5100.00", "5900.00");
        replace("FV 2026/03/001", "FV/2026/02/001 i FV/2026/03/001");
        office.write("inbox/march.xml", xml);
        if (daily) {
            for (int i = 0; i < 75; ++i) office.day("2026-01-01"_iso + date::days(i));
        } else {
            office.day("2026-02-02"_iso);
            office.day("2026-03-16"_iso);
        }
        const auto invoices =
            office.json({"invoices", "--client", "adria", "--as-of", "2026-03-16"});
        BOOST_TEST(invoices.at(0).at("settled_on") == "2026-03-16");
        BOOST_TEST(invoices.at(1).at("settled_on") == "2026-03-16");
    }
}

BOOST_AUTO_TEST_CASE(work_of_an_advance_cycle_goes_on_the_next_invoice_also_when_the_run_was_late) {
    for (const bool late : {true, false}) {
        Desk office;
        std::string text = read_file(kvit::test::examples() / "studio-ada.toml");
        const auto at = text.find("id = \"verde-ore\"");
        text.replace(text.find("billed = \"arrears\"", at), 18, "billed = \"advance\"");
        text.insert(text.find("out_of_scope", at),
                    "fixed = [ { title = \"Base\", amount = \"100.00\", per = \"cycle\" } ]\n");
        BOOST_REQUIRE_EQUAL(office.run({"init"}), 0);
        BOOST_REQUIRE_EQUAL(office.run({"apply", office.write("a.toml", text)}), 0);
        if (!late) office.day("2026-01-01"_iso);
        BOOST_REQUIRE_EQUAL(office.run({"import", "work", "-", "--as-of", "2026-01-20"},
                                       "contract,start,minutes,service,note\nverde-ore,2026-01-"
                                       "19T14:00,60,assistance,x\n"),
                            0);
        office.day("2026-02-01"_iso);
        const auto invoices =
            office.json({"invoices", "--client", "verde", "--as-of", "2026-02-01"});
        BOOST_TEST(invoices.at(0).at("net") == "100.00");
        BOOST_TEST(invoices.at(1).at("net") == "145.00");
    }
}

BOOST_AUTO_TEST_CASE(late_work_of_an_ended_contract_goes_on_a_closing_invoice) {
    Desk office;
    std::string text = read_file(kvit::test::examples() / "studio-ada.toml");
    const auto at = text.find("id = \"verde-ore\"");
    text.insert(text.find("cycle =", at), "until = 2026-02-01\n");
    BOOST_REQUIRE_EQUAL(office.run({"init"}), 0);
    BOOST_REQUIRE_EQUAL(office.run({"apply", office.write("a.toml", text)}), 0);
    const std::string head = "contract,start,minutes,service,note\nverde-ore,2026-01-19T14:00,";
    const auto import_work = [&](const char* day, const std::string& row) {
        BOOST_REQUIRE_EQUAL(office.run({"import", "work", "-", "--as-of", day}, head + row), 0);
    };
    import_work("2026-01-20", "60,assistance,x\n");
    office.day("2026-02-01"_iso);
    import_work("2026-02-10", "90,assistance,late\n");
    office.day("2026-02-12"_iso);
    office.day("2026-02-13"_iso);  // once
    import_work("2026-02-20", "20,assistance,later still\n");
    office.day("2026-02-20"_iso);
    const auto invoices = office.json({"invoices", "--client", "verde", "--as-of", "2026-02-20"});
    BOOST_REQUIRE(invoices.size() == 3U);
    BOOST_TEST(invoices.at(0).at("net") == "45.00");
    BOOST_TEST(invoices.at(1).at("net") == "67.50");
    BOOST_TEST(invoices.at(1).at("issued_on") == "2026-02-10");
    BOOST_TEST(invoices.at(1).at("supplied_on") == "2026-01-31");
    BOOST_TEST(invoices.at(2).at("net") == "15.00");
    // What was closed is not opened again: the days after the end are billed.
    text.replace(text.find("until = 2026-02-01"), 18, "until = 2026-03-01");
    BOOST_TEST(office.run({"apply", office.write("a.toml", text)}) == 1);
    BOOST_TEST(
        office.complained.find("was closed with the invoice of 2026-02-20") != std::string::npos,
        office.complained);
}

BOOST_AUTO_TEST_CASE(invoices_issued_ahead_leave_on_their_day) {
    Studio office;
    BOOST_REQUIRE_EQUAL(
        office.run({"bill", "--through", "2026-04-01", "--as-of", "2026-01-01", "--quiet"}), 3);
    BOOST_TEST(office.complained.find("dated after 2026-01-01") != std::string::npos,
               office.complained);
    BOOST_REQUIRE_EQUAL(office.run({"send", "--as-of", "2026-01-01"}), 0);
    BOOST_TEST(office.said.starts_with(
        "sent FV/2026/01/001 to rechnung@nordlicht.example\n1 message written"));
    BOOST_REQUIRE_EQUAL(office.run({"send", "--as-of", "2026-02-01"}), 0);
    BOOST_TEST(office.said.find("5 messages written") != std::string::npos, office.said);
}

BOOST_AUTO_TEST_CASE(a_new_number_pattern_keeps_the_books_verifiable) {
    Studio office;
    office.day("2026-02-01"_iso);
    std::string text = read_file(kvit::test::examples() / "studio-ada.toml");
    text.replace(text.find("FV/{yyyy}/{mm}/{n:3}"), 20, "RE-{yyyy}-{n:4}");
    BOOST_REQUIRE_EQUAL(
        office.run({"apply", office.write("new.toml", text), "--as-of", "2026-02-02"}), 0);
    office.day("2026-03-01"_iso);
    const auto invoices = office.json({"invoices", "--client", "adria", "--as-of", "2026-03-01"});
    BOOST_TEST(invoices.at(1).at("number") == "RE-2026-0001");
    BOOST_TEST(office.run({"verify"}) == 0, office.said);
}

BOOST_AUTO_TEST_CASE(the_clock_going_back_decides_nothing) {
    Studio office;
    for (int i = 0; i < 110; ++i) office.day("2026-01-01"_iso + date::days(i));
    const auto notices = office.json({"notices", "--as-of", "2026-12-31"});
    office.day("2026-04-02"_iso);
    BOOST_TEST(office.json({"notices", "--as-of", "2026-12-31"}) == notices);
    BOOST_TEST(office.run({"review", "--as-of", "2026-04-02"}) == 0);
    BOOST_TEST(office.said ==
               "Nothing to decide: 2026-04-02 lies before 2026-04-20, which has been reviewed.\n");
}

BOOST_AUTO_TEST_CASE(a_broken_file_in_the_inbox_does_not_stop_the_day) {
    Studio office;
    office.write("inbox/broken.xml", "<?xml version=\"1.0\"?><Document>");
    BOOST_TEST(office.run({"day", "--as-of", "2026-01-07", "--quiet"}) == 3);
    BOOST_TEST(office.complained.find("broken.xml") != std::string::npos);
    const auto invoices = office.json({"invoices", "--as-of", "2026-01-07"});
    BOOST_TEST(invoices.at(0).at("settled_on") == "2026-01-07");
    BOOST_TEST(kvit::test::fs::exists(office.path("inbox/broken.xml")));
    BOOST_TEST(kvit::test::fs::exists(office.path("inbox/done/2026-01-07-EUR.xml")));
    BOOST_TEST(
        kvit::test::fs::exists(office.path("inbox/2026-02-09-PLN.xml")));  // its day has not come
}

BOOST_AUTO_TEST_CASE(a_payment_before_the_letter_left_cancels_it) {
    Studio office;
    BOOST_REQUIRE_EQUAL(
        office.run({"bill", "--month", "2026-02", "--as-of", "2026-02-01", "--quiet"}), 0);
    BOOST_REQUIRE_EQUAL(office.run({"send", "--as-of", "2026-02-01", "--quiet"}), 0);
    BOOST_REQUIRE_EQUAL(office.run({"review", "--as-of", "2026-02-17", "--quiet"}), 0);
    BOOST_REQUIRE_EQUAL(office.run({"pay", "FV/2026/02/001", "800.00", "--on", "2026-02-17",
                                    "--as-of", "2026-02-17", "--quiet"}),
                        0);
    BOOST_REQUIRE_EQUAL(office.run({"send", "--as-of", "2026-02-17", "--quiet"}), 0);
    for (const auto& notice :
         office.json({"notices", "--client", "adria", "--as-of", "2026-02-17"})) {
        BOOST_TEST(notice.at("state") == "cancelled");
        BOOST_TEST(notice.at("cancelled_because") == "paid before it was sent");
    }
    BOOST_REQUIRE_EQUAL(office.run({"review", "--as-of", "2026-02-18", "--quiet"}), 0);
    const auto status = office.json({"status", "--as-of", "2026-02-18"});
    BOOST_TEST(status.at(0).at("work_status") == "active");
}

BOOST_AUTO_TEST_CASE(status_json_has_every_field) {
    Studio office;
    for (int i = 0; i < 40; ++i) office.day("2026-01-01"_iso + date::days(i));
    const auto status = office.json({"status", "--as-of", "2026-02-09"});
    BOOST_TEST(status.size() == 6u);
    for (const char* field : {"business", "client", "contract", "work_status", "since", "level",
                              "overdue", "open", "days_past_due_max", "oldest_due_on", "held_by",
                              "waits_for", "reasons", "next_review", "trend"}) {
        BOOST_TEST(status.at(0).contains(field), field);
    }
}

BOOST_AUTO_TEST_CASE(render_gives_the_archived_bytes) {
    Studio office;
    office.day("2026-01-01"_iso);
    BOOST_TEST(office.run({"render", "FV/2026/01/001", "-o", office.path("copy.pdf").string()}) ==
               0);
    BOOST_TEST((read_file(office.path("copy.pdf")) ==
                read_file(office.path("documents/studio-ada/2026/FV-2026-01-001.pdf"))));
    office.write("documents/studio-ada/2026/FV-2026-01-001.pdf", "forged");
    BOOST_TEST(office.run({"render", "FV/2026/01/001", "-o", office.path("copy.pdf").string()}) ==
               4);
    BOOST_TEST(office.run({"verify"}) == 4);
    BOOST_TEST(office.said.find("FAILED  documents: studio-ada/2026/FV-2026-01-001.pdf was changed "
                                "since it was issued") != std::string::npos,
               office.said);
}

BOOST_AUTO_TEST_CASE(help_shows_an_example) {
    Office office;
    for (const std::string command :
         {"init",     "apply",    "bill",      "review",  "send",     "day",     "status",
          "aging",    "lateness", "statement", "clients", "invoices", "notices", "pay",
          "allocate", "refund",   "write-off", "credit",  "show",     "render",  "verify"}) {
        BOOST_TEST(office.run({command, "--help"}) == 0);
        BOOST_TEST(office.said.find("Example: kvit " + command) != std::string::npos, command);
    }
    BOOST_TEST(office.run({"--version"}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
