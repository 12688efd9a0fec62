#include "kvit/ledger/journal.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using ledger::Account;
using ledger::EntryKind;
using ledger::JournalEntry;
using ledger::Posting;

namespace {

ledger::Invoice invoice(std::string_view net, std::string_view tax, std::string_view gross) {
    return {.number = core::InvoiceNumber("FV/2026/02/001"),
            .kind = ledger::InvoiceKind::invoice,
            .client = core::ClientId("lumen"),
            .contract = core::ContractId("lumen-asysta"),
            .cycle_from = "2026-01-01"_iso,
            .cycle_until = "2026-02-01"_iso,
            .supplied_on = "2026-01-31"_iso,
            .issued_on = "2026-02-01"_iso,
            .due_on_raw = "2026-02-08"_iso,
            .due_on = "2026-02-09"_iso,
            .currency = currency("PLN"),
            .lines = {},
            .vat = {},
            .net = money(net),
            .tax = money(tax),
            .gross = money(gross)};
}

JournalEntry entry_of(std::vector<Posting> postings) {
    return {core::EntryKey("key"), EntryKind::issue, "2026-02-01"_iso, {}, std::move(postings)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_journal)

BOOST_AUTO_TEST_CASE(an_issued_invoice) {
    const JournalEntry entry = ledger::issue_entry(invoice("2400.00", "552.00", "2952.00"));
    BOOST_TEST(entry.key.str() == "issue:FV/2026/02/001");
    BOOST_TEST((entry.kind == EntryKind::issue));
    BOOST_TEST((entry.effective_on == "2026-02-01"_iso));
    BOOST_TEST(!entry.reverses);
    const std::vector<Posting> expected{
        {Account::receivable, "lumen", money("2952.00"), core::InvoiceNumber("FV/2026/02/001")},
        {Account::income, "lumen-asysta", money("-2400.00"), {}},
        {Account::vat, "PLN", money("-552.00"), {}}};
    BOOST_TEST((entry.postings == expected));
    BOOST_TEST(ledger::is_balanced(entry));
}

BOOST_AUTO_TEST_CASE(
    a_credit_note_lowers_the_invoices_item_and_what_was_paid_stands_to_the_client) {
    ledger::Invoice note = invoice("-100.00", "-23.00", "-123.00");
    note.kind = ledger::InvoiceKind::credit_note;
    note.number = core::InvoiceNumber("KOR/2026/001");
    note.corrects = core::InvoiceNumber("FV/2026/02/001");
    struct Case {
        std::string_view open, receivable, unapplied;
    };
    for (const auto& [open, receivable, unapplied] :
         {Case{"2952.00", "-123.00", "0"}, Case{"123.00", "-123.00", "0"},
          Case{"122.99", "-122.99", "-0.01"}, Case{"0", "0", "-123.00"}}) {
        const JournalEntry entry = ledger::credit_entry(note, money(open));
        BOOST_TEST(entry.key.str() == "issue:KOR/2026/001");
        BOOST_TEST((entry.kind == EntryKind::issue));
        BOOST_TEST((entry.effective_on == note.issued_on));
        std::vector<Posting> expected;
        if (receivable != "0")
            expected.push_back({Account::receivable, "lumen", money(receivable), note.corrects});
        if (unapplied != "0")
            expected.push_back({Account::unapplied, "lumen", money(unapplied), {}});
        expected.push_back({Account::income, "lumen-asysta", money("100.00"), {}});
        expected.push_back({Account::vat, "PLN", money("23.00"), {}});
        BOOST_TEST((entry.postings == expected));
    }
}

BOOST_AUTO_TEST_CASE(an_invoice_without_tax_has_no_tax_posting) {
    const JournalEntry entry = ledger::issue_entry(invoice("800.00", "0.00", "800.00"));
    BOOST_TEST(entry.postings.size() == 2U);
    BOOST_TEST(ledger::is_balanced(entry));
}

BOOST_AUTO_TEST_CASE(a_receipt_waits_for_its_payer) {
    const JournalEntry entry =
        ledger::receipt_entry(core::EntryKey("SA000002"), "2026-02-09"_iso, money("2952.00"));
    BOOST_TEST(entry.key.str() == "receipt:SA000002");
    BOOST_TEST((entry.kind == EntryKind::receipt));
    BOOST_TEST((entry.effective_on == "2026-02-09"_iso));
    const std::vector<Posting> expected{{Account::bank, "PLN", money("2952.00"), {}},
                                        {Account::unapplied, "", money("-2952.00"), {}}};
    BOOST_TEST((entry.postings == expected));
}

BOOST_AUTO_TEST_CASE(balance_is_per_currency_and_needs_two_postings) {
    const auto posting = [](std::string_view amount, std::string_view code) {
        return Posting{Account::bank, "x", money(amount, code), {}};
    };
    BOOST_TEST(!ledger::is_balanced(entry_of({})));
    BOOST_TEST(!ledger::is_balanced(entry_of({posting("0", "PLN")})));
    BOOST_TEST(ledger::is_balanced(entry_of({posting("1", "PLN"), posting("-1", "PLN")})));
    BOOST_TEST(!ledger::is_balanced(entry_of({posting("1", "PLN"), posting("-1", "EUR")})));
    BOOST_TEST(!ledger::is_balanced(entry_of({posting("1", "PLN"), posting("-0.99", "PLN")})));
    BOOST_TEST(ledger::is_balanced(entry_of(
        {posting("1", "PLN"), posting("2", "EUR"), posting("-1", "PLN"), posting("-2", "EUR")})));
}

BOOST_AUTO_TEST_SUITE_END()
