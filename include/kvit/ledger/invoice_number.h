#pragma once
// Number patterns such as "FV/{yyyy}/{mm}/{n:3}", "{n}/{yyyy}" (Italy), "{n}-{premises}-{device}"
// (Croatia: Zakon o fiskalizaciji čl. 9). {n} counts from 1 and restarts with the smallest period
// named; one that names none never restarts. Where the law restarts every year and the number must
// still be the only one of its kind, name the year: "{n}-{premises}-{device}/{yyyy}".

#include "kvit/core/date.h"
#include "kvit/core/ids.h"
#include "kvit/core/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::ledger {

// What stands for {premises} and {device} in a pattern: 1 to 20 letters and digits, or empty.
struct NumberPlaces {
    std::string premises, device;
};

// The pattern with the two in place. Refuses a pattern that names one that is empty.
// Example: "{n}-{premises}-{device}" with P1 and 2 -> "{n}-P1-2".
core::Result<std::string> filled(std::string pattern, const NumberPlaces& places);

class NumberPattern {
  public:
    // Exactly one {n} or {n:W} (W 1 to 9 digits, zero padded); {yyyy} {yy} {mm} {dd}; other text
    // literal (letters, digits, / - . _ and space). {mm} needs a year, {dd} a month, or numbers
    // would repeat.
    static core::Result<NumberPattern> parse(std::string_view pattern);

    // The counter's period for an issue date: "2026-09", "2026" or "" (never restarts).
    std::string period_of(core::Date issued_on) const;
    core::InvoiceNumber format(core::Date issued_on, std::int64_t n) const;

  private:
    struct Piece {
        enum class What { literal, counter, year4, year2, month, day } what;
        std::string literal;
        int width = 0;
    };
    std::vector<Piece> pieces_;
};

}  // namespace kvit::ledger
