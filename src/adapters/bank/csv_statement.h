#pragma once
// A bank's CSV export, by its profile.

#include "adapters/bank/camt.h"
#include "adapters/bank/csv_profile.h"
#include "kvit/contract/business.h"
#include "kvit/core/result.h"
#include "kvit/statement/bank_statement.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::bank {

// What the export may not tell.
struct CsvContext {
    std::string account;  // as given by the user; empty: the file tells it
    // The business's, for the currency of an account where the file does not tell it.
    std::span<const contract::BankAccount> accounts;
};

// The one statement of the file, checked, or all that is wrong with it, by line and column.
// - The header is the first row that has every column of the profile; above it stand labels only.
//   Without a header (positions) every row is a booking.
// - A row without a booking day and without an amount is none: blanks, sums, closing words.
// - The statement runs from the first to the last booking. Opening and closing balance are those at
//   the labels, else of the running balance, which is checked row by row, oldest or newest first;
//   else unknown (has_balances is false).
// - A file that is UTF-8 is read as that, any other by the profile.
// Refused: a last line without a line end, since a file cut inside a text would else pass; rows of
// two accounts or currencies; a byte that is no letter; more than `entries_max` bookings.
core::Checked<std::vector<statement::BankStatement>> read_csv_statement(
    const std::string& file_name, std::string_view bytes, const CsvProfile& profile,
    const CsvContext& context, std::size_t entries_max = max_entries);

}  // namespace kvit::bank
