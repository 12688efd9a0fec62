#include "samples.h"

#include <boost/test/unit_test.hpp>

#include <utility>

namespace kvit::port_contract {

namespace {

using app::Added;
using core::operator""_iso;

ledger::AddedRate rate(core::Date from) {
    return {country("PL"), "NBP_REFERENCE", from, {15, 4}, "nbp.pl 2027-01-04"};
}

ledger::ConfirmedRow row(core::Date since) {
    return {country("AT"), "OENB_BASISZINSSATZ", since, "1.53 %"};
}

void a_reference_rate_is_known_by_country_series_and_day(Subject& subject) {
    apply_agreements(subject);
    const ledger::AddedRate added = rate("2027-01-01"_iso);
    ledger::AddedRate below_zero = rate("2027-01-01"_iso);
    below_zero.country = country("DE");
    below_zero.percent = {-88, 100};
    ledger::AddedRate other_series = added;
    other_series.series = "ANOTHER";
    write(subject, "2027-01-10"_iso, [&](app::Store& store) {
        store.put_business(business(bruno));
        BOOST_TEST((store.add_reference_rate(ada, added) == Added::added));
        BOOST_TEST((store.add_reference_rate(ada, added) == Added::already_known));
    });
    write(subject, "2027-01-11"_iso, [&](app::Store& store) {
        BOOST_TEST((store.add_reference_rate(ada, added) == Added::already_known));
        for (const bool source : {false, true}) {
            ledger::AddedRate other = added;
            if (source)
                other.source = "nbp.pl";
            else
                other.percent = {4, 1};
            BOOST_TEST((store.add_reference_rate(ada, other) == Added::conflict), source);
        }
        BOOST_TEST((store.add_reference_rate(ada, rate("2026-07-02"_iso)) == Added::added));
        BOOST_TEST((store.add_reference_rate(ada, other_series) == Added::added));
        BOOST_TEST((store.add_reference_rate(ada, below_zero) == Added::added));
    });
    BOOST_TEST((subject.store().reference_rates(ada) ==
                std::vector{below_zero, other_series, rate("2026-07-02"_iso), added}));
    BOOST_TEST(subject.store().reference_rates(bruno).empty());
}

void a_confirmed_row_is_known_by_all_it_says(Subject& subject) {
    apply_agreements(subject);
    const ledger::ConfirmedRow first = row("2025-07-01"_iso), second = row("2026-01-01"_iso);
    ledger::ConfirmedRow changed = first;
    changed.content = "1.54 %";
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        store.put_business(business(bruno));
        BOOST_TEST((store.confirm_row(ada, second) == Added::added));
        BOOST_TEST((store.confirm_row(ada, second) == Added::already_known));
        BOOST_TEST((store.confirm_row(ada, changed) == Added::added));
    });
    write(subject, "2026-03-02"_iso, [&](app::Store& store) {
        BOOST_TEST((store.confirm_row(ada, second) == Added::already_known));
        BOOST_TEST((store.confirm_row(ada, first) == Added::added));
        BOOST_TEST((store.confirm_row(bruno, second) == Added::added));
    });
    BOOST_TEST((subject.store().confirmed_rows(ada) == std::vector{first, changed, second}));
    BOOST_TEST((subject.store().confirmed_rows(bruno) == std::vector{second}));
}

void what_moved_an_item_is_told_in_order(Subject& subject) {
    apply_agreements(subject);
    const ledger::Invoice billed = invoice("FV/1", "2026-01-01"_iso, 50'000);
    write(subject, "2026-03-10"_iso, [&](app::Store& store) {
        add_invoice(store, billed);
        add_invoice(store, invoice("FV/2", "2026-02-01"_iso, 700));
        const auto late = payment("p-2", "2026-03-05"_iso, "FV/1", 200);
        store.add_entry(ada, late);
        store.add_entry(ada, payment("p-1", "2026-03-02"_iso, "FV/1", 100));
        store.add_entry(ada, payment("p-3", "2026-03-02"_iso, "FV/2", 700));
        add_credit_note(store, credit_note("KOR/1", billed, "2026-03-08"_iso, 300), 49'700);
        store.add_entry(ada, reversal_of(late, "r-2", "2026-03-09"_iso));
    });
    const auto moved = [&](core::Date as_of) {
        return subject.store().item_movements(ada, billed.number, as_of);
    };
    using ledger::EntryKind;
    const std::vector<app::ItemMovement> all{
        {billed.issued_on, EntryKind::issue, euros(50'000)},
        {"2026-03-02"_iso, EntryKind::application, euros(-100)},
        {"2026-03-05"_iso, EntryKind::application, euros(-200)},
        {"2026-03-08"_iso, EntryKind::issue, euros(-300)},
        {"2026-03-09"_iso, EntryKind::reversal, euros(200)}};
    BOOST_TEST((moved("2026-03-09"_iso) == all));
    BOOST_TEST((moved("2026-03-05"_iso) == std::vector(all.begin(), all.begin() + 3)));
    BOOST_TEST(moved("2026-01-01"_iso).empty());
    BOOST_TEST(
        subject.store().item_movements(ada, core::InvoiceNumber("FV/9"), "2026-03-09"_iso).empty());
}

}  // namespace

std::vector<Behaviour> late_law_behaviours() {
    return {{"a reference rate is known by country, series and day",
             a_reference_rate_is_known_by_country_series_and_day},
            {"a confirmed row is known by all it says", a_confirmed_row_is_known_by_all_it_says},
            {"what moved an item is told in order", what_moved_an_item_is_told_in_order}};
}

}  // namespace kvit::port_contract
