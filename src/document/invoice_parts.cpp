#include "invoice_parts.h"

#include "kvit/core/invariant.h"
#include "kvit/document/invoice_view.h"
#include "kvit/document/number_format.h"

#include <array>
#include <set>
#include <utility>

namespace kvit::document {

namespace {

using contract::VatCategory;

constexpr std::string_view nbsp = "\u00a0";

constexpr std::array<std::pair<VatCategory, std::string_view>, 7> category_codes{{
    {VatCategory::S, "S"},
    {VatCategory::Z, "Z"},
    {VatCategory::E, "E"},
    {VatCategory::AE, "AE"},
    {VatCategory::K, "K"},
    {VatCategory::G, "G"},
    {VatCategory::O, "O"},
}};

std::string code_of(VatCategory category) {
    for (const auto& [known, code] : category_codes) {
        if (known == category) return std::string(code);
    }
    KVIT_INVARIANT(false, "every VAT category has its code");
    return {};
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
    if (vat.category != VatCategory::S) return parties.word("vat.short." + code_of(vat.category));
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

std::vector<Paragraph> legal_texts(const Parties& parties, std::span<const ledger::VatLine> vat) {
    std::vector<Paragraph> texts;
    std::set<VatCategory> said{VatCategory::S};
    for (const ledger::VatLine& line : vat) {
        const VatCategory category = line.treatment.category;
        if (!said.insert(category).second) continue;
        const contract::VatStatus& status = parties.business.vat;
        const bool own_text =
            category == VatCategory::E && !status.registered && !status.exemption.empty();
        texts.push_back(
            {own_text ? status.exemption : parties.word("vat.legal." + code_of(category)),
             ParagraphStyle::body});
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
