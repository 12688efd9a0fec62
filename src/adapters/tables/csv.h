#pragma once
// CSV as RFC 4180 has it and as spreadsheets write it, with the line of every record. Own code:
// libcsv reports neither lines nor unclosed quotes and skips what it cannot read, rapidcsv accepts
// stray quotes in silence; a bad row of a work log must be told to its writer, with its line.

#include "kvit/core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::tables {

struct CsvRecord {
    int line = 0;  // where the record starts; the first line of a file is 1
    std::vector<std::string> fields;
};

inline constexpr std::size_t max_csv_bytes = std::size_t{256} << 20;

// What is not RFC 4180's.
struct CsvForm {
    char separator = '\0';  // none: ',' or ';', whichever the header has more of
    bool is_even = true;    // every record has as many fields as the header
};

// Every record of the text, the header first; each has as many fields as the header. Quoted fields
// may hold separators, doubled quotes and line ends (CRLF becomes LF). A UTF-8 byte order mark is
// dropped, empty lines are skipped. The separator, ',' or ';', is the one the header has more of.
// Refuses, naming every line: no UTF-8, NUL, stray or unclosed quotes, a lone carriage return,
// another number of fields than the header's; and a file without a header or of more than
// max_csv_bytes.
core::Checked<std::vector<CsvRecord>> read_csv(const std::string& file_name, std::string_view text,
                                               CsvForm form = {});

}  // namespace kvit::tables
