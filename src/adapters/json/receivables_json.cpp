#include "adapters/json/report_json.h"
#include "adapters/json/report_values.h"

namespace kvit::json {

namespace {

using Json = ReportJson;

Json item_of(const document::OpenItemRow& row) {
    const auto& item = row.item;
    const auto& expected = row.expected;
    const bool has_range = expected.of > 0;
    return {{"client", item.client.str()},
            {"contract", item.contract.str()},
            {"invoice", item.number.str()},
            {"currency", item.open.currency().code()},
            {"issued_on", iso(item.issued_on)},
            {"due_on", iso(item.due_on)},
            {"gross", amount(item.gross)},
            {"open", amount(item.open)},
            {"days_past_due", row.days_past_due},
            {"expected_on", iso(expected.on)},
            {"expected_from", iso(expected.earliest)},
            {"expected_until", iso(expected.latest)},
            {"chance", has_range ? Json(expected.chances) : Json(nullptr)},
            {"of", has_range ? Json(expected.of) : Json(nullptr)},
            {"basis", std::string(document::name_of(expected.basis))}};
}

}  // namespace

std::string open_items(const std::vector<document::OpenItemRow>& items, const std::string& format) {
    Json rows = Json::array();
    for (const auto& row : items) rows.push_back(item_of(row));
    return written(rows, format,
                   {"client", "contract", "invoice", "currency", "issued_on", "due_on", "gross",
                    "open", "days_past_due", "expected_on", "expected_from", "expected_until",
                    "chance", "of", "basis"});
}

std::string outstanding(const std::vector<document::SalesOutstanding>& outstanding,
                        const std::string& format) {
    Json rows = Json::array();
    for (const auto& row : outstanding) {
        rows.push_back({{"currency", row.currency.code()},
                        {"open", amount(row.open)},
                        {"sales", amount(row.sales)},
                        {"days", row.days},
                        {"dso", rounded(row.dso)},
                        {"mean_days_late", rounded(row.mean_days_late)},
                        {"settled", row.settled}});
    }
    return written(rows, format,
                   {"currency", "open", "sales", "days", "dso", "mean_days_late", "settled"});
}

}  // namespace kvit::json
