#pragma once
// The rows of a bank's table with their columns found: the labels above it, and the cells.

#include "adapters/bank/csv_profile.h"
#include "adapters/tables/csv.h"
#include "kvit/core/result.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::bank {

class CsvSheet {
  public:
    // Decodes the bytes, parts them, and finds the header.
    static core::Checked<CsvSheet> read(const std::string& file_name, std::string_view bytes,
                                        const CsvProfile& profile);

    std::span<const tables::CsvRecord> rows() const;  // below the header
    // The row's cell in a column of the profile, on one line, without quotes that are part of the
    // text; empty where the profile or the row has none.
    std::string cell(const tables::CsvRecord& row, const std::string& column) const;
    std::vector<std::string> cells_from(const tables::CsvRecord& row,
                                        const std::string& column) const;
    // What stands beside the label, in its row or, where that is empty, below it.
    struct Found {
        int line;
        std::string value;
    };
    std::optional<Found> labelled(std::string_view label) const;

  private:
    std::optional<std::size_t> place(const std::string& column) const;

    std::vector<tables::CsvRecord> records_;
    std::vector<std::string> header_;  // empty: columns are positions
    std::size_t first_row_ = 0;
};

}  // namespace kvit::bank
