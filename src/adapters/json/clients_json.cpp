#include "adapters/json/report_json.h"
#include "adapters/json/report_values.h"

namespace kvit::json {

namespace {

using Json = ReportJson;

Json row_of(const document::ClientRow& row) {
    return {{"client", row.client.str()},
            {"revenue", by_currency(row.revenue)},
            {"revenue_share", rounded(row.revenue_share, 10000)},
            {"cumulative_share", rounded(row.cumulative_share, 10000)},
            {"mean_days_late", rounded(row.mean_days_late)},
            {"contact_minutes", row.contact_minutes},
            {"after_hours_minutes", row.after_hours_minutes},
            {"mean_days_to_answer", rounded(row.mean_days_to_answer)},
            {"out_of_scope_minutes", row.out_of_scope_minutes},
            {"disputes", row.disputes},
            {"verdict", std::string(document::name_of(row.verdict))},
            {"reasons", reasons_of(row.reasons)}};
}

// A spreadsheet has room for every figure.
Json wide_row_of(const document::ClientRow& row) {
    Json wide = row_of(row);
    wide["contacts"] = row.contacts;
    wide["other_channel"] = row.other_channel;
    wide["many_channel_days"] = row.many_channel_days;
    wide["urgent"] = row.urgent;
    wide["contacts_per_billed_hour"] = rounded(row.contacts_per_billed_hour);
    wide["requests_open"] = row.requests_open;
    Json codes = Json::array();
    for (const auto& reason : row.reasons) codes.push_back(reason.code);
    wide["reasons"] = std::move(codes);
    return wide;
}

}  // namespace

std::string clients(const document::ClientsReport& report, const std::string& format) {
    Json rows = Json::array();
    for (const auto& row : report.rows)
        rows.push_back(format == "csv" ? wide_row_of(row) : row_of(row));
    return written(
        rows, format,
        {"client", "revenue", "revenue_share", "cumulative_share", "mean_days_late",
         "contact_minutes", "after_hours_minutes", "mean_days_to_answer", "out_of_scope_minutes",
         "disputes", "verdict", "reasons", "contacts", "other_channel", "many_channel_days",
         "urgent", "contacts_per_billed_hour", "requests_open"});
}

}  // namespace kvit::json
