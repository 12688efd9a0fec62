#pragma once
// Documents as the six languages have them, for the tests of every renderer.

#include "kvit/document/document.h"

#include <string>

namespace kvit::samples {

// An invoice with so many lines; its words are the language's own.
document::Document invoice(core::Language language, int lines);
// A notice: letter text, a table of open invoices, a payment box.
document::Document notice();
// Everything long: names of 120 letters, an address of 7 lines, footers that wrap.
document::Document crowded();
// A wide report, landscape, without a column that takes the rest.
document::Document report();

// Every text of a document, in the order of its blocks; without footer and page label.
std::string all_text(const document::Document& document);

}  // namespace kvit::samples
