#pragma once
// What an invoice and its credit notes have in common: lines, VAT, legal texts, the frame of the
// document and of its e-mail.

#include "kvit/contract/contract.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"
#include "kvit/ledger/invoice.h"
#include "parties.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::document {

// "23%", "reverse charge".
std::string vat_text(const Parties& parties, const ledger::VatTreatment& vat);

// The columns of the lines, the first with the title of `number_key`.
Table lines_table(const Parties& parties, std::string_view number_key);
TableRow line_row(const Parties& parties, const contract::Contract& contract,
                  const std::string& number, const ledger::InvoiceLine& line);

// The VAT once more in the issuer's own currency, where its law asks for it, and at which rate.
LabelledValue bookkeeping_row(const Parties& parties, core::Money tax);
// "Exchange rate for the VAT: 100 HUF = 1.0912 PLN (29 Sep 2026, NBP 189/A/NBP/2026)".
Paragraph exchange_rate(const Parties& parties, const ledger::ExchangeRate& rate);

// What the law wants said, once for each VAT category.
std::vector<Paragraph> legal_texts(const Parties& parties, std::span<const ledger::VatLine> vat);

// A document with its metadata and its letterhead, and no more.
Document titled_document(const Parties& parties, const std::string& title);

// Sections "subject" and "email" of the template, with the document attached.
Message message_of(const Parties& parties, std::string_view name, const TemplateValues& values,
                   const core::InvoiceNumber& number);

}  // namespace kvit::document
