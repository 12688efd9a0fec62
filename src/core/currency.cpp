#include "kvit/core/currency.h"

#include "kvit/core/invariant.h"

#include <algorithm>
#include <iterator>

namespace kvit::core {

namespace {

// ISO 4217:2015 minor units; invoice_step is national custom: Hungary invoices whole forint though
// the standard has two decimals, and Czech and Icelandic custom is not needed here yet.
struct Row {
    std::string_view code;
    int minor_digits;
    std::int64_t invoice_step;
};
constexpr Row rows[] = {
    {"AUD", 2, 1}, {"BAM", 2, 1}, {"BGN", 2, 1}, {"CAD", 2, 1}, {"CHF", 2, 1},
    {"CZK", 2, 1}, {"DKK", 2, 1}, {"EUR", 2, 1}, {"GBP", 2, 1}, {"HUF", 2, 100},
    {"ISK", 0, 1}, {"JPY", 0, 1}, {"NOK", 2, 1}, {"PLN", 2, 1}, {"RON", 2, 1},
    {"RSD", 2, 1}, {"SEK", 2, 1}, {"TRY", 2, 1}, {"UAH", 2, 1}, {"USD", 2, 1},
};

const Row* find_row(std::string_view code) {
    const auto* row = std::ranges::find(rows, code, &Row::code);
    return row == std::end(rows) ? nullptr : row;
}

const Row& row_of(const Currency& currency) {
    const Row* row = find_row(currency.code());
    KVIT_INVARIANT(row != nullptr, "a currency comes from the table");
    return *row;
}

}  // namespace

Result<Currency> Currency::parse(std::string_view code) {
    if (find_row(code) == nullptr) {
        std::string known;
        for (const Row& row : rows) known += (known.empty() ? "" : " ") + std::string(row.code);
        return refuse("", "\"" + std::string(code) + "\" is not a currency kvit knows",
                      "use one of " + known);
    }
    return Currency({code[0], code[1], code[2]});
}

int Currency::minor_digits() const { return row_of(*this).minor_digits; }
std::int64_t Currency::invoice_step() const { return row_of(*this).invoice_step; }

}  // namespace kvit::core
