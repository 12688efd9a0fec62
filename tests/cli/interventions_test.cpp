// What a person decides about enforcement, through the commands.
#include "cli/cash.h"

using kvit::test::Cash;
using kvit::test::Json;

namespace {

// lumen owes 2026/0001, due on Monday 2026-02-09, and is paused on 2026-02-17; "standard".
class Person : public Cash {
  public:
    void review(const std::string& from, const std::string& through) {
        const auto last = kvit::core::parse_date(through).value();
        for (auto day = kvit::core::parse_date(from).value(); day <= last; day += date::days(1)) {
            const std::string text = kvit::core::to_iso(day);
            const int code = run({"review", "--as-of", text});
            BOOST_REQUIRE_MESSAGE(code == 0 || code == 3, complained);
            const int sent = run({"send", "--to", path("out").string(), "--as-of", text});
            BOOST_REQUIRE_EQUAL(sent, 0);
        }
    }
    // work_status, held_by, waits_for.
    std::string stands(const std::string& contract, const std::string& day) {
        for (const Json& row : json({"status", "--as-of", day})) {
            if (row.at("contract") != contract) continue;
            const auto or_none = [](const Json& value) {
                return value.is_null() ? std::string("-") : value.get<std::string>();
            };
            return std::string(row.at("work_status")) + " " + or_none(row.at("held_by")) + " " +
                   or_none(row.at("waits_for"));
        }
        return "no row";
    }
    void does(std::vector<std::string> words, const std::string& day, const std::string& sentence) {
        words.insert(words.end(), {"--reason", "tak uzgodniono", "--as-of", day});
        BOOST_TEST(run(words) == 0, complained);
        BOOST_TEST(said ==
                   "Recorded: " + sentence + ". The next kvit review or kvit day acts on it.\n");
    }
    void refuses(std::vector<std::string> words, const std::string& day,
                 const std::string& sentence) {
        words.insert(words.end(), {"--reason", "bo tak", "--as-of", day});
        BOOST_TEST(run(words) == 1);
        BOOST_TEST(complained == "kvit: " + sentence + "\n");
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(interventions)

BOOST_AUTO_TEST_CASE(a_dispute_spares_the_client_until_it_is_resolved) {
    Person office;
    office.review("2026-02-10", "2026-02-10");
    BOOST_TEST(office.stands("a-lumen", "2026-02-10") == "reminded - -");
    office.does({"dispute", "2026/0001"}, "2026-02-11",
                "2026/0001 is disputed and does not count until it is resolved");
    office.review("2026-02-11", "2026-03-20");
    BOOST_TEST(office.stands("a-lumen", "2026-03-20") == "active dispute -");
    office.does({"dispute", "2026/0001", "--resolved"}, "2026-03-23",
                "2026/0001 counts again as of 2026-03-23");
    office.review("2026-03-23", "2026-03-23");
    BOOST_TEST(office.stands("a-lumen", "2026-03-23") == "warned - -");
    office.verifies();
}

BOOST_AUTO_TEST_CASE(a_promise_holds_through_its_day) {
    Person office;
    office.review("2026-02-10", "2026-02-12");
    office.does({"promise", "2026/0001", "--until", "2026-03-02"}, "2026-02-13",
                "2026/0001 is promised and does not count through 2026-03-02");
    office.review("2026-02-13", "2026-03-02");
    BOOST_TEST(office.stands("a-lumen", "2026-03-02") == "active promise -");
    office.review("2026-03-03", "2026-03-03");
    BOOST_TEST(office.stands("a-lumen", "2026-03-03") == "warned - -");
}

BOOST_AUTO_TEST_CASE(a_hold_is_for_one_client) {
    Person office;
    office.does({"hold", "lumen", "--until", "2026-03-31"}, "2026-02-09",
                "no letter goes to lumen and no work is paused through 2026-03-31");
    office.review("2026-02-10", "2026-02-20");
    BOOST_TEST(office.stands("a-lumen", "2026-02-20") == "active hold -");
    BOOST_TEST(office.stands("b-solis", "2026-02-20") == "warned - release");
    office.does({"hold", "lumen", "--end"}, "2026-02-23", "enforcement goes on for lumen");
    office.review("2026-02-23", "2026-02-23");
    BOOST_TEST(office.stands("a-lumen", "2026-02-23") == "reminded - -");
}

BOOST_AUTO_TEST_CASE(a_pause_is_released_and_taken_back_by_a_person) {
    Person office;
    office.review("2026-02-10", "2026-02-20");
    BOOST_TEST(office.stands("a-lumen", "2026-02-20") == "warned - release");
    office.does({"release", "a-lumen", "--on", "2026-02-23"}, "2026-02-20",
                "the pause of a-lumen may come as of 2026-02-23");
    office.review("2026-02-21", "2026-02-22");
    BOOST_TEST(office.stands("a-lumen", "2026-02-22") == "warned - release");
    office.review("2026-02-23", "2026-02-23");
    BOOST_TEST(office.stands("a-lumen", "2026-02-23") == "paused - -");
    office.does({"resume", "a-lumen"}, "2026-02-24",
                "the work of a-lumen goes on as of 2026-02-24");
    office.review("2026-02-24", "2026-02-24");
    BOOST_TEST(office.stands("a-lumen", "2026-02-24") == "warned hold -");
    office.verifies();
}

BOOST_AUTO_TEST_CASE(a_contract_ends_by_a_persons_word) {
    Person office;
    office.review("2026-02-10", "2026-02-20");
    office.refuses({"terminate", "a-lumen", "--on", "2026-03-01"}, "2026-02-20",
                   "terminate of a-lumen: the time that the last demand leaves to pay is not over "
                   "before 2026-03-26; end it on that day, or add --early.");
    office.does({"terminate", "a-lumen", "--on", "2026-03-01", "--early"}, "2026-02-20",
                "a-lumen ends; its first day without the contract is 2026-03-01");
    office.review("2026-02-23", "2026-03-01");
    BOOST_TEST(office.stands("a-lumen", "2026-03-01") == "terminated - -");
    // February is billed, March is not; the agreement's file says nothing of the end, and stays so.
    office.bill("2026-04-01");
    office.apply(kvit::test::two_clients, "2026-04-01");
    office.bill("2026-05-01");
    int bills = 0;
    for (const Json& invoice : office.json({"invoices", "--as-of", "2026-05-01"}))
        bills += invoice.at("contract") == "a-lumen" ? 1 : 0;
    BOOST_TEST(bills == 2);
    int letters = 0;
    for (const Json& notice : office.json({"notices", "--as-of", "2026-05-01"}))
        letters += notice.at("kind") == "termination" ? 1 : 0;
    BOOST_TEST(letters == 1);
    office.refuses(
        {"terminate", "a-lumen", "--on", "2026-06-01", "--early"}, "2026-05-02",
        "terminate of a-lumen: the contract ended on 2026-03-01; nothing is to be done.");
    office.verifies();
}

BOOST_AUTO_TEST_CASE(what_cannot_be_decided_is_refused) {
    Person office;
    const std::string day = "2026-02-10";
    office.refuses({"dispute", "2026/0009"}, day,
                   "there is no invoice \"2026/0009\"; kvit invoices lists them.");
    office.refuses({"dispute", "2026/0001", "--resolved"}, day,
                   "resolved of 2026/0001: it is not disputed; nothing is to be done.");
    office.refuses({"promise", "2026/0001", "--until", "2026-02-09"}, day,
                   "promise of 2026/0001: 2026-02-09 lies before 2026-02-10; give --until a day "
                   "that is still to come.");
    office.refuses({"hold", "nobody", "--until", "2026-02-19"}, day,
                   "there is no client \"nobody\"; kvit clients lists them.");
    office.refuses({"hold", "lumen", "--end"}, day,
                   "hold_ended of lumen: nothing is held for it; nothing is to be done.");
    office.refuses({"release", "nothing"}, day,
                   "there is no contract \"nothing\"; kvit status lists them.");
    office.refuses({"resume", "a-lumen"}, day,
                   "resume of a-lumen: its work is not paused on 2026-02-10; kvit status shows "
                   "what is paused.");
    office.refuses({"terminate", "a-lumen", "--on", "2026-01-01"}, day,
                   "terminate of a-lumen: the contract begins on 2026-01-01; give --on a later "
                   "day.");
    office.refuses({"terminate", "a-lumen", "--on", "2026-01-15"}, day,
                   "terminate of a-lumen: it is billed until 2026-02-01; end it on that day, or "
                   "credit the invoice first and end the contract in the agreement.");
    BOOST_TEST(office.run({"hold", "lumen", "--until", "2026-03-01", "--reason", " ", "--as-of",
                           day}) == 1);
    BOOST_TEST(office.complained ==
               "kvit: hold of lumen: the reason is empty; say why with --reason.\n");
    BOOST_TEST(office.run({"hold", "lumen", "--reason", "x", "--as-of", day}) == 2);
    office.import("2026-02-10", {{"1230.00", "2026/0001"}});
    office.refuses({"dispute", "2026/0001"}, day,
                   "dispute of 2026/0001: nothing is open on it; kvit aging shows what is.");
}

BOOST_AUTO_TEST_SUITE_END()
