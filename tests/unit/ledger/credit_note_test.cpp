#include "kvit/ledger/credit_note.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using contract::VatCategory;
using ledger::CreditAll;
using ledger::CreditAmount;
using ledger::CreditLine;
using ledger::LineKind;

namespace {

const ledger::VatTreatment vat23{VatCategory::S, {23, 1}};
const ledger::VatTreatment vat8{VatCategory::S, {8, 1}};
const ledger::VatTreatment reverse_charge{VatCategory::AE, {}};

ledger::InvoiceLine line(const ledger::VatTreatment& vat, std::string_view net,
                         std::string_view code = "PLN") {
    return {.rated = {.kind = LineKind::fixed,
                      .service = "",
                      .title = "Hosting",
                      .multiplier = {1, 1},
                      .quantity = 2,
                      .unit = ledger::Unit::item,
                      .price = money(net, code),
                      .net = money(net, code),
                      .period_from = "2026-01-01"_iso,
                      .period_until = "2026-02-01"_iso,
                      .share = {},
                      .paused_days = 0,
                      .business_days = 0,
                      .sources = {core::EntryKey("w-1")}},
            .vat = vat,
            .text = "Hosting, styczeń"};
}

// An invoice and the credit notes written to it so far.
struct Book {
    ledger::Invoice invoice;
    std::vector<ledger::Invoice> notes;

    explicit Book(std::vector<ledger::InvoiceLine> lines, std::string_view code = "PLN")
        : invoice{.number = core::InvoiceNumber("FV/2026/02/001"),
                  .kind = ledger::InvoiceKind::invoice,
                  .client = core::ClientId("lumen"),
                  .contract = core::ContractId("lumen-asysta"),
                  .cycle_from = "2026-01-01"_iso,
                  .cycle_until = "2026-02-01"_iso,
                  .supplied_on = "2026-01-31"_iso,
                  .issued_on = "2026-02-01"_iso,
                  .due_on_raw = "2026-02-08"_iso,
                  .due_on = "2026-02-09"_iso,
                  .currency = currency(code),
                  .lines = std::move(lines),
                  .vat = {},
                  .net = money("0", code),
                  .tax = money("0", code),
                  .gross = money("0", code)} {
        std::vector<std::pair<ledger::VatTreatment, core::Money>> nets;
        for (const auto& one : invoice.lines) nets.emplace_back(one.vat, one.rated.net);
        invoice.vat = ledger::vat_summary(nets, invoice.currency).value();
        for (const auto& group : invoice.vat) {
            invoice.net += group.base;
            invoice.tax += group.tax;
        }
        invoice.gross = invoice.net + invoice.tax;
    }

    core::Result<ledger::Invoice> draft(const ledger::Credit& credit) const {
        return ledger::draft_credit_note(
            {invoice, notes, "2026-03-05"_iso, credit, "Hosting wypowiedziany"});
    }
    // "net tax gross" of the note that is written.
    std::string credit(const ledger::Credit& credit) {
        auto note = draft(credit);
        BOOST_REQUIRE_MESSAGE(note, (note ? "" : core::to_sentence(note.error())));
        note->number = core::InvoiceNumber("KOR/" + std::to_string(notes.size() + 1));
        notes.push_back(*note);
        return core::to_decimal(note->net) + " " + core::to_decimal(note->tax) + " " +
               core::to_decimal(note->gross);
    }
    std::string refusal(const ledger::Credit& credit) const {
        const auto note = draft(credit);
        return note ? "" : core::to_sentence(note.error());
    }
    std::string left() const { return core::to_decimal(ledger::state_after(invoice, notes).gross); }
};

CreditAmount amount(std::string_view gross, std::string_view code = "PLN") {
    return {money(gross, code)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_credit_note)

BOOST_AUTO_TEST_CASE(in_full_the_invoice_is_reversed_line_by_line) {
    Book book({line(vat23, "100.00"), line(vat23, "50.01")});
    const ledger::Invoice note = book.draft(CreditAll{}).value();
    BOOST_TEST((note.kind == ledger::InvoiceKind::credit_note));
    BOOST_TEST(note.number.empty());
    BOOST_TEST(note.corrects.str() == "FV/2026/02/001");
    BOOST_TEST(note.reason == "Hosting wypowiedziany");
    BOOST_TEST((note.client == book.invoice.client));
    BOOST_TEST((note.contract == book.invoice.contract));
    BOOST_TEST((note.cycle_from == book.invoice.cycle_from));
    BOOST_TEST((note.cycle_until == book.invoice.cycle_until));
    BOOST_TEST((note.supplied_on == book.invoice.supplied_on));
    for (const core::Date day : {note.issued_on, note.due_on, note.due_on_raw})
        BOOST_TEST((day == "2026-03-05"_iso));
    BOOST_TEST((note.net == -book.invoice.net));
    BOOST_TEST((note.tax == -book.invoice.tax));
    BOOST_TEST((note.gross == -book.invoice.gross));
    BOOST_REQUIRE(note.lines.size() == 2U);
    BOOST_TEST(note.lines[1].corrects_line == 2);
    BOOST_TEST(note.lines[1].text == "Hosting, styczeń");
    BOOST_TEST(note.lines[1].rated.quantity == -2);
    BOOST_TEST((note.lines[1].rated.price == money("50.01")));
    BOOST_TEST((note.lines[1].rated.net == money("-50.01")));
    BOOST_TEST(note.lines[1].rated.sources.empty());
    BOOST_REQUIRE(note.vat.size() == 1U);
    BOOST_TEST((note.vat[0] == ledger::VatLine{vat23, money("-150.01"), money("-34.50")}));
}

BOOST_AUTO_TEST_CASE(by_line_and_then_the_rest) {
    Book book({line(vat23, "0.10"), line(vat23, "0.10"), line(vat23, "0.10")});
    BOOST_TEST((book.invoice.gross == money("0.37")));  // 0.07 of 0.30; 0.02 of each 0.10
    BOOST_TEST(book.credit(CreditLine{2}) == "-0.10 -0.02 -0.12");
    BOOST_TEST(book.credit(CreditLine{1}) == "-0.10 -0.03 -0.13");  // 0.02 of 0.10 is left
    BOOST_TEST(book.left() == "0.12");
    BOOST_TEST(book.credit(CreditAll{}) == "-0.10 -0.02 -0.12");
    BOOST_REQUIRE(book.notes.back().lines.size() == 1U);
    BOOST_TEST(book.notes.back().lines[0].corrects_line == 3);
    BOOST_TEST(book.left() == "0.00");
}

BOOST_AUTO_TEST_CASE(an_amount_is_what_the_client_pays_less) {
    Book book({line(vat23, "100.00"), line(vat23, "50.00")});
    BOOST_TEST(book.credit(amount("12.30")) == "-10.00 -2.30 -12.30");
    BOOST_REQUIRE(book.notes.back().lines.size() == 1U);
    const ledger::InvoiceLine& line = book.notes.back().lines[0];
    BOOST_TEST((line.rated.kind == LineKind::price_reduction));
    BOOST_TEST(line.rated.quantity == -1);
    BOOST_TEST((line.rated.price == money("10.00")));
    BOOST_TEST((line.rated.net == money("-10.00")));
    BOOST_TEST((line.rated.period_from == "2026-01-01"_iso));
    BOOST_TEST((line.rated.period_until == "2026-02-01"_iso));
    BOOST_TEST(line.corrects_line == 0);
    BOOST_TEST(line.text == "");
}

BOOST_AUTO_TEST_CASE(in_full_after_amounts_the_lines_are_reversed_and_the_amounts_added_back) {
    Book book({line(vat23, "100.00"), line(vat23, "50.00")});
    book.credit(amount("12.30"));
    book.credit(CreditLine{2});
    book.credit(amount("24.60"));
    BOOST_TEST(book.credit(CreditAll{}) == "-70.00 -16.10 -86.10");
    const auto& lines = book.notes.back().lines;
    BOOST_REQUIRE(lines.size() == 2U);
    BOOST_TEST(lines[0].corrects_line == 1);
    BOOST_TEST((lines[1].rated.kind == LineKind::credited_before));
    BOOST_TEST(lines[1].rated.title == "KOR/1, KOR/3");
    BOOST_TEST(lines[1].rated.quantity == 1);
    BOOST_TEST((lines[1].rated.net == money("30.00")));
    BOOST_TEST((lines[1].rated.price == money("30.00")));
    BOOST_TEST(book.left() == "0.00");
}

BOOST_AUTO_TEST_CASE(the_whole_rest_may_be_given_as_an_amount) {
    Book book({line(vat23, "33.33")});
    BOOST_TEST(book.credit(amount("41.00")) == "-33.33 -7.67 -41.00");
    BOOST_TEST(book.refusal(amount("0.01")) ==
               "credit of FV/2026/02/001: nothing is left of it to credit; kvit show "
               "FV/2026/02/001 shows it.");
}

BOOST_AUTO_TEST_CASE(what_is_refused) {
    Book book({line(vat23, "100.00"), line(vat23, "-20.00"), line(vat23, "0.00")});
    const std::string where = "credit of FV/2026/02/001: ";
    const auto refuses = [&](const ledger::Credit& credit, const std::string& sentence) {
        BOOST_TEST(book.refusal(credit) == where + sentence);
    };
    refuses(CreditLine{0}, "it has no line 0; its lines are 1 to 3.");
    refuses(CreditLine{4}, "it has no line 4; its lines are 1 to 3.");
    refuses(CreditLine{-1}, "it has no line -1; its lines are 1 to 3.");
    refuses(CreditLine{2},
            "line 2 asks for nothing; credit another line, or the rest with --full.");
    refuses(CreditLine{3},
            "line 3 asks for nothing; credit another line, or the rest with --full.");
    refuses(CreditLine{1}, "only 98.40 PLN of it is left; credit the rest with --full.");
    refuses(amount("0"), "the amount is not more than zero; give what the client pays less.");
    refuses(amount("-1"), "the amount is not more than zero; give what the client pays less.");
    refuses(amount("98.41"), "only 98.40 PLN of it is left; credit the rest with --full.");
    refuses(amount("1.00", "EUR"), "the invoice is in PLN; give the amount in that currency.");
    book.credit(CreditAll{});
    refuses(CreditAll{}, "nothing is left of it to credit; kvit show FV/2026/02/001 shows it.");
    refuses(CreditLine{1}, "nothing is left of it to credit; kvit show FV/2026/02/001 shows it.");

    Book single({line(vat23, "100.00")});
    BOOST_TEST(single.refusal(CreditLine{2}) == where + "it has no line 2; its only line is 1.");
    Book twice({line(vat23, "100.00"), line(vat23, "100.00")});
    twice.credit(CreditLine{2});
    BOOST_TEST(twice.refusal(CreditLine{2}) ==
               where + "line 2 is credited already; credit another line, or the rest with --full.");
    twice.credit(CreditLine{1});
    BOOST_TEST(twice.left() == "0.00");
}

BOOST_AUTO_TEST_CASE(a_line_that_amounts_have_cut_is_credited_with_the_rest) {
    Book book({line(vat23, "100.00"), line(vat23, "50.00")});
    book.credit(amount("123.00"));
    BOOST_TEST(book.refusal(CreditLine{1}).find("only 61.50 PLN of it is left") !=
               std::string::npos);
    BOOST_TEST(book.credit(CreditLine{2}) == "-50.00 -11.50 -61.50");
}

BOOST_AUTO_TEST_CASE(an_amount_no_net_gives_is_refused_with_the_nearest_that_one_does) {
    Book book({line(vat23, "100.00")});
    // 0.02 of 0.09 is VAT, 0.02 of 0.10: 0.11 and 0.12; then 0.11 with 0.03, 0.14.
    BOOST_TEST(book.refusal(amount("0.13")) ==
               "credit of FV/2026/02/001: no net amount gives 0.13 PLN with its VAT; the nearest "
               "is 0.12 PLN or 0.14 PLN.");
    BOOST_TEST(book.credit(amount("0.12")) == "-0.10 -0.02 -0.12");
    // 22.98 of 99.90 is VAT, 22.97 of 99.89.
    BOOST_TEST(book.refusal(amount("0.01")).find("the nearest is 0.02 PLN.") != std::string::npos);
    BOOST_TEST(book.credit(amount("0.02")) == "-0.01 -0.01 -0.02");
    Book dear({line({VatCategory::S, {100, 1}}, "1.00")});
    BOOST_TEST(dear.refusal(amount("0.01")) ==
               "credit of FV/2026/02/001: no net amount gives 0.01 PLN with its VAT; the nearest "
               "is 0.02 PLN.");
}

BOOST_AUTO_TEST_CASE(forint_are_whole) {
    Book book({line(vat23, "10001", "HUF")}, "HUF");
    BOOST_TEST((book.invoice.gross == money("12301", "HUF")));
    BOOST_TEST(book.refusal(amount("100.50", "HUF")) ==
               "credit of FV/2026/02/001: invoices in HUF are in whole units; give an amount "
               "without decimals.");
    BOOST_TEST(book.credit(amount("123", "HUF")) == "-100.00 -23.00 -123.00");
    BOOST_TEST(
        book.refusal(amount("4", "HUF")).find("is 3.00 HUF or 5.00 HUF") != std::string::npos,
        book.refusal(amount("4", "HUF")));
    BOOST_TEST(book.credit(CreditAll{}) == "-9901.00 -2277.00 -12178.00");
}

BOOST_AUTO_TEST_CASE(without_vat_every_amount_is_possible) {
    Book book({line(reverse_charge, "800.00", "EUR")}, "EUR");
    BOOST_TEST(book.credit(amount("0.01", "EUR")) == "-0.01 0.00 -0.01");
    BOOST_TEST(
        (book.notes.back().vat ==
         std::vector<ledger::VatLine>{{reverse_charge, money("-0.01", "EUR"), money("0", "EUR")}}));
    BOOST_TEST(book.credit(amount("799.99", "EUR")) == "-799.99 0.00 -799.99");
}

BOOST_AUTO_TEST_CASE(two_vat_groups_keep_their_own_vat) {
    Book book({line(vat23, "100.00"), line(vat8, "300.00")});
    BOOST_TEST((book.invoice.gross == money("447.00")));
    // A quarter of each base: 25.00 + 5.75 and 75.00 + 6.00.
    BOOST_TEST(book.credit(amount("111.75")) == "-100.00 -11.75 -111.75");
    BOOST_REQUIRE(book.notes.back().vat.size() == 2U);
    BOOST_TEST(book.notes.back().lines.size() == 2U);
    BOOST_TEST(
        (book.notes.back().vat[0] == ledger::VatLine{vat8, money("-75.00"), money("-6.00")}));
    BOOST_TEST(
        (book.notes.back().vat[1] == ledger::VatLine{vat23, money("-25.00"), money("-5.75")}));
    // In sum enough is left, in the line's group not.
    BOOST_TEST(book.refusal(CreditLine{1}).find("only 335.25 PLN of it is left") !=
               std::string::npos);
    book.credit(CreditAll{});
    const auto state = ledger::state_after(book.invoice, book.notes);
    for (const auto& group : state.vat) {
        BOOST_TEST(group.base.is_zero());
        BOOST_TEST(group.tax.is_zero());
    }
    BOOST_TEST(book.notes.back().lines.size() == 4U);  // two lines, an amount added back to each
}

BOOST_AUTO_TEST_CASE(a_note_that_touches_one_group_says_nothing_of_the_other) {
    Book book({line(vat23, "100.00"), line(vat8, "300.00")});
    BOOST_TEST(book.credit(CreditLine{2}) == "-300.00 -24.00 -324.00");
    BOOST_TEST(book.notes.back().vat.size() == 1U);
    BOOST_TEST(book.left() == "123.00");
}

// 552.00 EUR at 4.2615 are 2352.35 PLN; of 529.00 left 2254.33, of 506.00 left 2156.32: the notes
// are the differences, where 23.00 on their own would be 98.01 twice and leave a cent at the end.
BOOST_AUTO_TEST_CASE(vat_in_the_bookkeeping_currency_adds_up_to_nothing_too) {
    Book book({line(vat23, "2400.00", "EUR")}, "EUR");
    const ledger::ExchangeRate rate{currency("EUR"), {1, 1},           {42'615, 10'000},
                                    currency("PLN"), "2026-01-30"_iso, "NBP"};
    book.invoice.bookkeeping_tax = ledger::BookkeepingTax{money("2352.35"), rate};
    const auto taken = [&](const ledger::Credit& credit) {
        book.credit(credit);
        const auto& tax = book.notes.back().bookkeeping_tax;
        BOOST_REQUIRE(tax.has_value());
        BOOST_TEST((tax->rate == rate));
        return core::to_decimal(tax->tax);
    };
    BOOST_TEST(taken(CreditAmount{money("123.00", "EUR")}) == "-98.02");
    BOOST_TEST(taken(CreditAmount{money("123.00", "EUR")}) == "-98.01");
    BOOST_TEST(taken(CreditAll{}) == "-2156.32");
}

BOOST_AUTO_TEST_SUITE_END()
