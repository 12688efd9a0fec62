// The words of the owner's board, of what waits and of what changed: read these files as a native
// would.

#include "adapters/templates/wording.h"
#include "dump.h"
#include "kvit/document/board_view.h"
#include "kvit/document/changes_view.h"
#include "samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using document::ChangeKind;
using document::WaitingKind;
using policy::WorkStatus;
using samples::day;
using samples::money;

namespace {

document::StatusReport status_report() {
    document::StatusRow adria;
    adria.client = core::ClientId("adria");
    adria.client_name = "Adria Travel d.o.o.";
    adria.contract = core::ContractId("adria-social");
    adria.status = WorkStatus::paused;
    adria.since = day("2026-09-24");
    adria.level = "pause";
    adria.overdue = {money("700.00", "EUR")};
    adria.open = {money("1400.00", "EUR")};
    adria.days_past_due_max = 9;
    adria.reasons = {{"days_past_due", "9", "8"}};
    adria.trend.trend = ledger::TrendClass::slipping;
    const auto gross = money("700.00", "EUR");
    adria.cycles = {
        {core::InvoiceNumber("1"), day("2026-08-15"), day("2026-08-18"), 3, false, gross},
        {core::InvoiceNumber("2"), day("2026-09-15"), std::nullopt, 9, true, gross}};
    document::StatusRow lumen;
    lumen.client = core::ClientId("lumen");
    lumen.client_name = "Lumen Sp. z o.o.";
    lumen.contract = core::ContractId("lumen-asysta");
    lumen.since = day("2026-01-01");
    lumen.open = {money("123.00", "PLN")};
    document::StatusRow second = lumen;
    second.contract = core::ContractId("lumen-www");
    second.status = WorkStatus::reminded;
    second.overdue = second.open;
    return {day("2026-09-24"), {adria, lumen, second}, {}};
}

// One of each kind.
document::WaitingReport waiting_report() {
    document::WaitingReport report{day("2026-09-24"), {}};
    for (int kind = 0; kind <= static_cast<int>(WaitingKind::advance); ++kind) {
        document::Waiting waiting{.kind = static_cast<WaitingKind>(kind)};
        waiting.command = "kvit " + std::string(document::name_of(waiting.kind));
        report.items.push_back(waiting);
    }
    auto& receipt = report.items.front();
    receipt.client = core::ClientId("lumen");
    receipt.subject = "10 – LUMEN";
    receipt.since = day("2026-09-20");
    receipt.amount = money("100.00", "PLN");
    return report;
}

// One of each kind, too.
document::ChangesReport changes_report() {
    document::ChangesReport report{day("2026-08-31"), day("2026-09-24"), {}};
    for (int kind = 0; kind <= static_cast<int>(ChangeKind::work_status); ++kind) {
        document::Change change{.on = day("2026-09-24"), .client = core::ClientId("adria")};
        change.what = static_cast<ChangeKind>(kind);
        report.changes.push_back(change);
    }
    report.changes.front().amount = money("700.00", "EUR");
    report.changes.front().document = "FV/2026/09/001";
    auto& status = report.changes.back();
    status.contract = core::ContractId("adria-social");
    status.from = "warned";
    status.to = "paused";
    status.reasons = {{"days_past_due", "9", "8"}, {"overdue_invoices", "2", "1"}};
    for (const auto kind : {policy::NoticeKind::friendly_reminder,
                            policy::NoticeKind::suspension_warning, policy::NoticeKind::suspension,
                            policy::NoticeKind::resumption, policy::NoticeKind::final_demand}) {
        document::Change notice{.on = day("2026-09-24"), .client = core::ClientId("adria")};
        notice.what = ChangeKind::notice;
        notice.notice = kind;
        report.changes.push_back(notice);
    }
    return report;
}

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();

    template <class Compose>
    void check(const std::string& name, Compose compose) {
        for (const core::Language language : core::all_languages()) {
            contract::Business business = samples::studio();
            business.language = language;
            const std::string file = std::string(core::code_of(language)) + "/" + name + ".txt";
            BOOST_CHECK_EQUAL(golden::compare(file, golden::dump(compose(business))), "");
        }
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(board, Fixture)

BOOST_AUTO_TEST_CASE(board_in_six_languages) {
    check("board", [&](const contract::Business& business) {
        return document::compose_board(status_report(), waiting_report(), business, *wording);
    });
}

BOOST_AUTO_TEST_CASE(waiting_in_six_languages) {
    check("waiting", [&](const contract::Business& business) {
        return document::compose_waiting(waiting_report(), business, *wording);
    });
}

BOOST_AUTO_TEST_CASE(changes_in_six_languages) {
    check("changes", [&](const contract::Business& business) {
        return document::compose_changes(changes_report(), business, *wording);
    });
}

BOOST_AUTO_TEST_SUITE_END()
