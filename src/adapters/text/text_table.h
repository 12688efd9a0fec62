#pragma once
// Documents and tables as plain text for a terminal or a pipe.

#include "kvit/document/document.h"

#include <string>

namespace kvit::text {

// Aligned columns, two blanks apart, head and rule on top; ends in '\n'. Where the table is wider
// than `width` cells, columns with a weight are wrapped first, then the others; 0: as wide as it
// needs. `color`: sums and heads in bold with ANSI sequences. No line ends in blanks.
std::string render_table(const document::Table& table, int width, bool color);

// A whole document, block below block.
std::string render(const document::Document& document, int width, bool color);

}  // namespace kvit::text
