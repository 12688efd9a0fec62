#include "adapters/json/report_rows.h"

#include "adapters/json/report_values.h"

#include <string_view>

namespace kvit::json {

namespace {

using Json = ReportJson;

std::string csv_cell(const Json& value) {
    std::string text;
    if (value.is_string())
        text = value.get<std::string>();
    else if (value.is_object()) {
        for (const auto& [key, inner] : value.items()) {
            text += (text.empty() ? "" : "; ") + key + " " +
                    (inner.is_string() ? inner.get<std::string>() : inner.dump());
        }
    } else if (value.is_array()) {
        for (const auto& inner : value) text += (text.empty() ? "" : "; ") + csv_cell(inner);
    } else if (!value.is_null())
        text = value.dump();
    // A spreadsheet would run a text that begins like a formula.
    if (!text.empty() && std::string_view("=+@").find(text.front()) != std::string_view::npos)
        text.insert(0, "'");
    return text;
}

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
    std::string result = "\"";
    for (const char c : cell) result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + "\"";
}

std::string csv(const Json& rows, const std::vector<std::string>& columns) {
    std::string text;
    for (const auto& column : columns) text += (text.empty() ? "" : ",") + column;
    text += "\n";
    for (const auto& row : rows) {
        std::string line;
        for (const auto& column : columns)
            line += (line.empty() && &column == &columns.front() ? "" : ",") +
                    quoted(csv_cell(row.at(column)));
        text += line + "\n";
    }
    return text;
}

}  // namespace

ReportJson reasons_of(const std::vector<policy::Reason>& reasons) {
    ReportJson result = ReportJson::array();
    for (const auto& reason : reasons) {
        result.push_back({{"code", reason.code},
                          {"value", text_or_null(reason.value)},
                          {"threshold", text_or_null(reason.threshold)}});
    }
    return result;
}

ReportJson by_currency(const std::vector<core::Money>& amounts) {
    ReportJson result = ReportJson::object();
    for (const auto& money : amounts) result[money.currency().code()] = amount(money);
    return result;
}

double rounded(double value, double steps) {
    const double scaled = value * steps;
    return static_cast<double>(static_cast<long long>(scaled + (scaled < 0 ? -0.5 : 0.5))) / steps;
}

ReportJson rounded(const std::optional<double>& value, double steps) {
    return value ? ReportJson(rounded(*value, steps)) : ReportJson(nullptr);
}

std::string written(const Json& rows, const std::string& format,
                    const std::vector<std::string>& columns) {
    return format == "csv" ? csv(rows, columns) : rows.dump(2) + "\n";
}

}  // namespace kvit::json
