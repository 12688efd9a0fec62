// kvit credit: what it prints, what it refuses with which sentence, and what stands in the books
// after it.
#include "cli/office.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using kvit::test::Office;
using kvit::test::read_file;
using Json = nlohmann::json;

namespace {

// FV/2026/01/001 of nord, 1500.00 EUR, on the first day; on 1 February FV/2026/02/001 of adria,
// 800.00 EUR, /002 of balaton, 180000 HUF, /003 of kowalska and /004 of lumen, PLN with VAT.
class Studio : public Office {
  public:
    Studio() {
        open_studio();
        BOOST_REQUIRE_EQUAL(
            run({"bill", "--through", "2026-02-01", "--as-of", "2026-02-01", "--quiet"}), 0);
    }

    int credit(std::vector<std::string> words, const std::string& day = "2026-02-10") {
        words.insert(words.begin(), "credit");
        words.insert(words.end(), {"--as-of", day});
        return run(words);
    }
    void credits(std::vector<std::string> words, const std::string& last_line) {
        words.insert(words.end(), {"--reason", "Pomyłka w godzinach"});
        BOOST_TEST(credit(words) == 0, complained);
        const auto end = said.rfind('\n', said.size() - 2);
        BOOST_TEST(said.substr(end + 1) == last_line + "\n");
    }
    void refuses(std::vector<std::string> words, const std::string& sentence,
                 const std::string& day = "2026-02-10") {
        const auto before = read_file(path("kvit.db"));
        BOOST_TEST(credit(words, day) == 1, complained);
        BOOST_TEST(complained == "kvit: " + sentence + "\n");
        BOOST_TEST((read_file(path("kvit.db")) == before), "the database was touched");
    }
    Json json(std::vector<std::string> words) {
        words.insert(words.end(), {"--format", "json"});
        BOOST_REQUIRE_MESSAGE(run(words) == 0, complained);
        return Json::parse(said);
    }
    Json shown(const std::string& number) {
        return json({"show", number, "--as-of", "2026-02-28"}).at(0);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(credit)

BOOST_AUTO_TEST_CASE(in_full) {
    Studio office;
    office.credits({"FV/2026/02/001", "--full"},
                   "800.00 EUR credited on FV/2026/02/001; 0.00 EUR stay open on it.");
    const Json note = office.shown("KOR/2026/001");
    BOOST_TEST(note.at("kind") == "credit_note");
    BOOST_TEST(note.at("gross") == "-800.00");
    BOOST_TEST(note.at("open") == "0.00");
    BOOST_TEST(note.at("settled_on").is_null());
    BOOST_TEST(note.at("issued_on") == "2026-02-10");
    BOOST_TEST(note.at("due_on") == "2026-02-10");
    BOOST_TEST(note.at("cycle").at("from") == "2026-01-01");
    BOOST_TEST(note.at("lines").at(0).at("quantity") == -1);
    const Json invoice = office.shown("FV/2026/02/001");
    BOOST_TEST(invoice.at("gross") == "800.00");
    BOOST_TEST(invoice.at("open") == "0.00");
    BOOST_TEST(invoice.at("settled_on") == "2026-02-10");
    BOOST_TEST(office.run({"verify"}) == 0, office.said);
    BOOST_TEST(office.run({"render", "KOR/2026/001", "-o", office.path("c.pdf").string()}) == 0);
    BOOST_TEST((read_file(office.path("c.pdf")) ==
                read_file(office.path("documents/studio-ada/2026/KOR-2026-001.pdf"))));
    BOOST_TEST(office.run({"send", "--as-of", "2026-02-10"}) == 0);
    BOOST_TEST(office.said.find("sent KOR/2026/001 to racuni@adria.example") != std::string::npos,
               office.said);
}

BOOST_AUTO_TEST_CASE(by_line_and_by_amount) {
    Studio office;
    office.credits({"FV/2026/02/004", "--amount", "123.00"},
                   "123.00 PLN credited on FV/2026/02/004; 2829.00 PLN stay open on it.");
    office.credits({"FV/2026/02/003", "--line", "1"},
                   "236.09 PLN credited on FV/2026/02/003; 0.00 PLN stay open on it.");
    office.credits({"FV/2026/02/004", "--full"},
                   "2829.00 PLN credited on FV/2026/02/004; 0.00 PLN stay open on it.");
    const Json last = office.shown("KOR/2026/003");
    BOOST_TEST(last.at("net") == "-2300.00");
    BOOST_TEST(last.at("lines").at(0).at("net") == "-2400.00");
    BOOST_TEST(last.at("lines").at(1).at("net") == "100.00");
    BOOST_TEST(last.at("lines").at(1).at("text") == "Skorygowano wcześniej: KOR/2026/001");
    const Json all = office.json({"invoices", "--client", "lumen", "--as-of", "2026-02-28"});
    BOOST_TEST(all.size() == 3u);
    BOOST_TEST(all.at(1).at("number") == "KOR/2026/001");
    BOOST_TEST(office.json({"invoices", "--as-of", "2026-02-09"}).size() == 6u);
    BOOST_TEST(
        office.json({"invoices", "--open", "--client", "lumen", "--as-of", "2026-02-28"}).empty());
    BOOST_TEST(office.run({"verify"}) == 0, office.said);
}

BOOST_AUTO_TEST_CASE(the_vat_of_what_is_left_is_right_and_verify_knows_why) {
    Studio office;
    office.credits({"FV/2026/02/004", "--amount", "0.12"},
                   "0.12 PLN credited on FV/2026/02/004; 2951.88 PLN stay open on it.");
    office.credits({"FV/2026/02/004", "--amount", "0.02"},
                   "0.02 PLN credited on FV/2026/02/004; 2951.86 PLN stay open on it.");
    // 551.98 of 2399.90 is VAT, 551.97 of 2399.89; alone 0.01 would have none.
    BOOST_TEST(office.shown("KOR/2026/002").at("net") == "-0.01");
    BOOST_TEST(office.shown("KOR/2026/002").at("tax") == "-0.01");
    BOOST_TEST(office.run({"verify"}) == 0, office.said);
}

BOOST_AUTO_TEST_CASE(what_was_paid_stands_to_the_clients_account) {
    Studio office;
    BOOST_REQUIRE_EQUAL(office.run({"pay", "FV/2026/02/001", "500.00", "--on", "2026-02-05",
                                    "--as-of", "2026-02-05", "--quiet"}),
                        0);
    office.credits({"FV/2026/02/001", "--amount", "300.00"},
                   "300.00 EUR credited on FV/2026/02/001; 0.00 EUR stay open on it.");
    office.credits({"FV/2026/02/001", "--amount", "200.00"},
                   "200.00 EUR of it were paid already and go to the unapplied cash of adria.");
    const Json aging = office.json({"aging", "--as-of", "2026-02-28"});
    BOOST_TEST(aging.at(0).at("client") == "adria");
    BOOST_TEST(aging.at(0).at("total") == "0.00");
    BOOST_TEST(aging.at(0).at("unapplied") == "200.00");
    BOOST_TEST(office.run({"show", "KOR/2026/002", "--as-of", "2026-02-28"}) == 0);
    BOOST_TEST(office.said.find("Iznos u Vašu korist") != std::string::npos, office.said);
    BOOST_TEST(office.run({"verify"}) == 0, office.said);
}

BOOST_AUTO_TEST_CASE(a_dry_run_issues_nothing) {
    Studio office;
    const auto before = read_file(office.path("kvit.db"));
    office.credits(
        {"FV/2026/02/001", "--full", "--dry-run"},
        "800.00 EUR would be credited on FV/2026/02/001; 0.00 EUR would stay open on it.");
    BOOST_TEST(office.said.find("draft") != std::string::npos, office.said);
    BOOST_TEST((read_file(office.path("kvit.db")) == before));
    BOOST_TEST(office.credit({"FV/2026/02/001", "--full", "--dry-run", "--reason", "x", "--format",
                              "json"}) == 0);
    const Json note = Json::parse(office.said).at(0);
    BOOST_TEST(note.at("number").is_null());
    BOOST_TEST(note.at("gross") == "-800.00");
}

BOOST_AUTO_TEST_CASE(refusals_and_their_reasons) {
    Studio office;
    const auto with = [](std::vector<std::string> words, const std::string& reason = "x") {
        words.insert(words.end(), {"--reason", reason});
        return words;
    };
    const std::string first = "FV/2026/02/001";
    const std::string where = "credit of FV/2026/02/001: ";
    office.refuses(with({"FV/1", "--full"}),
                   "there is no invoice \"FV/1\"; kvit invoices lists them.");
    office.refuses(with({"FV/1", "--amount", "1.00"}),
                   "there is no invoice \"FV/1\"; kvit invoices lists them.");
    office.refuses(
        with({first, "--amount", "1,00"}),
        "\"1,00\" is not an amount in EUR; write it like \"2400.00\", with a point and at "
        "most 2 decimals.");
    office.refuses(with({first, "--amount", "0"}),
                   where + "the amount is not more than zero; give what the client pays less.");
    office.refuses(with({first, "--amount", "800.01"}),
                   where + "only 800.00 EUR of it is left; credit the rest with --full.");
    office.refuses(with({first, "--line", "2"}), where + "it has no line 2; its only line is 1.");
    office.refuses(with({first, "--full"}, "  "),
                   "--reason: the text is empty; write at least one letter.");
    office.refuses(with({first, "--full"}, "two\nlines"),
                   "--reason: the text has a control character (U+000A); remove it.");
    office.refuses(with({first, "--full"}, std::string(201, 'x')),
                   "--reason: the text has 201 letters; write at most 200.");
    BOOST_TEST(office.credit(with({first, "--full"}, "\u4e0a")) == 1);
    BOOST_TEST(
        office.complained.find("--reason: the letter \"\u4e0a\" (U+4E0A) cannot be printed") !=
            std::string::npos,
        office.complained);
    office.refuses(with({first, "--full"}),
                   where +
                       "2026-01-31 lies before the invoice's issue date, 2026-02-01; give that "
                       "day or a later one with --as-of.",
                   "2026-01-31");
    office.refuses(with({"FV/2026/02/004", "--amount", "0.13"}),
                   "credit of FV/2026/02/004: no net amount gives 0.13 PLN with its VAT; the "
                   "nearest is 0.12 PLN or 0.14 PLN.");
    office.refuses(with({"FV/2026/02/002", "--amount", "0.50"}),
                   "credit of FV/2026/02/002: invoices in HUF are in whole units; give an amount "
                   "without decimals.");
    BOOST_REQUIRE_EQUAL(office.credit(with({first, "--full"})), 0);
    office.refuses(with({first, "--full"}),
                   where + "nothing is left of it to credit; kvit show " + first + " shows it.");
    office.refuses(with({"KOR/2026/001", "--full"}),
                   "credit of KOR/2026/001: it is not an invoice but a note; give the number of "
                   "the invoice to correct.");
    office.refuses(with({"FV/2026/02/004", "--full"}),
                   "credit of FV/2026/02/004: 2026-02-09 lies before the date of the last credit "
                   "note, 2026-02-10, and numbers follow their dates; give that day or a later one "
                   "with --as-of.",
                   "2026-02-09");
    BOOST_TEST(office.run({"verify"}) == 0, office.said);
}

BOOST_AUTO_TEST_CASE(exactly_one_of_the_three) {
    Studio office;
    for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                  {"--full", "--line", "1"},
                                                  {"--full", "--amount", "1.00"},
                                                  {"--line", "1", "--amount", "1.00"},
                                                  {"--line", "one"}}) {
        auto all = words;
        all.insert(all.begin(), "FV/2026/02/001");
        all.insert(all.end(), {"--reason", "x"});
        BOOST_TEST(office.credit(all) == 2, office.complained);
    }
    BOOST_TEST(office.credit({"FV/2026/02/001", "--full"}) == 2);
    BOOST_TEST(office.complained.find("--reason is required") != std::string::npos,
               office.complained);
}

BOOST_AUTO_TEST_CASE(a_pattern_whose_number_exists_is_refused) {
    Studio office;
    std::string text = read_file(kvit::test::examples() / "studio-ada.toml");
    text.replace(text.find("FV/{yyyy}/{mm}/{n:3}"), 20, "RE/{yyyy}/{n:3}");
    text.replace(text.find("KOR/{yyyy}/{n:3}"), 16, "FV/{yyyy}/{mm}/{n:3}");
    BOOST_REQUIRE_EQUAL(
        office.run({"apply", office.write("new.toml", text), "--as-of", "2026-02-02"}), 0);
    office.refuses({"FV/2026/02/004", "--full", "--reason", "x"},
                   "numbering.credit_note: the next number FV/2026/02/001 exists already; choose a "
                   "pattern whose numbers differ from those of invoices.");
}

BOOST_AUTO_TEST_CASE(a_payment_that_names_the_note_beside_its_invoice_pays_the_rest) {
    Studio office;
    office.credits({"FV/2026/02/001", "--amount", "100.00"},
                   "100.00 EUR credited on FV/2026/02/001; 700.00 EUR stay open on it.");
    std::string xml = read_file(kvit::test::examples() / "statements/2026-02-13-EUR.xml");
    const auto replace = [&](const std::string& from, const std::string& to) {
        BOOST_REQUIRE(xml.find(from) != std::string::npos);
        for (auto at = xml.find(from); at != std::string::npos; at = xml.find(from, at + to.size()))
            xml.replace(at, from.size(), to);
    };
    replace("4300.00", "4200.00");
    replace("800.00", "700.00");
    replace("FV/2026/02/001", "FV/2026/02/001 minus KOR/2026/001");
    const Json bank =
        office.json({"import", "bank", office.write("b.xml", xml), "--as-of", "2026-02-13"});
    BOOST_TEST(bank.at("matched") == 1);
    BOOST_TEST(office.shown("FV/2026/02/001").at("settled_on") == "2026-02-13");
}

BOOST_AUTO_TEST_CASE(a_letter_about_it_that_has_not_left_is_cancelled) {
    Studio office;
    BOOST_REQUIRE_EQUAL(office.run({"review", "--as-of", "2026-02-17", "--quiet"}), 0);
    BOOST_REQUIRE_EQUAL(office.credit({"FV/2026/02/001", "--full", "--reason", "x"}, "2026-02-17"),
                        0);
    const Json notices = office.json({"notices", "--client", "adria", "--as-of", "2026-02-17"});
    BOOST_REQUIRE(notices.size() == 1u);
    BOOST_TEST(notices.at(0).at("state") == "cancelled");
    BOOST_TEST(notices.at(0).at("cancelled_because") == "credited before it was sent");
}

BOOST_AUTO_TEST_SUITE_END()
