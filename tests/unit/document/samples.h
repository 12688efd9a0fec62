#pragma once
// One small business and its clients, one for each language, with invoices that add up.

#include "kvit/document/credit_note_view.h"
#include "kvit/document/invoice_view.h"
#include "kvit/document/notice_view.h"
#include "kvit/document/timesheet_view.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::samples {

inline core::Currency currency(std::string_view code) {
    return core::Currency::parse(code).value();
}
inline core::Country country(std::string_view code) { return core::Country::parse(code).value(); }
inline core::Money money(std::string_view amount, std::string_view code) {
    return core::parse_money(amount, currency(code)).value();
}
inline core::Date day(std::string_view iso) { return core::parse_date(iso).value(); }

contract::Business studio();                          // PL, accounts in PLN, EUR and HUF
contract::Client client_of(core::Language language);  // pl PLN, hu HUF, others EUR
core::Currency currency_of(core::Language language);

// A retainer contract with the title in the client's language, and one of hourly work.
contract::Contract first_contract(core::Language language);
contract::Contract second_contract(core::Language language);

ledger::RatedLine line(ledger::LineKind kind, std::int64_t quantity, ledger::Unit unit,
                       core::Money price);

// Every kind of line once, September 2026, issued on 2026-10-01.
ledger::Invoice full_invoice(core::Language language);
// Its lines worded, and the work and contacts behind them: an entry split at the end of the
// included hours, one split at the office hours, a short contact, and work of an earlier cycle on
// no line.
document::InvoiceSources full_sources(core::Language language, const document::Wording& wording);
// Of these lines, with one VAT treatment.
ledger::Invoice invoice_of(std::vector<ledger::RatedLine> lines, ledger::VatTreatment vat,
                           core::Currency currency);

// The amount in the client's currency: forint a hundredfold, which keeps the figures alike.
core::Money price(std::string_view amount, core::Language language);

// A credit note of full_invoice(), KOR/2026/003 of 2026-10-20, kept alive beside the view.
struct CreditSample {
    contract::Business business;
    contract::Client client;
    contract::Contract contract;
    ledger::Invoice invoice, note;

    CreditSample(core::Language language, const ledger::Credit& credit);
    // `paid` of the invoice before the note.
    document::CreditNoteView view(core::Money paid) const;
};

// What a notice speaks of, kept alive beside the view.
struct NoticeSample {
    contract::Business business;
    contract::Client client;
    contract::Contract first, second;
    bool many = false;

    // One invoice and contract; `many`: two invoices, two contracts and a credit.
    NoticeSample(core::Language language, bool several);
    document::NoticeView view(policy::NoticeKind kind) const;
};

}  // namespace kvit::samples
