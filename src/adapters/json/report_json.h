#pragma once
// The stable JSON fields of formats §4, and the same rows as CSV.

#include "kvit/app/allocate_receipt.h"
#include "kvit/app/dispatch_outbox.h"
#include "kvit/app/import_statement.h"
#include "kvit/app/ports/store.h"
#include "kvit/app/report_interest.h"
#include "kvit/app/report_requests.h"
#include "kvit/app/review_accounts.h"
#include "kvit/app/run_billing.h"
#include "kvit/app/verify.h"
#include "kvit/document/account_statement_view.h"
#include "kvit/document/changes_view.h"
#include "kvit/document/clients_view.h"
#include "kvit/document/explain_view.h"
#include "kvit/document/lateness_view.h"
#include "kvit/document/receivables_view.h"
#include "kvit/document/status_view.h"
#include "kvit/document/timesheet_view.h"
#include "kvit/document/waiting_view.h"
#include "kvit/ledger/aging.h"

#include <map>
#include <string>
#include <vector>

namespace kvit::json {

struct InvoiceRow {
    ledger::Invoice invoice;
    core::Money open;
    std::optional<core::Date> settled_on;
};

// "json" or "csv".
std::string status(const document::StatusReport& report, const std::string& format);
// {business, client, as_of, accounts:[{currency, decided_for, policy, level, anchor, contracts,
// reasons, unapplied, hold_until, invoices, notices, next_step, next_review, same_again}],
// decided_by_persons:[{kind, about, on, until, reason}]}
std::string explanation(const document::Explanation& explanation);
// [{waits_for, business, client, contract, subject, since, currency, amount, says, command}]
std::string waiting_list(const core::BusinessId& business, const document::WaitingReport& report,
                         const std::string& format);
// [{on, business, client, contract, what, from, to, document, notice, currency, amount, detail,
// reasons:[{code, value, threshold}]}]
std::string changes(const core::BusinessId& business, const document::ChangesReport& report,
                    const std::string& format);
std::string review(const core::BusinessId& business, const std::vector<app::ReviewRow>& rows,
                   const std::string& format);
std::string invoices(const core::BusinessId& business, const std::vector<InvoiceRow>& rows,
                     const std::string& format);
// [{id, business, client, contract, cycle, service, minutes, hourly, net, state, held_on,
// answered_on, invoice}]
std::string quotes(const core::BusinessId& business, const std::vector<app::Quote>& held,
                   const std::string& format);
std::string notices(const core::BusinessId& business, const std::vector<app::Notice>& rows,
                    const std::string& format);
std::string aging(const std::vector<ledger::AgingRow>& rows, const std::string& format);
// [{client, contract, invoice, currency, issued_on, due_on, gross, open, days_past_due,
// expected_on, expected_from, expected_until, chance, of, basis}]: within the range with `chance`
// in `of`.
std::string open_items(const std::vector<document::OpenItemRow>& rows, const std::string& format);
// [{currency, open, sales, days, dso, mean_days_late, settled}]
std::string outstanding(const std::vector<document::SalesOutstanding>& rows,
                        const std::string& format);
// In CSV a row for each cycle.
std::string lateness(const document::LatenessReport& report, const std::string& format);
// JSON: one account alone, several as an array. CSV: opening and closing are rows, too.
std::string statement(const std::vector<document::AccountStatement>& accounts,
                      const std::string& format);
// In CSV with every figure.
std::string clients(const document::ClientsReport& report, const std::string& format);
std::string bank(const std::vector<app::StatementCount>& rows, const std::string& format);
// The entries behind each line of an invoice: in JSON `line` 0 is what the included hours cover
// outside its lines, in CSV each entry has a row for each of its lines.
std::string sources(const core::BusinessId& business, const document::InvoiceSources& sources,
                    const std::string& format);
// [{invoice, business, client, contract, law, debtor, due_on, settled_on, currency, principal,
// open, days, interest, segments:[{from, to, days, percent, principal}], compensation,
// compensation_currency, may_be_claimed, waits:[…], rests_on:[{country, name, since, says, status,
// source}]}]
std::string interest(const core::BusinessId& business, const std::vector<app::LateClaim>& claims,
                     const std::string& format);
// [{business, client, contract, days_moved, days_waited, days_paused, moved:[{from, until, waited,
// paused}], requests:[{what, asked_on, needed_by, answered_on, days_waited, business_days_late}]}];
// `until` is exclusive. CSV: a row per request, with its contract's days_moved.
std::string requests(const core::BusinessId& business,
                     const std::vector<app::ContractRequests>& contracts,
                     const std::string& format);
// [{country, name, since, says, status, source}]
std::string law_rows(const std::vector<ledger::LegalBasis>& bases, const std::string& format);
std::string verify(const std::vector<app::Check>& checks);

// [{entry, on, currency, amount, payer, text, reason, candidates: [{client, invoices, score,
// why}]}]
std::string waiting(const std::vector<app::UnmatchedEntry>& entries, const std::string& format);
// [{entry, on, currency, amount, payer, text, state, note, client, settles: [{number, amount}]}]
std::string allocated(const std::vector<app::AllocatedEntry>& entries, const std::string& format);

}  // namespace kvit::json
