#include "samples.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace kvit::port_contract {

namespace {

using core::operator""_iso;
using ledger::InvoiceKind;

void numbers_count_from_one_in_each_period(Subject& subject) {
    apply_agreements(subject);
    BOOST_TEST((subject.store().last_issued_on(ada, InvoiceKind::invoice) == std::nullopt));
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        store.put_business(business(bruno));
        const auto take = [&](InvoiceKind kind, const char* period, core::Date on) {
            return store.take_number(ada, kind, period, on);
        };
        BOOST_TEST(take(InvoiceKind::invoice, "2026-01", "2026-01-31"_iso) == 1);
        BOOST_TEST(take(InvoiceKind::invoice, "2026-01", "2026-01-31"_iso) == 2);
        BOOST_TEST(take(InvoiceKind::invoice, "2026-02", "2026-02-01"_iso) == 1);
        BOOST_TEST(take(InvoiceKind::credit_note, "2026-01", "2026-01-05"_iso) == 1);
        BOOST_TEST(take(InvoiceKind::interest_note, "", "2026-01-04"_iso) == 1);
        BOOST_TEST(store.take_number(bruno, InvoiceKind::invoice, "2026-01", "2026-01-02"_iso) ==
                   1);
    });
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        BOOST_TEST(store.take_number(ada, InvoiceKind::invoice, "2026-02", "2026-02-01"_iso) == 2);
    });
    app::Store& store = subject.store();
    BOOST_TEST((store.last_issued_on(ada, InvoiceKind::invoice) == "2026-02-01"_iso));
    BOOST_TEST((store.last_issued_on(ada, InvoiceKind::credit_note) == "2026-01-05"_iso));
    BOOST_TEST((store.last_issued_on(bruno, InvoiceKind::invoice) == "2026-01-02"_iso));
    BOOST_TEST((store.last_issued_on(bruno, InvoiceKind::credit_note) == std::nullopt));
}

void a_number_not_committed_is_taken_again(Subject& subject) {
    apply_agreements(subject);
    const auto take = [&](bool commit) {
        app::Store& store = subject.store();
        const auto unit = store.begin("2026-02-01"_iso);
        const auto number = store.take_number(ada, InvoiceKind::invoice, "2026", "2026-02-01"_iso);
        if (commit) unit->commit();
        return number;
    };
    BOOST_TEST(take(false) == 1);
    BOOST_TEST(take(true) == 1);
    BOOST_TEST(take(false) == 2);
    BOOST_TEST(take(true) == 2);
}

void the_dates_of_a_series_do_not_fall(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        store.take_number(ada, InvoiceKind::invoice, "2026-02", "2026-02-01"_iso);
    });
    app::Store& store = subject.store();
    for (const char* period : {"2026-01", "2026-02"})
        BOOST_TEST(broken_invariant([&] {
                       const auto unit = store.begin("2026-02-01"_iso);
                       store.take_number(ada, InvoiceKind::invoice, period, "2026-01-31"_iso);
                   }).find("do not fall") != std::string::npos);
}

void each_source_of_a_line_has_its_minutes(Subject& subject) {
    apply_agreements(subject);
    ledger::Invoice wrong = full_invoice("FV/1");
    wrong.lines.back().rated.source_minutes.pop_back();
    app::Store& store = subject.store();
    BOOST_TEST(broken_invariant([&] {
                   const auto unit = store.begin("2026-02-01"_iso);
                   add_invoice(store, wrong);
               }).find("each source of a line has its minutes") != std::string::npos);
}

void an_invoice_comes_back_whole(Subject& subject) {
    apply_agreements(subject);
    const ledger::Invoice full = full_invoice("FV/2026/04/001");
    const ledger::Invoice credit = credit_note("KOR/1", full, "2026-04-20"_iso, 500);
    write(subject, "2026-04-15"_iso, [&](app::Store& store) {
        add_invoice(store, full);
        add_credit_note(store, credit, full.gross.minor());  // the same cycle: another kind
    });
    BOOST_TEST((subject.store().invoice(ada, full.number) == full));
    BOOST_TEST((subject.store().invoice(ada, credit.number) == credit));
    BOOST_TEST((subject.store().invoice(ada, core::InvoiceNumber("no")) == std::nullopt));
    BOOST_TEST((subject.store().invoice(bruno, full.number) == std::nullopt));
}

void invoices_come_as_they_were_issued(Subject& subject) {
    apply_agreements(subject);
    std::vector<ledger::Invoice> expected{
        invoice("FV/9", "2026-01-01"_iso, 100, verde, verde_hours),
        invoice("FV/10", "2026-01-01"_iso, 200), invoice("FV/8", "2026-02-01"_iso, 300)};
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (const auto& one : expected) add_invoice(store, one);
    });
    std::vector<ledger::Invoice> seen;
    subject.store().for_each_invoice(ada, [&](const auto& one) { seen.push_back(one); });
    BOOST_TEST((seen == expected));
    std::vector<std::string> numbers;
    subject.store().for_each_invoice_number(
        ada, [&](const core::InvoiceNumber& number) { numbers.push_back(number.str()); });
    std::sort(numbers.begin(), numbers.end());
    BOOST_TEST(numbers == (std::vector<std::string>{"FV/10", "FV/8", "FV/9"}),
               boost::test_tools::per_element());
    subject.store().for_each_invoice(bruno, [](const auto&) { BOOST_ERROR("no invoice"); });
}

void many_invoices_are_all_visited_once(Subject& subject) {
    constexpr int many = 1001;
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso, [&](app::Store& store) {
        for (int i = 0; i < many; ++i) {
            ledger::Invoice one = invoice("FV/" + std::to_string(i), "2026-01-01"_iso, i + 1);
            one.kind = InvoiceKind::interest_note;
            add_invoice(store, one);
        }
    });
    int at = 0;
    subject.store().for_each_invoice(ada, [&](const ledger::Invoice& one) {
        if (one.number.str() != "FV/" + std::to_string(at)) BOOST_ERROR(one.number.str());
        ++at;
    });
    BOOST_TEST(at == many);
    at = 0;
    subject.store().for_each_invoice_number(ada, [&](const auto&) { ++at; });
    BOOST_TEST(at == many);
    at = 0;
    subject.store().for_each_entry(ada, [&](const ledger::RecordedEntry& one) {
        ++at;
        if (one.sequence != at || one.entry.postings.size() != 2) BOOST_ERROR(one.sequence);
    });
    BOOST_TEST(at == many);
    std::int64_t sum = 0;
    subject.store().for_each_open_item(
        ada, [&](const ledger::OpenItem& item) { sum += item.open.minor(); });
    BOOST_TEST(sum == many * (many + 1) / 2);
}

void a_cycle_is_billed_once_for_ever(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-03-01"_iso, [](app::Store& store) {
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 100));
        add_invoice(store, invoice("FV/2", "2026-02-01"_iso, 100));
        add_invoice(store, invoice("FV/3", "2026-01-01"_iso, 100, verde, verde_hours));
        add_credit_note(
            store,
            credit_note("KOR/1", invoice("FV/1", "2026-01-01"_iso, 100), "2026-04-01"_iso, 100),
            100);
    });
    BOOST_TEST((subject.store().billed_cycles(ada, adria_social) ==
                std::set{"2026-01-01"_iso, "2026-02-01"_iso}));
    BOOST_TEST(subject.store().billed_cycles(bruno, adria_social).empty());
    app::Store& store = subject.store();
    const auto breaks = [&](const ledger::Invoice& one) {
        return broken_invariant([&] {
            const auto unit = store.begin("2026-03-01"_iso);
            add_invoice(store, one);
        });
    };
    BOOST_TEST(breaks(invoice("FV/4", "2026-01-01"_iso, 100)) != "");
    BOOST_TEST(breaks(invoice("FV/2", "2026-05-01"_iso, 100)) != "");  // the number
}

void an_invoice_must_fit_its_entry(Subject& subject) {
    apply_agreements(subject);
    app::Store& store = subject.store();
    const ledger::Invoice good = invoice("FV/1", "2026-01-01"_iso, 100);
    const auto breaks = [&](const ledger::Invoice& one, const ledger::JournalEntry& entry) {
        return broken_invariant([&] {
            const auto unit = store.begin("2026-03-01"_iso);
            store.add_invoice(ada, one, entry);
        });
    };
    BOOST_TEST(breaks(good, ledger::issue_entry(good)) == "");
    ledger::JournalEntry entry = ledger::issue_entry(good);
    entry.effective_on = "2026-02-02"_iso;
    BOOST_TEST(breaks(good, entry).find("issue date") != std::string::npos);
    entry = ledger::issue_entry(good);
    entry.kind = ledger::EntryKind::receipt;
    BOOST_TEST(breaks(good, entry).find("issue date") != std::string::npos);
    entry = ledger::issue_entry(good);
    entry.postings.front().amount += euros(1);
    BOOST_TEST(breaks(good, entry).find("balances") != std::string::npos);
    ledger::Invoice other = good;
    other.lines.front().rated.net = {100, pln()};
    BOOST_TEST(breaks(other, ledger::issue_entry(good)).find("one currency") != std::string::npos);
    other = good;
    other.number = {};
    BOOST_TEST(breaks(other, ledger::issue_entry(good)).find("a number") != std::string::npos);
    other = good;
    other.corrects = core::InvoiceNumber("FV/0");
    BOOST_TEST(breaks(other, ledger::issue_entry(good)).find("corrects an invoice") !=
               std::string::npos);
    ledger::Invoice note = credit_note("KOR/1", good, "2026-03-01"_iso, 40);
    const auto credit = ledger::credit_entry(note, euros(100));
    note.corrects = {};
    BOOST_TEST(breaks(note, credit).find("corrects an invoice") != std::string::npos);
    note.corrects = core::InvoiceNumber("no");
    BOOST_TEST(breaks(note, credit) != "");
}

std::vector<std::string> notes_of(Subject& subject, const std::string& number,
                                  const core::BusinessId& business = ada) {
    std::vector<std::string> numbers;
    for (const auto& note : subject.store().credit_notes_of(business, core::InvoiceNumber(number)))
        numbers.push_back(note.number.str());
    return numbers;
}

void credit_notes_come_with_their_invoice_as_issued(Subject& subject) {
    apply_agreements(subject);
    const auto first = invoice("FV/1", "2026-01-01"_iso, 500);
    const auto second = invoice("FV/2", "2026-02-01"_iso, 300);
    const auto note = credit_note("KOR/9", first, "2026-03-02"_iso, 100);
    write(subject, "2026-03-02"_iso, [&](app::Store& store) {
        add_invoice(store, first);
        add_invoice(store, second);
        add_credit_note(store, note, 500);
        add_credit_note(store, credit_note("KOR/10", second, "2026-03-02"_iso, 10), 300);
        add_credit_note(store, credit_note("KOR/11", first, "2026-03-02"_iso, 50), 400);
        add_credit_note(store, credit_note("KOR/12", first, "2026-03-01"_iso, 20), 350);
    });
    BOOST_TEST(notes_of(subject, "FV/1") == (std::vector<std::string>{"KOR/12", "KOR/9", "KOR/11"}),
               boost::test_tools::per_element());
    BOOST_TEST(notes_of(subject, "FV/2") == std::vector<std::string>{"KOR/10"},
               boost::test_tools::per_element());
    BOOST_TEST((subject.store().credit_notes_of(ada, first.number).at(1) == note));
    BOOST_TEST(notes_of(subject, "KOR/9").empty());
    BOOST_TEST(notes_of(subject, "no").empty());
    BOOST_TEST(notes_of(subject, "FV/1", bruno).empty());
}

void what_was_credited_in_full_is_told_as_of_any_day(Subject& subject) {
    apply_agreements(subject);
    const auto first = invoice("FV/1", "2026-01-01"_iso, 500);
    const auto second = invoice("FV/2", "2026-02-01"_iso, 300);
    write(subject, "2026-03-02"_iso, [&](app::Store& store) {
        add_invoice(store, first);
        add_invoice(store, second);
        add_credit_note(store, credit_note("KOR/1", first, "2026-03-02"_iso, 400), 500);
        add_credit_note(store, credit_note("KOR/2", second, "2026-03-03"_iso, 299), 300);
        add_credit_note(store, credit_note("KOR/3", first, "2026-03-05"_iso, 100), 100);
    });
    using Numbers = std::set<core::InvoiceNumber>;
    const auto credited = [&](core::Date day, const core::BusinessId& business = ada) {
        return subject.store().credited_in_full(business, day, std::nullopt);
    };
    BOOST_TEST((credited("2026-03-04"_iso) == Numbers{}));
    BOOST_TEST((credited("2026-03-05"_iso) == Numbers{first.number}));
    BOOST_TEST((credited("2026-12-31"_iso) == Numbers{first.number}));
    BOOST_TEST((credited("2026-12-31"_iso, bruno) == Numbers{}));
    const auto known = [&](core::Date known_on) {
        return subject.store().credited_in_full(ada, "2026-12-31"_iso, known_on);
    };
    BOOST_TEST((known("2026-03-01"_iso) == Numbers{}));
    BOOST_TEST((known("2026-03-02"_iso) == Numbers{first.number}));
}

}  // namespace

std::vector<Behaviour> invoice_behaviours() {
    return {{"numbers count from one in each period", numbers_count_from_one_in_each_period},
            {"a number not committed is taken again", a_number_not_committed_is_taken_again},
            {"the dates of a series do not fall", the_dates_of_a_series_do_not_fall},
            {"each source of a line has its minutes", each_source_of_a_line_has_its_minutes},
            {"an invoice comes back whole", an_invoice_comes_back_whole},
            {"invoices come as they were issued", invoices_come_as_they_were_issued},
            {"many invoices are all visited once", many_invoices_are_all_visited_once},
            {"a cycle is billed once, for ever", a_cycle_is_billed_once_for_ever},
            {"an invoice must fit its entry", an_invoice_must_fit_its_entry},
            {"credit notes come with their invoice, as issued",
             credit_notes_come_with_their_invoice_as_issued},
            {"what was credited in full is told as of any day",
             what_was_credited_in_full_is_told_as_of_any_day}};
}

}  // namespace kvit::port_contract
