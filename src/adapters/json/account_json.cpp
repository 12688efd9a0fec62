#include "adapters/json/report_json.h"
#include "adapters/json/report_values.h"

namespace kvit::json {

namespace {

using Json = ReportJson;

Json line_of(const document::AccountLine& line) {
    return {{"on", iso(line.on)},
            {"kind", std::string(document::name_of(line.kind))},
            {"number", text_or_null(document::numbers_text(line))},
            {"amount", amount(line.amount)},
            {"balance", amount(line.balance)}};
}

Json account_of(const document::AccountStatement& account) {
    Json entries = Json::array();
    for (const auto& line : account.lines) entries.push_back(line_of(line));
    return {{"client", account.client.str()},
            {"currency", account.currency.code()},
            {"opening", amount(account.opening)},
            {"entries", std::move(entries)},
            {"closing", amount(account.closing)}};
}

// Opening and closing balance are rows of their own.
Json csv_rows(const document::AccountStatement& account) {
    Json rows = Json::array();
    const auto balance = [&](const std::optional<core::Date>& on, const char* kind,
                             core::Money money) {
        rows.push_back({{"on", iso(on)},
                        {"kind", kind},
                        {"number", nullptr},
                        {"amount", nullptr},
                        {"balance", amount(money)}});
    };
    balance(account.from, "opening", account.opening);
    for (const auto& line : account.lines) rows.push_back(line_of(line));
    balance(account.through, "closing", account.closing);
    for (auto& row : rows) {
        row["client"] = account.client.str();
        row["currency"] = account.currency.code();
    }
    return rows;
}

}  // namespace

std::string statement(const std::vector<document::AccountStatement>& accounts,
                      const std::string& format) {
    Json rows = Json::array();
    for (const auto& account : accounts) {
        if (format == "csv")
            for (auto& row : csv_rows(account)) rows.push_back(std::move(row));
        else
            rows.push_back(account_of(account));
    }
    if (format == "json" && rows.size() == 1) return rows.front().dump(2) + "\n";
    return written(rows, format,
                   {"client", "currency", "on", "kind", "number", "amount", "balance"});
}

}  // namespace kvit::json
