#pragma once
// An invoice as its reader sees it.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/invoice.h"

#include <string>

namespace kvit::document {

struct InvoiceView {
    const contract::Business& business;
    const contract::Client& client;
    const contract::Contract& contract;
    const ledger::Invoice& invoice;
};

// The text of a line in the client's language: "Stała opłata, 01.09.2026–30.09.2026", with its
// proration.
std::string line_text(const ledger::RatedLine& line, const contract::Terms& terms,
                      core::Language language, const Wording& wording);

// One A4 page where the lines allow it: parties, dates, lines, VAT summary, totals, payment box,
// legal texts of the VAT category. Language: the client's.
Document compose_invoice(const InvoiceView& view, const Wording& wording);
Message invoice_message(const InvoiceView& view, const Wording& wording);

}  // namespace kvit::document
