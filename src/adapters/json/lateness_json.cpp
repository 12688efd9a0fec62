#include "adapters/json/report_json.h"
#include "adapters/json/report_values.h"

namespace kvit::json {

namespace {

using Json = ReportJson;

Json cycle_of(const document::LatenessCycle& cycle) {
    return {{"invoice", cycle.invoice.str()},
            {"due_on", iso(cycle.due_on)},
            {"settled_on", iso(cycle.settled_on)},
            {"days_late", cycle.days_late},
            {"open", cycle.open}};
}

// What is said of the whole contract.
Json figures_of(const document::LatenessRow& row) {
    const auto& trend = row.trend;
    return {{"class", std::string(ledger::name_of(trend.trend))},
            {"days_per_cycle", rounded(trend.days_per_cycle)},
            {"p_value", rounded(trend.p_value, 10000)},
            {"mean_days_late", rounded(trend.mean_days_late)},
            {"amount_weighted_days_late", rounded(row.amount_weighted_days_late)},
            {"share_late", rounded(trend.share_late)},
            {"flag", text_or_null(ledger::name_of(trend.flag))},
            {"expected_days_late_next", or_null(row.expected_days_late_next)}};
}

// In CSV a row for each cycle, with the contract's figures in each.
Json csv_rows(const document::LatenessReport& report) {
    Json rows = Json::array();
    for (const auto& row : report.rows) {
        Json common = {{"client", row.client.str()}, {"contract", row.contract.str()}};
        common.update(figures_of(row));
        for (const auto& cycle : row.cycles) {
            rows.push_back(common);
            rows.back().update(cycle_of(cycle));
        }
        if (!row.cycles.empty()) continue;
        common.update(Json{{"invoice", nullptr},
                           {"due_on", nullptr},
                           {"settled_on", nullptr},
                           {"days_late", nullptr},
                           {"open", nullptr}});
        rows.push_back(common);
    }
    return rows;
}

}  // namespace

std::string lateness(const document::LatenessReport& report, const std::string& format) {
    if (format == "csv") {
        return written(
            csv_rows(report), format,
            {"client", "contract", "invoice", "due_on", "settled_on", "days_late", "open", "class",
             "days_per_cycle", "p_value", "mean_days_late", "amount_weighted_days_late",
             "share_late", "flag", "expected_days_late_next"});
    }
    Json rows = Json::array();
    for (const auto& row : report.rows) {
        Json cycles = Json::array();
        for (const auto& cycle : row.cycles) cycles.push_back(cycle_of(cycle));
        rows.push_back({{"client", row.client.str()},
                        {"contract", row.contract.str()},
                        {"cycles", std::move(cycles)}});
        rows.back().update(figures_of(row));
    }
    return written(rows, format, {});
}

}  // namespace kvit::json
