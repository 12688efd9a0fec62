#pragma once
// A document's blocks as drawn pages.

#include "adapters/pdf/flow.h"
#include "adapters/pdf/page.h"
#include "adapters/pdf/typesetter.h"
#include "kvit/document/document.h"

#include <string_view>
#include <vector>

namespace kvit::pdf {

class Layout {
  public:
    // typesetter.begin() was called for this document.
    Layout(const document::Document& document, Typesetter& typesetter);
    std::vector<Page> pages();

  private:
    void place(const document::Letterhead& head);
    void place(const document::AddressAndFacts& block);
    void place(const document::Heading& heading);
    void place(const document::Paragraph& paragraph);
    void place(const document::Table& table);
    void place(const document::Totals& totals);
    void place(const document::PaymentBox& box);
    void place(const document::Chart& chart);
    void place(const document::PageBreak& page_break);

    // One text across `width` from `x`.
    Cell cell(std::string_view text, const Style& style, Length x, Length width,
              document::Align align = document::Align::left);
    Row row(std::string_view text, const Style& style, Length x, Length width);
    // Label left and value right of each, in a column from `x`.
    std::vector<Row> facts(const std::vector<document::LabelledValue>& rows, Length x,
                           Length width);
    std::vector<Row> totals_rows(const document::Totals& totals);
    std::vector<Row> payment_rows(const document::PaymentBox& box, Length inset);
    void draw_bars(const document::Chart& chart, Length top);
    // The first line of a text in the middle of `width` from `x`.
    void centred(std::string_view text, const Style& style, Length x, Length width,
                 Length baseline);
    // Side by side from one height where a page holds them, else one after the other.
    void place_beside(std::vector<Row> left, std::vector<Row> right);

    Length footer_height();
    void add_margins(std::vector<Page>& pages);
    void add_running_head(Page& page);

    const document::Document& document_;
    Typesetter& typesetter_;
    PageSize size_;
    std::vector<Line> footer_;
    bool footer_at_end_ = false;
    Flow flow_;
    Length width_;
    const document::Block* next_ = nullptr;  // after the one being placed
};

}  // namespace kvit::pdf
