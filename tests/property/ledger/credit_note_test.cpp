#include "kvit/ledger/credit_note.h"

#include "random_contract.h"

using namespace kvit;
using namespace kvit::test;
using contract::VatCategory;

namespace {

ledger::Invoice random_invoice(Random& random) {
    const core::Currency unit = currency(random.one_in(3) ? "HUF" : "PLN");
    const std::vector<ledger::VatTreatment> rates{{VatCategory::S, {23, 1}},
                                                  {VatCategory::S, {11, 2}},
                                                  {VatCategory::S, {27, 1}},
                                                  {VatCategory::AE, {}}};
    const core::Money zero = core::Money::zero(unit);
    ledger::Invoice invoice{core::InvoiceNumber("FV/1"),
                            ledger::InvoiceKind::invoice,
                            core::ClientId("client"),
                            core::ContractId("contract"),
                            "2026-01-01"_iso,
                            "2026-02-01"_iso,
                            "2026-01-31"_iso,
                            "2026-02-01"_iso,
                            "2026-02-15"_iso,
                            "2026-02-16"_iso,
                            unit,
                            {},
                            {},
                            zero,
                            zero,
                            zero};
    std::vector<std::pair<ledger::VatTreatment, core::Money>> nets;
    const int groups = random.number(1, 3);
    for (int i = random.number(1, 6); i > 0; --i) {
        const std::int64_t low = random.one_in(6) ? -5'000 : 1;
        const core::Money net(
            random.between(low, random.one_in(3) ? 40 : 200'000) * unit.invoice_step(), unit);
        const auto& vat = rates[static_cast<std::size_t>(random.number(0, groups - 1))];
        invoice.lines.push_back({{ledger::LineKind::fixed,
                                  "",
                                  "item",
                                  {1, 1},
                                  1,
                                  ledger::Unit::item,
                                  net,
                                  net,
                                  invoice.cycle_from,
                                  invoice.cycle_until,
                                  {},
                                  0,
                                  0,
                                  {}},
                                 vat,
                                 "item"});
        nets.emplace_back(vat, net);
    }
    invoice.vat = ledger::vat_summary(nets, unit).value();
    for (const auto& group : invoice.vat) {
        invoice.net += group.base;
        invoice.tax += group.tax;
    }
    invoice.gross = invoice.net + invoice.tax;
    return invoice;
}

ledger::Credit random_credit(Random& random, const ledger::Invoice& invoice) {
    if (random.one_in(2))
        return ledger::CreditLine{random.number(1, static_cast<int>(invoice.lines.size()))};
    const std::int64_t step = invoice.currency.invoice_step();
    const std::int64_t steps = std::max<std::int64_t>(1, invoice.gross.minor() / step);
    return ledger::CreditAmount{{random.between(1, steps) * step, invoice.currency}};
}

// EN 16931, BR-CO-17: the VAT of every group is that of its base.
void check_state(const ledger::InvoiceState& state, core::Currency unit) {
    core::Money net = core::Money::zero(unit), tax = net;
    for (const auto& group : state.vat) {
        const std::vector<std::pair<ledger::VatTreatment, core::Money>> base{
            {group.treatment, group.base}};
        BOOST_TEST((ledger::vat_summary(base, unit).value().at(0).tax == group.tax));
        net += group.base;
        tax += group.tax;
    }
    BOOST_TEST((net == state.net));
    BOOST_TEST((tax == state.tax));
    BOOST_TEST((net + tax == state.gross));
    BOOST_TEST(!state.gross.is_negative());
}

void check_note(const ledger::Invoice& note) {
    core::Money net = core::Money::zero(note.currency), tax = net, bases = net;
    for (const auto& line : note.lines) net += line.rated.net;
    for (const auto& group : note.vat) {
        bases += group.base;
        tax += group.tax;
    }
    BOOST_TEST((net == note.net));
    BOOST_TEST((bases == note.net));
    BOOST_TEST((tax == note.tax));
    BOOST_TEST((note.net + note.tax == note.gross));
    BOOST_TEST(note.gross.is_negative());
    BOOST_TEST(note.gross.minor() % note.currency.invoice_step() == 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_credit_note)

BOOST_AUTO_TEST_CASE(any_credits_and_the_rest_in_full_are_the_invoice_to_the_last_minor_unit) {
    for_seeds(600, [](Random& random) {
        const ledger::Invoice invoice = random_invoice(random);
        if (!invoice.gross.is_positive()) return;
        std::vector<ledger::Invoice> notes;
        const auto write = [&](const ledger::Credit& credit) {
            auto note =
                ledger::draft_credit_note({invoice, notes, "2026-03-01"_iso, credit, "why"});
            if (!note) return false;
            check_note(*note);
            if (const auto* amount = std::get_if<ledger::CreditAmount>(&credit)) {
                BOOST_TEST((note->gross == -amount->gross));
            }
            note->number = core::InvoiceNumber("KOR/" + std::to_string(notes.size() + 1));
            notes.push_back(*note);
            check_state(ledger::state_after(invoice, notes), invoice.currency);
            return true;
        };
        for (int i = random.number(0, 8); i > 0; --i) write(random_credit(random, invoice));
        if (ledger::state_after(invoice, notes).gross.is_positive()) {
            BOOST_TEST(write(ledger::CreditAll{}));
        }
        const auto state = ledger::state_after(invoice, notes);
        BOOST_TEST(state.gross.is_zero());
        BOOST_TEST(!write(ledger::CreditAll{}));
        const bool in_full = !notes.empty() && !notes.back().lines.empty() &&
                             notes.back().lines.front().corrects_line > 0;
        for (const auto& group : state.vat) {
            BOOST_TEST((group.base.is_zero() || !in_full));
            BOOST_TEST((group.tax.is_zero() || !in_full));
        }
    });
}

BOOST_AUTO_TEST_CASE(an_amount_that_is_refused_lies_between_two_that_are_not) {
    for_seeds(200, [](Random& random) {
        ledger::Invoice invoice = random_invoice(random);
        const core::Money wanted(random.between(1, 400) * invoice.currency.invoice_step(),
                                 invoice.currency);
        if (wanted > invoice.gross) return;
        const auto draft = [&](core::Money gross) {
            return ledger::draft_credit_note(
                {invoice, {}, "2026-03-01"_iso, ledger::CreditAmount{gross}, "why"});
        };
        const auto refused = draft(wanted);
        if (refused) return;
        const std::string& named = refused.error().remedy;  // "the nearest is 0.12 PLN or 0.14 PLN"
        std::size_t found = 0;
        for (std::size_t at = named.find("is "); at != std::string::npos;
             at = named.find("or ", at)) {
            at += 3;
            const auto text = named.substr(at, named.find(' ', at) - at);
            const auto nearest = core::parse_money(text, invoice.currency);
            if (!nearest) break;  // refused for another reason
            BOOST_TEST(draft(*nearest).has_value(), named);
            ++found;
        }
        BOOST_TEST(found <= 2U);
    });
}

BOOST_AUTO_TEST_SUITE_END()
