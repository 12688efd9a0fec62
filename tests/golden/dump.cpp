#include "dump.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace kvit::golden {

namespace {

using namespace document;

std::string star(bool strong) { return strong ? "* " : ""; }

std::string indented(const std::string& text, const std::string& indent) {
    std::string out = indent;
    for (const char c : text) {
        out += c;
        if (c == '\n') out += indent;
    }
    return out + "\n";
}

std::string rows_of(const std::vector<LabelledValue>& rows) {
    std::string out;
    for (const LabelledValue& row : rows)
        out += "  " + star(row.strong) + row.label + ": " + row.value + "\n";
    return out;
}

std::string cells_of(const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) {
        if (!out.empty()) out += " | ";
        for (const char c : cell) out += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return out;
}

struct BlockDump {
    std::string operator()(const Letterhead& block) const {
        std::string out = "[letterhead] " + block.name + "\n";
        for (const std::string& detail : block.details) out += "  " + detail + "\n";
        return out;
    }
    std::string operator()(const AddressAndFacts& block) const {
        std::string out = "[address] " + block.label + "\n";
        for (const std::string& line : block.address) out += "  " + line + "\n";
        return out + "[facts]\n" + rows_of(block.facts);
    }
    std::string operator()(const Heading& block) const {
        return "[heading " + std::to_string(block.level) + "] " + block.text + "\n";
    }
    std::string operator()(const Paragraph& block) const {
        const char* style = block.style == ParagraphStyle::body     ? "[paragraph]"
                            : block.style == ParagraphStyle::strong ? "[paragraph strong]"
                                                                    : "[paragraph small]";
        return std::string(style) + "\n" + indented(block.text, "  ");
    }
    std::string operator()(const Table& block) const {
        std::string head;
        for (const Column& column : block.columns) {
            if (!head.empty()) head += " | ";
            head += column.title + (column.align == Align::right ? " >" : " <") +
                    std::to_string(column.weight);
        }
        std::string out = "[table] " + block.title + "\n  " + head + "\n";
        for (const TableRow& row : block.rows)
            out += "  " + star(row.strong) + cells_of(row.cells) + "\n";
        return out;
    }
    std::string operator()(const Totals& block) const { return "[totals]\n" + rows_of(block.rows); }
    std::string operator()(const PaymentBox& block) const {
        return "[payment] " + block.title + "\n" + rows_of(block.rows);
    }
    std::string operator()(const Chart& block) const {
        std::string out = "[chart] " + block.title + "\n";
        for (const ChartBar& bar : block.bars)
            out += "  " + bar.label + ": " + std::to_string(bar.value) +
                   (bar.hollow ? " (hollow)" : "") + "\n";
        return out + (block.note.empty() ? "" : "  note: " + block.note + "\n");
    }
    std::string operator()(const PageBreak&) const { return "[page break]\n"; }
};

// The first line that differs, as a reader would point at it.
std::string first_difference(const std::string& expected, const std::string& actual) {
    std::istringstream left(expected), right(actual);
    std::string a, b;
    for (int line = 1;; ++line) {
        const bool more_left = static_cast<bool>(std::getline(left, a));
        const bool more_right = static_cast<bool>(std::getline(right, b));
        if (!more_left && !more_right) return "line ends differ";
        if (more_left && more_right && a == b) continue;
        return "line " + std::to_string(line) + "\n  was: " + (more_left ? a : "(end)") +
               "\n  is:  " + (more_right ? b : "(end)");
    }
}

}  // namespace

std::string dump(const Document& document) {
    std::string out = "== document " + std::string(core::code_of(document.language)) +
                      (document.landscape ? " landscape" : " portrait") + "\n";
    out += "title: " + document.title + "\nauthor: " + document.author +
           "\nfooter: " + document.footer + "\npage: " + document.page_label + "\n";
    for (const Block& block : document.blocks) out += std::visit(BlockDump{}, block);
    return out;
}

std::string dump(const Message& message) {
    std::string out = "== message\nfrom: " + message.from_name + " <" + message.from_email +
                      ">\nto: " + message.to_name + " <" + message.to_email +
                      ">\nsubject: " + message.subject + "\n";
    for (const core::DocumentId& id : message.attachments) out += "attached: " + id.str() + "\n";
    return out + "\n" + message.text;
}

std::string compare(const std::string& name, const std::string& text) {
    const std::filesystem::path path =
        std::filesystem::path(KVIT_SOURCE_DIR) / "tests/golden/files" / name;
    if (const char* bless = std::getenv("KVIT_BLESS"); bless != nullptr && *bless == '1') {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return "";
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) return name + " is missing; write it with KVIT_BLESS=1 and read it";
    std::stringstream expected;
    expected << file.rdbuf();
    if (expected.str() == text) return "";
    return name + ", " + first_difference(expected.str(), text) +
           "\nif the change is meant, accept it with KVIT_BLESS=1 and read the file";
}

}  // namespace kvit::golden
