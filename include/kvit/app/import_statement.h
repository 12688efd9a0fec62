#pragma once
// Bank statements into the ledger: receipts at once, their application where it is certain.

#include "kvit/app/ports/store.h"
#include "kvit/contract/business.h"
#include "kvit/core/hasher.h"
#include "kvit/statement/bank_statement.h"
#include "kvit/statement/matching.h"

#include <span>
#include <string>
#include <vector>

namespace kvit::app {

struct StatementCount {
    std::string statement;
    int entries = 0, matched = 0, ambiguous = 0, unmatched = 0, already_known = 0;
    std::vector<core::EntryKey> receipts{};  // the new ones
};

// What a person must look at.
struct UnmatchedEntry {
    std::int64_t ordinal = 0;  // its name for a person
    core::EntryKey key;
    core::Date booked_on;
    core::Money amount;
    std::string payer, text, reason;
    std::vector<statement::Candidate> candidates;  // best first
};

// `later`: the caller bills first and matches then, so that a receipt is seen beside every invoice
// it may pay.
enum class Matching { now, later };

// All statements of a file in one transaction. Refused: an account that is not the business's, a
// known reference with other content.
core::Checked<std::vector<StatementCount>> import_statements(
    Store& store, const contract::Business& business,
    std::span<const statement::BankStatement> statements, core::Date day,
    const core::Hasher& hasher, Matching matching = Matching::now);

// Tries unmatched entries again, in order of booking date, and sets clients' cash off, in a unit of
// work of its own. Returns how many found their invoice.
int match_statements(Store& store, const core::BusinessId& business, core::Date day);

// Receipts booked by `as_of` that wait for a person.
std::vector<UnmatchedEntry> unmatched(Store& store, const core::BusinessId& business,
                                      core::Date as_of);

}  // namespace kvit::app
