#include "adapters/html/html_renderer.h"

#include "adapters/html/chart.h"
#include "adapters/html/escape.h"
#include "adapters/html/style.h"
#include "kvit/core/language.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kvit::html {
namespace {

using document::LabelledValue;

std::string element(std::string_view name, std::string_view classes, std::string_view inner) {
    std::string out = "<" + std::string(name);
    if (!classes.empty()) out += " class=\"" + std::string(classes) + "\"";
    return out + ">" + std::string(inner) + "</" + std::string(name) + ">\n";
}

std::string pairs(const std::vector<LabelledValue>& rows, std::string_view classes) {
    std::string inner = "\n";
    for (const LabelledValue& row : rows)
        inner += std::string(row.strong ? "<div class=\"strong\">" : "<div>") + "<dt>" +
                 escape_lines(row.label) + "</dt><dd>" + escape_lines(row.value) + "</dd></div>\n";
    return rows.empty() ? "" : element("dl", classes, inner);
}

std::string lines_of(const std::vector<std::string>& lines) {
    std::string inner = "\n";
    for (const std::string& line : lines) inner += element("div", "", escape_lines(line));
    return inner;
}

// A table with more columns than fit on a phone becomes a card for each row there: its parts then
// say themselves what they are, since a browser forgets it where a style takes the table apart.
constexpr std::size_t most_columns = 6;

struct Shape {
    bool cards = false;
    std::string_view table, group, row, column_head, row_head, cell;  // attributes
};
constexpr Shape plain_table{};
constexpr Shape card_table{true,
                           " class=\"cards\" role=\"table\"",
                           " role=\"rowgroup\"",
                           " role=\"row\"",
                           " role=\"columnheader\"",
                           " role=\"rowheader\"",
                           " role=\"cell\""};

std::string cell(std::string_view text, const document::Column& column, bool heads_row,
                 const Shape& shape) {
    std::string out = heads_row ? "<th scope=\"row\"" : "<td";
    out += heads_row ? shape.row_head : shape.cell;
    if (column.align == document::Align::right) out += " class=\"right\"";
    if (shape.cards && !heads_row) out += " data-label=\"" + escape(column.title) + "\"";
    return out + ">" + escape_lines(text) + (heads_row ? "</th>" : "</td>");
}

struct Writer {
    std::string& out;
    int charts = 0;
    bool folded = false;  // inside of <details>

    void operator()(const document::Letterhead& head) {
        out += "<header class=\"letterhead\">\n" + element("p", "name", escape_lines(head.name));
        if (!head.details.empty()) out += element("address", "", lines_of(head.details));
        out += "</header>\n";
    }

    void operator()(const document::AddressAndFacts& block) {
        out += "<section class=\"parties\">\n<div>\n";
        if (!block.label.empty()) out += element("p", "label", escape_lines(block.label));
        out += element("address", "", lines_of(block.address)) + "</div>\n";
        out += pairs(block.facts, "facts") + "</section>\n";
    }

    // One of level 3 folds away what follows it, up to the next heading.
    void operator()(const document::Heading& heading) {
        unfold();
        if (heading.level >= 3) {
            out += "<details>\n<summary><h3>" + escape_lines(heading.text) + "</h3></summary>\n";
            folded = true;
            return;
        }
        out += element(heading.level <= 1 ? "h1" : "h2", "", escape_lines(heading.text));
    }
    void unfold() {
        if (folded) out += "</details>\n";
        folded = false;
    }

    void operator()(const document::Paragraph& paragraph) {
        std::string_view classes;
        if (paragraph.style == document::ParagraphStyle::strong) classes = "strong";
        if (paragraph.style == document::ParagraphStyle::small) classes = "small";
        out += element("p", classes, escape_lines(paragraph.text));
    }

    void operator()(const document::Table& table) {
        out += "<div class=\"scroll\" tabindex=\"0\"";
        if (!table.title.empty())
            out += " role=\"region\" aria-label=\"" + escape(table.title) + "\"";
        const Shape& shape = table.columns.size() > most_columns ? card_table : plain_table;
        const auto open = [&](std::string_view name, std::string_view attributes) {
            out += "<" + std::string(name) + std::string(attributes) + ">";
        };
        out += ">\n";
        open("table", shape.table);
        out += "\n";
        if (!table.title.empty()) out += element("caption", "", escape_lines(table.title));
        open("thead", shape.group);
        out += "\n";
        open("tr", shape.row);
        for (const document::Column& column : table.columns) {
            const bool right = column.align == document::Align::right;
            out += "<th scope=\"col\"" + std::string(shape.column_head) +
                   (right ? " class=\"right\">" : ">") + escape_lines(column.title) + "</th>";
        }
        out += "</tr>\n</thead>\n";
        open("tbody", shape.group);
        out += "\n";
        for (const document::TableRow& row : table.rows) {
            open("tr", std::string(shape.row) + (row.strong ? " class=\"strong\"" : ""));
            for (std::size_t c = 0; c < table.columns.size(); ++c)
                out +=
                    cell(c < row.cells.size() ? row.cells[c] : "", table.columns[c], c == 0, shape);
            out += "</tr>\n";
        }
        out += "</tbody>\n</table>\n</div>\n";
    }

    void operator()(const document::Totals& totals) { out += pairs(totals.rows, "totals"); }

    void operator()(const document::PaymentBox& box) {
        out += "<section class=\"payment\">\n";
        if (!box.title.empty()) out += element("h2", "", escape_lines(box.title));
        out += pairs(box.rows, "") + "</section>\n";
    }

    void operator()(const document::Chart& chart) { append_chart(chart, ++charts, out); }

    void operator()(const document::PageBreak&) { out += "<hr class=\"page-break\">\n"; }
};

// A page to look around in, with a way to its content for those who have no mouse.
bool has_folds(const document::Document& document) {
    return std::ranges::any_of(document.blocks, [](const document::Block& block) {
        const auto* heading = std::get_if<document::Heading>(&block);
        return heading != nullptr && heading->level >= 3;
    });
}

class HtmlRenderer final : public app::DocumentRenderer {
  public:
    std::string render(const document::Document& document) override {
        std::string out = "<!DOCTYPE html>\n<html lang=\"";
        out += std::string(core::code_of(document.language)) + "\">\n<head>\n";
        out +=
            "<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" "
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n";
        out += element("title", "", escape(document.title));
        if (!document.author.empty())
            out += "<meta name=\"author\" content=\"" + escape(document.author) + "\">\n";
        out += "<style>" + std::string(style_sheet) + "</style>\n</head>\n<body>\n";
        if (has_folds(document))
            out += "<a class=\"skip\" href=\"#content\">" + escape(document.title) + "</a>\n";
        out += document.landscape ? "<div class=\"sheet wide\">\n" : "<div class=\"sheet\">\n";
        append_blocks(document, out);
        if (!document.footer.empty()) out += element("footer", "", escape_lines(document.footer));
        return out + "</div>\n</body>\n</html>\n";
    }

    // A browser has fonts of its own.
    core::Result<void> can_draw(std::string_view) const override { return {}; }

    std::string version() const override { return "kvit-html 2"; }

  private:
    // A letterhead that opens the document stands before <main>, as the page's header.
    static void append_blocks(const document::Document& document, std::string& out) {
        Writer writer{out};
        auto block = document.blocks.begin();
        if (block != document.blocks.end() && std::holds_alternative<document::Letterhead>(*block))
            std::visit(writer, *block++);
        out += has_folds(document) ? "<main id=\"content\">\n" : "<main>\n";
        for (; block != document.blocks.end(); ++block) std::visit(writer, *block);
        writer.unfold();
        out += "</main>\n";
    }
};

}  // namespace

std::unique_ptr<app::DocumentRenderer> html_renderer() { return std::make_unique<HtmlRenderer>(); }

}  // namespace kvit::html
