// What an invoice billed, entry by entry; the timesheet behind it; and why a line stands there.
#include "cli/office.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <map>

using kvit::test::Office;
using kvit::test::read_file;
using kvit::core::operator""_iso;
using Json = nlohmann::json;

namespace {

class Studio : public Office {
  public:
    Studio() { open_studio(); }

    void bill(const std::string& through) {
        const int code = run({"bill", "--through", through, "--as-of", through, "--quiet"});
        BOOST_REQUIRE_MESSAGE(code == 0 || code == 3, complained);
    }
    Json json(std::vector<std::string> words) {
        words.insert(words.end(), {"--format", "json"});
        BOOST_REQUIRE_MESSAGE(run(words) == 0, complained);
        return Json::parse(said);
    }
    bool says(const std::string& text) const { return said.find(text) != std::string::npos; }
    void refuses(const std::vector<std::string>& words, const std::string& sentence) {
        BOOST_TEST(run(words) == 1);
        BOOST_TEST(complained.find(sentence) != std::string::npos, complained);
        BOOST_TEST(said == "");
    }
};

// The table's minutes of a contract in a month, counted by hand from work.csv: "2026-01".
int minutes_in_file(const std::string& contract, const std::string& month) {
    const std::string head = contract + "," + month;
    std::ifstream file(kvit::test::examples() / "work.csv");
    int sum = 0;
    for (std::string row; std::getline(file, row);) {
        if (!row.starts_with(head)) continue;
        const auto minutes = row.find(',', contract.size() + 1) + 1;
        sum += std::stoi(row.substr(minutes));
    }
    return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sources)

BOOST_AUTO_TEST_CASE(the_entries_of_every_line_add_up) {
    Studio office;
    office.bill("2026-12-01");
    const auto invoices = office.json({"invoices", "--as-of", "2026-12-01"});
    std::map<std::string, int> worked;  // by contract and month
    for (const auto& invoice : invoices) {
        const std::string number = invoice.at("number");
        const auto shown = office.json({"show", number, "--sources"});
        BOOST_REQUIRE(shown.at("lines").size() >= invoice.at("lines").size());
        for (const auto& line : shown.at("lines")) {
            int sum = 0;
            for (const auto& entry : line.at("entries")) {
                const int minutes = entry.at("minutes");
                sum += minutes;
                const std::string month = std::string(entry.at("start")).substr(0, 7);
                if (entry.at("kind") == "work")
                    worked[std::string(shown.at("contract")) + " " + month] += minutes;
            }
            BOOST_TEST(line.at("minutes") == sum, number);
            if (line.at("unit") == "MIN") BOOST_TEST(line.at("quantity") == sum, number);
        }
    }
    BOOST_TEST(worked.size() == 30U);  // three contracts with work, January to October
    for (const auto& [what, minutes] : worked) {
        const auto blank = what.find(' ');
        const std::string contract = what.substr(0, blank), month = what.substr(blank + 1);
        // Consulting for verde waits as a quote.
        const bool has_quote = month == "2026-03" || month == "2026-07";
        const int held = contract == "verde-ore" && has_quote ? 120 : 0;
        BOOST_TEST(minutes + held == minutes_in_file(contract, month), what);
    }
}

BOOST_AUTO_TEST_CASE(as_text_below_each_line) {
    Studio office;
    office.bill("2026-03-01");
    BOOST_REQUIRE_EQUAL(office.run({"show", "FV/2026/02/001", "--sources"}), 0);
    BOOST_TEST(office.says("FV/2026/02/001, adria-social, 2026-01-01 to 2026-01-31\n"));
    BOOST_TEST(office.says("1. Paušalna naknada: Vođenje društvenih mreža"), office.said);
    BOOST_TEST(office.says(", 20:00 h included\n"), office.said);
    BOOST_TEST(office.says("2026-01-02  10:00  1:50   social   objave i odgovori  row:"),
               office.said);
    BOOST_TEST(office.says("\nsum                18:20\n"), office.said);  // 10 times 110 minutes

    // A contact of a Saturday, beside work within the hours.
    BOOST_REQUIRE_EQUAL(office.run({"show", "FV/2026/03/004", "--sources"}), 0);
    BOOST_TEST(office.says("lumen-asysta"), office.said);
    BOOST_TEST(office.says("2026-02-07  11:20  0:30  phone    pilne pytanie"), office.said);

    // A fixed fee has none.
    BOOST_REQUIRE_EQUAL(office.run({"show", "FV/2026/02/002", "--sources"}), 0);
    BOOST_TEST(office.says("No entries.\n"), office.said);
}

BOOST_AUTO_TEST_CASE(an_entry_split_over_lines_stands_in_each_with_its_part) {
    Studio office;
    BOOST_REQUIRE_EQUAL(
        office.run({"import", "work", "-", "--as-of", "2026-01-31"},
                   "contract,start,minutes,service,note,ref\n"
                   "lumen-asysta,2026-01-26T13:00,180,assistance,listy,r-1\n"
                   "lumen-asysta,2026-01-27T16:00,120,assistance,\"wieczór, pilne\",r-2\n"),
        0);
    office.bill("2026-02-01");
    const auto shown = office.json({"show", "FV/2026/02/004", "--sources"});
    std::vector<std::string> found;
    for (const auto& line : shown.at("lines")) {
        for (const auto& entry : line.at("entries")) {
            const std::string key = entry.at("key");
            if (!key.starts_with("ref:r-")) continue;
            found.push_back(std::string(line.at("source")) + " " + key.substr(4) + " " +
                            entry.at("minutes").dump() + "/" + entry.at("entry_minutes").dump());
        }
    }
    // 16:00 are included and were worked before; from 17:00 the office is closed.
    BOOST_TEST(found == (std::vector<std::string>{"overage r-1 180/180", "overage r-2 60/120",
                                                  "after_hours_work r-2 60/120"}),
               boost::test_tools::per_element());
    BOOST_REQUIRE_EQUAL(office.run({"show", "FV/2026/02/004", "--sources"}), 0);
    BOOST_TEST(office.says("2026-01-27  16:00  1:00 of 2:00  assistance  wieczór, pilne"),
               office.said);
    BOOST_REQUIRE_EQUAL(office.run({"show", "FV/2026/02/004", "--sources", "--format", "csv"}), 0);
    BOOST_TEST(
        office.said.starts_with("number,line,kind,key,start,minutes,entry_minutes,service,"
                                "channel,text\n"));
    BOOST_TEST(office.says("FV/2026/02/004,3,work,ref:r-2,2026-01-27T16:00,60,120,assistance,,"
                           "\"wieczór, pilne\"\n"),
               office.said);
}

BOOST_AUTO_TEST_CASE(work_covered_by_hours_paid_before_is_on_no_line) {
    Studio office;
    office.bill("2026-02-01");
    BOOST_REQUIRE_EQUAL(office.run({"import", "work", "-", "--as-of", "2026-02-02"},
                                   "contract,start,minutes,service,note,ref\n"
                                   "adria-social,2026-01-30T10:00,60,social,kasno,r-1\n"
                                   "adria-social,2026-01-31T10:00,90,social,kasnije,r-2\n"),
                        0);
    office.bill("2026-03-01");
    const auto shown = office.json({"show", "FV/2026/03/001", "--sources"});
    const auto& last = shown.at("lines").back();  // 100 minutes of January's 20:00 were left
    BOOST_TEST(last.at("line") == 0);
    BOOST_TEST(last.at("minutes") == 100);
    BOOST_TEST(last.at("entries").size() == 2U);
    BOOST_REQUIRE_EQUAL(office.run({"show", "FV/2026/03/001", "--sources"}), 0);
    BOOST_TEST(office.says("On no line: covered by the hours of a cycle billed before\n"),
               office.said);
    BOOST_TEST(office.says("2026-01-31  10:00  0:40 of 1:30  social   kasnije"), office.said);
    const auto pdf = office.path("t.pdf").string();
    BOOST_TEST(office.run({"render", "FV/2026/03/001", "--timesheet", "-o", pdf}) == 0);
}

BOOST_AUTO_TEST_CASE(what_has_no_lines_is_refused) {
    Studio office;
    for (int i = 0; i < 48; ++i) office.day("2026-01-01"_iso + date::days(i));
    const auto notices = office.json({"notices", "--as-of", "2026-02-17"});
    BOOST_REQUIRE(!notices.empty());
    const std::string notice = notices.at(0).at("id");
    const auto out = office.path("t.pdf").string();
    for (const auto& words : {std::vector<std::string>{"show", notice, "--sources"},
                              {"render", notice, "--timesheet", "-o", out}}) {
        office.refuses(words, "kvit: \"" + notice +
                                  "\" is a notice and has no lines; name an invoice; kvit "
                                  "invoices lists them.\n");
    }
    office.refuses({"show", "FV/2027/01/001", "--sources"},
                   "kvit: there is no document \"FV/2027/01/001\"; kvit invoices and kvit notices "
                   "list them.\n");
    office.refuses({"render", "FV/2026/02/002", "--timesheet", "-o", out},
                   "kvit: \"FV/2026/02/002\" bills no work and no contacts; leave out --timesheet: "
                   "kvit render FV/2026/02/002 -o FILE.\n");
    BOOST_TEST(!kvit::test::fs::exists(out));
    BOOST_TEST(office.run({"show", "FV/2026/02/001", "--sources", "--format", "pdf"}) == 2);
    BOOST_TEST(office.run({"show", "FV/2026/02/001", "--format", "csv"}) == 2);
    BOOST_TEST(
        office.run({"render", "FV/2026/02/001", "--timesheet", "--format", "csv", "-o", out}) == 2);
}

BOOST_AUTO_TEST_CASE(the_timesheet_is_a_rendering_of_its_own) {
    Studio office;
    office.day("2026-02-01"_iso);
    const auto archived = office.path("documents/studio-ada/2026/FV-2026-02-004.pdf");
    const std::string issued = read_file(archived);
    const auto out = office.path("t").string();
    BOOST_REQUIRE_EQUAL(office.run({"render", "FV/2026/02/004", "--timesheet", "-o", out}), 0);
    const std::string first = read_file(out);
    BOOST_TEST(first.starts_with("%PDF-"));
    BOOST_TEST((first != issued));
    BOOST_REQUIRE_EQUAL(office.run({"render", "FV/2026/02/004", "--timesheet", "-o", out}), 0);
    BOOST_TEST((read_file(out) == first));
    BOOST_TEST((read_file(archived) == issued));
    BOOST_TEST(office.run({"verify"}) == 0);

    BOOST_REQUIRE_EQUAL(
        office.run({"render", "FV/2026/02/004", "--timesheet", "--format", "html", "-o", "-"}), 0);
    for (const char* part : {"<h1>Faktura FV/2026/02/004</h1>", "<hr class=\"page-break\">",
                             "<h1>Zestawienie czasu pracy</h1>", "poczta, kalendarz",
                             "<td>09:30–11:30</td>", "Godziny objęte stałą opłatą"})
        BOOST_TEST(office.says(part), part);
}

BOOST_AUTO_TEST_CASE(a_letter_no_font_has_is_told_and_html_shows_it) {
    Studio office;
    BOOST_REQUIRE_EQUAL(office.run({"import", "work", "-", "--as-of", "2026-01-31"},
                                   "contract,start,minutes,service,note\n"
                                   "lumen-asysta,2026-01-26T13:00,60,assistance,張\n"),
                        0);
    office.day("2026-02-01"_iso);
    const auto out = office.path("t").string();
    office.refuses({"render", "FV/2026/02/004", "--timesheet", "-o", out},
                   "kvit: the entry of 2026-01-26T13:00: the letter \"張\" (U+5F35) cannot be "
                   "printed; --format html shows it, in the fonts of the browser.\n");
    BOOST_TEST(office.run({"render", "FV/2026/02/004", "--timesheet", "--format", "html", "-o",
                           out}) == 0);
    BOOST_TEST(read_file(out).find("張") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_why) {
    Studio office;
    office.bill("2026-07-31");
    BOOST_REQUIRE_EQUAL(office.run({"import", "work", "-", "--as-of", "2026-07-31"},
                                   "contract,start,minutes,service,note\n"
                                   "verde-ore,2026-06-30T14:00,60,assistance,tardi\n"),
                        0);
    const std::vector<std::string> dry{"bill",    "--month",    "2026-08",
                                       "--as-of", "2026-08-01", "--dry-run"};
    std::vector<std::string> words = dry;
    const int code = office.run(words);
    BOOST_TEST((code == 0 || code == 3));
    // Wrapped to 120 columns: words of the column, one below the other.
    std::string why;
    std::istringstream lines(office.said);
    std::string line;
    std::getline(lines, line);
    const auto column = line.find("why");
    BOOST_REQUIRE(column != std::string::npos);
    while (std::getline(lines, line)) {
        std::size_t at = 0, cells = 0;  // letters of two bytes are one cell
        while (at < line.size() && cells < column) {
            ++at;
            while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U)
                ++at;
            ++cells;
        }
        why += line.substr(at) + " ";
    }
    for (const char* reason :
         {"retainer, whole cycle 2026-07-01 to 2026-07-31", "fixed item, whole cycle 2026-07-01",
          "at the terms since 2026-07-01", "late, of the cycle 2026-06-01",
          "at the rate of assistance, from 1 entry"}) {
        BOOST_TEST(why.find(reason) != std::string::npos, reason << " in " << office.said);
    }
    // What is issued is a plain list; JSON and CSV have the fields they always had.
    words.insert(words.end(), {"--format", "csv"});
    office.run(words);
    BOOST_TEST(!office.says("why"));
    office.run({"bill", "--month", "2026-08", "--as-of", "2026-08-01"});
    BOOST_TEST(!office.says("why"), office.said);
}

BOOST_AUTO_TEST_SUITE_END()
