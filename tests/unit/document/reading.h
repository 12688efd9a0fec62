#pragma once
#include "kvit/document/document.h"

#include <string>

namespace kvit::samples {

// Everything a reader sees of a letter, one thing a line.
inline std::string reading_of(const document::Document& document) {
    std::string text;
    const auto add = [&](const std::string& line) { text += line + "\n"; };
    for (const auto& block : document.blocks) {
        if (const auto* heading = std::get_if<document::Heading>(&block)) add(heading->text);
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) add(paragraph->text);
        if (const auto* table = std::get_if<document::Table>(&block)) {
            add(table->title);
            for (const auto& row : table->rows) {
                std::string line;
                for (const auto& cell : row.cells) line += (line.empty() ? "" : " | ") + cell;
                add(line);
            }
        }
        if (const auto* totals = std::get_if<document::Totals>(&block))
            for (const auto& row : totals->rows) add(row.label + ": " + row.value);
        if (const auto* box = std::get_if<document::PaymentBox>(&block))
            for (const auto& row : box->rows) add(row.label + ": " + row.value);
    }
    return text;
}

}  // namespace kvit::samples
