#include "adapters/tables/table.h"

#include "kvit/contract/spelling.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace kvit::tables {
namespace {

constexpr std::size_t nowhere = std::string::npos;
constexpr std::size_t max_cell = 2000;  // letters

std::vector<std::string_view> names_of(std::span<const Column> columns) {
    std::vector<std::string_view> names;
    for (const Column& column : columns) names.push_back(column.name);
    return names;
}

std::string remedy_for(std::string_view name, std::span<const Column> columns) {
    const auto names = names_of(columns);
    if (const auto near = contract::nearest_word(name, names); !near.empty())
        return fmt::format("did you mean \"{}\"?", near);
    return fmt::format("the columns are {}", fmt::join(names, ", "));
}

}  // namespace

std::string_view Row::cell(std::size_t column) const {
    const std::size_t place = places_[column];
    if (place == nowhere) return {};
    return contract::trimmed(record_.fields[place], contract::Lines::many);
}

core::Result<std::string_view> Row::readable(std::size_t column) const {
    const std::string_view text = cell(column);
    if (text.empty()) return text;
    return contract::plain_text(text, max_cell, contract::Lines::many).map([&](const auto&) {
        return text;
    });
}

void Row::refuse(std::size_t column, std::string what, std::string remedy) {
    refusals_.push_back(
        {fmt::format("{}:{}, column {}", file_name_, record_.line, columns_[column].name),
         std::move(what), std::move(remedy)});
}

std::vector<std::size_t> places_of(const std::string& file_name, const CsvRecord& header,
                                   std::span<const Column> columns, core::Refusals& refusals) {
    const std::string where = fmt::format("{}:{}", file_name, header.line);
    std::vector<std::size_t> places(columns.size(), nowhere);
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const std::string_view name = contract::trimmed(header.fields[i]);
        const auto column = std::ranges::find(columns, name, &Column::name);
        if (column == columns.end()) {
            refusals.push_back({where, fmt::format("the column \"{}\" is not known", name),
                                remedy_for(name, columns)});
            continue;
        }
        std::size_t& place = places[static_cast<std::size_t>(column - columns.begin())];
        if (place != nowhere)
            refusals.push_back({where, fmt::format("the column \"{}\" stands twice", name),
                                "leave one of them out"});
        place = i;
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (places[i] == nowhere && columns[i].required)
            refusals.push_back({where, fmt::format("the column \"{}\" is missing", columns[i].name),
                                "add it to the header and to every row"});
    return places;
}

bool is_blank(const CsvRecord& record) {
    return std::ranges::all_of(record.fields, [](const std::string& field) {
        return contract::trimmed(field, contract::Lines::many).empty();
    });
}

}  // namespace kvit::tables
