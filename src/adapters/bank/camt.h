#pragma once
// Bank statements as ISO 20022 camt.053 XML and notifications as camt.054, versions 02 to 13.

#include "kvit/core/result.h"
#include "kvit/statement/bank_statement.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::bank {

inline constexpr std::size_t max_entries = 1'000'000;

// Every statement of the file, each of them checked (statement::check), or all that is wrong with
// it, by line and element. What the standard leaves open is read like this:
// - Only booked entries (BOOK) count; pending and information entries, and entries of 0.00, are
//   left out.
// - An entry of several transactions becomes one entry per transaction when their amounts, or these
//   less their charges, are given in the account's currency and add up to it; otherwise it stays
//   one, without payer and remittance, since those of one transaction say nothing about the rest.
//   The bank reference of a part is "ENTRY//PART" (statement::part_separator).
// - The sign is CdtDbtInd's, of reversals too: a returned payment is a debit. RvslInd and RtrInf
//   mark an entry as returned.
// - Charges are part of the booked amount; they are told as a line of the remittance.
// - A statement covers FrToDt's first day, else the opening balance's day (PRCD: the day after), to
//   the closing balance's day.
// - An entry without remittance information has the additional information as its remittance.
// A notification (camt.054) has no balances: it runs from its first to its last booking, from
// nothing to their sum (BankStatement::has_balances is false). The same booking stands in a
// statement later and is known again by its AcctSvcrRef; an entry without one is refused.
// Refused: any DOCTYPE, elements nested more than 64 deep, an element of more than 10,000 bytes of
// text, more than `entries_max` entries, a statement in two currencies.
core::Checked<std::vector<statement::BankStatement>> read_camt(
    const std::string& file_name, std::string_view xml, std::size_t entries_max = max_entries);

}  // namespace kvit::bank
