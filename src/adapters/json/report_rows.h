#pragma once
// Rows of a report as text: JSON, or CSV of the columns named.

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace kvit::json {

using ReportJson = nlohmann::ordered_json;  // fields in the order of the contract

// "json"; or "csv": then `rows` is an array of objects that have every column.
std::string written(const ReportJson& rows, const std::string& format,
                    const std::vector<std::string>& columns);

}  // namespace kvit::json
