#pragma once
// A credit note as its reader sees it, and the note by e-mail that admits the mistake.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/credit_note.h"

namespace kvit::document {

struct CreditNoteView {
    const contract::Business& business;
    const contract::Client& client;
    const contract::Contract& contract;
    const ledger::Invoice& note;     // numbered
    const ledger::Invoice& invoice;  // the one it corrects
    ledger::InvoiceState before;     // of the invoice, without this note
    core::Money open;                // what stays to be paid of the invoice, >= 0
    core::Money to_account;          // of the credit, what was paid already, >= 0; then open is 0
};

// In the words of each country (faktura korygująca, módosító or, where nothing is left of the
// invoice, érvénytelenítő számla, nota di credito, odobrenje, Rechnungskorrektur): the invoice it
// corrects, the reason, what is credited, sums before, change and after, and what is to pay now.
// Language: the client's.
Document compose_credit_note(const CreditNoteView& view, const Wording& wording);
Message credit_note_message(const CreditNoteView& view, const Wording& wording);

}  // namespace kvit::document
