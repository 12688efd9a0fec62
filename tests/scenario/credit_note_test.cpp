// What a credit note does to the days after it: work goes on, and a bill that was taken back is
// neither a late payment nor a payment ahead.
#include "cli/office.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using kvit::core::operator""_iso;
using kvit::test::read_file;
using Json = nlohmann::json;

namespace {

class Studio : public kvit::test::Office {
  public:
    void days(kvit::core::Date from, kvit::core::Date last) {
        for (auto on = from; on <= last; on += date::days(1)) day(on);
    }
    void works(const std::vector<std::string>& words) {
        BOOST_REQUIRE_MESSAGE(run(words) == 0, complained);
    }
    Json json(std::vector<std::string> words) {
        words.insert(words.end(), {"--format", "json"});
        works(words);
        return Json::parse(said);
    }
    Json status(const std::string& contract, const std::string& day) {
        for (const auto& row : json({"status", "--as-of", day})) {
            if (row.at("contract") == contract) return row;
        }
        BOOST_FAIL("no status of " << contract);
        return {};
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(credit_note)

BOOST_AUTO_TEST_CASE(work_resumes_when_what_paused_it_is_credited) {
    Studio office;
    office.open_studio();
    office.days("2026-01-01"_iso, "2026-07-27"_iso);
    Json before = office.status("adria-social", "2026-07-27");
    BOOST_TEST(before.at("work_status") == "paused");
    BOOST_TEST(before.at("overdue").at("EUR") == "800.00");
    BOOST_TEST(before.at("trend").at("cycles") == 6);  // the open one is 12 days late already

    office.works({"credit", "FV/2026/07/001", "--full", "--reason", "Srpanj nije bio ugovoren",
                  "--as-of", "2026-07-27"});
    BOOST_TEST(office.run({"day", "--as-of", "2026-07-28"}) == 0, office.complained);
    BOOST_TEST(office.said.find("paused -> active  resumption "
                                "adria-EUR-2026-07-15-resumption") != std::string::npos,
               office.said);
    const Json after = office.status("adria-social", "2026-07-28");
    BOOST_TEST(after.at("work_status") == "active");
    BOOST_TEST(after.at("since") == "2026-07-28");
    BOOST_TEST(after.at("open").empty());
    // The cycle was never to be paid: five paid ones are the series.
    BOOST_TEST(after.at("trend").at("cycles") == 5);
    BOOST_TEST(office.status("adria-social", "2026-07-26").at("trend").at("cycles") == 6);
    std::string mail;
    for (const auto& file : kvit::test::fs::directory_iterator(office.path("outbox"))) {
        if (file.path().filename().string().find("KOR") != std::string::npos)
            mail = read_file(file.path());
    }
    BOOST_TEST(mail.find("racuni@adria.example") != std::string::npos);
    BOOST_TEST(mail.find("KOR-2026-001.pdf") != std::string::npos);
    office.works({"verify"});
}

BOOST_AUTO_TEST_CASE(an_advance_cycle_that_was_credited_is_not_paid_ahead) {
    for (const bool paid : {true, false}) {
        Studio office;
        std::string text = read_file(kvit::test::examples() / "studio-ada.toml");
        text +=
            "\n[[contract]]\nid = \"adria-year\"\nclient = \"adria\"\ntitle = \"Arhiva\"\n"
            "currency = \"EUR\"\nfrom = 2026-01-01\ncycle = \"yearly\"\nbilled = \"advance\"\n"
            "billing_day = 1\nterms = { days = 14 }\npolicy = \"standard\"\n"
            "suspension_clause = \"§ 7\"\n"
            "fixed = [ { title = \"Arhiva\", amount = \"1200.00\", per = \"cycle\" } ]\n"
            "vat = { category = \"AE\" }\n";
        office.works({"init"});
        office.works({"apply", office.write("a.toml", text), "--as-of", "2026-01-01"});
        kvit::test::fs::create_directories(office.path("inbox"));
        office.day("2026-01-01"_iso);
        if (paid) {
            office.works({"pay", "FV/2026/01/001", "1200.00", "--on", "2026-01-08", "--as-of",
                          "2026-01-08"});
        } else {
            office.works({"credit", "FV/2026/01/001", "--full", "--reason", "Arhiva je besplatna",
                          "--as-of", "2026-01-08"});
        }
        office.days("2026-02-01"_iso, "2026-02-27"_iso);  // nobody pays January's work
        BOOST_TEST(office.status("adria-social", "2026-02-27").at("work_status") == "paused");
        const Json year = office.status("adria-year", "2026-02-27");
        BOOST_TEST((year.at("held_by") == "prepaid") == paid);
        BOOST_TEST((year.at("work_status") == "paused") == !paid);
        office.works({"verify"});
    }
}

BOOST_AUTO_TEST_SUITE_END()
