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

std::string cell(std::string_view text, const document::Column& column, bool heads_row) {
    const bool right = column.align == document::Align::right;
    std::string out = heads_row ? "<th scope=\"row\"" : "<td";
    if (right) out += " class=\"right\"";
    return out + ">" + escape_lines(text) + (heads_row ? "</th>" : "</td>");
}

struct Writer {
    std::string& out;

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

    void operator()(const document::Heading& heading) {
        out += element(heading.level <= 1 ? "h1" : "h2", "", escape_lines(heading.text));
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
        out += ">\n<table>\n";
        if (!table.title.empty()) out += element("caption", "", escape_lines(table.title));
        out += "<thead>\n<tr>";
        for (const document::Column& column : table.columns) {
            const bool right = column.align == document::Align::right;
            out += std::string("<th scope=\"col\"") + (right ? " class=\"right\">" : ">") +
                   escape_lines(column.title) + "</th>";
        }
        out += "</tr>\n</thead>\n<tbody>\n";
        for (const document::TableRow& row : table.rows) {
            out += row.strong ? "<tr class=\"strong\">" : "<tr>";
            for (std::size_t c = 0; c < table.columns.size(); ++c)
                out += cell(c < row.cells.size() ? row.cells[c] : "", table.columns[c], c == 0);
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

    void operator()(const document::Chart& chart) { append_chart(chart, out); }

    void operator()(const document::PageBreak&) { out += "<hr class=\"page-break\">\n"; }
};

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
        out += document.landscape ? "<div class=\"sheet wide\">\n" : "<div class=\"sheet\">\n";
        append_blocks(document, out);
        if (!document.footer.empty()) out += element("footer", "", escape_lines(document.footer));
        return out + "</div>\n</body>\n</html>\n";
    }

    // A browser has fonts of its own.
    core::Result<void> can_draw(std::string_view) const override { return {}; }

    std::string version() const override { return "kvit-html 1"; }

  private:
    // A letterhead that opens the document stands before <main>, as the page's header.
    static void append_blocks(const document::Document& document, std::string& out) {
        Writer writer{out};
        auto block = document.blocks.begin();
        if (block != document.blocks.end() && std::holds_alternative<document::Letterhead>(*block))
            std::visit(writer, *block++);
        out += "<main>\n";
        for (; block != document.blocks.end(); ++block) std::visit(writer, *block);
        out += "</main>\n";
    }
};

}  // namespace

std::unique_ptr<app::DocumentRenderer> html_renderer() { return std::make_unique<HtmlRenderer>(); }

}  // namespace kvit::html
