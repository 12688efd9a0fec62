#pragma once
// Days and amounts as banks write them in tables.

#include "kvit/core/date.h"
#include "kvit/core/money.h"

#include <optional>
#include <string_view>

namespace kvit::bank {

// "yyyy-mm-dd" and the others that a profile may name.
bool is_date_form(std::string_view form);

// The day in that form; a dot may follow ("16.09.2026."). Nothing where it does not read.
std::optional<core::Date> day_in(std::string_view cell, std::string_view form);

// "-1 234,50", "1.234,5 PLN", "+12": blanks or the other of comma and dot part groups of three; the
// currency may follow. Nothing where it does not read.
std::optional<core::Money> amount_in(std::string_view cell, char decimal, core::Currency currency);

}  // namespace kvit::bank
