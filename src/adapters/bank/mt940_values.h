#pragma once
// The values inside MT940's fields: days, amounts, balances, and the line of an entry.

#include "kvit/core/date.h"
#include "kvit/core/money.h"
#include "kvit/core/result.h"

#include <string>
#include <string_view>

namespace kvit::bank {

struct Mt940Balance {
    core::Money amount;  // debit negative
    core::Date day;
};
// "C260916EUR1234,56"
core::Result<Mt940Balance> read_balance(std::string_view text);

struct Mt940Entry {
    core::Money amount;  // debit negative
    core::Date value_on, booked_on;
    bool is_reversal = false;
    std::string_view customer_reference, bank_reference;  // bytes; empty where NONREF or missing
};
// ":61:" without its supplement: value day, booking day as month and day (else the value day),
// side, the currency's third letter (may be missing), amount, type, references. Example:
// "2609160917CR300,00NTRFE2E-1//SA000043". The booking day is the one nearest to the value day.
core::Result<Mt940Entry> read_entry_line(std::string_view text, core::Currency currency);

}  // namespace kvit::bank
