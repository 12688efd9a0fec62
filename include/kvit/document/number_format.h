#pragma once
// Amounts, dates and quantities as a reader of a language expects them, from the table in
// language.cpp.

#include "kvit/core/date.h"
#include "kvit/core/language.h"
#include "kvit/core/money.h"
#include "kvit/core/ratio.h"

#include <string>

namespace kvit::document {

// pl "2 952,00", de "2.952,00", en "2,952.00" with no-break spaces; HUF without decimals where they
// are zero.
std::string amount(core::Language language, core::Money money);
// amount and currency code with a no-break space: "2 952,00 PLN".
std::string amount_with_currency(core::Language language, core::Money money);
std::string date(core::Language language, core::Date day);  // pl "31.01.2026", hu "2026. 01. 31."
// Up to `max_decimals` decimals, no trailing zeros: 3/2 -> "1,5".
std::string decimal(core::Language language, core::Ratio ratio);
// Whole minutes as hours and minutes: 95 -> "1:35".
std::string hours_minutes(std::int64_t minutes);

}  // namespace kvit::document
