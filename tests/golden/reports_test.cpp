// The words of the reports, per language: read these files as a native would.

#include "adapters/templates/wording.h"
#include "dump.h"
#include "kvit/document/account_statement_view.h"
#include "kvit/document/clients_view.h"
#include "kvit/document/lateness_view.h"
#include "kvit/document/receivables_view.h"
#include "samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using samples::currency;
using samples::day;
using samples::money;

namespace {

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();

    // `compose(business)` in each language of the owner.
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

document::LatenessReport lateness_report() {
    document::LatenessRow adria;
    adria.client = core::ClientId("adria");
    adria.client_name = "Adria Travel d.o.o.";
    adria.contract = core::ContractId("adria-social");
    const auto gross = money("800.00", "EUR");
    adria.cycles = {
        {core::InvoiceNumber("FV/2026/05/001"), day("2026-05-15"), day("2026-05-13"), -2, false,
         gross},
        {core::InvoiceNumber("FV/2026/06/001"), day("2026-06-15"), day("2026-06-16"), 1, false,
         gross},
        {core::InvoiceNumber("FV/2026/07/001"), day("2026-07-15"), std::nullopt, 14, true, gross}};
    adria.trend = {ledger::TrendClass::insufficient,
                   ledger::TrendFlag::none,
                   3,
                   8.0,
                   std::nullopt,
                   4.333,
                   0.667};
    adria.amount_weighted_days_late = 4.333;
    adria.three_rise = true;
    adria.expected_days_late_next = -1;
    document::LatenessRow lumen;
    lumen.client_name = "Lumen Oświetlenie Sp. z o.o.";
    lumen.contract = core::ContractId("lumen-asysta");
    document::LatenessRow verde;
    verde.client_name = "Verde S.r.l.";
    verde.contract = core::ContractId("verde-ore");
    verde.trend = {ledger::TrendClass::slipping, ledger::TrendFlag::trend, 6, 1.25, 0.0281, 9.5, 1};
    return {day("2026-07-29"), {adria, lumen, verde}};
}

document::AccountStatement account(core::Currency of) {
    using document::AccountLineKind;
    const auto sum = [&](std::int64_t units) { return core::Money(units * 100, of); };
    document::AccountStatement statement{core::ClientId("client"),
                                         of,
                                         day("2026-07-01"),
                                         day("2026-09-30"),
                                         sum(100),
                                         {},
                                         sum(100),
                                         {}};
    const auto add = [&](const char* on, AccountLineKind kind, const char* number,
                         std::int64_t units) {
        statement.closing += sum(units);
        std::vector<core::InvoiceNumber> numbers;
        if (*number != 0) numbers.emplace_back(number);
        statement.lines.push_back({day(on), kind, numbers, sum(units), statement.closing});
    };
    add("2026-07-01", AccountLineKind::invoice, "FV/2026/07/001", 800);
    add("2026-07-10", AccountLineKind::payment, "FV/2026/07/001", -900);
    add("2026-07-12", AccountLineKind::credit_note, "KOR/2026/001", -50);
    add("2026-07-15", AccountLineKind::refund, "", 50);
    add("2026-08-01", AccountLineKind::interest_note, "NO/2026/001", 12);
    add("2026-08-03", AccountLineKind::write_off, "NO/2026/001", -2);
    add("2026-08-04", AccountLineKind::reversal, "NO/2026/001", 2);
    statement.open = {{core::InvoiceNumber("NO/2026/001"), day("2026-08-15"), sum(12)}};
    return statement;
}

document::ReceivablesReport receivables() {
    const auto eur = [](const char* amount) { return money(amount, "EUR"); };
    document::ReceivablesReport report{day("2026-09-30"), {}, {}, {}, {}};
    report.aging = {{core::ClientId("adria"), eur("100.00"), eur("800.00"), eur("0.00"),
                     eur("0.00"), eur("0.00"), eur("900.00"), eur("25.00")}};
    report.names = {{core::ClientId("adria"), "Adria Travel d.o.o."}};
    report.outstanding = {
        {currency("EUR"), eur("900.00"), eur("2400.00"), 90, 33.75, -1.5, 4},
        {currency("PLN"), money("0.00", "PLN"), money("0.00", "PLN"), 90, {}, {}, 0}};
    const auto item = [&](const char* number, ledger::ExpectedPayment expected) {
        return document::OpenItemRow{
            {core::InvoiceNumber(number), ledger::InvoiceKind::invoice, core::ClientId("adria"),
             core::ContractId("adria-social"), day("2026-09-01"), day("2026-09-15"), eur("450.00"),
             eur("450.00")},
            15,
            expected};
    };
    using ledger::ExpectedBasis;
    report.items = std::vector{
        item("FV/1", {ExpectedBasis::history, day("2026-10-05"), day("2026-10-01"),
                      day("2026-10-09"), 4, 5, 4}),
        item("FV/2", {ExpectedBasis::too_few, day("2026-10-05"), {}, {}, 0, 0, 1}),
        item("FV/3", {ExpectedBasis::beyond_history, {}, {}, {}, 0, 0, 0}), item("FV/4", {})};
    return report;
}

document::ClientsReport clients() {
    document::ClientRow adria;
    adria.client = core::ClientId("adria");
    adria.name = "Adria Travel d.o.o.";
    adria.revenue = {money("9600.00", "EUR"), money("100.00", "PLN")};
    adria.revenue_share = 0.75;
    adria.cumulative_share = 0.75;
    adria.mean_days_late = 16.4;
    adria.verdict = document::Verdict::watch;
    adria.reasons = {
        {"mean_days_late", "16.4", "14.0"}, {"slipping", "", ""}, {"core_client", "75.0", "80.0"}};
    document::ClientRow verde = adria;
    verde.name = "Verde S.r.l.";
    verde.revenue = {};
    verde.revenue_share = verde.cumulative_share = verde.mean_days_late = std::nullopt;
    verde.contacts = 40;
    verde.contacts_per_billed_hour = 2.5;
    verde.mean_days_to_answer = 12;
    verde.work_minutes = 960;
    verde.verdict = document::Verdict::part_ways;
    verde.reasons.clear();
    for (const char* code :
         {"after_hours_minutes", "out_of_scope_minutes", "mean_days_to_answer", "requests_open",
          "other_channel", "many_channel_days", "urgent", "contacts_per_billed_hour", "disputes"})
        verde.reasons.push_back({code, "12", "3"});
    document::ClientRow lumen;
    lumen.name = "Lumen";
    lumen.revenue = {money("3200.00", "EUR")};
    lumen.revenue_share = 0.25;
    lumen.cumulative_share = 1;
    return {day("2025-10-01"), day("2026-09-30"), currency("EUR"), {verde, lumen, adria}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reports, Fixture)

BOOST_AUTO_TEST_CASE(lateness) {
    check("lateness", [&](const contract::Business& business) {
        return document::compose_lateness(lateness_report(), business, *wording);
    });
}

BOOST_AUTO_TEST_CASE(an_account_to_pay_and_one_in_credit) {
    for (const core::Language language : core::all_languages()) {
        const auto client = samples::client_of(language);
        auto credit = account(samples::currency_of(language));
        credit.from.reset();
        credit.closing = -credit.closing;
        credit.open.clear();
        const auto text = golden::dump(
            document::compose_account_statement({account(samples::currency_of(language)), credit},
                                                samples::studio(), client, *wording));
        const std::string name = std::string(core::code_of(language)) + "/account.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_CASE(receivables_by_age) {
    check("aging", [&](const contract::Business& business) {
        return document::compose_receivables(receivables(), business, *wording);
    });
    const auto empty = document::compose_receivables({day("2026-09-30"), {}, {}, {}, {}},
                                                     samples::studio(), *wording);
    BOOST_TEST(std::get<document::Paragraph>(empty.blocks.back()).text == "Nic nie jest otwarte.");
}

BOOST_AUTO_TEST_CASE(clients_and_verdicts) {
    check("clients", [&](const contract::Business& business) {
        return document::compose_clients(clients(), business, *wording);
    });
    auto report = clients();
    report.share_currency.reset();
    const auto document = document::compose_clients(report, samples::studio(), *wording);
    BOOST_TEST(std::get<document::Paragraph>(document.blocks.at(3))
                   .text.starts_with("Udziały w obrębie każdej waluty"));
}

BOOST_AUTO_TEST_SUITE_END()
