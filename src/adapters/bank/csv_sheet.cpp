#include "adapters/bank/csv_sheet.h"

#include "adapters/bank/plain_line.h"
#include "kvit/contract/plain_text.h"

#include <algorithm>
#include <charconv>

namespace kvit::bank {

namespace {

// "'7611…'" as mBank writes accounts.
std::string unquoted(std::string text) {
    if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'')
        return one_line(std::string_view(text).substr(1, text.size() - 2));
    return text;
}

std::vector<std::string> columns_of(const CsvProfile& profile) {
    std::vector<std::string> columns;
    for (const auto* name :
         {&profile.booked_on, &profile.value_on, &profile.amount, &profile.credit, &profile.debit,
          &profile.side, &profile.currency, &profile.account, &profile.payer_name,
          &profile.payer_account, &profile.end_to_end_id, &profile.reference, &profile.balance,
          &profile.text_from}) {
        if (!name->empty()) columns.push_back(*name);
    }
    columns.insert(columns.end(), profile.texts.begin(), profile.texts.end());
    return columns;
}

std::vector<std::string> names_in(const tables::CsvRecord& record) {
    std::vector<std::string> names;
    for (const auto& field : record.fields) names.push_back(one_line(field));
    return names;
}

// The bytes as UTF-8; refuses the first line that the profile's encoding cannot read.
core::Checked<std::string> decoded(const std::string& file_name, std::string_view bytes,
                                   const CsvProfile& profile) {
    const bool is_utf8 = contract::valid_utf8_prefix(bytes) == bytes.size();
    const auto page = is_utf8 ? text::CodePage::utf8 : profile.encoding;
    if (auto text = text::to_utf8(bytes, page)) return std::move(*text);
    int line = 1;
    for (std::string_view rest = bytes; !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        if (!text::to_utf8(rest.substr(0, end), page)) break;
        rest.remove_prefix(end);
    }
    return tl::unexpected(core::Refusals{{file_name + ":" + std::to_string(line),
                                          "the line holds a byte that is no letter in the encoding "
                                          "of the profile " +
                                              profile.name,
                                          "save the file as UTF-8, or download it again"}});
}

}  // namespace

core::Checked<CsvSheet> CsvSheet::read(const std::string& file_name, std::string_view bytes,
                                       const CsvProfile& profile) {
    auto text = decoded(file_name, bytes, profile);
    if (!text) return tl::unexpected(std::move(text.error()));
    if (!text->empty() && !text->ends_with('\n')) {
        const auto lines = std::ranges::count(*text, '\n') + 1;
        return tl::unexpected(
            core::Refusals{{file_name + ":" + std::to_string(lines),
                            "the last line has no line end, so the file may have been cut off",
                            "download it again, or add the line end where the file is whole"}});
    }
    auto records = tables::read_csv(file_name, *text, {profile.delimiter, false});
    if (!records) return tl::unexpected(std::move(records.error()));
    CsvSheet sheet;
    sheet.records_ = std::move(*records);
    if (!profile.has_header) return sheet;
    const auto columns = columns_of(profile);
    for (std::size_t i = 0; i < sheet.records_.size(); ++i) {
        const auto names = names_in(sheet.records_[i]);
        const bool has_all = std::ranges::all_of(columns, [&](const std::string& column) {
            return std::ranges::find(names, column) != names.end();
        });
        if (!has_all) continue;
        sheet.header_ = names;
        sheet.first_row_ = i + 1;
        return sheet;
    }
    std::string list;
    for (const auto& column : columns) list += (list.empty() ? "\"" : ", \"") + column + "\"";
    return tl::unexpected(core::Refusals{
        {file_name + ":1", "no row names the columns of the profile " + profile.name + ", " + list,
         "choose the profile of the bank, or describe its export (templates/bank/README.md)"}});
}

std::span<const tables::CsvRecord> CsvSheet::rows() const {
    return std::span(records_).subspan(first_row_);
}

std::optional<std::size_t> CsvSheet::place(const std::string& column) const {
    if (column.empty()) return std::nullopt;
    const auto found = std::ranges::find(header_, column);
    if (found != header_.end()) return static_cast<std::size_t>(found - header_.begin());
    std::size_t position = 0;
    const char* end = column.data() + column.size();
    const bool is_position =
        column.front() == '#' && std::from_chars(column.data() + 1, end, position).ptr == end;
    return is_position && position > 0 ? std::optional(position - 1) : std::nullopt;
}

std::string CsvSheet::cell(const tables::CsvRecord& row, const std::string& column) const {
    const auto at = place(column);
    return at && *at < row.fields.size() ? unquoted(one_line(row.fields[*at])) : std::string();
}

std::vector<std::string> CsvSheet::cells_from(const tables::CsvRecord& row,
                                              const std::string& column) const {
    std::vector<std::string> cells;
    const auto at = place(column);
    for (std::size_t i = at.value_or(row.fields.size()); i < row.fields.size(); ++i) {
        cells.push_back(unquoted(one_line(row.fields[i])));
    }
    return cells;
}

std::optional<CsvSheet::Found> CsvSheet::labelled(std::string_view label) const {
    for (std::size_t i = 0; i < records_.size(); ++i) {
        const auto names = names_in(records_[i]);
        const auto found = std::ranges::find(names, label);
        if (found == names.end()) continue;
        for (auto at = found + 1; at != names.end(); ++at) {
            if (!at->empty()) return Found{records_[i].line, *at};
        }
        if (i + 1 == records_.size() || records_[i + 1].fields.empty()) return std::nullopt;
        return Found{records_[i + 1].line, unquoted(one_line(records_[i + 1].fields.front()))};
    }
    return std::nullopt;
}

}  // namespace kvit::bank
