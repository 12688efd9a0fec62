#include "kvit/document/credit_note_view.h"

#include "invoice_parts.h"
#include "kvit/core/invariant.h"
#include "kvit/document/number_format.h"
#include "period_text.h"

#include <array>
#include <utility>

namespace kvit::document {

namespace {

class CreditNoteComposer {
  public:
    CreditNoteComposer(const CreditNoteView& view, const Wording& wording)
        : view_(view),
          parties_{view.business, view.client, wording},
          after_(ledger::state_with(view.before, view.note)) {
        KVIT_INVARIANT(view.note.kind == ledger::InvoiceKind::credit_note &&
                           view.note.corrects == view.invoice.number && !view.note.number.empty(),
                       "a numbered credit note is composed beside its invoice");
    }

    Document document() const;
    Message message() const {
        return message_of(parties_, "credit_note", values(), view_.note.number);
    }

  private:
    std::string word(std::string_view key) const { return parties_.word(key); }
    std::string money(core::Money amount) const {
        return amount_with_currency(parties_.language(), amount);
    }
    std::string day(core::Date value) const { return date(parties_.language(), value); }
    bool is_full() const { return after_.gross.is_zero(); }
    std::string title() const {
        return word(is_full() ? "credit_note.title_full" : "credit_note.title") + " " +
               view_.note.number.str();
    }

    AddressAndFacts facts() const;
    Table lines() const;
    Table change() const;
    Totals totals() const;
    PaymentBox payment() const {
        return payment_box(parties_, view_.open, view_.invoice.number.str(), view_.invoice.due_on);
    }
    TemplateValues values() const;

    const CreditNoteView& view_;
    Parties parties_;
    ledger::InvoiceState after_;
};

AddressAndFacts CreditNoteComposer::facts() const {
    const ledger::Invoice& invoice = view_.invoice;
    AddressAndFacts block{word("party.buyer"), addressee(parties_), {}};
    const auto add = [&](std::string_view key, std::string value, bool strong = false) {
        block.facts.push_back({word(key), std::move(value), strong});
    };
    add("credit_note.issued_on", day(view_.note.issued_on));
    add("credit_note.corrects", invoice.number.str(), true);
    add("credit_note.corrected_on", day(invoice.issued_on));
    add("invoice.supplied_on", day(invoice.supplied_on));
    add("invoice.period", period_text(invoice.cycle_from, invoice.cycle_until, parties_.language(),
                                      parties_.wording));
    add("invoice.currency", invoice.currency.code());
    add("invoice.contract", view_.contract.terms_on(invoice.supplied_on).title);
    return block;
}

// Numbered as on the invoice; an amount off the whole has no number there.
Table CreditNoteComposer::lines() const {
    Table table = lines_table(parties_, "credit_note.line");
    for (const ledger::InvoiceLine& line : view_.note.lines) {
        const std::string number =
            line.corrects_line > 0 ? std::to_string(line.corrects_line) : "–";
        table.rows.push_back(line_row(parties_, view_.contract, number, line));
    }
    return table;
}

// Before, change and after: net and VAT of every rate, then gross.
Table CreditNoteComposer::change() const {
    Table table{word("credit_note.changes"),
                {{"", Align::left, 1},
                 {word("credit_note.before"), Align::right, 0},
                 {word("credit_note.change"), Align::right, 0},
                 {word("credit_note.after"), Align::right, 0}},
                {}};
    const auto add = [&](std::string label, core::Money before, core::Money after, bool strong) {
        const auto text = [&](core::Money value) { return amount(parties_.language(), value); };
        table.rows.push_back(
            {{std::move(label), text(before), text(after - before), text(after)}, strong});
    };
    for (std::size_t i = 0; i < after_.vat.size(); ++i) {
        const ledger::VatLine& before = view_.before.vat[i];
        const ledger::VatLine& after = after_.vat[i];
        const std::string rate = " (" + vat_text(parties_, before.treatment) + ")";
        add(word("invoice.net") + rate, before.base, after.base, false);
        add(word("invoice.vat_tax") + rate, before.tax, after.tax, false);
    }
    if (after_.vat.size() > 1) {
        add(word("invoice.total_net"), view_.before.net, after_.net, false);
        add(word("invoice.total_vat"), view_.before.tax, after_.tax, false);
    }
    add(word("invoice.vat_gross"), view_.before.gross, after_.gross, true);
    return table;
}

Totals CreditNoteComposer::totals() const {
    Totals totals{{{word("credit_note.credited"), money(view_.note.gross), false}}};
    if (view_.note.bookkeeping_tax)
        totals.rows.push_back(bookkeeping_row(parties_, view_.note.bookkeeping_tax->tax));
    if (view_.to_account.is_positive()) {
        totals.rows.push_back({word("credit_note.to_account"), money(view_.to_account), false});
    }
    totals.rows.push_back({word("credit_note.left"), money(view_.open), true});
    return totals;
}

TemplateValues CreditNoteComposer::values() const {
    const bool to_pay = view_.open.is_positive();
    const bool to_account = view_.to_account.is_positive();
    TemplateValues values;
    values.text = {
        {"business", view_.business.name},
        {"client", view_.client.name},
        {"phone", view_.business.phone},
        {"number", view_.note.number.str()},
        {"corrected", view_.invoice.number.str()},
        {"corrected_on", day(view_.invoice.issued_on)},
        {"sum", money(-view_.note.gross)},
        {"reason", view_.note.reason},
        {"left", money(view_.open)},
        {"credit", money(view_.to_account)},
        {"payment", to_pay ? as_text(payment()) : std::string()},
    };
    values.flags = {{"has_phone", !view_.business.phone.empty()},
                    {"full", is_full()},
                    {"to_pay", to_pay},
                    {"to_account", to_account},
                    {"nothing_left", !to_pay && !to_account}};
    return values;
}

Document CreditNoteComposer::document() const {
    Document document = titled_document(parties_, title());
    const auto add = [&](auto block) { document.blocks.emplace_back(std::move(block)); };
    add(facts());
    add(Heading{title(), 1});
    add(Paragraph{word("credit_note.reason") + ": " + view_.note.reason, ParagraphStyle::body});
    add(lines());
    add(change());
    add(totals());
    if (view_.note.bookkeeping_tax) add(exchange_rate(parties_, view_.note.bookkeeping_tax->rate));
    if (view_.open.is_positive()) add(payment());
    for (Paragraph& text : legal_texts(parties_, view_.note.vat)) add(std::move(text));
    const std::string closing =
        parties_.wording.text(parties_.language(), "credit_note", "closing", values());
    for (Paragraph& text : paragraphs(closing)) add(std::move(text));
    return document;
}

}  // namespace

Document compose_credit_note(const CreditNoteView& view, const Wording& wording) {
    return CreditNoteComposer(view, wording).document();
}

Message credit_note_message(const CreditNoteView& view, const Wording& wording) {
    return CreditNoteComposer(view, wording).message();
}

}  // namespace kvit::document
