#include "kvit/document/status_view.h"

#include "adapters/templates/wording.h"
#include "document/samples.h"
#include "document/spaces.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using core::Language;
using policy::WorkStatus;
using samples::day;
using samples::money;
using samples::nb;

namespace {

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();
    contract::Business business = samples::studio();

    static document::StatusRow row(std::string client, WorkStatus status) {
        document::StatusRow row;
        row.client_name = client;
        row.contract = core::ContractId(client + "-1");
        row.status = status;
        row.since = day("2026-09-01");
        return row;
    }
    document::Document compose(std::vector<document::StatusRow> rows) const {
        return document::compose_status({day("2026-09-15"), std::move(rows)}, business, *wording);
    }
    std::string reason(policy::Reason reason, Language language = Language::pl) const {
        return document::reason_text(reason, language, *wording);
    }
};

const document::Table& table_of(const document::Document& document) {
    return std::get<document::Table>(document.blocks.back());
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_status_view, Fixture)

BOOST_AUTO_TEST_CASE(landscape_in_the_owners_language_with_the_day) {
    const document::Document report = compose({row("a", WorkStatus::active)});
    BOOST_TEST(report.landscape);
    BOOST_TEST(report.title == "Raport o wstrzymaniu prac – stan na 15.09.2026");
    BOOST_TEST(table_of(report).columns.size() == 11u);
    business.language = Language::en;
    BOOST_TEST(compose({}).title == nb("Work-pause report as of 15~Sep~2026"));
}

BOOST_AUTO_TEST_CASE(no_contracts_is_a_sentence) {
    const document::Document report = compose({});
    BOOST_TEST(std::get<document::Paragraph>(report.blocks.back()).text ==
               "Brak umów do pokazania.");
}

BOOST_AUTO_TEST_CASE(paused_first_then_by_severity_and_else_as_given) {
    const document::Document report =
        compose({row("active", WorkStatus::active), row("warned", WorkStatus::warned),
                 row("ended", WorkStatus::terminated), row("paused-b", WorkStatus::paused),
                 row("reminded", WorkStatus::reminded), row("paused-a", WorkStatus::paused)});
    std::vector<std::string> names;
    for (const auto& line : table_of(report).rows) names.push_back(line.cells.at(0));
    const std::vector<std::string> expected{"paused-b", "paused-a", "ended",
                                            "warned",   "reminded", "active"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
    BOOST_TEST(table_of(report).rows.at(0).strong);
    BOOST_TEST(!table_of(report).rows.at(2).strong);
}

BOOST_AUTO_TEST_CASE(a_row_in_words) {
    document::StatusRow full = row("adria", WorkStatus::paused);
    full.level = "final_demand";
    full.overdue = {money("10.00", "EUR"), money("2952.00", "PLN")};
    full.open = full.overdue;
    full.days_past_due_max = 21;
    full.reasons = {{"days_past_due", "21", "21"}, {"no_suspension_clause", "adria-1", ""}};
    full.waits_for = policy::WaitsFor::release;
    full.next_review = day("2026-09-16");
    const std::vector<std::string> expected{
        "adria",
        "adria-1",
        "wstrzymana",
        "01.09.2026",
        "ostateczne wezwanie",
        nb("10,00~EUR\n2~952,00~PLN"),
        nb("10,00~EUR\n2~952,00~PLN"),
        "21",
        "zgodę na wstrzymanie",
        nb("21~dni po terminie płatności (próg: 21); umowa nie przewiduje wstrzymania prac: "
           "adria-1"),
        "16.09.2026"};
    BOOST_TEST(table_of(compose({full})).rows.at(0).cells == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_level_of_ones_own_keeps_its_name_and_holds_are_told) {
    document::StatusRow held = row("a", WorkStatus::active);
    held.level = "telefon";
    held.held_by = policy::HeldBy::dispute;
    const auto cells = table_of(compose({held})).rows.at(0).cells;
    BOOST_TEST(cells.at(4) == "telefon");
    BOOST_TEST(cells.at(8) == "wstrzymane: spór");
    BOOST_TEST(cells.at(7) == "–");
}

BOOST_AUTO_TEST_CASE(reasons_are_told_with_dates_amounts_and_counts_of_the_language) {
    BOOST_TEST(reason({"days_past_due", "1", "1"}) ==
               nb("1~dzień po terminie płatności (próg: 1)"));
    BOOST_TEST(reason({"days_past_due", "0", "1"}) == nb("0~dni po terminie płatności (próg: 1)"));
    BOOST_TEST(reason({"days_past_due", "-3", "-3"}) ==
               nb("3~dni przed terminem płatności (próg: -3)"));
    BOOST_TEST(reason({"amount_overdue", "2952.00 PLN", "10.00 PLN"}) ==
               nb("zaległa kwota: 2~952,00~PLN (próg: 10,00~PLN)"));
    // A threshold of nothing is none.
    BOOST_TEST(reason({"amount_overdue", "2952.00 PLN", "0.00 PLN"}) ==
               nb("zaległa kwota: 2~952,00~PLN"));
    BOOST_TEST(reason({"overdue_invoices", "22", "1"}) == nb("po terminie: 22~faktury (próg: 1)"));
    BOOST_TEST(reason({"pause_announced_for", "2026-09-23", "2026-09-23"}) ==
               "wstrzymanie prac zapowiedziane na 23.09.2026");
    BOOST_TEST(reason({"nothing_overdue", "", ""}, Language::de) == "nichts überfällig");
    BOOST_TEST(reason({"wait_days", "21", "3"}, Language::hr) ==
               nb("21~dan od prethodnog dopisa (prag: 3)"));
}

BOOST_AUTO_TEST_CASE(a_reason_without_words_is_shown_as_it_was_stored) {
    BOOST_TEST(reason({"code_of_tomorrow", "2026-09-23", ""}) == "code_of_tomorrow: 23.09.2026");
    BOOST_TEST(reason({"code_of_tomorrow", "", ""}) == "code_of_tomorrow");
}

BOOST_AUTO_TEST_SUITE_END()
