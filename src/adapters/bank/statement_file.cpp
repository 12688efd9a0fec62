#include "adapters/bank/statement_file.h"

#include "adapters/bank/camt.h"
#include "adapters/bank/mt940.h"

namespace kvit::bank {

namespace {

bool looks_like_xml(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

}  // namespace

core::Checked<std::vector<statement::BankStatement>> read_statement_file(
    const std::string& file_name, std::string_view bytes, const std::optional<CsvProfile>& profile,
    const CsvContext& context) {
    if (profile) return read_csv_statement(file_name, bytes, *profile, context);
    if (looks_like_xml(bytes)) return read_camt(file_name, bytes);
    if (looks_like_mt940(bytes)) return read_mt940(file_name, bytes);
    std::string names;
    for (const auto& name : profile_names()) names += (names.empty() ? "" : ", ") + name;
    return tl::unexpected(core::Refusals{
        {file_name + ":1", "this is neither camt.053 or camt.054 (XML) nor MT940",
         "where it is the bank's CSV export, say which bank's: --profile with one of " + names}});
}

}  // namespace kvit::bank
