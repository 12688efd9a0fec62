#pragma once
// What a reader of a PDF file sees, told by poppler-utils (a declared test dependency).

#include <string>
#include <string_view>
#include <vector>

namespace kvit::poppler {

// The text of each page, as `pdftotext -layout` finds it; standard error of the tool is part of it,
// so that a damaged file is noticed.
std::vector<std::string> pages(std::string_view pdf);

struct Word {
    int page = 0;  // from 1
    double left = 0, top = 0, right = 0, bottom = 0;
    std::string text;
};
struct Geometry {
    std::vector<double> page_widths, page_heights;
    std::vector<Word> words;
};
Geometry geometry(std::string_view pdf);

std::string fonts(std::string_view pdf);  // the output of pdffonts

// Blank-separated words, sorted; no-break spaces separate too.
std::vector<std::string> sorted_words(const std::string& text);

}  // namespace kvit::poppler
