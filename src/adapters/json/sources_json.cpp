#include "adapters/json/names.h"
#include "adapters/json/report_json.h"
#include "adapters/json/report_rows.h"

namespace kvit::json {

namespace {

using Json = ReportJson;
using document::LineSource;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json entry_of(const LineSource& source) {
    return {{"kind", source.channel ? "contact" : "work"},
            {"key", source.key.str()},
            {"start", core::to_iso(source.start)},
            {"minutes", source.minutes},
            {"entry_minutes", source.entry_minutes},
            {"service", text_or_null(source.service)},
            {"channel", source.channel ? Json(std::string(document::name_of(*source.channel)))
                                       : Json(nullptr)},
            {"text", source.text}};
}

// `head` comes first in the line's object.
Json line_of(Json head, const std::vector<LineSource>& sources) {
    Json entries = Json::array();
    for (const LineSource& source : sources) entries.push_back(entry_of(source));
    head["minutes"] = document::minutes_of(sources);
    head["entries"] = std::move(entries);
    return head;
}

Json lines_of(const document::InvoiceSources& sources) {
    Json lines = Json::array();
    for (std::size_t i = 0; i < sources.lines.size(); ++i) {
        const ledger::InvoiceLine& line = sources.invoice.lines[i];
        const bool timed = line.rated.unit == ledger::Unit::minute;
        lines.push_back(line_of({{"line", i + 1},
                                 {"text", line.text},
                                 {"source", std::string(name(line.rated.kind))},
                                 {"quantity", line.rated.quantity},
                                 {"unit", timed ? "MIN" : "C62"}},
                                sources.lines[i]));
    }
    if (!sources.without_line.empty()) {
        lines.push_back(line_of({{"line", 0},
                                 {"text", nullptr},
                                 {"source", nullptr},
                                 {"quantity", nullptr},
                                 {"unit", nullptr}},
                                sources.without_line));
    }
    return lines;
}

}  // namespace

std::string sources(const core::BusinessId& business, const document::InvoiceSources& sources,
                    const std::string& format) {
    const ledger::Invoice& invoice = sources.invoice;
    const Json lines = lines_of(sources);
    if (format != "csv") {
        return written({{"number", invoice.number.str()},
                        {"business", business.str()},
                        {"client", invoice.client.str()},
                        {"contract", invoice.contract.str()},
                        {"lines", lines}},
                       format, {});
    }
    Json rows = Json::array();
    for (const Json& line : lines) {
        for (Json row : line.at("entries")) {
            row["number"] = invoice.number.str();
            row["line"] = line.at("line");
            rows.push_back(std::move(row));
        }
    }
    return written(rows, format,
                   {"number", "line", "kind", "key", "start", "minutes", "entry_minutes", "service",
                    "channel", "text"});
}

}  // namespace kvit::json
