#include "adapters/text/text_table.h"

#include "adapters/text/utf8.h"
#include "adapters/text/wrap.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <vector>

namespace kvit::text {
namespace {

using document::Align;
using document::Table;

constexpr int gap = 2;
constexpr std::string_view bold = "\033[1m", plain = "\033[0m";

using Cells = std::vector<std::string>;  // printable, one per column

Cells cells_for(const Table& table, const std::vector<std::string>& texts) {
    Cells cells(table.columns.size());
    for (std::size_t c = 0; c < cells.size() && c < texts.size(); ++c)
        cells[c] = printable(texts[c]);
    return cells;
}

struct Widths {
    std::vector<int> wanted, least;  // widest line and widest word of each column
};

Widths measure(const std::vector<Cells>& rows, std::size_t columns) {
    Widths widths{std::vector<int>(columns), std::vector<int>(columns)};
    for (const Cells& row : rows)
        for (std::size_t c = 0; c < columns; ++c) {
            widths.wanted[c] = std::max(widths.wanted[c], longest_line(row[c]));
            widths.least[c] = std::max(widths.least[c], longest_word(row[c]));
        }
    return widths;
}

// Takes cells from the widest column that may give, one at a time, until the excess is gone.
template <class May>
void shrink(std::vector<int>& widths, int& excess, May may_give) {
    while (excess > 0) {
        std::size_t widest = widths.size();
        for (std::size_t c = 0; c < widths.size(); ++c)
            if (may_give(c) && (widest == widths.size() || widths[c] > widths[widest])) widest = c;
        if (widest == widths.size()) return;
        --widths[widest];
        --excess;
    }
}

std::vector<int> fit(const Table& table, const Widths& measured, int width) {
    std::vector<int> widths = measured.wanted;
    if (width <= 0) return widths;
    const int gaps = gap * (static_cast<int>(widths.size()) - 1);
    int excess = std::accumulate(widths.begin(), widths.end(), gaps) - width;
    const auto& least = measured.least;
    shrink(widths, excess,
           [&](std::size_t c) { return table.columns[c].weight > 0 && widths[c] > least[c]; });
    shrink(widths, excess, [&](std::size_t c) { return widths[c] > least[c]; });
    shrink(widths, excess, [&](std::size_t c) { return widths[c] > 1; });
    return widths;
}

std::string pad(std::string_view text, int width, Align align) {
    const std::string blanks(static_cast<std::size_t>(std::max(0, width - cells_of(text))), ' ');
    return align == Align::right ? blanks + std::string(text) : std::string(text) + blanks;
}

void append_trimmed(std::string& out, std::string line, bool strong) {
    line.erase(line.find_last_not_of(' ') + 1);
    if (strong && !line.empty()) line = std::string(bold) + line + std::string(plain);
    out += line + '\n';
}

void append_row(std::string& out, const Table& table, const Cells& row,
                const std::vector<int>& widths, bool strong) {
    std::vector<std::vector<std::string>> wrapped(row.size());
    std::size_t lines = 1;
    for (std::size_t c = 0; c < row.size(); ++c) {
        wrapped[c] = wrap(row[c], widths[c]);
        lines = std::max(lines, wrapped[c].size());
    }
    for (std::size_t i = 0; i < lines; ++i) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c > 0) line.append(gap, ' ');
            line +=
                pad(i < wrapped[c].size() ? wrapped[c][i] : "", widths[c], table.columns[c].align);
        }
        append_trimmed(out, line, strong);
    }
}

}  // namespace

std::string render_table(const Table& table, int width, bool color) {
    std::vector<std::string> titles;
    for (const document::Column& column : table.columns) titles.push_back(column.title);
    std::vector<Cells> rows{cells_for(table, titles)};
    for (const document::TableRow& row : table.rows) rows.push_back(cells_for(table, row.cells));

    const std::vector<int> widths = fit(table, measure(rows, table.columns.size()), width);
    int total = gap * std::max(0, static_cast<int>(widths.size()) - 1);
    total = std::accumulate(widths.begin(), widths.end(), total);
    std::string rule;
    for (int i = 0; i < total; ++i) rule += "─";

    std::string out;
    if (!table.title.empty())
        for (const std::string& line : wrap(printable(table.title), width))
            append_trimmed(out, line, color);
    append_row(out, table, rows[0], widths, color);
    out += rule + '\n';
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const bool strong = table.rows[r].strong;
        if (strong && r > 0 && !table.rows[r - 1].strong) out += rule + '\n';
        append_row(out, table, rows[r + 1], widths, strong && color);
    }
    return out;
}

}  // namespace kvit::text
