#include "adapters/html/chart.h"

#include "adapters/html/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace kvit::html {
namespace {

using document::ChartBar;

// In units of the drawing.
constexpr int pitch = 68, bar_width = 30, plot_height = 96, line_height = 14;
constexpr int least_span = 7;  // a day or two is no tower

int most(const document::Chart& chart, int sign) {
    int largest = 0;
    for (const ChartBar& bar : chart.bars) largest = std::max(largest, sign * bar.value);
    return largest;
}

// What a screen reader says instead of the drawing.
std::string spoken(const document::Chart& chart) {
    std::string text;
    for (const ChartBar& bar : chart.bars)
        text += fmt::format("{}{} {}", text.empty() ? "" : "; ", bar.label, bar.value);
    return text;
}

// The drawing's name and description: where there is no title, the values are its name.
void open_svg(const document::Chart& chart, int number, int width, int height, std::string& out) {
    const std::string values = escape(spoken(chart));
    const std::string title = chart.title.empty() ? values : escape(chart.title);
    fmt::format_to(std::back_inserter(out),
                   "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{2}\">\n"
                   "<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
                   "aria-labelledby=\"chart-{3}\" aria-describedby=\"values-{3}\" "
                   "text-anchor=\"middle\">\n"
                   "<title id=\"chart-{3}\">{2}</title>\n<desc id=\"values-{3}\">{4}</desc>\n",
                   width, height, title, number, values);
}

}  // namespace

void append_chart(const document::Chart& chart, int number, std::string& out) {
    if (chart.bars.empty()) return;
    const int above = most(chart, 1), below = most(chart, -1);
    const int unit_total = std::max(least_span, above + below);
    const auto height = [&](int value) { return plot_height * std::abs(value) / unit_total; };
    const int zero = line_height + height(above);
    const int labels = zero + height(below) + (below > 0 ? line_height : 0) + line_height;
    const int width = pitch * static_cast<int>(chart.bars.size());
    out += "<figure>\n";
    if (!chart.title.empty()) out += "<figcaption>" + escape_lines(chart.title) + "</figcaption>\n";
    open_svg(chart, number, width, labels + line_height / 2, out);
    int middle = pitch / 2;
    for (const ChartBar& bar : chart.bars) {
        const int upper = bar.value >= 0 ? zero - height(bar.value) : zero;
        const int value_at =
            bar.value >= 0 ? upper - 4 : upper + height(bar.value) + line_height - 3;
        fmt::format_to(std::back_inserter(out),
                       "<rect class=\"bar{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>"
                       "<text class=\"value\" x=\"{}\" y=\"{}\">{}</text>"
                       "<text x=\"{}\" y=\"{}\">{}</text>\n",
                       bar.hollow ? " hollow" : "", middle - bar_width / 2, upper, bar_width,
                       height(bar.value), middle, value_at, bar.value, middle, labels,
                       escape(bar.label));
        middle += pitch;
    }
    fmt::format_to(
        std::back_inserter(out),
        "<line class=\"zero\" x1=\"0\" y1=\"{0}\" x2=\"{1}\" y2=\"{0}\"/>\n</svg>\n</div>\n", zero,
        width);
    if (!chart.note.empty()) out += "<p class=\"small\">" + escape_lines(chart.note) + "</p>\n";
    out += "</figure>\n";
}

}  // namespace kvit::html
