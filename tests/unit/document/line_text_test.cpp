#include "adapters/templates/wording.h"
#include "document/samples.h"
#include "kvit/document/invoice_view.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using core::Language;
using ledger::LineKind;
using ledger::Unit;

namespace {

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();
    contract::Terms terms = samples::first_contract(Language::pl).versions.front().terms;

    std::string text(const ledger::RatedLine& line, Language language = Language::pl) const {
        return document::line_text(line, terms, language, *wording);
    }
    static ledger::RatedLine line(LineKind kind) {
        return samples::line(kind, 1, Unit::item, samples::money("100.00", "PLN"));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_line_text, Fixture)

BOOST_AUTO_TEST_CASE(a_retainer_names_the_contract_and_the_last_day_included) {
    BOOST_TEST(text(line(LineKind::retainer)) ==
               "Stała opłata: Asysta biurowa, 01.09.2026–30.09.2026");
}

BOOST_AUTO_TEST_CASE(a_share_in_lowest_terms_is_told_in_days) {
    ledger::RatedLine half = line(LineKind::retainer);
    half.period_from = samples::day("2026-02-15");
    half.period_until = samples::day("2026-03-01");
    half.share = core::Ratio(14, 28);  // 1/2
    BOOST_TEST(text(half) == "Stała opłata: Asysta biurowa, 15.02.2026–28.02.2026, 14 z 28 dni");
}

BOOST_AUTO_TEST_CASE(a_single_day_is_no_range) {
    ledger::RatedLine day = line(LineKind::retainer);
    day.period_until = samples::day("2026-09-02");
    day.share = core::Ratio(1, 30);
    BOOST_TEST(text(day) == "Stała opłata: Asysta biurowa, 01.09.2026, 1 z 30 dni");
    day.period_until = day.period_from;  // nothing covered: still a date, never an earlier one
    day.share.reset();
    BOOST_TEST(text(day) == "Stała opłata: Asysta biurowa, 01.09.2026");
}

BOOST_AUTO_TEST_CASE(days_cut_by_a_pause_are_said) {
    ledger::RatedLine cut = line(LineKind::retainer);
    cut.paused_days = 5;
    cut.business_days = 22;
    BOOST_TEST(text(cut) ==
               "Stała opłata: Asysta biurowa, 01.09.2026–30.09.2026, "
               "po odliczeniu wstrzymania: 5 z 22 dni roboczych");
}

BOOST_AUTO_TEST_CASE(fixed_items_have_their_own_title_and_once_items_no_period) {
    ledger::RatedLine fixed = line(LineKind::fixed);
    fixed.title = "Hosting";
    BOOST_TEST(text(fixed) == "Hosting, 01.09.2026–30.09.2026");
    fixed.title = "Projekt logo";
    BOOST_TEST(text(fixed) == "Projekt logo");
}

BOOST_AUTO_TEST_CASE(hours_name_the_service_and_the_multiplier) {
    ledger::RatedLine hours = line(LineKind::hourly);
    hours.service = "consulting";
    BOOST_TEST(text(hours) == "Praca rozliczana godzinowo: consulting, 01.09.2026–30.09.2026");
    hours.kind = LineKind::after_hours_work;
    hours.multiplier = core::Ratio(3, 2);
    BOOST_TEST(text(hours) ==
               "Praca poza godzinami dostępności (× 1,5): consulting, "
               "01.09.2026–30.09.2026");
    hours.kind = LineKind::after_hours_contact;
    hours.service.clear();
    BOOST_TEST(text(hours) == "Kontakt poza godzinami dostępności (× 1,5), 01.09.2026–30.09.2026");
    hours.kind = LineKind::overage;
    BOOST_TEST(text(hours) == "Godziny ponad pakiet: Asysta biurowa, 01.09.2026–30.09.2026");
    hours.kind = LineKind::after_hours_contact;
    BOOST_TEST(text(hours, Language::en) ==
               "Contact outside office hours (× 1.5), 01\u00a0Sep\u00a02026 – "
               "30\u00a0Sep\u00a02026");
}

BOOST_AUTO_TEST_CASE(an_amount_off_the_whole_names_contract_and_period) {
    BOOST_TEST(text(line(LineKind::price_reduction)) ==
               "Obniżenie ceny: Asysta biurowa, 01.09.2026–30.09.2026");
}

BOOST_AUTO_TEST_CASE(what_was_credited_before_names_its_notes) {
    ledger::RatedLine before = line(LineKind::credited_before);
    before.title = "KOR/2026/001, KOR/2026/002";
    BOOST_TEST(text(before) == "Skorygowano wcześniej: KOR/2026/001, KOR/2026/002");
}

BOOST_AUTO_TEST_SUITE_END()
