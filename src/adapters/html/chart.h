#pragma once

#include "kvit/document/document.h"

#include <string>

namespace kvit::html {

// Bars as inline SVG, with every value and label as text in it; nothing where there are no bars. A
// wide one scrolls by itself. `number` is the chart's own in the page.
void append_chart(const document::Chart& chart, int number, std::string& out);

}  // namespace kvit::html
