#pragma once
// Rows of text flowing down pages. A row is texts side by side on one baseline: a table's row, a
// label with its value, a paragraph's lines. Blocks are laid out as rows; this decides where pages
// end.

#include "adapters/pdf/page.h"
#include "adapters/pdf/style.h"
#include "kvit/document/document.h"

#include <optional>
#include <vector>

namespace kvit::pdf {

struct Cell {
    Length x = 0, width = 0;  // from the left margin
    document::Align align = document::Align::left;
    Style style;
    std::vector<Line> lines;
};

struct Stroke {
    Length thickness = 0;  // 0: none
    Color color;
};

struct Row {
    std::vector<Cell> cells;
    Length above = 0, below = 0;  // blank space
    Stroke rule_above, rule_below;
    Length rule_x = 0, rule_width = 0;

    Length first_baseline() const;  // from the row's upper edge
    Length height() const;
};

Length height_of(const std::vector<Row>& rows);

class Flow {
  public:
    // `footer` is left free at the bottom of every page.
    Flow(const Typesetter& typesetter, PageSize size, Length footer);

    Length width() const { return size_.width - 2 * style::side_margin; }
    // What fits on a page of its own, below a repeated head and what is kept.
    Length capacity() const;

    // At least so much space before what comes next, unless that starts a page.
    void space(Length height);
    // Stands right above what comes next, on the same page; at most a third of a page is kept.
    void keep_with_next(Row row);
    // Drawn on this page and at the top of each further one, until cleared.
    void repeat(Row head);
    void stop_repeating() { head_.reset(); }

    // What comes next begins a page; nothing happens at the head of one.
    void break_page();
    // Starts a page unless so much fits on this one.
    void need(Length height);
    // Takes so much of a page, after the space asked for and what is kept; returns its upper edge.
    Length take(Length height);
    void draw(const Row& row, Length y);
    // Takes the height of a row and draws it; one that is taller than a page is split between
    // lines.
    void place(Row row);
    // All on one page where a page is high enough.
    void place_together(std::vector<Row> rows);

    // Room left on this page for lines after the space asked for and what is kept.
    Length room() const;
    Page& page() { return pages_.back(); }
    std::vector<Page> finish();

  private:
    void new_page();
    Length kept_height() const { return height_of(kept_); }

    const Typesetter& typesetter_;
    PageSize size_;
    Length bottom_;
    Length y_ = 0, gap_ = 0;
    bool at_top_ = true;
    std::vector<Row> kept_;
    std::optional<Row> head_;
    std::vector<Page> pages_;
};

inline constexpr Length first_page_top = millimetres(18);
inline constexpr Length next_page_top = millimetres(23);
inline constexpr Length running_head = millimetres(14);     // baseline
inline constexpr Length footer_baseline = millimetres(13);  // of its last line, from the bottom

}  // namespace kvit::pdf
