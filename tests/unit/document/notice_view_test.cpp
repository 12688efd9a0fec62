#include "kvit/document/notice_view.h"

#include "adapters/templates/wording.h"
#include "document/reading.h"
#include "document/samples.h"
#include "document/spaces.h"
#include "kvit/document/number_format.h"

#include <boost/test/unit_test.hpp>

#include <array>

using namespace kvit;
using core::Language;
using policy::NoticeKind;
using samples::nb;
using samples::reading_of;

namespace {

constexpr std::array all_kinds{NoticeKind::courtesy_note,   NoticeKind::friendly_reminder,
                               NoticeKind::second_reminder, NoticeKind::suspension_warning,
                               NoticeKind::suspension,      NoticeKind::resumption,
                               NoticeKind::final_demand,    NoticeKind::termination};

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();
    core::DocumentId id{"lumen-pln-2026-09-15-notice"};

    document::Document compose(const document::NoticeView& view) const {
        return document::compose_notice(view, id, *wording);
    }
    document::Message message(const document::NoticeView& view) const {
        return document::notice_message(view, id, *wording);
    }
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_notice_view, Fixture)

BOOST_AUTO_TEST_CASE(a_friendly_reminder_gives_a_reason_and_says_already_paid) {
    const samples::NoticeSample sample(Language::pl, false);
    const document::Document letter = compose(sample.view(NoticeKind::friendly_reminder));
    BOOST_TEST(letter.title == "Przypomnienie o płatności, Lumen Oświetlenie Sp. z o.o.");
    const std::string text = reading_of(letter);
    BOOST_TEST(contains(text,
                        "być może uszło to Państwa uwadze: według naszej ewidencji na dzień "
                        "24.09.2026 r. nie wpłynęła jeszcze pełna zapłata za fakturę "
                        "FV/2026/09/001, której termin płatności minął 15.09.2026 r.\n"));
    BOOST_TEST(contains(text,
                        "Jeśli płatność została już dokonana, prosimy uznać to pismo za "
                        "bezprzedmiotowe."));
    BOOST_TEST(!contains(text, "wstrzyma"));
}

BOOST_AUTO_TEST_CASE(the_table_lists_dates_days_amount_and_open) {
    const samples::NoticeSample sample(Language::pl, true);
    const std::string text = reading_of(compose(sample.view(NoticeKind::suspension)));
    BOOST_TEST(contains(text, nb("FV/2026/09/001 | 01.09.2026 | 15.09.2026 | 9 | 2~952,00~PLN | "
                                 "2~952,00~PLN\nFV/2026/09/004 | 02.09.2026 | 23.09.2026 | 1 | "
                                 "1~230,00~PLN | 930,50~PLN\n")));
    BOOST_TEST(contains(text, nb("Razem pozostało do zapłaty: 3~882,50~PLN\nZaliczone wpłaty: "
                                 "\u2212100,00~PLN\nDo zapłaty: 3~782,50~PLN\n")));
    BOOST_TEST(contains(text, nb("Kwota: 3~782,50~PLN\nTytuł przelewu: FV/2026/09/001, "
                                 "FV/2026/09/004\n")));
}

BOOST_AUTO_TEST_CASE(a_suspension_states_contract_ground_day_and_how_it_ends) {
    const samples::NoticeSample sample(Language::pl, true);
    const document::NoticeView view = sample.view(NoticeKind::suspension);
    const std::string text = reading_of(compose(view));
    // The ground is the contract's clause, or else the delay itself.
    BOOST_TEST(contains(text, "Asysta biurowa | 01.01.2026 | § 9 | 24.09.2026\n"));
    BOOST_TEST(contains(text,
                        "Redakcja tekstów | 01.01.2026 | opóźnienie w zapłacie | "
                        "24.09.2026\n"));
    BOOST_TEST(contains(text, nb("Prace wznowimy niezwłocznie po zaksięgowaniu na naszym rachunku "
                                 "kwoty 3~782,50~PLN.")));
    BOOST_TEST(contains(text,
                        "Terminy wykonania prac objętych wstrzymaniem przesuwają się o czas "
                        "jego trwania."));
    BOOST_TEST(contains(text, "kwestionują Państwo którąkolwiek pozycję"));
}

BOOST_AUTO_TEST_CASE(every_notice_that_announces_a_pause_names_its_day_in_letter_and_mail) {
    for (const Language language : core::all_languages()) {
        for (const NoticeKind kind :
             {NoticeKind::courtesy_note, NoticeKind::friendly_reminder, NoticeKind::second_reminder,
              NoticeKind::suspension_warning}) {
            const samples::NoticeSample sample(language, false);
            document::NoticeView view = sample.view(kind);
            view.notice.announces_pause_on = samples::day("2026-11-17");
            const std::string day = document::date(language, samples::day("2026-11-17"));
            BOOST_TEST(contains(reading_of(compose(view)), day));
            BOOST_TEST(contains(message(view).text, day));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_courtesy_note_says_when_it_falls_due_and_counts_no_days) {
    const samples::NoticeSample sample(Language::en, false);
    const document::NoticeView view = sample.view(NoticeKind::courtesy_note);
    const std::string text = reading_of(compose(view));
    BOOST_TEST(contains(text, nb("invoice FV/2026/09/001 falls due on 15~Sep~2026.")));
    BOOST_TEST(!contains(text, "overdue"));
    BOOST_TEST(!contains(text, "past due"));
    BOOST_TEST(contains(text, nb("FV/2026/09/001 | 01~Sep~2026 | 15~Sep~2026 | 2,952.00~EUR | "
                                 "2,952.00~EUR\n")));
}

BOOST_AUTO_TEST_CASE(a_resumption_thanks_only_for_what_was_paid) {
    const samples::NoticeSample sample(Language::en, false);
    document::NoticeView view = sample.view(NoticeKind::resumption);
    for (const bool unpaid : {false, true}) {
        view.unpaid = unpaid;
        for (const std::string& text : {message(view).text, reading_of(compose(view))}) {
            BOOST_TEST(contains(text, "Thank you for settling your account") != unpaid);
            BOOST_TEST(contains(text, "still open are to be settled as we agreed") == unpaid);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_resumption_says_by_how_many_days_deadlines_move_and_asks_for_nothing) {
    const samples::NoticeSample sample(Language::hr, true);
    document::NoticeView view = sample.view(NoticeKind::resumption);
    std::string text = reading_of(compose(view));
    BOOST_TEST(contains(text, nb("pomiču za 21~dan.")));
    BOOST_TEST(!contains(text, "IBAN"));
    BOOST_TEST(!contains(message(view).text, "IBAN"));
    // The letter follows on a business day; the work went on before.
    view.resumed_on = samples::day("2026-09-22");
    text = reading_of(compose(view));
    BOOST_TEST(contains(text, nb("S danom 22.~09.~2026. nastavili smo")));
    BOOST_TEST(contains(text, nb("pomiču za 19~dana.")));
    view.paused_since = view.resumed_on;  // nothing moves
    BOOST_TEST(!contains(reading_of(compose(view)), "pomiču"));
    view.paused_since.reset();
    BOOST_TEST(!contains(reading_of(compose(view)), "pomiču"));
}

BOOST_AUTO_TEST_CASE(the_reference_fits_a_transfer) {
    const samples::NoticeSample sample(Language::en, false);
    document::NoticeView view = sample.view(NoticeKind::friendly_reminder);
    view.items.assign(40, view.items.front());
    for (const auto& block : compose(view).blocks) {
        const auto* box = std::get_if<document::PaymentBox>(&block);
        if (box == nullptr) continue;
        BOOST_TEST(box->rows.back().label == "Reference");
        // Eight numbers of 14 characters and seven separators; a ninth would make 142 characters.
        BOOST_TEST(box->rows.back().value.size() == 8u * 14u + 7u * 2u);
    }
}

BOOST_AUTO_TEST_CASE(credits_beyond_the_items_leave_nothing_to_pay) {
    const samples::NoticeSample sample(Language::pl, false);
    document::NoticeView view = sample.view(NoticeKind::friendly_reminder);
    view.unapplied = view.due;
    view.due = core::Money::zero(view.currency);
    BOOST_TEST(!contains(reading_of(compose(view)), "IBAN"));
}

BOOST_AUTO_TEST_CASE(names_are_printed_as_they_are) {
    samples::NoticeSample sample(Language::pl, false);
    sample.client.name = "{{sum}} & <b>Kowal</b> \"Żółw\" {{{x}}}";
    sample.first.versions.front().terms.title = "Umowa {{business}} {{/one_contract}}";
    for (const NoticeKind kind : all_kinds) {
        const document::NoticeView view = sample.view(kind);
        const document::Document letter = compose(view);
        BOOST_TEST(contains(letter.title, "{{sum}} & <b>Kowal</b> \"Żółw\" {{{x}}}"));
        BOOST_TEST(message(view).to_name == sample.client.name);
    }
    const std::string text = reading_of(compose(sample.view(NoticeKind::suspension_warning)));
    BOOST_TEST(contains(text, "w ramach umowy „Umowa {{business}} {{/one_contract}}”."));
}

BOOST_AUTO_TEST_CASE(no_template_syntax_reaches_a_reader) {
    for (const Language language : core::all_languages()) {
        for (const NoticeKind kind : all_kinds) {
            for (const bool many : {false, true}) {
                const samples::NoticeSample sample(language, many);
                const document::NoticeView view = sample.view(kind);
                const std::string text =
                    reading_of(compose(view)) + message(view).text + message(view).subject;
                BOOST_TEST(!contains(text, "{{"));
                BOOST_TEST(!contains(text, "}}"));
                BOOST_TEST(!contains(text, "  "));
                BOOST_TEST(!contains(text, ".."));
                BOOST_TEST(!contains(text, " ."));
                BOOST_TEST(!contains(text, "\n\n\n"));
                BOOST_TEST(!contains(message(view).subject, "\n"));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(each_mail_has_its_own_document_and_addressee) {
    for (const NoticeKind kind : all_kinds) {
        const samples::NoticeSample sample(Language::it, true);
        const document::Message mail = message(sample.view(kind));
        BOOST_TEST(mail.from_name == "Studio Ada Adrianna Wójcik");
        BOOST_TEST(mail.to_email == "fatture@verde.example");
        BOOST_REQUIRE_EQUAL(mail.attachments.size(), 1u);
        BOOST_CHECK(mail.attachments[0] == id);
    }
}

BOOST_AUTO_TEST_SUITE_END()
