#pragma once
// A bank's file of whatever format, recognised by how it begins.

#include "adapters/bank/csv_statement.h"
#include "kvit/core/result.h"
#include "kvit/statement/bank_statement.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::bank {

// XML is read as camt.053 or camt.054, text with a field :20: as MT940, anything as CSV where a
// profile is given.
core::Checked<std::vector<statement::BankStatement>> read_statement_file(
    const std::string& file_name, std::string_view bytes,
    const std::optional<CsvProfile>& profile = std::nullopt, const CsvContext& context = {});

}  // namespace kvit::bank
