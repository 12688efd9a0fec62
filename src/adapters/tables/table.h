#pragma once
// A CSV file as rows of named columns, where what is wrong with a cell is noted with its place.

#include "adapters/tables/csv.h"
#include "kvit/app/ports/agreement_source.h"
#include "kvit/contract/plain_text.h"
#include "kvit/core/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::tables {

struct Column {
    std::string_view name;
    bool required = true;  // of the header; an empty cell is the column's reader's business
};

// The cells of one record, by the position of their column in the table's list of columns.
class Row {
  public:
    Row(const std::string& file_name, const CsvRecord& record, std::span<const Column> columns,
        const std::vector<std::size_t>& places, core::Refusals& refusals)
        : file_name_(file_name),
          record_(record),
          columns_(columns),
          places_(places),
          refusals_(refusals) {}

    int line() const { return record_.line; }
    // Without blanks around it; empty where the file lacks the column.
    std::string_view cell(std::size_t column) const;
    void refuse(std::size_t column, std::string what, std::string remedy);

    // What `read` (string_view -> Result<T>) makes of the cell; a refusal is noted. Control
    // characters are refused before, so that no refusal repeats them to a terminal.
    template <class Read>
    auto take(std::size_t column, Read read)
        -> std::optional<typename decltype(read(std::string_view{}))::value_type> {
        auto result = readable(column).and_then(read);
        if (result) return std::move(*result);
        refuse(column, std::move(result.error().what), std::move(result.error().remedy));
        return std::nullopt;
    }

  private:
    core::Result<std::string_view> readable(std::size_t column) const;

    const std::string& file_name_;
    const CsvRecord& record_;
    std::span<const Column> columns_;
    const std::vector<std::size_t>& places_;
    core::Refusals& refusals_;
};

// Places in the header of `columns`, npos for an optional one that it lacks; notes unknown, missing
// and repeated columns.
std::vector<std::size_t> places_of(const std::string& file_name, const CsvRecord& header,
                                   std::span<const Column> columns, core::Refusals& refusals);

bool is_blank(const CsvRecord& record);  // every cell empty, as spreadsheets pad their exports

// Reads every row with `read` (Row& -> optional<T>, refusals noted in the row).
template <class T, class Read>
core::Checked<std::vector<app::At<T>>> read_rows(const std::string& file_name,
                                                 std::string_view text,
                                                 std::span<const Column> columns, Read read) {
    const auto records = read_csv(file_name, text);
    if (!records) return tl::unexpected(records.error());
    core::Refusals refusals;
    const auto places = places_of(file_name, records->front(), columns, refusals);
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    std::vector<app::At<T>> values;
    values.reserve(records->size() - 1);
    for (const CsvRecord& record : std::span(*records).subspan(1)) {
        if (is_blank(record)) continue;
        Row row(file_name, record, columns, places, refusals);
        if (auto value = read(row)) {
            values.push_back({file_name + ":" + std::to_string(record.line), std::move(*value)});
        }
    }
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    return values;
}

}  // namespace kvit::tables
