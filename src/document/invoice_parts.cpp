#include "invoice_parts.h"

#include "kvit/document/invoice_view.h"
#include "kvit/document/number_format.h"

#include <set>
#include <utility>

namespace kvit::document {

namespace {

using contract::VatCategory;

constexpr std::string_view nbsp = "\u00a0";

// In the reader's language; then the words that the issuer's law wants as they are, where the text
// does not have them, and its provision.
std::string legal_text(const Parties& parties, VatCategory category) {
    const contract::Business& issuer = parties.business;
    const bool small = category == VatCategory::E && !issuer.vat.registered;
    if (small && !issuer.vat.exemption.empty()) return issuer.vat.exemption;
    const bool at_home = category == VatCategory::AE && parties.client.country == issuer.country;
    const std::string key = small     ? "small_business"
                            : at_home ? "AE_domestic"
                                      : ledger::code_of(category);
    std::string text = parties.word("vat.legal." + key);
    const auto national = parties.wording.legal_text(issuer.country, key);
    if (!national) return text;
    std::string more;
    if (text.find(national->words) == std::string::npos) more = national->words + ".";
    if (!national->citation.empty()) {
        more +=
            (more.empty() ? "" : " ") + parties.word("vat.legal_basis") + ": " + national->citation;
    }
    return more.empty() ? text : text + "\n" + more;
}

std::string quantity(const Parties& parties, const ledger::RatedLine& line) {
    if (line.unit == ledger::Unit::minute)
        return hours_minutes(line.quantity) + std::string(nbsp) + parties.word("unit.hours");
    const std::int64_t count = line.quantity < 0 ? -line.quantity : line.quantity;
    return decimal(parties.language(), core::Ratio(line.quantity, 1)) + std::string(nbsp) +
           parties.wording.counted(parties.language(), "plural.units", count);
}

}  // namespace

std::string vat_text(const Parties& parties, const ledger::VatTreatment& vat) {
    if (vat.category != VatCategory::S)
        return parties.word("vat.short." + ledger::code_of(vat.category));
    return decimal(parties.language(), vat.percent) + parties.word("format.percent");
}

Table lines_table(const Parties& parties, std::string_view number_key) {
    return {"",
            {{parties.word(number_key), Align::right, 0},
             {parties.word("invoice.text"), Align::left, 1},
             {parties.word("invoice.quantity"), Align::right, 0},
             {parties.word("invoice.price"), Align::right, 0},
             {parties.word("invoice.net"), Align::right, 0},
             {parties.word("invoice.vat"), Align::right, 0}},
            {}};
}

TableRow line_row(const Parties& parties, const contract::Contract& contract,
                  const std::string& number, const ledger::InvoiceLine& line) {
    const ledger::RatedLine& rated = line.rated;
    // The text stored with the line is what was issued; a draft has none yet.
    const std::string text = line.text.empty()
                                 ? line_text(rated, contract.terms_on(rated.period_from),
                                             parties.language(), parties.wording)
                                 : line.text;
    std::string price = amount(parties.language(), rated.price);
    if (rated.unit == ledger::Unit::minute)
        price += std::string(nbsp) + parties.word("unit.per_hour");
    return {{number, text, quantity(parties, rated), price, amount(parties.language(), rated.net),
             vat_text(parties, line.vat)},
            false};
}

LabelledValue bookkeeping_row(const Parties& parties, core::Money tax) {
    return {parties.word("invoice.total_vat") + " (" + tax.currency().code() + ")",
            amount_with_currency(parties.language(), tax), false};
}

Paragraph exchange_rate(const Parties& parties, const ledger::ExchangeRate& rate) {
    const auto sum = [&](core::Ratio value, core::Currency currency) {
        return decimal(parties.language(), value) + std::string(nbsp) + currency.code();
    };
    return {parties.word("invoice.exchange_rate") + ": " + sum(rate.per, rate.currency) + " = " +
                sum(rate.rate, rate.bookkeeping_currency) + " (" +
                date(parties.language(), rate.on) + ", " + rate.source + ")",
            ParagraphStyle::body};
}

std::vector<Paragraph> legal_texts(const Parties& parties, std::span<const ledger::VatLine> vat) {
    std::vector<Paragraph> texts;
    std::set<VatCategory> said{VatCategory::S};
    for (const ledger::VatLine& line : vat) {
        const VatCategory category = line.treatment.category;
        if (said.insert(category).second)
            texts.push_back({legal_text(parties, category), ParagraphStyle::body});
    }
    return texts;
}

Document titled_document(const Parties& parties, const std::string& title) {
    Document document;
    document.language = parties.language();
    document.title = title;
    document.author = parties.business.name;
    document.footer = parties.business.name + " · " + title;
    document.page_label = parties.word("document.page");
    document.blocks = {letterhead(parties)};
    return document;
}

Message message_of(const Parties& parties, std::string_view name, const TemplateValues& values,
                   const core::InvoiceNumber& number) {
    const auto text = [&](std::string_view section) {
        return parties.wording.text(parties.language(), name, section, values);
    };
    return {parties.business.name,
            parties.business.email,
            parties.client.name,
            parties.client.email,
            text("subject"),
            text("email") + "\n",
            {core::DocumentId(number.str())}};
}

}  // namespace kvit::document
