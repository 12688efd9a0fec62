// Why a client stands where it stands, from the stored decision alone.
#include "cli/cash.h"

using kvit::test::Cash;
using kvit::test::Json;

namespace {

class Explained : public Cash {
  public:
    void review(const std::string& from, const std::string& through) {
        const auto last = kvit::core::parse_date(through).value();
        for (auto day = kvit::core::parse_date(from).value(); day <= last; day += date::days(1)) {
            const std::string text = kvit::core::to_iso(day);
            const int code = run({"review", "--as-of", text});
            BOOST_REQUIRE_MESSAGE(code == 0 || code == 3, complained);
            BOOST_REQUIRE_EQUAL(run({"send", "--to", path("out").string(), "--as-of", text}), 0);
        }
    }
    Json account(const std::string& day) {
        const Json told = json({"explain", "lumen", "--as-of", day});
        BOOST_REQUIRE_EQUAL(told.at("accounts").size(), 1);
        return told.at("accounts")[0];
    }
    bool says(const std::string& day, const std::string& words) {
        BOOST_REQUIRE_EQUAL(run({"explain", "lumen", "--as-of", day}), 0);
        return said.find(words) != std::string::npos;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(explain)

BOOST_AUTO_TEST_CASE(each_past_day_is_explained_by_what_was_known_then) {
    Explained office;
    office.review("2026-02-10", "2026-02-20");
    const Json first = office.account("2026-02-10");
    BOOST_TEST(first.at("level") == "reminder");
    BOOST_TEST(first.at("anchor") == "2026-02-09");
    BOOST_TEST(first.at("invoices")[0].at("invoice") == "2026/0001");
    BOOST_TEST(first.at("notices").empty());
    BOOST_TEST(first.at("next_step").at("level") == "warning");
    BOOST_TEST(first.at("next_step").at("on") == "2026-02-16");
    const Json later = office.account("2026-02-20");
    BOOST_TEST(later.at("level") == "warning");
    BOOST_TEST(later.at("notices").size() == 2);
    BOOST_TEST(later.at("contracts")[0].at("waits_for") == "release");
    for (const char* day : {"2026-02-10", "2026-02-16", "2026-02-20"})
        BOOST_TEST(office.account(day).at("same_again") == true);
    BOOST_TEST(office.says("2026-02-10", "Po zapłacie kwoty 1"), office.said);
    BOOST_TEST(office.says("2026-02-10", "zapowiedź wstrzymania prac, najwcześniej 16.02.2026"),
               office.said);
}

// The step comes on the day that was told, where nothing changes.
BOOST_AUTO_TEST_CASE(the_next_step_is_told_in_advance) {
    Explained office;
    std::string told;
    for (auto day = kvit::core::make_date(2026, 2, 10); day < kvit::core::make_date(2026, 4, 20);
         day += date::days(1)) {
        const std::string text = kvit::core::to_iso(day);
        office.review(text, text);
        const Json rows = office.json({"notices", "--as-of", text});
        bool written = false;
        for (const Json& row : rows)
            written |= row.at("client") == "lumen" && row.at("decided_on") == text;
        if (!told.empty() && told <= text) BOOST_TEST(written, text);
        if (written && !told.empty()) BOOST_TEST(told == text);
        const Json next = office.account(text).at("next_step");
        told = next.is_null() || next.at("by_person") == true ? "" : std::string(next.at("on"));
    }
    BOOST_TEST(office.account("2026-04-19").at("next_step").at("by_person") == true);
}

BOOST_AUTO_TEST_CASE(persons_decisions_are_told_with_their_reasons) {
    Explained office;
    BOOST_TEST(office.run({"hold", "lumen", "--until", "2026-03-01", "--reason", "nowy opiekun",
                           "--as-of", "2026-02-09"}) == 0);
    office.review("2026-02-10", "2026-02-10");
    BOOST_TEST(office.says("2026-02-10", "nowy opiekun"));
    BOOST_TEST(office.says("2026-02-10", "wstrzymane przez osobę do 01.03.2026 włącznie"));
    BOOST_TEST(!office.says("2026-02-08", "nowy opiekun"));  // not told yet
    BOOST_TEST(office.account("2026-02-10").at("next_step").at("on") == "2026-03-02");
}

BOOST_AUTO_TEST_CASE(who_was_never_reviewed_has_nothing_to_explain) {
    Explained office;
    BOOST_TEST(office.says("2026-02-10", "Żaden przegląd nie podjął jeszcze decyzji"));
    BOOST_TEST(office.run({"explain", "nobody"}) == 1);
    BOOST_TEST(office.complained ==
               "kvit: there is no client \"nobody\"; kvit status lists them.\n");
}

BOOST_AUTO_TEST_SUITE_END()
