#pragma once
// A finished document as blocks of worded text, ready to lay out: the snapshot that is stored when
// it is decided. Renderers (PDF, HTML, text) know these blocks and nothing of invoices or notices.

#include "kvit/core/language.h"

#include <string>
#include <variant>
#include <vector>

namespace kvit::document {

struct LabelledValue {
    std::string label, value;
    bool strong = false;
    bool operator==(const LabelledValue&) const = default;
};

// Who writes: name large, details small beside it. First on the page.
struct Letterhead {
    std::string name;
    std::vector<std::string> details;  // address, tax number, e-mail, phone
    bool operator==(const Letterhead&) const = default;
};

// Addressee on the left (label, then lines), facts as label and value on the right.
struct AddressAndFacts {
    std::string label;
    std::vector<std::string> address;
    std::vector<LabelledValue> facts;
    bool operator==(const AddressAndFacts&) const = default;
};

struct Heading {
    std::string text;
    int level = 1;  // 1 document title, 2 section, 3 part that a page may fold away
    bool operator==(const Heading&) const = default;
};

enum class ParagraphStyle { body, strong, small };
struct Paragraph {
    std::string text;  // wrapped by the renderer; '\n' breaks the line
    ParagraphStyle style = ParagraphStyle::body;
    bool operator==(const Paragraph&) const = default;
};

enum class Align { left, right };
struct Column {
    std::string title;
    Align align = Align::left;
    int weight = 1;  // share of the width that the others leave; 0: as wide as its widest cell
    bool operator==(const Column&) const = default;
};
struct TableRow {
    std::vector<std::string> cells;  // one per column; '\n' breaks the line within a cell
    bool strong = false;             // a sum
    bool operator==(const TableRow&) const = default;
};
// Head repeated on every page; rows stay whole.
struct Table {
    std::string title;  // may be empty
    std::vector<Column> columns;
    std::vector<TableRow> rows;
    bool operator==(const Table&) const = default;
};

// Right-aligned sums below a table, the last one strong; kept together on one page.
struct Totals {
    std::vector<LabelledValue> rows;
    bool operator==(const Totals&) const = default;
};

// A framed box of label and value: how and where to pay.
struct PaymentBox {
    std::string title;
    std::vector<LabelledValue> rows;
    bool operator==(const PaymentBox&) const = default;
};

// A short series of whole numbers in order, as bars from a line of zero. Every bar bears its value
// and its label, so that it is read without colour; a hollow one is not final.
struct ChartBar {
    std::string label;
    int value = 0;  // may be negative
    bool hollow = false;
    bool operator==(const ChartBar&) const = default;
};
struct Chart {
    std::string title;           // may be empty
    std::vector<ChartBar> bars;  // drawn from left to right
    std::string note;            // below it: what hollow means; may be empty
    bool operator==(const Chart&) const = default;
};

// What follows begins on a page of its own.
struct PageBreak {
    bool operator==(const PageBreak&) const = default;
};

using Block = std::variant<Letterhead, AddressAndFacts, Heading, Paragraph, Table, Totals,
                           PaymentBox, Chart, PageBreak>;

struct Document {
    core::Language language = core::Language::en;
    std::string title;   // metadata: "Faktura FV/2026/09/001"
    std::string author;  // metadata: the business's name
    std::string footer;  // on every page, left
    std::string
        page_label;  // "Strona {page} z {pages}", on every page right, when there is more than one
    bool landscape = false;
    std::vector<Block> blocks;
    bool operator==(const Document&) const = default;
};

}  // namespace kvit::document
