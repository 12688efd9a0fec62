#include "kvit/document/invoice_view.h"

#include "kvit/core/invariant.h"
#include "kvit/document/number_format.h"
#include "parties.h"
#include "period_text.h"

#include <set>
#include <utility>

namespace kvit::document {

namespace {

using contract::VatCategory;

constexpr std::string_view nbsp = "\u00a0";

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
    TableRow line_row(std::size_t index) const;
    std::string quantity(const ledger::RatedLine& line) const;
    std::string vat_text(const ledger::VatTreatment& vat) const;
    Table vat_summary() const;
    Totals totals() const;
    PaymentBox payment() const;
    Paragraph exchange_rate(const ledger::ExchangeRate& rate) const;
    std::vector<Paragraph> legal_texts() const;
    std::string legal_text(VatCategory category) const;
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
    if (has_account(view_.business, invoice.currency))
        add("invoice.method", word("invoice.transfer"));
    add("invoice.currency", invoice.currency.code());
    add("invoice.contract", terms().title);
    return block;
}

std::string InvoiceComposer::quantity(const ledger::RatedLine& line) const {
    if (line.unit == ledger::Unit::minute)
        return hours_minutes(line.quantity) + std::string(nbsp) + word("unit.hours");
    return std::to_string(line.quantity) + std::string(nbsp) +
           parties_.wording.counted(parties_.language(), "plural.units", line.quantity);
}

// "23%", "reverse charge".
std::string InvoiceComposer::vat_text(const ledger::VatTreatment& vat) const {
    if (vat.category != VatCategory::S) return word("vat.short." + ledger::code_of(vat.category));
    return decimal(parties_.language(), vat.percent) + word("format.percent");
}

TableRow InvoiceComposer::line_row(std::size_t index) const {
    const ledger::InvoiceLine& line = view_.invoice.lines[index];
    const ledger::RatedLine& rated = line.rated;
    // The text stored with the line is what was issued; a draft has none yet.
    const std::string text = line.text.empty()
                                 ? line_text(rated, view_.contract.terms_on(rated.period_from),
                                             parties_.language(), parties_.wording)
                                 : line.text;
    std::string price = plain(rated.price);
    if (rated.unit == ledger::Unit::minute) price += std::string(nbsp) + word("unit.per_hour");
    return {{std::to_string(index + 1), text, quantity(rated), price, plain(rated.net),
             vat_text(line.vat)},
            false};
}

Table InvoiceComposer::lines() const {
    Table table{"",
                {{word("invoice.number"), Align::right, 0},
                 {word("invoice.text"), Align::left, 1},
                 {word("invoice.quantity"), Align::right, 0},
                 {word("invoice.price"), Align::right, 0},
                 {word("invoice.net"), Align::right, 0},
                 {word("invoice.vat"), Align::right, 0}},
                {}};
    for (std::size_t i = 0; i < view_.invoice.lines.size(); ++i) table.rows.push_back(line_row(i));
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
        table.rows.push_back({{vat_text(line.treatment), plain(line.base), plain(line.tax),
                               plain(line.base + line.tax)},
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
        const core::Money tax = invoice.bookkeeping_tax->tax;
        totals.rows.push_back(
            {word("invoice.total_vat") + " (" + tax.currency().code() + ")", money(tax), false});
    }
    totals.rows.push_back({word("invoice.to_pay"), money(invoice.gross), true});
    return totals;
}

// "Exchange rate for the VAT: 100 HUF = 1.0912 PLN (29 Sep 2026, NBP 189/A/NBP/2026)".
Paragraph InvoiceComposer::exchange_rate(const ledger::ExchangeRate& rate) const {
    const auto sum = [&](core::Ratio value, core::Currency currency) {
        return decimal(parties_.language(), value) + std::string(nbsp) + currency.code();
    };
    return {word("invoice.exchange_rate") + ": " + sum(rate.per, rate.currency) + " = " +
                sum(rate.rate, rate.bookkeeping_currency) + " (" + day(rate.on) + ", " +
                rate.source + ")",
            ParagraphStyle::body};
}

PaymentBox InvoiceComposer::payment() const {
    const ledger::Invoice& invoice = view_.invoice;
    return payment_box(parties_, invoice.gross, invoice.number.str(), invoice.due_on);
}

// In the reader's language; then the words that the issuer's law wants as they are, where the text
// does not have them, and its provision.
std::string InvoiceComposer::legal_text(VatCategory category) const {
    const contract::Business& issuer = view_.business;
    const bool small = category == VatCategory::E && !issuer.vat.registered;
    if (small && !issuer.vat.exemption.empty()) return issuer.vat.exemption;
    const bool at_home = category == VatCategory::AE && view_.client.country == issuer.country;
    const std::string key = small     ? "small_business"
                            : at_home ? "AE_domestic"
                                      : ledger::code_of(category);
    std::string text = word("vat.legal." + key);
    const auto national = parties_.wording.legal_text(issuer.country, key);
    if (!national) return text;
    std::string more;
    if (text.find(national->words) == std::string::npos) more = national->words + ".";
    if (!national->citation.empty()) {
        more += (more.empty() ? "" : " ") + word("vat.legal_basis") + ": " + national->citation;
    }
    return more.empty() ? text : text + "\n" + more;
}

std::vector<Paragraph> InvoiceComposer::legal_texts() const {
    std::vector<Paragraph> texts;
    std::set<VatCategory> said{VatCategory::S};
    for (const ledger::VatLine& line : view_.invoice.vat) {
        const VatCategory category = line.treatment.category;
        if (said.insert(category).second)
            texts.push_back({legal_text(category), ParagraphStyle::body});
    }
    return texts;
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
    Document document;
    document.language = parties_.language();
    document.title = title();
    document.author = view_.business.name;
    document.footer = view_.business.name + " · " + title();
    document.page_label = word("document.page");
    document.blocks = {letterhead(parties_), facts(), Heading{title(), 1}, lines(),
                       vat_summary(),        totals()};
    if (view_.invoice.bookkeeping_tax)
        document.blocks.emplace_back(exchange_rate(view_.invoice.bookkeeping_tax->rate));
    if (is_to_pay()) document.blocks.emplace_back(payment());
    for (Paragraph& text : legal_texts()) document.blocks.emplace_back(std::move(text));
    const std::string closing =
        parties_.wording.text(parties_.language(), "invoice", "closing", values());
    for (Paragraph& text : paragraphs(closing)) document.blocks.emplace_back(std::move(text));
    return document;
}

Message InvoiceComposer::message() const {
    const TemplateValues filled = values();
    const auto text = [&](std::string_view section) {
        return parties_.wording.text(parties_.language(), "invoice", section, filled);
    };
    return {view_.business.name,
            view_.business.email,
            view_.client.name,
            view_.client.email,
            text("subject"),
            text("email") + "\n",
            {core::DocumentId(view_.invoice.number.str())}};
}

}  // namespace

Document compose_invoice(const InvoiceView& view, const Wording& wording) {
    return InvoiceComposer(view, wording).document();
}

Message invoice_message(const InvoiceView& view, const Wording& wording) {
    return InvoiceComposer(view, wording).message();
}

}  // namespace kvit::document
