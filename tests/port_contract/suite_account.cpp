// A client's account and what was sold, as of any day and as known on any day.

#include "samples.h"

#include <boost/test/unit_test.hpp>

namespace kvit::port_contract {

namespace {

using core::operator""_iso;
using Lines = std::vector<std::string>;

// "2026-02-01 issue invoice FV/1 500 [FV/1]" of each.
Lines account(Subject& subject, core::Date as_of, std::optional<core::Date> known_on = {},
              const core::ClientId& client = adria) {
    const auto kind_of = [](const app::AccountEntry& entry) -> std::string {
        switch (entry.kind) {
            case ledger::EntryKind::issue:
                return *entry.document == ledger::InvoiceKind::credit_note ? "note" : "invoice";
            case ledger::EntryKind::application:
            case ledger::EntryKind::set_off:
                return "payment";
            case ledger::EntryKind::reversal:
                return "reversal";
            case ledger::EntryKind::write_off:
                return "write-off";
            case ledger::EntryKind::refund:
                return "refund";
            case ledger::EntryKind::receipt:
                break;
        }
        return "receipt";
    };
    Lines lines;
    subject.store().for_each_account_entry(
        ada, client, as_of, known_on, [&](const app::AccountEntry& entry) {
            std::string line = core::to_iso(entry.on) + " " + kind_of(entry) + " " +
                               (entry.number.empty() ? "-" : entry.number.str()) + " " +
                               entry.amount.currency().code() + " " +
                               std::to_string(entry.amount.minor());
            for (const auto& item : entry.items) line += " " + item.str();
            lines.push_back(line);
        });
    return lines;
}

void expect(const Lines& found, const Lines& expected) {
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

ledger::JournalEntry entry_of(const std::string& key, ledger::EntryKind kind, core::Date on,
                              std::vector<ledger::Posting> postings) {
    return {core::EntryKey(key), kind, on, {}, std::move(postings)};
}

using ledger::Account;
using ledger::EntryKind;
const core::InvoiceNumber first{"FV/1"}, second{"FV/2"};

// FV/1 of 500 and FV/2 of 300 cents; 900 received, of which 100 stay on the account, 60 of them
// applied to FV/3 and 30 paid back; the last 10 of FV/3's 70 written off.
void fill(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500));
        add_invoice(store, invoice("FV/2", "2026-02-01"_iso, 300));
        add_invoice(store, invoice("X/1", "2026-02-01"_iso, 40, verde, verde_hours));
    });
    write(subject, "2026-03-10"_iso, [&](app::Store& store) {
        store.add_entry(ada,
                        ledger::receipt_entry(core::EntryKey("r"), "2026-03-05"_iso, euros(900)));
        store.add_entry(ada, entry_of("a", EntryKind::application, "2026-03-05"_iso,
                                      {{Account::unapplied, "", euros(900), {}},
                                       {Account::receivable, "adria", euros(-500), first},
                                       {Account::receivable, "adria", euros(-300), second},
                                       {Account::unapplied, "adria", euros(-100), {}}}));
    });
    write(subject, "2026-04-01"_iso, [&](app::Store& store) {
        const auto third = invoice("FV/3", "2026-03-01"_iso, 70);
        add_invoice(store, third);
        store.add_entry(ada, entry_of("b", EntryKind::application, "2026-04-01"_iso,
                                      {{Account::unapplied, "adria", euros(60), {}},
                                       {Account::receivable, "adria", euros(-60), third.number}}));
        store.add_entry(ada, entry_of("c", EntryKind::refund, "2026-04-02"_iso,
                                      {{Account::unapplied, "adria", euros(30), {}},
                                       {Account::bank, "EUR", euros(-30), {}}}));
        store.add_entry(ada, entry_of("d", EntryKind::write_off, "2026-04-03"_iso,
                                      {{Account::income, "adria-social", euros(10), {}},
                                       {Account::receivable, "adria", euros(-10), third.number}}));
    });
}

void an_account_has_each_receipt_once(Subject& subject) {
    fill(subject);
    expect(account(subject, "2026-12-31"_iso),
           {"2026-02-01 invoice FV/1 EUR 500 FV/1", "2026-03-01 invoice FV/2 EUR 300 FV/2",
            "2026-03-05 payment - EUR -900 FV/1 FV/2", "2026-04-01 invoice FV/3 EUR 70 FV/3",
            "2026-04-02 refund - EUR 30", "2026-04-03 write-off - EUR -10 FV/3"});
    expect(account(subject, "2026-12-31"_iso, {}, verde), {"2026-03-01 invoice X/1 EUR 40 X/1"});
    expect(account(subject, "2026-12-31"_iso, {}, core::ClientId("nobody")), {});
}

void an_account_is_told_as_of_and_as_known_on_any_day(Subject& subject) {
    fill(subject);
    expect(account(subject, "2026-03-04"_iso),
           {"2026-02-01 invoice FV/1 EUR 500 FV/1", "2026-03-01 invoice FV/2 EUR 300 FV/2"});
    expect(account(subject, "2026-03-05"_iso, "2026-03-09"_iso),
           {"2026-02-01 invoice FV/1 EUR 500 FV/1", "2026-03-01 invoice FV/2 EUR 300 FV/2"});
    BOOST_TEST(account(subject, "2026-03-05"_iso, "2026-03-10"_iso).size() == 3u);
}

void an_account_has_credit_notes_and_reversals(Subject& subject) {
    apply_agreements(subject);
    const auto issued = invoice("FV/1", "2026-01-01"_iso, 500);
    const auto paid = payment("p", "2026-02-10"_iso, "FV/1", 450);
    write(subject, "2026-02-20"_iso, [&](app::Store& store) {
        add_invoice(store, issued);
        store.add_entry(ada, paid);
        store.add_entry(ada, reversal_of(paid, "p2", "2026-02-12"_iso));
        add_credit_note(store, credit_note("KOR/1", issued, "2026-02-15"_iso, 500), 400);
    });
    expect(account(subject, "2026-12-31"_iso),
           {"2026-02-01 invoice FV/1 EUR 500 FV/1", "2026-02-10 payment - EUR -450 FV/1",
            "2026-02-12 reversal - EUR 450 FV/1", "2026-02-15 note KOR/1 EUR -500 FV/1"});
}

void sales_are_invoices_less_credit_notes(Subject& subject) {
    apply_agreements(subject);
    const auto issued = invoice("FV/1", "2026-01-01"_iso, 500);
    write(subject, "2026-02-20"_iso, [&](app::Store& store) {
        add_invoice(store, issued);
        add_invoice(store, full_invoice("FV/2"));
        add_invoice(store, invoice("X/1", "2026-01-01"_iso, 40, verde, verde_hours));
    });
    write(subject, "2026-02-25"_iso, [&](app::Store& store) {
        add_credit_note(store, credit_note("KOR/1", issued, "2026-02-25"_iso, 200), 500);
    });
    using Key = std::pair<core::ClientId, core::Currency>;
    const auto sales = [&](core::Date from, core::Date through,
                           std::optional<core::Date> known_on = {}) {
        return subject.store().sales(ada, from, through, known_on);
    };
    const auto all = sales("2026-01-01"_iso, "2026-12-31"_iso);
    BOOST_TEST(all.size() == 2u);
    BOOST_TEST((all.at(Key{adria, eur()}) == app::Sales{euros(7'704), euros(8'879)}));
    BOOST_TEST((all.at(Key{verde, eur()}) == app::Sales{euros(40), euros(40)}));
    const auto day = issued.issued_on;
    BOOST_TEST((sales(day, day).at(Key{adria, eur()}) == app::Sales{euros(500), euros(500)}));
    BOOST_TEST(
        (sales(day, "2026-02-25"_iso, "2026-02-24"_iso).at(Key{adria, eur()}).net == euros(500)));
    BOOST_TEST(sales("2025-01-01"_iso, "2025-12-31"_iso).empty());
}

}  // namespace

std::vector<Behaviour> account_behaviours() {
    return {
        {"an account has each receipt once", an_account_has_each_receipt_once},
        {"an account is told as of and as known on any day",
         an_account_is_told_as_of_and_as_known_on_any_day},
        {"an account has credit notes and reversals", an_account_has_credit_notes_and_reversals},
        {"sales are invoices less credit notes", sales_are_invoices_less_credit_notes}};
}

}  // namespace kvit::port_contract
