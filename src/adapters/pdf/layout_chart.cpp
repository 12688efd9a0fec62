// Bars from a line of zero, each with its value and label: read without colour.

#include "adapters/pdf/layout.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace kvit::pdf {
namespace {

using document::Chart;
using document::ChartBar;

constexpr Style value_style{Weight::bold, points(7.5), points(11), style::ink};
constexpr Style label_style{Weight::regular, points(6.5), points(9), style::muted};
constexpr Length plot_height = millimetres(24);
constexpr int least_span = 7;  // a day or two is no tower
constexpr Length widest_pitch = millimetres(16);

struct Scale {
    int above = 0, below = 0;  // the largest value over zero, and under it
    Length unit = 0;

    explicit Scale(const std::vector<ChartBar>& bars) {
        for (const ChartBar& bar : bars) {
            above = std::max(above, bar.value);
            below = std::max(below, -bar.value);
        }
        unit = plot_height / std::max(least_span, above + below);
    }
    Length height(int value) const { return unit * std::abs(value); }
    // Down from the chart's upper edge.
    Length zero() const { return value_style.leading + height(above); }
    Length labels() const {  // their baseline
        return zero() + height(below) + (below > 0 ? value_style.leading : 0) + label_style.leading;
    }
};

}  // namespace

void Layout::centred(std::string_view text, const Style& style, Length x, Length width,
                     Length baseline) {
    const std::vector<Line> lines = typesetter_.wrap(typesetter_.set(text, style), width);
    if (lines.empty()) return;
    const Line& line = lines.front();
    flow_.page().text(style::side_margin + x + (width - line.width) / 2, baseline,
                      typesetter_.glyphs(line), style);
}

void Layout::draw_bars(const Chart& chart, Length top) {
    const Scale scale(chart.bars);
    const auto count = static_cast<Length>(chart.bars.size());
    const Length pitch = std::min(widest_pitch, width_ / count);
    const Length bar_width = pitch / 2;
    const Length zero = top + scale.zero();
    const Length labels = top + scale.labels();
    Page& page = flow_.page();
    Length x = 0;
    for (const ChartBar& bar : chart.bars) {
        const Length height = scale.height(bar.value);
        const Length left = style::side_margin + x + (pitch - bar_width) / 2;
        const Length upper = bar.value >= 0 ? zero - height : zero;
        if (bar.hollow)
            page.frame(left, upper, bar_width, height, style::thick, style::accent);
        else
            page.fill(left, upper, bar_width, height, style::accent);
        const Length beside =
            bar.value >= 0 ? upper - points(2.5) : upper + height + value_style.size;
        centred(std::to_string(bar.value), value_style, x, pitch, beside);
        centred(bar.label, label_style, x, pitch, labels);
        x += pitch;
    }
    page.rule(style::side_margin, zero, pitch * count, style::thin, style::ink);
}

void Layout::place(const Chart& chart) {
    if (chart.bars.empty()) return;
    flow_.space(2 * style::step);
    if (!chart.title.empty()) {
        Row heading = row(chart.title, style::body_strong, 0, width_);
        heading.below = style::step / 2;
        flow_.keep_with_next(std::move(heading));
    }
    const Length drawn = Scale(chart.bars).labels() + label_style.leading;
    Row note;
    if (!chart.note.empty()) note = row(chart.note, style::small, 0, width_);
    const Length top = flow_.take(drawn + note.height());
    draw_bars(chart, top);
    flow_.draw(note, top + drawn);
    flow_.space(2 * style::step);
}

}  // namespace kvit::pdf
