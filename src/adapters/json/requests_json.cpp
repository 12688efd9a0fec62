#include "adapters/json/report_json.h"
#include "adapters/json/report_rows.h"

namespace kvit::json {

namespace {

using Json = ReportJson;

Json request_of(const app::RequestState& state) {
    const auto& request = state.request;
    return {{"what", request.what},
            {"asked_on", core::to_iso(request.asked_on)},
            {"needed_by", core::to_iso(request.needed_by)},
            {"answered_on",
             request.answered_on ? Json(core::to_iso(*request.answered_on)) : Json(nullptr)},
            {"days_waited", state.days_waited},
            {"business_days_late", state.business_days_late}};
}

Json moved_of(const contract::DeadlineShift& shift) {
    Json rows = Json::array();
    for (const auto& still : shift.intervals) {
        rows.push_back({{"from", core::to_iso(still.from)},
                        {"until", core::to_iso(still.until)},
                        {"waited", still.waited},
                        {"paused", still.paused}});
    }
    return rows;
}

Json row_of(const core::BusinessId& business, const app::ContractRequests& contract) {
    Json requests = Json::array();
    for (const auto& state : contract.requests) requests.push_back(request_of(state));
    return {{"business", business.str()},
            {"client", contract.client.str()},
            {"contract", contract.contract.str()},
            {"days_moved", contract.shift.days},
            {"days_waited", contract.shift.days_waited},
            {"days_paused", contract.shift.days_paused},
            {"moved", moved_of(contract.shift)},
            {"requests", std::move(requests)}};
}

Json csv_row_of(const core::BusinessId& business, const app::ContractRequests& contract,
                const app::RequestState& state) {
    Json row{{"business", business.str()},
             {"client", contract.client.str()},
             {"contract", contract.contract.str()}};
    row.update(request_of(state));
    row["days_moved"] = contract.shift.days;
    return row;
}

}  // namespace

std::string requests(const core::BusinessId& business,
                     const std::vector<app::ContractRequests>& contracts,
                     const std::string& format) {
    Json rows = Json::array();
    for (const auto& contract : contracts) {
        if (format != "csv") {
            rows.push_back(row_of(business, contract));
            continue;
        }
        for (const auto& state : contract.requests)
            rows.push_back(csv_row_of(business, contract, state));
    }
    return written(rows, format,
                   {"business", "client", "contract", "what", "asked_on", "needed_by",
                    "answered_on", "days_waited", "business_days_late", "days_moved"});
}

}  // namespace kvit::json
