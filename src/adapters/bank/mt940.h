#pragma once
// Bank statements as SWIFT MT940 (category 9, customer statement message), plain or in its blocks.

#include "adapters/bank/camt.h"
#include "kvit/core/result.h"
#include "kvit/statement/bank_statement.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::bank {

// Whether the bytes look like MT940: a field :20: begins one of the first lines.
bool looks_like_mt940(std::string_view bytes);

// Every statement of the file, each of them checked (statement::check), or all that is wrong with
// it, by line and field. What the standard leaves open is read like this:
// - Pages with intermediate balances (62M, 60M) are one statement; a page that is missing is
//   refused, since equal bookings can only be counted within a whole statement.
// - The bank's reference is what follows "//" in :61:; one of less than 6 digits, or of zeros, is a
//   word or the day's counter, and then the content is the key. The customer's reference is the
//   end-to-end id.
// - RC and RD take a booking back: RC is a debit, RD a credit, both marked as returned.
// - The statement covers the days from the opening balance's, or an earlier booking's up to 92 days
//   before, to the closing balance's: some banks date the opening balance when they make the file.
// - The account in :25: is an IBAN or becomes one (iban_in).
// - :86: is read in the layouts of mt940_details.h; entries of 0 are left out.
// - Text that is no UTF-8 is read entry by entry with text::guessed_page.
// Refused: fields that MT940 has not, text where none may stand, control characters, a field of
// more than 10,000 bytes, more than `entries_max` entries.
core::Checked<std::vector<statement::BankStatement>> read_mt940(
    const std::string& file_name, std::string_view bytes, std::size_t entries_max = max_entries);

}  // namespace kvit::bank
