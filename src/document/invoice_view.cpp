#include "kvit/document/invoice_view.h"

#include "invoice_parts.h"
#include "kvit/core/invariant.h"
#include "kvit/document/number_format.h"
#include "parties.h"
#include "period_text.h"

#include <utility>

namespace kvit::document {

namespace {

class InvoiceComposer {
  public:
    InvoiceComposer(const InvoiceView& view, const Wording& wording)
        : view_(view), parties_{view.business, view.client, wording} {
        KVIT_INVARIANT(view.invoice.kind == ledger::InvoiceKind::invoice,
                       "an invoice is composed as an invoice");
    }

    Document document() const;
    Message message() const;

  private:
    std::string word(std::string_view key) const { return parties_.word(key); }
    std::string money(core::Money amount) const {
        return amount_with_currency(parties_.language(), amount);
    }
    std::string plain(core::Money value) const { return amount(parties_.language(), value); }
    std::string day(core::Date value) const { return date(parties_.language(), value); }
    std::string period() const {
        return period_text(view_.invoice.cycle_from, view_.invoice.cycle_until, parties_.language(),
                           parties_.wording);
    }
    const contract::Terms& terms() const {
        return view_.contract.terms_on(view_.invoice.supplied_on);
    }
    bool is_to_pay() const { return view_.invoice.gross.is_positive(); }

    std::string title() const;
    AddressAndFacts facts() const;
    Table lines() const;
    Table vat_summary() const;
    Totals totals() const;
    PaymentBox payment() const;
    TemplateValues values() const;

    const InvoiceView& view_;
    Parties parties_;
};

std::string InvoiceComposer::title() const {
    const std::string& number = view_.invoice.number.str();
    return number.empty() ? word("invoice.draft") : word("invoice.title") + " " + number;
}

AddressAndFacts InvoiceComposer::facts() const {
    const ledger::Invoice& invoice = view_.invoice;
    AddressAndFacts block{word("party.buyer"), addressee(parties_), {}};
    const auto add = [&](std::string_view key, std::string value, bool strong = false) {
        block.facts.push_back({word(key), std::move(value), strong});
    };
    add("invoice.issued_on", day(invoice.issued_on));
    add("invoice.supplied_on", day(invoice.supplied_on));
    add("invoice.period", period());
    add("invoice.due_on", day(invoice.due_on), true);
    if (has_account(parties_, invoice.currency)) add("invoice.method", word("invoice.transfer"));
    add("invoice.currency", invoice.currency.code());
    add("invoice.contract", terms().title);
    return block;
}

Table InvoiceComposer::lines() const {
    Table table = lines_table(parties_, "invoice.number");
    for (const ledger::InvoiceLine& line : view_.invoice.lines) {
        const std::string number = std::to_string(table.rows.size() + 1);
        table.rows.push_back(line_row(parties_, view_.contract, number, line));
    }
    return table;
}

Table InvoiceComposer::vat_summary() const {
    Table table{word("invoice.vat_title"),
                {{word("invoice.vat_rate"), Align::left, 1},
                 {word("invoice.vat_base"), Align::right, 1},
                 {word("invoice.vat_tax"), Align::right, 1},
                 {word("invoice.vat_gross"), Align::right, 1}},
                {}};
    for (const ledger::VatLine& line : view_.invoice.vat) {
        table.rows.push_back({{vat_text(parties_, line.treatment), plain(line.base),
                               plain(line.tax), plain(line.base + line.tax)},
                              false});
    }
    return table;
}

// The VAT once more in the issuer's own currency, where its law asks for it.
Totals InvoiceComposer::totals() const {
    const ledger::Invoice& invoice = view_.invoice;
    Totals totals{{{word("invoice.total_net"), money(invoice.net), false},
                   {word("invoice.total_vat"), money(invoice.tax), false}}};
    if (invoice.bookkeeping_tax) {
        totals.rows.push_back(bookkeeping_row(parties_, invoice.bookkeeping_tax->tax));
    }
    totals.rows.push_back({word("invoice.to_pay"), money(invoice.gross), true});
    return totals;
}

PaymentBox InvoiceComposer::payment() const {
    const ledger::Invoice& invoice = view_.invoice;
    return payment_box(parties_, invoice.gross, invoice.number.str(), invoice.due_on);
}

TemplateValues InvoiceComposer::values() const {
    const ledger::Invoice& invoice = view_.invoice;
    TemplateValues values;
    values.text = {
        {"business", view_.business.name},
        {"client", view_.client.name},
        {"phone", view_.business.phone},
        {"number", invoice.number.str()},
        {"sum", money(invoice.gross)},
        {"due_on", day(invoice.due_on)},
        {"period", period()},
        {"contract", terms().title},
        {"payment", as_text(payment())},
    };
    values.flags = {{"has_phone", !view_.business.phone.empty()}, {"to_pay", is_to_pay()}};
    return values;
}

Document InvoiceComposer::document() const {
    Document document = titled_document(parties_, title());
    const auto add = [&](auto block) { document.blocks.emplace_back(std::move(block)); };
    add(facts());
    add(Heading{title(), 1});
    add(lines());
    add(vat_summary());
    add(totals());
    if (view_.invoice.bookkeeping_tax)
        add(exchange_rate(parties_, view_.invoice.bookkeeping_tax->rate));
    if (is_to_pay()) add(payment());
    for (Paragraph& text : legal_texts(parties_, view_.invoice.vat)) add(std::move(text));
    const std::string closing =
        parties_.wording.text(parties_.language(), "invoice", "closing", values());
    for (Paragraph& text : paragraphs(closing)) add(std::move(text));
    return document;
}

Message InvoiceComposer::message() const {
    return message_of(parties_, "invoice", values(), view_.invoice.number);
}

}  // namespace

Document compose_invoice(const InvoiceView& view, const Wording& wording) {
    return InvoiceComposer(view, wording).document();
}

Message invoice_message(const InvoiceView& view, const Wording& wording) {
    return InvoiceComposer(view, wording).message();
}

}  // namespace kvit::document
