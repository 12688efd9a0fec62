#pragma once
// The correction of an issued invoice: a credit note of its own, never a change of the invoice.

#include "kvit/app/engine.h"
#include "kvit/ledger/credit_note.h"

#include <string>

namespace kvit::app {

struct CreditRequest {
    core::InvoiceNumber invoice;
    ledger::Credit credit;
    std::string reason;  // one line, printed on the note
    core::Date day;      // its issue date
    bool dry_run = false;
};

struct CreditResult {
    ledger::Invoice note;     // as issued; in a dry run without number
    core::Money open;         // what stays to be paid of the invoice
    core::Money to_account;   // of the credit: paid already, now the client's unapplied cash
    core::Refusals failures;  // a document that could not be rendered
};

// Note, journal entry, document and message in one transaction; queued notices that state the
// invoice are cancelled. Refuses what draft_credit_note refuses, an unknown number or one of
// another note, a reason that is empty, long or cannot be printed, and a day before the invoice or
// before the last credit note of the series.
core::Result<CreditResult> issue_credit_note(const Engine& engine,
                                             const contract::Business& business,
                                             const CreditRequest& request);

}  // namespace kvit::app
