// Letters that recall what was agreed, per language: read these files as a native would.

#include "adapters/templates/wording.h"
#include "dump.h"
#include "kvit/document/agreement_letters.h"
#include "kvit/document/clauses.h"
#include "kvit/document/interest_note_view.h"
#include "samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;

namespace {

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();

    std::string dump(const document::Letter& letter) const {
        return golden::dump(document::compose_letter(letter, *wording)) +
               golden::dump(document::letter_message(letter, *wording)) + "\n";
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(letters, Fixture)

BOOST_AUTO_TEST_CASE(of_what_was_agreed) {
    for (const core::Language language : core::all_languages()) {
        contract::Business business = samples::studio();
        business.booking_url = "https://studio-ada.example/termin";
        const contract::Client client = samples::client_of(language);
        contract::Contract contract = samples::first_contract(language);
        contract::Terms& terms = contract.versions.front().terms;
        terms.rates = {{"consulting", samples::price("220.00", language)}};
        terms.availability = contract::Availability{
            {true, true, true, true, true, false, true}, 9 * 60, 17 * 60 + 30};
        terms.after_hours = contract::AfterHours{core::Ratio(3, 2), 15, true, true};
        terms.channel = "email";
        ledger::HeldQuote held{"consulting", true, {}};
        for (const auto& line : samples::full_invoice(language).lines)
            if (line.rated.kind == ledger::LineKind::hourly) held.lines.push_back(line.rated);
        BOOST_REQUIRE(!held.lines.empty());
        const document::AgreementLetter about{
            business, client, contract, core::DocumentId("sample"), samples::day("2026-09-16")};
        const core::Money package = samples::price("400.00", language);
        const std::string text =
            dump(document::office_hours_letter(about, package, *wording).value()) +
            dump(document::agreed_channel_letter(about, *wording).value()) +
            dump(document::price_letter(about, *wording)) +
            dump(document::extra_hours_letter(about, 210, samples::day("2026-09-21"), *wording)
                     .value()) +
            dump(document::scope_letter(about, {"sample-consulting", held}, *wording));
        const std::string name = std::string(core::code_of(language)) + "/letters.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_CASE(an_interest_note_with_and_without_compensation) {
    using samples::day;
    for (const core::Language language : core::all_languages()) {
        const contract::Business business = samples::studio();
        const contract::Client client = samples::client_of(language);
        const auto price = [&](std::string_view amount) {
            return samples::price(amount, language);
        };
        const core::Currency currency = samples::currency_of(language);
        const core::Money none = core::Money::zero(currency);
        std::string text;
        for (const bool compensated : {true, false}) {
            document::InterestNoteView view{business,
                                            client,
                                            core::InvoiceNumber("NO/2026/001"),
                                            day("2026-09-24"),
                                            day("2026-09-20"),
                                            day("2026-10-08"),
                                            currency,
                                            {},
                                            {}};
            view.items.push_back(
                {core::InvoiceNumber("FV/2026/06/001"),
                 day("2026-06-15"),
                 {{day("2026-06-16"), day("2026-06-30"), 15, core::Ratio(45, 4), price("2952.00")},
                  {day("2026-07-01"), day("2026-09-20"), 82, core::Ratio(23, 2), price("1952.00")}},
                 price("64.08"),
                 compensated ? price("170.00") : none});
            view.items.push_back(
                {core::InvoiceNumber("FV/2026/08/004"),
                 day("2026-09-19"),
                 {{day("2026-09-20"), day("2026-09-20"), 1, core::Ratio(23, 2), price("1230.00")}},
                 price("0.39"),
                 none});
            if (compensated) view.bases = {"§ 1", "§ 2"};
            text += golden::dump(document::compose_interest_note(view, *wording)) +
                    golden::dump(document::interest_note_message(view, *wording)) + "\n";
        }
        const std::string name = std::string(core::code_of(language)) + "/interest_note.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_CASE(clauses_of_a_full_and_of_a_bare_contract) {
    for (const core::Language language : core::all_languages()) {
        const contract::Business business = samples::studio();
        const contract::Client client = samples::client_of(language);
        contract::Contract contract = samples::first_contract(language);
        contract::Terms& terms = contract.versions.front().terms;
        const core::Date day = samples::day("2026-09-16");
        std::string text;
        const auto add = [&](std::optional<int> pause_days) {
            const auto clauses =
                document::compose_clauses({business, client, contract, day, pause_days}, *wording);
            text += golden::dump(clauses.document);
            for (const auto& name : clauses.left_out) text += "left out: " + name + "\n";
        };
        add(std::nullopt);
        terms.availability =
            contract::Availability{{true, true, true, true, true}, 9 * 60, 17 * 60};
        terms.after_hours = contract::AfterHours{core::Ratio(3, 2), 15, true, true};
        terms.scope = {"assistance", "newsletter"};
        terms.channel = "email";
        terms.payment = contract::NetDays{30, true};
        add(8);
        terms.payment = contract::DayOfMonth{10};
        terms.out_of_scope = contract::OutOfScope::bill;
        terms.paused_days = contract::PausedDays::bill;
        terms.after_hours->applies_to_contacts = false;
        add(1);
        terms.payment = contract::NetDays{0, false};
        terms.after_hours = contract::AfterHours{core::Ratio(2, 1), 0, false, true};
        terms.channel = "meeting";
        add(22);
        const std::string name = std::string(core::code_of(language)) + "/clauses.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_SUITE_END()
