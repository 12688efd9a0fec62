#pragma once
// Pages as drawn, and the file made of them. Positions are from the upper left corner, downwards;
// text stands on its baseline. Only haru_file.cpp knows the PDF library.

#include "adapters/pdf/geometry.h"
#include "adapters/pdf/typeface.h"
#include "adapters/pdf/typesetter.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::pdf {

struct PageSize {
    Length width, height;
};
inline constexpr PageSize a4{millimetres(210), millimetres(297)};
inline constexpr PageSize a4_landscape{millimetres(297), millimetres(210)};

class Page {
  public:
    explicit Page(PageSize size) : size_(size) {}

    void text(Length x, Length baseline, std::span<const Glyph> glyphs, const Style& style);
    void rule(Length x, Length y, Length width, Length thickness, Color color);
    void fill(Length x, Length y, Length width, Length height, Color color);
    void frame(Length x, Length y, Length width, Length height, Length thickness, Color color);

    PageSize size() const { return size_; }
    const std::string& content() const { return content_; }

  private:
    void number(Length value);
    void ink(Color color);
    void rectangle(Length x, Length y, Length width, Length height);

    PageSize size_;
    std::string content_;
    bool inked_ = false;
    Color ink_{};
};

struct FileFacts {
    std::string_view title, author, language;  // language: "pl"
};

// A whole PDF file: no date, no identifier, the same bytes for the same pages. `fonts` by face;
// nullptr: not used on any page.
using Fonts = std::array<const FontProgram*, 3>;
std::string write_file(const FileFacts& facts, std::span<const Page> pages, const Fonts& fonts);

}  // namespace kvit::pdf
