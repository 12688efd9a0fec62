#pragma once

#include "kvit/document/document.h"

#include <string>

namespace kvit::html {

// Bars as inline SVG, with every value and label as text in it; nothing where there are no bars.
void append_chart(const document::Chart& chart, std::string& out);

}  // namespace kvit::html
