#include "adapters/text/text_table.h"
#include "adapters/text/utf8.h"
#include "adapters/text/wrap.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kvit::text {
namespace {

using document::LabelledValue;

std::string one_line(std::string_view text) {
    std::string line = printable(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

class Writer {
  public:
    Writer(int width, bool color) : width_(width), color_(color) {}

    void operator()(const document::Letterhead& head) {
        lines(head.name, true);
        for (const std::string& detail : head.details) lines(detail, false);
    }

    void operator()(const document::AddressAndFacts& block) {
        if (!block.label.empty()) lines(block.label, false);
        for (const std::string& line : block.address) lines(line, false, 2);
        if (!block.facts.empty() && !(block.address.empty() && block.label.empty())) out_ += '\n';
        pairs(block.facts, 0);
    }

    void operator()(const document::Heading& heading) {
        lines(heading.text, true);
        const int longest = longest_line(printable(heading.text));
        const int underline = width_ > 0 ? std::min(longest, width_) : longest;
        out_.append(static_cast<std::size_t>(underline), heading.level <= 1 ? '=' : '-');
        out_ += '\n';
    }

    void operator()(const document::Paragraph& paragraph) {
        lines(paragraph.text, paragraph.style == document::ParagraphStyle::strong);
    }

    void operator()(const document::Table& table) { out_ += render_table(table, width_, color_); }

    void operator()(const document::Totals& totals) {
        int label = 0, value = 0;
        for (const LabelledValue& row : totals.rows) {
            label = std::max(label, cells_of(one_line(row.label)));
            value = std::max(value, cells_of(one_line(row.value)));
        }
        if (width_ > 0 && label + 2 + value > width_) return pairs(totals.rows, 0);
        for (const LabelledValue& row : totals.rows) {
            const std::string shown = one_line(row.value);
            const auto blanks = static_cast<std::size_t>(value - cells_of(shown));
            std::string line = one_line(row.label);
            line.append(static_cast<std::size_t>(label - cells_of(line)) + 2 + blanks, ' ');
            put(line + shown, row.strong);
        }
    }

    void operator()(const document::PaymentBox& box) {
        lines(box.title, true);
        pairs(box.rows, 2);
    }

    // A line for each bar: its label, its value and so many blocks; light ones where it is not
    // final, arrows where it lies below zero.
    void operator()(const document::Chart& chart) {
        if (!chart.title.empty()) lines(chart.title, true);
        int labels = 0, values = 0, largest = 1;
        for (const document::ChartBar& bar : chart.bars) {
            labels = std::max(labels, cells_of(one_line(bar.label)));
            values = std::max(values, static_cast<int>(std::to_string(bar.value).size()));
            largest = std::max(largest, std::abs(bar.value));
        }
        constexpr int usual = 40;
        const int room = width_ > 0 ? std::clamp(width_ - labels - values - 4, 1, usual) : usual;
        const int full = std::min(largest, room);
        for (const document::ChartBar& bar : chart.bars) {
            std::string line = one_line(bar.label);
            const std::string value = std::to_string(bar.value);
            const int blanks =
                labels - cells_of(line) + 2 + values - static_cast<int>(value.size());
            line.append(static_cast<std::size_t>(blanks), ' ');
            line += value + "  ";
            const int blocks = (std::abs(bar.value) * full + largest / 2) / largest;
            for (int i = 0; i < blocks; ++i) line += bar.value < 0 ? "<" : bar.hollow ? "░" : "█";
            put(line, false);
        }
        if (!chart.note.empty()) lines(chart.note, false);
    }

    void operator()(const document::PageBreak&) {
        constexpr int usual = 72;
        for (int i = 0; i < (width_ > 0 ? std::min(width_, usual) : usual); ++i) out_ += "─";
        out_ += '\n';
    }

    void gap() {
        if (!out_.empty()) out_ += '\n';
    }

    void footer(std::string_view text) {
        if (text.empty()) return;
        gap();
        lines(text, false);
    }

    std::string take() { return std::move(out_); }

  private:
    void put(std::string line, bool strong) {
        line.erase(line.find_last_not_of(' ') + 1);
        if (strong && color_ && !line.empty()) line = "\033[1m" + line + "\033[0m";
        out_ += line + '\n';
    }

    void lines(std::string_view text, bool strong, int indent = 0) {
        const int width = width_ > 0 ? std::max(1, width_ - indent) : 0;
        for (const std::string& line : wrap(printable(text), width))
            put(std::string(static_cast<std::size_t>(indent), ' ') + line, strong);
    }

    // "label  value" with the values below each other; long ones of both are wrapped.
    void pairs(const std::vector<LabelledValue>& rows, int indent) {
        int labels = 0;
        for (const LabelledValue& row : rows)
            labels = std::max(labels, cells_of(one_line(row.label)));
        if (width_ > 0) labels = std::min(labels, std::max(1, (width_ - indent) * 2 / 5));
        const int value_at = indent + labels + 2;
        const int values = width_ > 0 ? std::max(1, width_ - value_at) : 0;
        for (const LabelledValue& row : rows) {
            const std::vector<std::string> left = wrap(one_line(row.label), labels);
            const std::vector<std::string> right = wrap(printable(row.value), values);
            for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
                std::string line(static_cast<std::size_t>(indent), ' ');
                if (i < left.size()) line += left[i];
                const int blanks = value_at - cells_of(line);
                line.append(static_cast<std::size_t>(std::max(0, blanks)), ' ');
                put(line + (i < right.size() ? right[i] : ""), row.strong);
            }
        }
    }

    int width_;
    bool color_;
    std::string out_;
};

}  // namespace

std::string render(const document::Document& document, int width, bool color) {
    Writer writer(width, color);
    for (const document::Block& block : document.blocks) {
        writer.gap();
        std::visit(writer, block);
    }
    writer.footer(document.footer);
    return writer.take();
}

}  // namespace kvit::text
