#pragma once
// An interest note: what late invoices have accrued in interest and compensation, claimed with a
// number of its own, outside VAT, and never added to an invoice.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/interest.h"

#include <vector>

namespace kvit::document {

struct InterestNoteItem {
    core::InvoiceNumber invoice;
    core::Date due_on;                                // effective
    std::vector<ledger::InterestSegment> segments{};  // none: compensation alone
    core::Money interest;                             // of all its segments, rounded once
    core::Money compensation;                         // in the note's currency; zero: none claimed
};

struct InterestNoteView {
    const contract::Business& business;
    const contract::Client& client;
    core::InvoiceNumber number;  // of the series interest_note
    core::Date issued_on;
    core::Date through;  // the day to which interest is counted
    core::Date due_on;
    core::Currency currency;
    std::vector<InterestNoteItem> items;  // never empty
    // What the claim rests on, as templates/rules cites it; each once.
    std::vector<std::string> bases{};
};

// Interest and compensation of every item.
core::Money total_of(const InterestNoteView& view);

// Language: the client's, formal address.
Document compose_interest_note(const InterestNoteView& view, const Wording& wording);
Message interest_note_message(const InterestNoteView& view, const Wording& wording);

}  // namespace kvit::document
