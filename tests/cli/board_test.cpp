// The status of the work: of all contracts or some, as of any past day.
#include "cli/paid_late.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using kvit::core::operator""_iso;
using kvit::test::Desk;
using kvit::test::Json;
namespace core = kvit::core;

namespace {

// The example business, day by day through the summer in which one client pays late and a quote is
// answered.
class Studio : public Desk {
  public:
    Studio() { open_studio(); }

    // Every day up to `day`, and what the status was on each of them as it was told then.
    void days_until(core::Date last) {
        for (; next_ <= last; next_ += date::days(1)) {
            day(next_);
            told_.emplace_back(core::to_iso(next_), status(core::to_iso(next_)));
        }
    }
    Json status(const std::string& day, std::vector<std::string> more = {}) {
        std::vector<std::string> words{"status", "--as-of", day};
        words.insert(words.end(), more.begin(), more.end());
        return json(words);
    }
    const std::vector<std::pair<std::string, Json>>& told() const { return told_; }

  private:
    core::Date next_ = "2026-06-20"_iso;
    std::vector<std::pair<std::string, Json>> told_;
};

std::vector<std::string> contracts_of(const Json& rows) {
    std::vector<std::string> contracts;
    for (const Json& row : rows) contracts.push_back(row.at("contract"));
    return contracts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(board)

BOOST_AUTO_TEST_CASE(a_past_day_is_told_as_it_was_told_then) {
    Studio office;
    office.days_until("2026-08-05"_iso);
    std::set<std::string> statuses, waits;
    for (const auto& [day, rows] : office.told()) {
        BOOST_TEST_CONTEXT(day) BOOST_TEST(office.status(day, {"--known-on", day}) == rows);
        for (const Json& row : rows) {
            statuses.insert(row.at("work_status").get<std::string>());
            if (!row.at("waits_for").is_null()) waits.insert(row.at("waits_for"));
        }
    }
    BOOST_TEST((statuses == std::set<std::string>{"active", "paused", "reminded", "warned"}));
    BOOST_TEST(waits.contains("quote"));
    BOOST_TEST(office.status("2025-12-31").empty());
}

BOOST_AUTO_TEST_CASE(a_quote_waited_until_the_day_of_its_answer) {
    Studio office;
    office.days_until("2026-07-02"_iso);
    const Json quote = office.json({"quote", "list"}).at(0);
    const std::string contract = quote.at("contract");
    BOOST_REQUIRE_EQUAL(office.run({"quote", "decline", quote.at("id"), "--on", "2026-07-04",
                                    "--as-of", "2026-07-06"}),
                        0);
    const auto waits = [&](const std::string& day) {
        return office.status(day, {contract}).at(0).at("waits_for");
    };
    BOOST_TEST(waits("2026-07-03") == "quote");
    BOOST_TEST(waits("2026-07-04").is_null());
}

BOOST_AUTO_TEST_CASE(of_one_client_or_one_contract) {
    Studio office;
    office.days_until("2026-07-02"_iso);
    const auto all = office.status("2026-07-02");
    const auto one = office.status("2026-07-02", {"adria-social"});
    BOOST_TEST(one.size() == 1u);
    BOOST_TEST(one.at(0).at("contract") == "adria-social");
    const auto client = office.status("2026-07-02", {"adria"});
    Json expected = Json::array();
    for (const Json& row : all)
        if (row.at("client") == "adria") expected.push_back(row);
    BOOST_TEST(client == expected);
    BOOST_TEST(contracts_of(all).size() > client.size());
    BOOST_TEST(office.run({"status", "nobody"}) == 1);
    BOOST_TEST(office.complained ==
               "kvit: there is no client and no contract \"nobody\"; give an id as the agreement "
               "names it.\n");
}

BOOST_AUTO_TEST_CASE(what_waits_and_what_settles_it) {
    Studio office;
    office.days_until("2026-08-05"_iso);
    const auto waiting = [&](std::vector<std::string> more = {}) {
        std::vector<std::string> words{"status", "--waiting", "--as-of", "2026-08-05"};
        words.insert(words.end(), more.begin(), more.end());
        return office.json(words);
    };
    const Json all = waiting();
    const Json& receipt = all.at(0);
    BOOST_TEST(receipt.at("waits_for") == "receipt");
    BOOST_TEST(receipt.at("amount") == "100.00");
    BOOST_TEST(receipt.at("currency") == "PLN");
    BOOST_TEST(receipt.at("since") == "2026-03-20");
    BOOST_TEST(receipt.at("client").is_null());
    std::set<std::string> kinds;
    for (const Json& row : all) {
        kinds.insert(row.at("waits_for").get<std::string>());
        const auto command = row.at("command");
        if (command.is_null()) continue;  // none yet
        std::istringstream words(command.get<std::string>());
        std::vector<std::string> named;
        for (std::string word; words >> word;) named.push_back(word);
        BOOST_TEST(named.at(0) == "kvit");
        BOOST_TEST(office.run({named.at(1), "--help"}) == 0, command);
    }
    BOOST_TEST(kinds.contains("quote"));
    const Json verde = waiting({"verde"});
    for (const Json& row : verde) BOOST_TEST(row.at("client") == "verde");
    BOOST_TEST(!verde.empty());
    const Json quote = verde.at(verde.size() - 1);
    BOOST_TEST(quote.at("subject") == "consulting");
    BOOST_TEST(quote.at("command") ==
               "kvit quote accept verde-ore-2026-07-01-consulting --on DATE");
}

BOOST_AUTO_TEST_CASE(the_day_tells_what_the_list_shows) {
    Studio office;
    std::vector<std::string> told;
    for (auto day = "2026-06-20"_iso; day <= "2026-08-05"_iso; day += date::days(1)) {
        BOOST_REQUIRE(office.run({"day", "--quiet", "--as-of", core::to_iso(day)}) != 1);
        std::istringstream lines(office.complained);
        for (std::string line; std::getline(lines, line);)
            if (line.starts_with("waits: ")) told.push_back(line.substr(7));
    }
    const Json listed = office.json({"status", "--waiting", "--as-of", "2026-08-05"});
    for (const Json& row : listed) {
        const std::string says = row.at("says"), kind = row.at("waits_for");
        if (kind == "advance") continue;  // a note of the day
        // What a receipt may settle is looked up again each time.
        const std::string same = kind == "receipt" ? says.substr(0, says.find(':')) : says;
        BOOST_TEST(std::ranges::count_if(
                       told, [&](const std::string& line) { return line.starts_with(same); }) == 1,
                   says);
    }
    BOOST_TEST(listed.size() > 1u);
}

BOOST_AUTO_TEST_CASE(waiting_in_every_format_and_with_an_exit_code) {
    Studio office;
    office.days_until("2026-07-02"_iso);
    BOOST_TEST(office.run({"status", "--waiting", "--as-of", "2026-07-02"}) == 3);
    BOOST_TEST(
        office.said.find("\n    kvit quote accept verde-ore-2026-03-01-consulting --on DATE\n") !=
        std::string::npos);
    BOOST_TEST(office.run({"status", "--waiting", "--as-of", "2026-07-02", "--format", "csv"}) ==
               3);
    BOOST_TEST(
        office.said.starts_with("waits_for,business,client,contract,subject,since,currency,"
                                "amount,says,command\nreceipt,studio-ada,,,"));
    for (const std::string format : {"html", "pdf"})
        BOOST_TEST(office.run({"status", "--waiting", "--as-of", "2026-07-02", "--format", format,
                               "-o", office.path("w").string()}) == 3,
                   office.complained);
    BOOST_TEST(office.run({"status", "--waiting", "balaton", "--as-of", "2026-07-02"}) == 0);
    BOOST_TEST(office.said == "Nothing waits on 2026-07-02.\n");
}

BOOST_AUTO_TEST_CASE(the_changes_lead_from_one_status_to_the_other) {
    Studio office;
    office.days_until("2026-08-05"_iso);
    const auto& told = office.told();
    const auto statuses = [](const Json& rows) {
        std::map<std::string, std::string> found;
        for (const Json& row : rows) found[row.at("contract")] = row.at("work_status");
        return found;
    };
    for (std::size_t first = 5; first < told.size(); first += 9) {
        auto reached = statuses(told[first].second);
        const Json changes =
            office.json({"status", "--since", told[first].first, "--as-of", told.back().first});
        std::string day = told[first].first;
        for (const Json& change : changes) {
            BOOST_TEST(change.at("on").get<std::string>() >= day);
            BOOST_TEST(change.at("on") != told[first].first);
            day = change.at("on");
            if (change.at("what") != "work_status") continue;
            const std::string contract = change.at("contract");
            BOOST_TEST(reached[contract] == change.at("from").get<std::string>());
            reached[contract] = change.at("to").get<std::string>();
        }
        BOOST_TEST((reached == statuses(told.back().second)), told[first].first);
    }
}

BOOST_AUTO_TEST_CASE(changes_with_their_letters_amounts_and_reasons) {
    Studio office;
    office.days_until("2026-08-05"_iso);
    const Json rows =
        office.json({"status", "adria", "--since", "2026-06-30", "--as-of", "2026-08-01"});
    std::vector<std::string> told;
    for (const Json& row : rows)
        told.push_back(row.at("on").get<std::string>().substr(5) + " " +
                       row.at("what").get<std::string>() + " " +
                       (row.at("to").is_null() ? "" : row.at("to").get<std::string>()) +
                       (row.at("amount").is_null() ? "" : row.at("amount").get<std::string>()));
    const std::vector<std::string> expected{
        "07-01 invoice 800.00",       "07-16 notice ",           "07-16 notice_sent ",
        "07-16 work_status reminded", "07-20 notice ",           "07-20 notice_sent ",
        "07-20 work_status warned",   "07-23 notice ",           "07-23 notice_sent ",
        "07-23 work_status paused",   "07-29 payment -800.00",   "07-29 notice ",
        "07-29 notice_sent ",         "07-29 work_status active"};
    for (const auto& line : expected)
        BOOST_TEST((std::ranges::find(told, line) != told.end()), line);
    for (const Json& row : rows) {
        BOOST_TEST(row.at("client") == "adria");
        if (row.at("what") != "work_status" || row.at("to") != "paused") continue;
        BOOST_TEST(row.at("document") == "adria-EUR-2026-07-15-suspension");
        BOOST_TEST(row.at("reasons").at(0).at("code") == "days_past_due");
    }
    const Json verde =
        office.json({"status", "verde-ore", "--since", "2026-07-31", "--as-of", "2026-08-01"});
    const auto held = std::ranges::find(verde, Json("quote_held"),
                                        [](const Json& row) { return row.at("what"); });
    BOOST_REQUIRE(held != verde.end());
    BOOST_TEST(held->at("document") == "verde-ore-2026-07-01-consulting");
    BOOST_TEST(held->at("amount") == "180.00");
    BOOST_TEST(office
                   .json({"status", "--since", "2026-06-30", "--as-of", "2026-08-01", "--known-on",
                          "2026-06-30"})
                   .empty());
}

BOOST_AUTO_TEST_CASE(changes_in_every_format) {
    Studio office;
    office.days_until("2026-07-23"_iso);
    BOOST_TEST(office.run({"status", "--since", "2026-07-15", "--as-of", "2026-07-23"}) == 0);
    BOOST_TEST(office.said.find("Zmiany 15.07.2026 – 23.07.2026") != std::string::npos,
               office.said);
    for (const std::string format : {"html", "pdf"})
        BOOST_TEST(office.run({"status", "--since", "2026-07-15", "--as-of", "2026-07-23",
                               "--format", format, "-o", office.path("c").string()}) == 0,
                   office.complained);
    BOOST_TEST(office.run({"status", "--since", "2026-07-22", "--as-of", "2026-07-23", "--format",
                           "csv"}) == 0);
    BOOST_TEST(
        office.said.starts_with("on,business,client,contract,what,from,to,document,notice,"
                                "currency,amount,detail\n2026-07-23,studio-ada,adria,"));
    BOOST_TEST(office.run({"status", "--since", "2026-07-23", "--as-of", "2026-07-23"}) == 0);
    BOOST_TEST(office.said.find("Nic się nie zmieniło.") != std::string::npos);
    BOOST_TEST(office.run({"status", "--since", "2026-07-24", "--as-of", "2026-07-23"}) == 1);
    BOOST_TEST(office.complained ==
               "kvit: changes since 2026-07-24: that lies after 2026-07-23; give an earlier "
               "--since, or a later --as-of.\n");
    BOOST_TEST(office.run({"status", "--since", "2026-07-01", "--waiting"}) == 2);
}

BOOST_AUTO_TEST_CASE(a_client_who_pays_ever_later_waits_for_an_agreement) {
    kvit::test::Ledger office;
    office.months({1, 3, 5, 7});
    const Json rows = office.json({"status", "--waiting", "--as-of", "2026-05-31"});
    BOOST_TEST(rows.size() == 1u);
    BOOST_TEST(rows.at(0).at("waits_for") == "advance");
    BOOST_TEST(rows.at(0).at("contract") == "stala");
    BOOST_TEST(rows.at(0).at("says") ==
               "lumen pays 2.0 days later each time, 4 days late in the mean; agree on payment in "
               "advance for stala from 2026-06-01 and apply it.");
}

BOOST_AUTO_TEST_SUITE_END()
