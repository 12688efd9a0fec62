// The words that leave the house, per language: read these files as a native would.

#include "adapters/templates/wording.h"
#include "dump.h"
#include "kvit/document/quote_view.h"
#include "kvit/document/status_view.h"
#include "samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;

namespace {

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();
};

std::string notice_dump(const document::Wording& wording, core::Language language, bool many,
                        policy::NoticeKind kind) {
    const samples::NoticeSample sample(language, many);
    const document::NoticeView view = sample.view(kind);
    const core::DocumentId id("2026-09-15-" + std::string(policy::name_of(kind)));
    return golden::dump(document::compose_notice(view, id, wording)) +
           golden::dump(document::notice_message(view, id, wording));
}

void check_notice(const document::Wording& wording, policy::NoticeKind kind) {
    for (const core::Language language : core::all_languages()) {
        const std::string name = std::string(core::code_of(language)) + "/" +
                                 std::string(policy::name_of(kind)) + ".txt";
        const std::string text = "#### one invoice, one contract\n" +
                                 notice_dump(wording, language, false, kind) +
                                 "\n#### two invoices, two contracts, a credit\n" +
                                 notice_dump(wording, language, true, kind);
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

document::StatusReport status_report() {
    using policy::WorkStatus;
    using samples::day;
    using samples::money;
    document::StatusRow lumen;
    lumen.client = core::ClientId("lumen");
    lumen.client_name = "Lumen Oświetlenie Sp. z o.o.";
    lumen.contract = core::ContractId("lumen-asysta");
    lumen.since = day("2026-01-01");
    document::StatusRow adria;
    adria.client = core::ClientId("adria");
    adria.client_name = "Adria Travel d.o.o.";
    adria.contract = core::ContractId("adria-social");
    adria.status = WorkStatus::paused;
    adria.since = day("2026-09-23");
    adria.level = "pause";
    adria.overdue = {money("2952.00", "EUR")};
    adria.open = {money("3752.00", "EUR"), money("100.00", "PLN")};
    adria.days_past_due_max = 8;
    adria.reasons = {{"days_past_due", "8", "8"},
                     {"amount_overdue", "2952.00 EUR", "0.00 EUR"},
                     {"overdue_invoices", "2", "1"},
                     {"wait_days", "3", "3"},
                     {"pause_announced_for", "2026-09-23", "2026-09-23"}};
    adria.next_review = day("2026-10-06");
    document::StatusRow verde;
    verde.client = core::ClientId("verde");
    verde.client_name = "Verde Società Agricola S.r.l.";
    verde.contract = core::ContractId("verde-ore");
    verde.status = WorkStatus::warned;
    verde.since = day("2026-09-18");
    verde.level = "my own level";
    verde.overdue = {money("45.00", "EUR")};
    verde.open = {money("45.00", "EUR")};
    verde.days_past_due_max = 21;
    verde.waits_for = policy::WaitsFor::release;
    verde.reasons = {{"days_past_due", "21", "8"}, {"no_suspension_clause", "verde-ore", ""}};
    return {day("2026-09-23"), {lumen, verde, adria}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(documents, Fixture)

BOOST_AUTO_TEST_CASE(an_invoice_with_every_kind_of_line) {
    for (const core::Language language : core::all_languages()) {
        const contract::Business business = samples::studio();
        const contract::Client client = samples::client_of(language);
        const contract::Contract contract = samples::first_contract(language);
        const ledger::Invoice invoice = samples::full_invoice(language);
        const document::InvoiceView view{business, client, contract, invoice};
        const std::string text = golden::dump(document::compose_invoice(view, *wording)) +
                                 golden::dump(document::invoice_message(view, *wording));
        const std::string name = std::string(core::code_of(language)) + "/invoice.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_CASE(a_quote) {
    for (const core::Language language : core::all_languages()) {
        const contract::Business business = samples::studio();
        const contract::Client client = samples::client_of(language);
        const contract::Contract contract = samples::first_contract(language);
        ledger::HeldQuote held{"consulting", true, {}};
        for (const auto& line : samples::full_invoice(language).lines) {
            const bool by_the_hour = line.rated.kind == ledger::LineKind::hourly ||
                                     line.rated.kind == ledger::LineKind::after_hours_work;
            if (by_the_hour) held.lines.push_back(line.rated);
        }
        BOOST_REQUIRE(!held.lines.empty());
        const std::string id = "lumen-asysta-2026-09-01-consulting";
        const document::QuoteView view{business, client, contract, id, samples::day("2026-10-01"),
                                       held};
        const std::string text = golden::dump(document::compose_quote(view, *wording)) +
                                 golden::dump(document::quote_message(view, *wording));
        const std::string name = std::string(core::code_of(language)) + "/quote.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_CASE(a_timesheet) {
    for (const core::Language language : core::all_languages()) {
        document::Document issued;
        issued.language = language;
        issued.title = wording->word(language, "invoice.title") + " FV/2026/10/001";
        const auto sources = samples::full_sources(language, *wording);
        const std::string text = golden::dump(document::with_timesheet(issued, sources, *wording));
        const std::string name = std::string(core::code_of(language)) + "/timesheet.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_CASE(a_credit_note_in_full_by_amount_and_of_what_is_paid) {
    for (const core::Language language : core::all_languages()) {
        const auto credit_dump = [&](const ledger::Credit& credit, core::Money paid) {
            const samples::CreditSample sample(language, credit);
            const document::CreditNoteView view = sample.view(paid);
            return golden::dump(document::compose_credit_note(view, *wording)) +
                   golden::dump(document::credit_note_message(view, *wording));
        };
        const core::Money gross = samples::full_invoice(language).gross;
        const ledger::CreditAmount amount{samples::price("123.00", language)};
        const std::string text =
            "#### in full, nothing was paid\n" +
            credit_dump(ledger::CreditAll{}, core::Money::zero(gross.currency())) +
            "\n#### an amount, the rest is to be paid\n" +
            credit_dump(amount, samples::price("500.00", language)) +
            "\n#### a line, all but a little was paid\n" +
            credit_dump(ledger::CreditLine{3}, gross - samples::price("70.00", language));
        const std::string name = std::string(core::code_of(language)) + "/credit_note.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_CASE(courtesy_note) { check_notice(*wording, policy::NoticeKind::courtesy_note); }
BOOST_AUTO_TEST_CASE(friendly_reminder) {
    check_notice(*wording, policy::NoticeKind::friendly_reminder);
}
BOOST_AUTO_TEST_CASE(second_reminder) {
    check_notice(*wording, policy::NoticeKind::second_reminder);
}
BOOST_AUTO_TEST_CASE(suspension_warning) {
    check_notice(*wording, policy::NoticeKind::suspension_warning);
}
BOOST_AUTO_TEST_CASE(suspension) { check_notice(*wording, policy::NoticeKind::suspension); }
BOOST_AUTO_TEST_CASE(resumption) { check_notice(*wording, policy::NoticeKind::resumption); }
BOOST_AUTO_TEST_CASE(final_demand) { check_notice(*wording, policy::NoticeKind::final_demand); }
BOOST_AUTO_TEST_CASE(termination) { check_notice(*wording, policy::NoticeKind::termination); }

// With what only the ladder and a person know: the next step and the reason.
BOOST_AUTO_TEST_CASE(suspension_with_the_next_step_and_termination_with_a_reason) {
    for (const core::Language language : core::all_languages()) {
        const samples::NoticeSample sample(language, false);
        document::NoticeView paused = sample.view(policy::NoticeKind::suspension);
        paused.next_step = {policy::NoticeKind::final_demand, samples::day("2026-10-06")};
        document::NoticeView ended = sample.view(policy::NoticeKind::termination);
        ended.reason = "…";
        ended.ends_on = samples::day("2026-10-31");
        ended.items.clear();
        ended.due = core::Money::zero(ended.currency);
        std::string text;
        for (const auto& view : {paused, ended}) {
            const core::DocumentId id("sample");
            text += golden::dump(document::compose_notice(view, id, *wording)) +
                    golden::dump(document::notice_message(view, id, *wording)) + "\n";
        }
        const std::string name = std::string(core::code_of(language)) + "/ladder_ends.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_CASE(the_status_report) {
    for (const core::Language language : core::all_languages()) {
        contract::Business business = samples::studio();
        business.language = language;
        const std::string text =
            golden::dump(document::compose_status(status_report(), business, *wording));
        const std::string name = std::string(core::code_of(language)) + "/status.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_SUITE_END()
