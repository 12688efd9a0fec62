// Tables: a head on every page, whole rows, sums kept with what they sum up.

#include "adapters/pdf/columns.h"
#include "adapters/pdf/layout.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

namespace kvit::pdf {
namespace {

using document::Align;
using document::Table;

// The texts of a table, set in one scale, and how wide its columns want to be.
struct SetTable {
    std::vector<Text> titles;
    std::vector<std::vector<Text>> rows;
    std::vector<ColumnNeed> needs;
    Length gap = 0;
};

struct Scale {
    Style text, strong, head;
};

Scale scale_of(double size, double leading) {
    return {{Weight::regular, points(size), points(leading), style::ink},
            {Weight::bold, points(size), points(leading), style::ink},
            {Weight::bold, points(size - 1), points(leading - 1.5), style::accent}};
}

SetTable set_table(const Table& table, const Scale& scale, Typesetter& typesetter) {
    SetTable set;
    for (const document::Column& column : table.columns) {
        set.titles.push_back(typesetter.set(column.title, scale.head));
        set.needs.push_back({column.weight, 0, 0});
    }
    for (const document::TableRow& row : table.rows) {
        std::vector<Text>& texts = set.rows.emplace_back();
        for (std::size_t c = 0; c < table.columns.size() && c < row.cells.size(); ++c) {
            const Text text = typesetter.set(row.cells[c], row.strong ? scale.strong : scale.text);
            ColumnNeed& need = set.needs[c];
            need.least = std::max(need.least, typesetter.longest_word(text));
            need.wanted = std::max(need.wanted, typesetter.longest_line(text));
            texts.push_back(text);
        }
    }
    // Without a column that takes the rest, the first of text does: a table is as wide as the page.
    const auto has_weight = [](const ColumnNeed& need) { return need.weight > 0; };
    if (std::none_of(set.needs.begin(), set.needs.end(), has_weight))
        for (std::size_t c = 0; c < set.needs.size(); ++c)
            if (table.columns[c].align == Align::left) {
                set.needs[c].weight = 1;
                break;
            }
    return set;
}

// Roomy: titles on one line, wide gaps. Narrow: titles on two lines at most.
enum class Spacing { roomy, narrow };

// Adds the titles' needs; false where the columns would not have the room they should.
bool space_out(SetTable& set, Spacing spacing, Length available, const Typesetter& typesetter) {
    const bool roomy = spacing == Spacing::roomy;
    const Length size = set.titles.front().style.size;
    set.gap = roomy ? 9 * size / 4 : 3 * size / 2;
    const Length readable = roomy ? available * 9 / 20 : millimetres(32);
    std::int64_t width = set.gap * (static_cast<std::int64_t>(set.needs.size()) - 1);
    for (std::size_t c = 0; c < set.needs.size(); ++c) {
        ColumnNeed& need = set.needs[c];
        const Text& title = set.titles[c];
        need.least = std::max(need.least, typesetter.longest_word(title));
        const Length wanted = roomy ? typesetter.longest_line(title) : typesetter.two_lines(title);
        need.wanted = std::max({need.wanted, need.least, wanted});
        // A word that fills half the table is cut rather than obeyed.
        need.least = std::min(need.least, available * 2 / 5);
        width +=
            need.weight > 0 ? std::max(need.least, std::min(need.wanted, readable)) : need.wanted;
    }
    return width <= available;
}

// The largest type in which the table has room.
SetTable set_to_fit(const Table& table, Length available, Typesetter& typesetter) {
    const SetTable usual = set_table(table, scale_of(9, 12), typesetter);
    SetTable set = usual;
    if (space_out(set, Spacing::roomy, available, typesetter)) return set;
    set = usual;
    if (space_out(set, Spacing::narrow, available, typesetter)) return set;
    for (const Scale& smaller : {scale_of(8, 11), scale_of(7, 9.5)}) {
        set = set_table(table, smaller, typesetter);
        if (space_out(set, Spacing::narrow, available, typesetter)) break;
    }
    return set;
}

std::vector<Row> rows_of(const SetTable& set, const Table& table, Length available,
                         const Typesetter& typesetter) {
    const auto gaps = static_cast<Length>(std::max<std::size_t>(set.needs.size(), 1) - 1);
    const std::vector<Length> widths = column_widths(set.needs, available - set.gap * gaps);
    const auto row_of = [&](const std::vector<Text>& texts) {
        Row row;
        Length x = 0;
        for (std::size_t c = 0; c < texts.size(); ++c) {
            row.cells.push_back({x, widths[c], table.columns[c].align, texts[c].style,
                                 typesetter.wrap(texts[c], widths[c])});
            x += widths[c] + set.gap;
        }
        row.rule_width = available;
        return row;
    };
    std::vector<Row> rows{row_of(set.titles)};
    for (const std::vector<Text>& texts : set.rows) rows.push_back(row_of(texts));
    return rows;
}

// Short titles stand on the rule, beside the last line of long ones.
void align_to_foot(Row& head) {
    std::size_t most = 1;
    for (const Cell& cell : head.cells) most = std::max(most, cell.lines.size());
    for (Cell& cell : head.cells)
        cell.lines.insert(cell.lines.begin(), most - cell.lines.size(), Line{});
}

void add_rules(const Table& table, std::vector<Row>& rows) {
    align_to_foot(rows[0]);
    rows[0].below = points(4);
    rows[0].rule_below = {style::thick, style::accent};
    for (std::size_t r = 1; r < rows.size(); ++r) {
        rows[r].above = points(4);
        rows[r].below = points(3.5);
        rows[r].rule_below = {style::thin, style::hairline};
        const bool sums_up = table.rows[r - 1].strong && r > 1 && !table.rows[r - 2].strong;
        if (sums_up) rows[r - 1].rule_below = {style::thin, style::accent};
    }
}

}  // namespace

void Layout::place(const Table& table) {
    if (table.columns.empty()) return;
    const SetTable set = set_to_fit(table, width_, typesetter_);
    std::vector<Row> rows = rows_of(set, table, width_, typesetter_);
    add_rules(table, rows);

    flow_.space(2 * style::step);
    if (!table.title.empty()) {
        Row heading = row(table.title, style::section, 0, width_);
        heading.below = style::step;
        flow_.keep_with_next(std::move(heading));
    }
    // What must stand on one page from row r on: the row, the sums below it, and below the last the
    // totals.
    const auto* totals = next_ ? std::get_if<document::Totals>(next_) : nullptr;
    constexpr Length space_below = 2 * style::step;
    const Length tail = totals ? height_of(totals_rows(*totals)) + space_below : 0;
    std::vector<Length> together(rows.size() + 1, tail);
    for (std::size_t r = rows.size(); r-- > 1;) {
        const bool holds_next = r + 1 == rows.size() || table.rows[r].strong;
        together[r] = rows[r].height() + (holds_next ? together[r + 1] : 0);
    }
    const auto held = [&](std::size_t r) {
        return together[r] <= flow_.capacity() ? together[r] : rows[r].height();
    };
    if (rows.size() > 1) flow_.need(rows[0].height() + held(1));
    if (rows[0].height() < flow_.capacity() / 3)
        flow_.repeat(rows[0]);
    else
        flow_.place(rows[0]);
    for (std::size_t r = 1; r < rows.size(); ++r) {
        if (r > 1) flow_.need(held(r));
        flow_.place(std::move(rows[r]));
    }
    flow_.stop_repeating();
    flow_.space(space_below);
}

}  // namespace kvit::pdf
