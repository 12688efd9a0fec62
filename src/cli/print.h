#pragma once
// How commands print lists: one table of text, or JSON, or CSV of the same rows.

#include "cli/invocation.h"
#include "cli/session.h"
#include "kvit/app/allocate_receipt.h"
#include "kvit/app/import_statement.h"
#include "kvit/app/review_accounts.h"
#include "kvit/app/run_billing.h"
#include "kvit/document/document.h"
#include "kvit/document/waiting_view.h"
#include "kvit/ledger/invoice.h"

#include <span>
#include <string>
#include <vector>

namespace kvit::cli {

// As wide as the terminal; 120 columns elsewhere.
std::string text_of(const Invocation& call, const document::Table& table);
std::string text_of(const Invocation& call, const document::Document& document);

// As text, or in a format of the session's renderers, to the command's output.
void write_document(const Invocation& call, Session& session, const document::Document& document);

std::string counted(long long count, const std::string& noun);  // "1 notice", "2 notices"

std::string hours_text(std::int64_t minutes);  // "13:20"

// Receipts that wait, with their best candidate; and every bank entry with what it settles.
document::Table waiting_table(const std::vector<app::UnmatchedEntry>& entries);
document::Table entries_table(const std::vector<app::AllocatedEntry>& entries);

// One line per thing that waits for a person, to standard error; tells whether there was any.
bool print_waiting(const Invocation& call, std::span<const document::Waiting> items);
void print_failures(const Invocation& call, const core::Refusals& failures);

// Every line of what is issued.
document::Table issue_table(const std::vector<ledger::Invoice>& invoices);

document::Table review_table(const std::vector<app::ReviewRow>& rows);
// Included hours that are nearly used up; nothing waits for it.
void print_hours(const Invocation& call, const std::vector<app::HoursWarning>& warnings);
// Contracts that should be billed in advance, with what to add to the agreement.
void print_proposals(const Invocation& call, const std::vector<app::AdvanceProposal>& proposals);

}  // namespace kvit::cli
