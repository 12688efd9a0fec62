#include "adapters/json/report_json.h"
#include "adapters/json/report_values.h"

namespace kvit::json {

namespace {

using Json = ReportJson;

Json currency_of(const std::optional<core::Money>& money) {
    return money ? Json(money->currency().code()) : Json(nullptr);
}
Json amount_of(const std::optional<core::Money>& money) {
    return money ? amount(*money) : Json(nullptr);
}

}  // namespace

std::string waiting_list(const core::BusinessId& business, const document::WaitingReport& report,
                         const std::string& format) {
    Json rows = Json::array();
    for (const auto& item : report.items) {
        rows.push_back({{"waits_for", std::string(document::name_of(item.kind))},
                        {"business", business.str()},
                        {"client", text_or_null(item.client.str())},
                        {"contract", text_or_null(item.contract.str())},
                        {"subject", text_or_null(item.subject)},
                        {"since", iso(item.since)},
                        {"currency", currency_of(item.amount)},
                        {"amount", amount_of(item.amount)},
                        {"says", item.says},
                        {"command", text_or_null(item.command)}});
    }
    return written(rows, format,
                   {"waits_for", "business", "client", "contract", "subject", "since", "currency",
                    "amount", "says", "command"});
}

std::string changes(const core::BusinessId& business, const document::ChangesReport& report,
                    const std::string& format) {
    Json rows = Json::array();
    for (const auto& change : report.changes) {
        const auto notice = change.notice ? policy::name_of(*change.notice) : std::string_view();
        rows.push_back({{"on", iso(change.on)},
                        {"business", business.str()},
                        {"client", text_or_null(change.client.str())},
                        {"contract", text_or_null(change.contract.str())},
                        {"what", std::string(document::name_of(change.what))},
                        {"from", text_or_null(change.from)},
                        {"to", text_or_null(change.to)},
                        {"document", text_or_null(change.document)},
                        {"notice", text_or_null(notice)},
                        {"currency", currency_of(change.amount)},
                        {"amount", amount_of(change.amount)},
                        {"detail", text_or_null(change.detail)},
                        {"reasons", reasons_of(change.reasons)}});
    }
    return written(rows, format,
                   {"on", "business", "client", "contract", "what", "from", "to", "document",
                    "notice", "currency", "amount", "detail"});
}

}  // namespace kvit::json
