#include "adapters/pdf/layout.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace kvit::pdf {
namespace {

constexpr Length fact_gap = points(10);

std::string page_label(std::string label, std::size_t page, std::size_t pages) {
    const std::array<std::pair<std::string_view, std::size_t>, 2> parts{
        {{"{page}", page}, {"{pages}", pages}}};
    for (const auto& [name, number] : parts)
        for (std::size_t at = label.find(name); at != std::string::npos; at = label.find(name, at))
            label.replace(at, name.size(), std::to_string(number));
    return label;
}

}  // namespace

Layout::Layout(const document::Document& document, Typesetter& typesetter)
    : document_(document),
      typesetter_(typesetter),
      size_(document.landscape ? a4_landscape : a4),
      flow_(typesetter, size_, footer_height()),
      width_(flow_.width()) {}

std::vector<Page> Layout::pages() {
    const auto& blocks = document_.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        next_ = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
        std::visit([this](const auto& block) { place(block); }, blocks[i]);
    }
    if (footer_at_end_)
        place(document::Paragraph{document_.footer, document::ParagraphStyle::small});
    std::vector<Page> pages = flow_.finish();
    add_margins(pages);
    return pages;
}

Cell Layout::cell(std::string_view text, const Style& style, Length x, Length width,
                  document::Align align) {
    return {x, width, align, style, typesetter_.wrap(typesetter_.set(text, style), width)};
}

Row Layout::row(std::string_view text, const Style& style, Length x, Length width) {
    Row row;
    row.cells.push_back(cell(text, style, x, width));
    return row;
}

void Layout::place_beside(std::vector<Row> left, std::vector<Row> right) {
    const Length height = std::max(height_of(left), height_of(right));
    if (height > flow_.capacity()) {
        for (Row& row : left) flow_.place(std::move(row));
        flow_.space(style::step);
        for (Row& row : right) flow_.place(std::move(row));
        return;
    }
    const Length top = flow_.take(height);
    for (const std::vector<Row>* column : {&left, &right}) {
        Length y = top;
        for (const Row& row : *column) {
            flow_.draw(row, y);
            y += row.height();
        }
    }
}

void Layout::place(const document::Letterhead& head) {
    const Length right = style::column_start(width_, style::right_column);
    std::vector<Row> names, details;
    names.push_back(row(head.name, style::sender, 0, right - style::gutter));
    for (const std::string& detail : head.details)
        details.push_back(row(detail, style::small, right, width_ - right));
    place_beside(std::move(names), std::move(details));
    Row rule;
    rule.above = style::step;
    rule.rule_below = {style::thick, style::accent};
    rule.rule_width = width_;
    flow_.place(std::move(rule));
    flow_.space(4 * style::step);
}

std::vector<Row> Layout::facts(const std::vector<document::LabelledValue>& rows, Length x,
                               Length width) {
    Length labels = 0;
    for (const auto& fact : rows)
        labels = std::max(labels,
                          typesetter_.longest_line(typesetter_.set(fact.label, style::body_label)));
    const Length label_width = std::min(labels, width * 55 / 100);
    const Length value_width = width - label_width - fact_gap;
    std::vector<Row> set;
    for (const auto& fact : rows) {
        Row row;
        row.cells.push_back(cell(fact.label, style::body_label, x, label_width));
        row.cells.push_back(cell(fact.value, fact.strong ? style::body_strong : style::body,
                                 x + width - value_width, value_width, document::Align::right));
        set.push_back(std::move(row));
    }
    return set;
}

void Layout::place(const document::AddressAndFacts& block) {
    const Length right = style::column_start(width_, style::right_column);
    std::vector<Row> address;
    if (!block.label.empty())
        address.push_back(row(block.label, style::label, 0, right - 2 * style::gutter));
    bool first = true;
    for (const std::string& line : block.address) {
        address.push_back(
            row(line, first ? style::body_strong : style::body, 0, right - 2 * style::gutter));
        first = false;
    }
    flow_.space(2 * style::step);
    place_beside(std::move(address), facts(block.facts, right, width_ - right));
    flow_.space(3 * style::step);
}

void Layout::place(const document::Heading& heading) {
    const bool main = heading.level <= 1;
    flow_.space(main ? 5 * style::step : 4 * style::step);
    Row heading_row = row(heading.text, main ? style::title : style::section, 0, width_);
    heading_row.below = main ? style::step * 2 : style::step / 2;
    flow_.keep_with_next(std::move(heading_row));
}

void Layout::place(const document::Paragraph& paragraph) {
    Style style = style::body;
    if (paragraph.style == document::ParagraphStyle::strong) style = style::body_strong;
    if (paragraph.style == document::ParagraphStyle::small) style = style::small;
    Row rest = row(paragraph.text, style, 0, width_);
    // A signature does not stand alone on a page: the paragraph before it goes with it.
    const bool before_the_last = next_ != nullptr && next_ == &document_.blocks.back() &&
                                 std::holds_alternative<document::Paragraph>(*next_);
    constexpr std::size_t short_enough = 6;  // lines
    if (before_the_last && rest.cells[0].lines.size() <= short_enough) {
        rest.below = style::step;
        flow_.keep_with_next(std::move(rest));
        return;
    }
    std::vector<Line>& lines = rest.cells[0].lines;
    // No line of a paragraph stands alone at the foot or the head of a page.
    while (!lines.empty()) {
        const auto count = static_cast<Length>(lines.size());
        flow_.need(std::min<Length>(count, 2) * style.leading);
        Length fitting = std::min(count, std::max<Length>(1, flow_.room() / style.leading));
        if (fitting == count - 1 && fitting >= 2) --fitting;
        if (fitting < count && fitting < 2) {
            flow_.need(flow_.room() + 1);
            continue;
        }
        Row part = rest;
        part.cells[0].lines.assign(lines.begin(), lines.begin() + fitting);
        lines.erase(lines.begin(), lines.begin() + fitting);
        flow_.place(std::move(part));
    }
    flow_.space(style::step);
}

std::vector<Row> Layout::totals_rows(const document::Totals& totals) {
    struct Entry {
        Text label, value;
    };
    std::vector<Entry> entries;
    Length labels = 0, values = 0;
    for (const auto& entry : totals.rows) {
        const bool last = &entry == &totals.rows.back();
        const Style value_style = last           ? style::total
                                  : entry.strong ? style::body_strong
                                                 : style::body;
        const Style label_style = last || entry.strong ? value_style : style::body_label;
        entries.push_back(
            {typesetter_.set(entry.label, label_style), typesetter_.set(entry.value, value_style)});
        labels = std::max(labels, typesetter_.longest_line(entries.back().label));
        values = std::max(values, typesetter_.longest_line(entries.back().value));
    }
    // Large sums take columns of the grid from the left, so that no amount is broken.
    int column = style::right_column;
    const auto width_from = [&](int start) { return width_ - style::column_start(width_, start); };
    while (column > 1 &&
           width_from(column) < values + fact_gap + std::min(labels, width_from(column) * 2 / 5))
        --column;
    const Length x = style::column_start(width_, column);
    const Length value_width = std::min(values, (width_ - x) * 3 / 4);
    std::vector<Row> rows;
    for (const Entry& entry : entries) {
        const Length own = std::min(typesetter_.longest_line(entry.value), value_width);
        const Length label_width = width_ - x - own - fact_gap;
        Row row;
        row.cells.push_back({x, label_width, document::Align::left, entry.label.style,
                             typesetter_.wrap(entry.label, label_width)});
        row.cells.push_back({width_ - own, own, document::Align::right, entry.value.style,
                             typesetter_.wrap(entry.value, own)});
        row.above = row.below = points(1.5);
        rows.push_back(std::move(row));
    }
    if (!rows.empty()) {
        rows.back().above = rows.back().below = points(4);
        rows.back().rule_above = {style::thick, style::accent};
        rows.back().rule_x = x;
        rows.back().rule_width = width_ - x;
    }
    return rows;
}

void Layout::place(const document::Totals& totals) {
    flow_.space(style::step);
    flow_.place_together(totals_rows(totals));
    flow_.space(4 * style::step);
}

std::vector<Row> Layout::payment_rows(const document::PaymentBox& box, Length inset) {
    const Length width = width_ - 2 * inset;
    std::vector<Row> rows;
    if (!box.title.empty()) {
        rows.push_back(row(box.title, style::box_title, inset, width));
        rows.back().below = points(3);
    }
    Length labels = 0;
    for (const auto& entry : box.rows)
        labels = std::max(
            labels, typesetter_.longest_line(typesetter_.set(entry.label, style::body_label)));
    // Values start on a column of the grid where the labels leave room for it.
    const Length on_grid = style::column_start(width_, 4) - inset - fact_gap;
    const Length label_width = std::min(std::max(labels, on_grid), width * 4 / 10);
    const Length value_x = inset + label_width + fact_gap;
    for (const auto& entry : box.rows) {
        Row row;
        row.cells.push_back(cell(entry.label, style::body_label, inset, label_width));
        row.cells.push_back(cell(entry.value, entry.strong ? style::body_strong : style::body,
                                 value_x, width_ - inset - value_x));
        row.above = row.below = points(1);
        rows.push_back(std::move(row));
    }
    return rows;
}

void Layout::place(const document::PaymentBox& box) {
    constexpr Length inset = points(14), pad = points(11);
    std::vector<Row> rows = payment_rows(box, inset);
    flow_.space(3 * style::step);
    // One frame where a page holds it, else a frame on each page; none around a row of several
    // pages.
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin;
        Length height = 2 * pad;
        while (end < rows.size() && height + rows[end].height() <= flow_.capacity())
            height += rows[end++].height();
        if (end == begin) {
            flow_.place(std::move(rows[begin++]));
            continue;
        }
        Length y = flow_.take(height);
        flow_.page().fill(style::side_margin, y, width_, height, style::tint);
        flow_.page().frame(style::side_margin, y, width_, height, style::thin, style::accent);
        y += pad;
        for (; begin < end; ++begin) {
            flow_.draw(rows[begin], y);
            y += rows[begin].height();
        }
    }
    flow_.space(3 * style::step);
}

void Layout::place(const document::PageBreak&) { flow_.break_page(); }

// Long legal footers wrap beside the widest page label that can be and grow upwards; those that
// would take much of every page are set once, after the last block.
Length Layout::footer_height() {
    const Length width = size_.width - 2 * style::side_margin;
    const Text label =
        typesetter_.set(page_label(document_.page_label, 888, 888), style::margin_note);
    const Length label_width = typesetter_.longest_line(label);
    if (document_.footer.empty() && document_.page_label.empty()) return millimetres(18);
    const Text footer = typesetter_.set(document_.footer, style::margin_note);
    footer_ =
        typesetter_.wrap(footer, std::max(width - label_width - 2 * style::gutter, width / 2));
    constexpr std::size_t most_lines = 10;
    footer_at_end_ = footer_.size() > most_lines;
    if (footer_at_end_) footer_.assign(1, Line{});
    const auto more = static_cast<Length>(footer_.size()) - 1;
    return footer_baseline + more * style::margin_note.leading + millimetres(10);
}

void Layout::add_running_head(Page& page) {
    const Text name = typesetter_.set(document_.title, style::margin_note);
    const Text sender_name = typesetter_.set(document_.author, style::margin_note);
    const std::vector<Line> lines = typesetter_.wrap(name, width_);
    page.text(style::side_margin, running_head, typesetter_.glyphs(lines.front()),
              style::margin_note);
    const std::vector<Line> senders =
        typesetter_.wrap(sender_name, width_ - lines.front().width - 2 * style::gutter);
    if (lines.size() == 1 && senders.size() == 1)
        page.text(style::side_margin + width_ - senders.front().width, running_head,
                  typesetter_.glyphs(senders.front()), style::margin_note);
    page.rule(style::side_margin, running_head + style::step, width_, style::thin, style::hairline);
}

void Layout::add_margins(std::vector<Page>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Page& page = pages[i];
        if (i > 0) add_running_head(page);
        const bool numbered = pages.size() > 1 && !document_.page_label.empty();
        if (!numbered && (document_.footer.empty() || footer_at_end_)) continue;
        const auto more = static_cast<Length>(footer_.size()) - 1;
        Length baseline = size_.height - footer_baseline - more * style::margin_note.leading;
        page.rule(style::side_margin, baseline - points(13), width_, style::thin, style::hairline);
        if (numbered) {
            const std::string label = page_label(document_.page_label, i + 1, pages.size());
            const Text text = typesetter_.set(label, style::margin_note);
            page.text(style::side_margin + width_ - typesetter_.longest_line(text), baseline,
                      typesetter_.glyphs(text), style::margin_note);
        }
        for (const Line& line : footer_) {
            page.text(style::side_margin, baseline, typesetter_.glyphs(line), style::margin_note);
            baseline += style::margin_note.leading;
        }
    }
}

}  // namespace kvit::pdf
