// Letters that a person asks for: on record and in the outbox once.
#include "cli/desk.h"

using kvit::test::Desk;
using kvit::test::Json;
using kvit::test::read_file;
namespace fs = std::filesystem;

namespace {

class Studio : public Desk {
  public:
    Studio() { open_studio(); }
    int nudge(const std::string& to, const std::string& day, std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"letter", "nudge", to, "--as-of", day});
        return run(more);
    }
    bool says(const std::string& text) const { return said.find(text) != std::string::npos; }
};

const std::string id = "adria-nudge-2026-06-10";

}  // namespace

BOOST_AUTO_TEST_SUITE(letter)

BOOST_AUTO_TEST_CASE(a_nudge_is_archived_and_leaves_once) {
    Studio office;
    BOOST_TEST(office.nudge("adria", "2026-06-10") == 0, office.complained);
    BOOST_TEST(office.said ==
               "Wrote " + id + " to Adria Travel d.o.o.; it leaves with the next kvit send.\n");
    BOOST_TEST(fs::exists(office.path("documents") / "studio-ada/2026" / (id + ".pdf")));
    BOOST_TEST(!fs::exists(office.path("outbox")));
    BOOST_TEST(office.run({"show", id}) == 0);
    BOOST_TEST(office.says("potvrda plana objava"));
    BOOST_TEST(!office.says("fotografije"));  // answered
    BOOST_TEST(office.says("Dana čekanja"));
    BOOST_TEST(office.run({"send", "--as-of", "2026-06-10"}) == 0);
    const fs::path message = office.path("outbox") / ("studio-ada." + id + ".eml");
    BOOST_REQUIRE(fs::exists(message));
    BOOST_TEST(read_file(message).find("To: \"Adria Travel d.o.o.\" <racuni@adria.example>") !=
               std::string::npos);
    BOOST_TEST(read_file(message).find(id + ".pdf") != std::string::npos);
    // The same letter on the same day is there already.
    BOOST_TEST(office.nudge("adria", "2026-06-10") == 0);
    BOOST_TEST(office.said.empty());
    BOOST_TEST(office.complained == "kvit: " + id + " is on record already; nothing was added.\n");
    BOOST_TEST(office.nudge("adria", "2026-06-12") == 0);
    BOOST_TEST(office.says("adria-nudge-2026-06-12"));
    BOOST_TEST(office.run({"verify", "--quiet"}) == 0);
}

BOOST_AUTO_TEST_CASE(a_dry_run_shows_letter_and_message_and_keeps_neither) {
    Studio office;
    BOOST_TEST(office.nudge("adria", "2026-06-10", {"--dry-run"}) == 0);
    BOOST_TEST(office.says("Molba za odgovor"));
    BOOST_TEST(office.says("To: racuni@adria.example\nSubject: Molba za odgovor"));
    const auto date = [](const std::string& day) { return day + ".\u00a006.\u00a02026."; };
    BOOST_TEST(office.says(
        "– potvrda plana objava – ugovor „Vođenje društvenih mreža”, zatraženo " + date("01") +
        ", potrebno do " + date("05") + " (dosadašnje čekanje: 5\u00a0dana)"));
    BOOST_TEST(!fs::exists(office.path("documents")));
    BOOST_TEST(office.run({"show", id}) == 1);
    BOOST_TEST(office.nudge("adria", "2026-06-10", {"--dry-run", "--format", "pdf"}) == 0);
    BOOST_TEST(office.said.starts_with("%PDF"));
    BOOST_TEST(office.nudge("adria", "2026-06-10", {"--dry-run", "--format", "json"}) == 2);
}

BOOST_AUTO_TEST_CASE(before_the_day_needed_it_says_what_happens_in_time) {
    Studio office;
    BOOST_TEST(office.nudge("adria", "2026-06-05", {"--dry-run"}) == 0);
    BOOST_TEST(office.says("sve ide prema planu"));
    BOOST_TEST(!office.says("Dana čekanja"));
    BOOST_TEST(!office.says("dosadašnje čekanje"));
}

BOOST_AUTO_TEST_CASE(of_one_contract_alone) {
    Studio office;
    const std::string header = "contract,asked_on,needed_by,what\n";
    BOOST_REQUIRE_EQUAL(office.run({"import", "requests", "-", "--as-of", "2026-06-01"},
                                   header + "verde-ore,2026-06-01,2026-06-05,foto\n"),
                        0);
    BOOST_TEST(office.nudge("verde-ore", "2026-06-10", {"--dry-run"}) == 0);
    BOOST_TEST(office.says("foto"));
    BOOST_TEST(office.says("accesso al sito"));
    BOOST_TEST(office.nudge("adria-social", "2026-06-10") == 0);
    BOOST_TEST(office.says("Wrote adria-social-nudge-2026-06-10"));
}

BOOST_AUTO_TEST_CASE(letters_that_cannot_be_are_refused) {
    Studio office;
    const auto refused = [&](const std::vector<std::string>& words, const std::string& sentence) {
        BOOST_TEST(office.run(words) == 1, sentence);
        BOOST_TEST(office.complained == "kvit: " + sentence + "\n");
    };
    refused({"letter", "nudge", "adria", "--as-of", "2026-06-19"},
            "nudge to adria: nothing that was asked for is open on 2026-06-19; kvit requests lists "
            "what was asked; kvit import requests adds to it.");
    refused({"letter", "nudge", "adria-social", "--as-of", "2026-03-01"},
            "nudge to adria-social: nothing that was asked for is open on 2026-03-01; kvit "
            "requests lists what was asked; kvit import requests adds to it.");
    refused({"letter", "nudge", "nobody"},
            "there is no client and no contract \"nobody\"; give an id as the agreement names it.");
    refused({"letter", "poem", "adria"},
            "there is no letter \"poem\"; the letters are: nudge, office-hours, "
            "agreed-channel, price, extra-hours, scope.");
    BOOST_TEST(office.run({"letter", "nudge"}) == 2);
    BOOST_REQUIRE_EQUAL(office.run({"import", "requests", "-", "--as-of", "2026-06-19"},
                                   "contract,asked_on,needed_by,what\n"
                                   "adria-social,2026-06-19,2026-06-22,\xF0\x92\x80\x80\n"),
                        0);
    BOOST_TEST(office.nudge("adria", "2026-06-19") == 1);
    BOOST_TEST(
        office.complains("kvit: request \"\xF0\x92\x80\x80\" of contract \"adria-social\": "));
    BOOST_TEST(office.nudge("verde", "2026-06-19") == 0);  // others can be written
}

BOOST_AUTO_TEST_CASE(open_requests_stand_in_the_status_but_not_in_its_json) {
    Studio office;
    BOOST_TEST(office.run({"status", "--as-of", "2026-06-10"}) == 0);
    BOOST_TEST(office.says("Otwarte prośby do klientów"));
    BOOST_TEST(office.says("potvrda plana objava"));
    BOOST_TEST(office.run({"status", "--as-of", "2026-06-10", "--format", "html"}) == 0);
    BOOST_TEST(office.says("potvrda plana objava"));
    BOOST_TEST(office.run({"status", "--as-of", "2026-06-10", "--format", "json"}) == 0);
    BOOST_TEST(!office.says("potvrda plana objava"));
    BOOST_TEST(office.run({"status", "--as-of", "2026-04-01"}) == 0);
    BOOST_TEST(!office.says("Otwarte prośby do klientów"));
}

BOOST_AUTO_TEST_SUITE_END()
