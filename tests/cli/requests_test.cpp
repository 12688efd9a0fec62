// What clients were asked for: on record, answered once, and what waiting does to deadlines.
#include "cli/desk.h"

#include <algorithm>

namespace core = kvit::core;
using kvit::core::operator""_iso;
using kvit::test::Desk;
using kvit::test::Json;

namespace {

const std::string header = "contract,asked_on,needed_by,what,answered_on,ref\n";

class Studio : public Desk {
  public:
    Studio() { open_studio(); }
    int ask(const std::string& rows, const std::string& day = "2026-09-01") {
        return run({"import", "requests", "-", "--as-of", day}, header + rows);
    }
    Json requests(const std::string& day, std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"requests", "--as-of", day});
        return json(more);
    }
};

const std::string two_contracts = R"([[contract]]
id = "asysta"
client = "lumen"
title = "Asysta biurowa"
currency = "PLN"
from = 2026-01-01
cycle = "monthly"
billing_day = 1
terms = { days = 7 }
policy = "standard"
suspension_clause = "§ 9"
fixed = [ { title = "Hosting", amount = "100.00", per = "cycle" } ]

[[contract]]
id = "logo"
client = "lumen"
title = "Logo"
currency = "PLN"
from = 2026-02-01
until = 2026-03-01
cycle = "monthly"
billing_day = 1
terms = { days = 7 }
policy = "standard"
suspension_clause = "§ 9"
rate = [ { service = "design", hourly = "100.00" } ]
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(requests)

BOOST_AUTO_TEST_CASE(lists_what_was_asked_by_the_day) {
    Studio office;
    const Json rows = office.requests("2026-06-10");
    BOOST_REQUIRE(rows.size() == 2U);
    BOOST_TEST(rows[0].at("client") == "adria");
    BOOST_TEST(rows[0].at("contract") == "adria-social");
    BOOST_REQUIRE(rows[0].at("requests").size() == 2U);
    const Json& answered = rows[0].at("requests")[0];
    BOOST_TEST(answered.at("what") == "fotografije za svibanj");
    BOOST_TEST(answered.at("asked_on") == "2026-04-02");
    BOOST_TEST(answered.at("needed_by") == "2026-04-07");
    BOOST_TEST(answered.at("answered_on") == "2026-04-16");
    BOOST_TEST(answered.at("days_waited") == 9);
    BOOST_TEST(answered.at("business_days_late") == 7);
    // Not answered by then, though it is known now; 4 June is a holiday in Croatia, before it.
    const Json& open = rows[0].at("requests")[1];
    BOOST_TEST(open.at("answered_on").is_null());
    BOOST_TEST(open.at("days_waited") == 5);
    BOOST_TEST(open.at("business_days_late") == 3);
    BOOST_TEST(rows[0].at("days_moved") == 14);
    BOOST_TEST(rows[0].at("days_waited") == 14);
    BOOST_TEST(rows[0].at("days_paused") == 0);
    BOOST_TEST(rows[0].at("moved") ==
               Json::parse(R"([{"from":"2026-04-08","until":"2026-04-17","waited":true,
                               "paused":false},
                              {"from":"2026-06-06","until":"2026-06-11","waited":true,
                               "paused":false}])"));
    BOOST_TEST(rows[1].at("contract") == "verde-ore");
    BOOST_TEST(office.requests("2026-04-02").size() == 1U);
    BOOST_TEST(office.requests("2026-04-02")[0].at("days_moved") == 0);
}

BOOST_AUTO_TEST_CASE(narrows_to_a_client_and_to_what_is_open) {
    Studio office;
    BOOST_TEST(office.requests("2026-06-10", {"verde"}).size() == 1U);
    const Json open = office.requests("2026-06-10", {"--open"});
    BOOST_REQUIRE(open.size() == 2U);
    BOOST_REQUIRE(open[0].at("requests").size() == 1U);
    BOOST_TEST(open[0].at("requests")[0].at("what") == "potvrda plana objava");
    BOOST_TEST(open[0].at("days_moved") == 14);  // also by what was answered before
    BOOST_TEST(office.requests("2026-06-19", {"--open", "adria"}).empty());
    BOOST_TEST(office.run({"requests", "adria", "--open", "--as-of", "2026-06-19"}) == 0);
    BOOST_TEST(office.said == "No request is open on 2026-06-19.\n");
    BOOST_TEST(office.run({"requests", "--as-of", "2026-01-01"}) == 0);
    BOOST_TEST(office.said == "Nothing was asked for by 2026-01-01.\n");
    BOOST_TEST(office.run({"requests", "nobody"}) == 1);
    BOOST_TEST(office.complained ==
               "kvit: there is no client \"nobody\"; give the id of a client as the agreement "
               "names it.\n");
    BOOST_TEST(office.run({"requests", "--format", "pdf"}) == 2);
}

BOOST_AUTO_TEST_CASE(tells_people_by_how_much_deadlines_moved) {
    Studio office;
    BOOST_TEST(office.run({"requests", "adria", "--as-of", "2026-06-10"}) == 0);
    BOOST_TEST(office.said.find("adria-social  potvrda plana objava") != std::string::npos);
    BOOST_TEST(office.said.find("2026-06-05  open") != std::string::npos);
    // As wide as a page.
    std::string said = office.said;
    std::ranges::replace(said, '\n', ' ');
    BOOST_TEST(said.find("Deadlines of adria-social have moved by 14 days (14 days waited, 0 days "
                         "paused): 2026-04-08 to 2026-04-16 waited, 2026-06-06 to 2026-06-10 "
                         "waited.") != std::string::npos,
               said);
    BOOST_TEST(office.run({"requests", "adria", "--as-of", "2026-06-10", "--format", "csv"}) == 0);
    BOOST_TEST(office.said ==
               "business,client,contract,what,asked_on,needed_by,answered_on,days_waited,"
               "business_days_late,days_moved\n"
               "studio-ada,adria,adria-social,fotografije za svibanj,2026-04-02,2026-04-07,"
               "2026-04-16,9,7,14\n"
               "studio-ada,adria,adria-social,potvrda plana objava,2026-06-01,2026-06-05,,5,3,"
               "14\n");
}

BOOST_AUTO_TEST_CASE(an_answer_that_comes_later_is_recorded_once) {
    Studio office;
    // By what the row says, and by its own ref.
    BOOST_TEST(office.ask("adria-social,2026-09-01,2026-09-04,logo,,A1\n"
                          "adria-social,2026-09-01,2026-09-04,tekst,,\n") == 0);
    BOOST_TEST(office.said == "2 requests added, 0 already known.\n");
    const std::string answers =
        "adria-social,2026-09-01,2026-09-04,logo,2026-09-08,A1\n"
        "adria-social,2026-09-01,2026-09-04,tekst,2026-09-07,\n";
    BOOST_TEST(office.ask(answers, "2026-09-08") == 0);
    BOOST_TEST(office.said == "0 requests added, 2 answered, 0 already known.\n");
    BOOST_TEST(office.ask(answers, "2026-09-09") == 0);
    BOOST_TEST(office.said == "0 requests added, 2 already known.\n");
    // The older file takes no answer back.
    BOOST_TEST(office.ask("adria-social,2026-09-01,2026-09-04,logo,,A1\n", "2026-09-09") == 0);
    BOOST_TEST(office.requests("2026-09-30", {"adria", "--open"}).empty());
    BOOST_TEST(office.run({"verify", "--quiet"}) == 0);
}

BOOST_AUTO_TEST_CASE(another_answer_is_refused_naming_both) {
    Studio office;
    const std::string row = "adria-social,2026-06-01,2026-06-05,potvrda plana objava,";
    BOOST_TEST(
        office.ask("adria-social,2026-09-01,2026-09-04,logo,,A1\n" + row + "2026-06-20,\n") == 1);
    BOOST_TEST(office.complained ==
               "kvit: standard input:3, column answered_on: \"potvrda plana objava\" of contract "
               "\"adria-social\" was answered on 2026-06-19 by what is on record, and on "
               "2026-06-20 by this row; the answer on record stands; write its day, or leave it "
               "empty.\n");
    BOOST_TEST(office.requests("2026-09-30", {"adria", "--open"}).empty());  // nothing was added
    // A ref used again for something else is told as such.
    BOOST_TEST(office.ask("adria-social,2026-09-01,2026-09-04,logo,2026-09-05,A1\n") == 0);
    BOOST_TEST(office.ask("adria-social,2026-09-01,2026-09-04,tekst,2026-09-06,A1\n") == 1);
    BOOST_TEST(office.complains("the ref \"A1\" was imported before with other content"));
}

BOOST_AUTO_TEST_CASE(pauses_move_deadlines_too_and_a_day_counts_once) {
    Desk office;
    office.open(two_contracts);
    // Never paid: due on 9 February, warned on Monday the 16th, paused three days later.
    for (core::Date day = "2026-02-01"_iso; day <= "2026-03-05"_iso; day += date::days(1))
        office.day(day);
    Json rows = office.json({"requests", "--as-of", "2026-03-05"});
    BOOST_REQUIRE(rows.size() == 2U);
    BOOST_TEST(rows[0].at("contract") == "asysta");
    BOOST_REQUIRE(rows[0].at("moved").size() == 1U);
    const std::string paused_on = rows[0].at("moved")[0].at("from");
    BOOST_TEST(paused_on == "2026-02-19");
    BOOST_TEST(rows[0].at("moved")[0].at("until") == "2026-03-06");  // it lasts
    BOOST_TEST(rows[0].at("days_moved") == 15);
    BOOST_TEST(rows[0].at("days_paused") == 15);
    BOOST_TEST(rows[0].at("requests").empty());
    // The other one ended with February: nothing of it moves after that.
    BOOST_TEST(rows[1].at("contract") == "logo");
    BOOST_TEST(rows[1].at("days_moved") == 10);
    BOOST_REQUIRE_EQUAL(office.run({"import", "requests", "-", "--as-of", "2026-03-05"},
                                   header + "asysta,2026-02-10,2026-02-13,klucze,2026-02-20,\n"
                                            "logo,2026-02-10,2026-02-20,szkic,,\n"),
                        0);
    rows = office.json({"requests", "--as-of", "2026-03-05"});
    BOOST_TEST(rows[0].at("days_moved") == 20);
    BOOST_TEST(rows[0].at("days_waited") == 7);
    BOOST_TEST(rows[0].at("days_paused") == 15);
    BOOST_REQUIRE(rows[0].at("moved").size() == 3U);
    BOOST_TEST(rows[0].at("moved")[1] ==
               Json::parse(R"({"from":"2026-02-19","until":"2026-02-21","waited":true,
                              "paused":true})"));
    BOOST_TEST(rows[1].at("days_moved") == 10);
    BOOST_TEST(rows[1].at("requests")[0].at("days_waited") == 8);
}

BOOST_AUTO_TEST_SUITE_END()
