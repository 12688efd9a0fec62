#pragma once
// Corrections by credit note (EN 16931: invoice type 381; Directive 2006/112/EC, Article 219). An
// invoice is never changed; each note moves it from one state to the next, and is the difference of
// the two. So an invoice and its notes add up to nothing once all is credited, to the last minor
// unit and in each VAT group, and every state has the VAT that EN 16931 computes from its bases
// (BR-CO-17), however the roundings of single notes would fall.

#include "kvit/ledger/invoice.h"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace kvit::ledger {

// What is credited of an invoice.
struct CreditAll {};  // all that is left
struct CreditLine {
    int line;  // of the invoice, from 1; whole, and once
};
struct CreditAmount {
    core::Money gross;  // what the client pays less, VAT included; > 0
};
using Credit = std::variant<CreditAll, CreditLine, CreditAmount>;

// What an invoice asks for after some of its credit notes.
struct InvoiceState {
    std::vector<VatLine> vat;  // the invoice's groups, also those with nothing left
    core::Money net, tax, gross;
    bool operator==(const InvoiceState&) const = default;
};
InvoiceState state_after(const Invoice& invoice, std::span<const Invoice> notes);
InvoiceState state_with(InvoiceState before, const Invoice& note);  // one more of its notes

struct CreditNoteInput {
    const Invoice& invoice;            // of kind invoice
    std::span<const Invoice> earlier;  // its credit notes, as issued
    core::Date issued_on;
    Credit credit;
    std::string reason;
};

// A draft of kind credit_note: lines, VAT and sums below zero, cycle and supply date of the
// invoice, due on its issue date; lines that are new have no text yet. Refuses: nothing left to
// credit; a line that does not exist, was credited or is itself a deduction; more than is left; an
// amount that no net gives with its VAT (the nearest that do are named), that is not positive, in
// another currency or finer than its invoices are. An amount off an invoice of several VAT groups
// lowers each in proportion to its base.
core::Result<Invoice> draft_credit_note(const CreditNoteInput& input);

// The VAT a note of these lines has after `before`: per group, VAT of the state after it less VAT
// of the state before; groups without a change are left out. `verify` compares it with what is
// stored.
std::vector<VatLine> credited_vat(const InvoiceState& before, std::span<const InvoiceLine> lines);

// The same for the VAT in the bookkeeping currency, at the invoice's exchange rate: `tax` is the
// note's. Nothing where the invoice has none.
std::optional<BookkeepingTax> credited_bookkeeping_tax(const Invoice& invoice,
                                                       const InvoiceState& before, core::Money tax);

}  // namespace kvit::ledger
