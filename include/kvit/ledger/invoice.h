#pragma once
// An issued invoice: what was asked, of whom, and by when. Never changed once numbered. A credit
// note (credit_note.h) is one too, with the amounts and quantities it takes back below zero.

#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/ledger/exchange_rate.h"
#include "kvit/ledger/rating.h"
#include "kvit/ledger/tax.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::ledger {

enum class InvoiceKind { invoice, credit_note, interest_note };

struct InvoiceLine {
    RatedLine rated;
    VatTreatment vat;
    std::string text;       // as worded on the document, in the client's language
    int corrects_line = 0;  // on a credit note: the invoice's line it credits whole, from 1; else 0
    bool operator==(const InvoiceLine&) const = default;
};

struct Invoice {
    core::InvoiceNumber number;  // empty in a draft
    InvoiceKind kind = InvoiceKind::invoice;
    core::ClientId client;
    core::ContractId contract;
    core::Date cycle_from, cycle_until;  // until exclusive
    core::Date supplied_on, issued_on, due_on_raw, due_on;
    core::Currency currency;
    std::vector<InvoiceLine> lines;
    std::vector<VatLine> vat;
    core::Money net, tax, gross;
    std::string series_period{};                      // the counter's period it was numbered in
    std::int64_t series_number = 0;                   // the counter's value; 0 in a draft
    std::optional<BookkeepingTax> bookkeeping_tax{};  // `tax` again, where the law asks for it
    core::InvoiceNumber corrects{};  // credit note: the invoice it corrects; else empty
    std::string reason{};            // credit note: why, one line of free text; else empty
    bool operator==(const Invoice&) const = default;
};

}  // namespace kvit::ledger
