#include "adapters/pdf/flow.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace kvit::pdf {
namespace {

// Capitals of a line stand in the middle of its leading.
Length baseline_within(const Style& style) {
    constexpr Length cap_height_per_mille = 720;
    return (style.leading + style.size * cap_height_per_mille / 1000) / 2;
}

Length longest_baseline(const std::vector<Cell>& cells) {
    Length baseline = 0;
    for (const Cell& cell : cells) baseline = std::max(baseline, baseline_within(cell.style));
    return baseline;
}

// Moves as many lines as `room` holds from the row into a row of its own.
Row take_lines(Row& row, Length room) {
    Row part = row;
    part.rule_below = {};
    part.below = 0;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const Length leading = row.cells[c].style.leading;
        const Length slack = longest_baseline(row.cells) - baseline_within(row.cells[c].style);
        const auto fitting =
            static_cast<std::size_t>(std::max<Length>(1, (room - row.above - slack) / leading));
        std::vector<Line>& left = row.cells[c].lines;
        const auto count = static_cast<std::ptrdiff_t>(std::min(fitting, left.size()));
        part.cells[c].lines.assign(left.begin(), left.begin() + count);
        left.erase(left.begin(), left.begin() + count);
    }
    row.rule_above = {};
    return part;
}

bool has_lines(const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return !cell.lines.empty(); });
}

}  // namespace

Length Row::first_baseline() const { return above + longest_baseline(cells); }

Length Row::height() const {
    const Length baseline = longest_baseline(cells);
    Length content = 0;
    for (const Cell& cell : cells) {
        const auto lines = static_cast<Length>(cell.lines.size());
        content =
            std::max(content, baseline - baseline_within(cell.style) + lines * cell.style.leading);
    }
    return above + content + below;
}

Length height_of(const std::vector<Row>& rows) {
    Length height = 0;
    for (const Row& row : rows) height += row.height();
    return height;
}

Flow::Flow(const Typesetter& typesetter, PageSize size, Length footer)
    : typesetter_(typesetter), size_(size), bottom_(size.height - footer), y_(first_page_top) {
    pages_.emplace_back(size);
}

Length Flow::capacity() const { return bottom_ - next_page_top - (head_ ? head_->height() : 0); }

void Flow::space(Length height) { gap_ = std::max(gap_, height); }

void Flow::keep_with_next(Row row) {
    const Length most = (capacity() + kept_height()) / 3;
    if (!kept_.empty() && kept_height() + row.height() > most) take(0);
    if (row.height() > most)
        place(std::move(row));
    else
        kept_.push_back(std::move(row));
}

void Flow::repeat(Row head) {
    draw(head, take(head.height()));
    head_ = std::move(head);
}

void Flow::new_page() {
    pages_.emplace_back(size_);
    y_ = next_page_top;
    at_top_ = true;
    gap_ = 0;
    if (head_) {
        draw(*head_, y_);
        y_ += head_->height();
    }
}

void Flow::break_page() {
    if (!kept_.empty()) take(0);
    if (!at_top_) new_page();
}

Length Flow::room() const { return bottom_ - y_ - (at_top_ ? 0 : gap_) - kept_height(); }

void Flow::need(Length height) {
    if (!at_top_ && height > room()) new_page();
}

Length Flow::take(Length height) {
    need(height);
    if (!at_top_) y_ += gap_;
    gap_ = 0;
    for (const Row& row : std::exchange(kept_, {})) {
        draw(row, y_);
        y_ += row.height();
    }
    at_top_ = false;
    const Length y = y_;
    y_ += height;
    return y;
}

void Flow::draw(const Row& row, Length y) {
    const Length x = style::side_margin + row.rule_x;
    if (row.rule_above.thickness > 0)
        page().rule(x, y, row.rule_width, row.rule_above.thickness, row.rule_above.color);
    for (const Cell& cell : row.cells) {
        Length baseline = y + row.first_baseline();
        for (const Line& line : cell.lines) {
            const bool right = cell.align == document::Align::right;
            const Length indent = right ? cell.width - line.width : 0;
            page().text(style::side_margin + cell.x + indent, baseline, typesetter_.glyphs(line),
                        cell.style);
            baseline += cell.style.leading;
        }
    }
    if (row.rule_below.thickness > 0)
        page().rule(x, y + row.height(), row.rule_width, row.rule_below.thickness,
                    row.rule_below.color);
}

void Flow::place(Row row) {
    while (row.height() > capacity()) {
        const Length least = row.first_baseline() + points(20);
        need(least);
        const Row part = take_lines(row, room());
        draw(part, take(part.height()));
        if (!has_lines(row)) return;
        new_page();
    }
    draw(row, take(row.height()));
}

void Flow::place_together(std::vector<Row> rows) {
    const Length height = height_of(rows);
    if (height <= capacity()) need(height);
    for (Row& row : rows) place(std::move(row));
}

std::vector<Page> Flow::finish() {
    if (!kept_.empty()) take(0);
    return std::move(pages_);
}

}  // namespace kvit::pdf
