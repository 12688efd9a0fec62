#include "kvit/app/issue_credit_note.h"

#include "kvit/app/archive_documents.h"
#include "kvit/contract/plain_text.h"
#include "kvit/core/invariant.h"
#include "kvit/document/credit_note_view.h"
#include "kvit/document/invoice_view.h"
#include "kvit/ledger/invoice_number.h"
#include "kvit/ledger/journal.h"
#include "put_document.h"

#include <algorithm>

namespace kvit::app {

namespace {

using core::Result;

Result<std::string> checked_reason(const DocumentRenderer& renderer, const std::string& text) {
    constexpr std::size_t letters_max = 200;
    auto reason = contract::plain_text(text, letters_max);
    if (!reason) return core::refuse("--reason", reason.error().what, reason.error().remedy);
    if (const auto drawable = renderer.can_draw(*reason); !drawable) {
        return core::refuse("--reason", drawable.error().what, drawable.error().remedy);
    }
    return reason;
}

Result<ledger::Invoice> invoice_to_correct(const Store& store, const core::BusinessId& business,
                                           const core::InvoiceNumber& number) {
    auto invoice = store.invoice(business, number);
    if (!invoice) {
        return core::refuse("", "there is no invoice \"" + number.str() + "\"",
                            "kvit invoices lists them");
    }
    if (invoice->kind != ledger::InvoiceKind::invoice) {
        return core::refuse("credit of " + number.str(), "it is not an invoice but a note",
                            "give the number of the invoice to correct");
    }
    return std::move(*invoice);
}

// Numbers follow their dates, and a correction follows what it corrects.
Result<void> check_day(const Store& store, const core::BusinessId& business,
                       const ledger::Invoice& invoice, core::Date day) {
    const std::string where = "credit of " + invoice.number.str();
    if (day < invoice.issued_on) {
        return core::refuse(where,
                            core::to_iso(day) + " lies before the invoice's issue date, " +
                                core::to_iso(invoice.issued_on),
                            "give that day or a later one with --as-of");
    }
    const auto last = store.last_issued_on(business, ledger::InvoiceKind::credit_note);
    if (last && day < *last) {
        return core::refuse(where,
                            core::to_iso(day) + " lies before the date of the last credit note, " +
                                core::to_iso(*last) + ", and numbers follow their dates",
                            "give that day or a later one with --as-of");
    }
    return {};
}

// The number comes last: nothing that can be refused follows it, but that it is there already.
Result<void> take_number(Store& store, const contract::Business& business, ledger::Invoice& note) {
    const auto pattern = ledger::NumberPattern::parse(business.numbering.credit_note);
    KVIT_INVARIANT(pattern.has_value(), "a stored number pattern is valid");
    note.series_period = pattern->period_of(note.issued_on);
    note.series_number = store.take_number(business.id, ledger::InvoiceKind::credit_note,
                                           note.series_period, note.issued_on);
    note.number = pattern->format(note.issued_on, note.series_number);
    if (!store.invoice(business.id, note.number)) return {};
    return core::refuse("numbering.credit_note",
                        "the next number " + note.number.str() + " exists already",
                        "choose a pattern whose numbers differ from those of invoices");
}

// An invoice with all that its correction needs.
struct Correction {
    ledger::Invoice invoice;
    std::vector<ledger::Invoice> earlier;
    contract::Contract contract;
    contract::Client client;
    core::Money open;  // on the invoice
};

Result<Correction> correction_of(const Store& store, const core::BusinessId& business,
                                 const CreditRequest& request) {
    auto invoice = invoice_to_correct(store, business, request.invoice);
    if (!invoice) return tl::unexpected(invoice.error());
    if (auto good = check_day(store, business, *invoice, request.day); !good) {
        return tl::unexpected(good.error());
    }
    auto contract = store.contract(business, invoice->contract);
    auto client = store.client(business, invoice->client);
    const auto item = store.open_item(business, invoice->number);
    KVIT_INVARIANT(contract && client && item,
                   "an issued invoice has its contract, client and open item");
    return Correction{std::move(*invoice), store.credit_notes_of(business, request.invoice),
                      std::move(*contract), std::move(*client), item->open};
}

Result<CreditResult> draft_of(const Correction& correction, const CreditRequest& request,
                              const std::string& reason, const document::Wording& wording) {
    auto note = ledger::draft_credit_note(
        {correction.invoice, correction.earlier, request.day, request.credit, reason});
    if (!note) return tl::unexpected(note.error());
    for (ledger::InvoiceLine& line : note->lines) {
        if (line.corrects_line > 0) continue;  // keeps the words it was issued with
        line.text = document::line_text(line.rated, correction.contract.terms_on(note->supplied_on),
                                        correction.client.language, wording);
    }
    const core::Money settled = std::min(correction.open, -note->gross);
    const core::Money to_account = -note->gross - settled;
    return CreditResult{std::move(*note), correction.open - settled, to_account, {}};
}

void write(const Engine& engine, const contract::Business& business, const Correction& correction,
           const CreditResult& result) {
    const ledger::Invoice& note = result.note;
    Store& store = engine.store;
    store.add_invoice(business.id, note, ledger::credit_entry(note, correction.open));
    const document::CreditNoteView view{business,
                                        correction.client,
                                        correction.contract,
                                        note,
                                        correction.invoice,
                                        ledger::state_after(correction.invoice, correction.earlier),
                                        result.open,
                                        result.to_account};
    const core::DocumentId id(note.number.str());
    put_document(store, business.id,
                 {id, "credit_note", note.client, note.issued_on,
                  document::compose_credit_note(view, engine.wording),
                  document::credit_note_message(view, engine.wording)});
    store.cancel_queued_notices(business.id, note.corrects, "credited before it was sent");
}

Result<CreditResult> issue(const Engine& engine, const contract::Business& business,
                           const CreditRequest& request) {
    const auto reason = checked_reason(engine.renderer, request.reason);
    if (!reason) return tl::unexpected(reason.error());
    const auto unit = engine.store.begin(request.day);
    const auto correction = correction_of(engine.store, business.id, request);
    if (!correction) return tl::unexpected(correction.error());
    auto result = draft_of(*correction, request, *reason, engine.wording);
    if (!result || request.dry_run) return result;
    if (auto taken = take_number(engine.store, business, result->note); !taken) {
        return tl::unexpected(taken.error());
    }
    write(engine, business, *correction, *result);
    unit->commit();
    return result;
}

}  // namespace

Result<CreditResult> issue_credit_note(const Engine& engine, const contract::Business& business,
                                       const CreditRequest& request) {
    auto result = issue(engine, business, request);
    if (result && !request.dry_run) {
        archive_documents(engine, business.id, request.day, result->failures);
    }
    return result;
}

}  // namespace kvit::app
