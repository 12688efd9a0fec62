#include "adapters/tables/cells.h"
#include "adapters/tables/table.h"
#include "adapters/tables/tables.h"
#include "kvit/core/date.h"

#include <fmt/format.h>

namespace kvit::tables {
namespace {

constexpr std::size_t max_source = 100;

enum : std::size_t { date, currency, per, rate, bookkeeping_currency, source };
constexpr Column columns[] = {{"date"},  {"currency"}, {"per"}, {"rate"}, {"bookkeeping_currency"},
                              {"source"}};

core::Result<core::Ratio> quote(std::string_view cell) {
    constexpr std::int64_t too_large = 1'000'000'000;
    const auto number = core::parse_ratio(cell);
    if (number && number->num() > 0 && number->num() < too_large) return *number;
    return core::refuse("", fmt::format("\"{}\" is not an exchange rate", cell),
                        "write a number above 0 like 1, 100 or 4.2615, with a point and at most 9 "
                        "digits, 6 of them decimals");
}

std::optional<ledger::ExchangeRate> read_rate(Row& row) {
    const auto on = row.take(date, core::parse_date);
    const auto from = row.take(currency, core::Currency::parse);
    const auto units = row.take(per, quote);
    const auto value = row.take(rate, quote);
    const auto into = row.take(bookkeeping_currency, core::Currency::parse);
    const auto where_from =
        row.take(source, [](std::string_view cell) { return needed_text(cell, max_source); });
    if (!on || !from || !units || !value || !into || !where_from) return std::nullopt;
    if (*from == *into) {
        row.refuse(bookkeeping_currency, fmt::format("{} is the column currency too", into->code()),
                   "name the currency the books are kept in");
        return std::nullopt;
    }
    return ledger::ExchangeRate{*from, *units, *value, *into, *on, *where_from};
}

}  // namespace

core::Checked<std::vector<app::At<ledger::ExchangeRate>>> read_exchange_rates(
    const std::string& file_name, std::string_view text) {
    return read_rows<ledger::ExchangeRate>(file_name, text, columns, read_rate);
}

}  // namespace kvit::tables
