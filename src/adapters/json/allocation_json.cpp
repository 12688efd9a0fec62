#include "adapters/json/names.h"
#include "adapters/json/report_json.h"
#include "adapters/json/report_rows.h"

namespace kvit::json {

namespace {

using Rows = ReportJson;

Rows text_or_null(const std::string& text) { return text.empty() ? Rows(nullptr) : Rows(text); }

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : " / ") + line;
    return text;
}

Rows candidates_of(const app::UnmatchedEntry& entry) {
    Rows candidates = Rows::array();
    for (const auto& candidate : entry.candidates) {
        Rows invoices = Rows::array();
        for (const auto& number : candidate.items) invoices.push_back(number.str());
        candidates.push_back({{"client", candidate.client.str()},
                              {"invoices", invoices},
                              {"score", candidate.score},
                              {"why", candidate.why}});
    }
    return candidates;
}

}  // namespace

std::string waiting(const std::vector<app::UnmatchedEntry>& entries, const std::string& format) {
    Rows rows = Rows::array();
    for (const auto& entry : entries) {
        rows.push_back({{"entry", entry.ordinal},
                        {"on", core::to_iso(entry.booked_on)},
                        {"currency", entry.amount.currency().code()},
                        {"amount", core::to_decimal(entry.amount)},
                        {"payer", text_or_null(entry.payer)},
                        {"text", text_or_null(entry.text)},
                        {"reason", entry.reason},
                        {"candidates", candidates_of(entry)}});
    }
    return written(rows, format,
                   {"entry", "on", "currency", "amount", "payer", "text", "reason", "candidates"});
}

std::string allocated(const std::vector<app::AllocatedEntry>& entries, const std::string& format) {
    Rows rows = Rows::array();
    for (const auto& [stored, client, allocations] : entries) {
        Rows settles = Rows::array();
        for (const auto& [item, amount] : allocations)
            settles.push_back({{"number", item.str()}, {"amount", core::to_decimal(amount)}});
        rows.push_back({{"entry", stored.ordinal},
                        {"on", core::to_iso(stored.entry.booked_on)},
                        {"currency", stored.entry.amount.currency().code()},
                        {"amount", core::to_decimal(stored.entry.amount)},
                        {"payer", text_or_null(stored.entry.payer_name)},
                        {"text", text_or_null(joined(stored.entry.remittance))},
                        {"state", std::string(name(stored.state))},
                        {"note", text_or_null(stored.note)},
                        {"client", text_or_null(client.str())},
                        {"settles", settles}});
    }
    return written(rows, format,
                   {"entry", "on", "currency", "amount", "payer", "text", "state", "note", "client",
                    "settles"});
}

}  // namespace kvit::json
