#include "adapters/json/report_json.h"

#include "adapters/json/names.h"
#include "adapters/json/report_rows.h"
#include "adapters/json/report_values.h"

#include <algorithm>

namespace kvit::json {

namespace {

using Json = ReportJson;

Json trend_of(const ledger::Trend& trend) {
    return {{"class", std::string(ledger::name_of(trend.trend))},
            {"cycles", trend.cycles},
            {"days_per_cycle", rounded(trend.days_per_cycle, 100)},
            {"p_value", trend.p_value ? Json(rounded(*trend.p_value, 10000)) : Json(nullptr)},
            {"mean_days_late", rounded(trend.mean_days_late, 100)},
            {"share_late", rounded(trend.share_late, 100)},
            {"flag", text_or_null(ledger::name_of(trend.flag))}};
}

Json line_of(const ledger::InvoiceLine& line) {
    const auto& rated = line.rated;
    return {{"text", line.text},
            {"quantity", rated.quantity},
            {"unit", rated.unit == ledger::Unit::minute ? "MIN" : "C62"},
            {"price", amount(rated.price)},
            {"net", amount(rated.net)},
            {"vat_category", std::string(name(line.vat.category))},
            {"vat_rate", core::to_decimal(line.vat.percent)},
            {"source", std::string(name(rated.kind))}};
}

Json invoice_of(const core::BusinessId& business, const InvoiceRow& row) {
    const auto& invoice = row.invoice;
    Json lines = Json::array();
    for (const auto& line : invoice.lines) lines.push_back(line_of(line));
    Json vat = Json::array();
    for (const auto& group : invoice.vat) {
        vat.push_back({{"category", std::string(name(group.treatment.category))},
                       {"rate", core::to_decimal(group.treatment.percent)},
                       {"base", amount(group.base)},
                       {"tax", amount(group.tax)}});
    }
    const Json late =
        row.settled_on ? Json(core::days_between(invoice.due_on, *row.settled_on)) : Json(nullptr);
    return {{"number", text_or_null(invoice.number.str())},
            {"kind", std::string(name(invoice.kind))},
            {"business", business.str()},
            {"client", invoice.client.str()},
            {"contract", invoice.contract.str()},
            {"cycle", {{"from", iso(invoice.cycle_from)}, {"until", iso(invoice.cycle_until)}}},
            {"supplied_on", iso(invoice.supplied_on)},
            {"issued_on", iso(invoice.issued_on)},
            {"due_on", iso(invoice.due_on)},
            {"due_on_raw", iso(invoice.due_on_raw)},
            {"currency", invoice.currency.code()},
            {"net", amount(invoice.net)},
            {"tax", amount(invoice.tax)},
            {"gross", amount(invoice.gross)},
            {"open", amount(row.open)},
            {"settled_on", iso(row.settled_on)},
            {"days_late", late},
            {"lines", lines},
            {"vat", vat}};
}

}  // namespace

std::string status(const document::StatusReport& report, const std::string& format) {
    Json rows = Json::array();
    for (const auto& row : report.rows) {
        rows.push_back({{"business", row.business.str()},
                        {"client", row.client.str()},
                        {"contract", row.contract.str()},
                        {"work_status", std::string(policy::name_of(row.status))},
                        {"since", iso(row.since)},
                        {"level", text_or_null(row.level)},
                        {"overdue", by_currency(row.overdue)},
                        {"open", by_currency(row.open)},
                        {"days_past_due_max",
                         row.days_past_due_max ? Json(*row.days_past_due_max) : Json(nullptr)},
                        {"oldest_due_on", iso(row.oldest_due_on)},
                        {"held_by", text_or_null(policy::name_of(row.held_by))},
                        {"waits_for", text_or_null(policy::name_of(row.waits_for))},
                        {"reasons", reasons_of(row.reasons)},
                        {"next_review", iso(row.next_review)},
                        {"trend", trend_of(row.trend)}});
    }
    return written(
        rows, format,
        {"business", "client", "contract", "work_status", "since", "level", "overdue", "open",
         "days_past_due_max", "oldest_due_on", "held_by", "waits_for", "next_review"});
}

std::string review(const core::BusinessId& business, const std::vector<app::ReviewRow>& decided,
                   const std::string& format) {
    Json rows = Json::array();
    for (const auto& row : decided) {
        rows.push_back({{"business", business.str()},
                        {"client", row.client.str()},
                        {"currency", row.currency.code()},
                        {"contract", row.contract.str()},
                        {"from", std::string(policy::name_of(row.from))},
                        {"to", std::string(policy::name_of(row.to))},
                        {"level", text_or_null(row.level)},
                        {"notice", row.notice ? Json(std::string(policy::name_of(*row.notice)))
                                              : Json(nullptr)},
                        {"document", text_or_null(row.document.str())},
                        {"waits_for", text_or_null(policy::name_of(row.waits_for))},
                        {"reasons", reasons_of(row.reasons)}});
    }
    return written(rows, format,
                   {"business", "client", "currency", "contract", "from", "to", "level", "notice",
                    "document", "waits_for"});
}

std::string invoices(const core::BusinessId& business, const std::vector<InvoiceRow>& issued,
                     const std::string& format) {
    Json rows = Json::array();
    auto sorted = issued;  // by client and contract, as issued within
    std::ranges::stable_sort(sorted, {}, [](const InvoiceRow& row) {
        return std::pair(row.invoice.client, row.invoice.contract);
    });
    for (const auto& row : sorted) rows.push_back(invoice_of(business, row));
    return written(rows, format,
                   {"number", "kind", "business", "client", "contract", "cycle", "supplied_on",
                    "issued_on", "due_on", "due_on_raw", "currency", "net", "tax", "gross", "open",
                    "settled_on", "days_late"});
}

std::string quotes(const core::BusinessId& business, const std::vector<app::Quote>& held,
                   const std::string& format) {
    Json rows = Json::array();
    auto sorted = held;  // by client and contract, as held within
    std::ranges::stable_sort(sorted, {}, [](const app::Quote& quote) {
        return std::pair(quote.client, quote.contract);
    });
    for (const auto& quote : sorted) {
        const std::optional<core::Date> answered_on =
            quote.answer ? std::optional(quote.answer->answered_on) : std::nullopt;
        rows.push_back(
            {{"id", quote.id},
             {"business", business.str()},
             {"client", quote.client.str()},
             {"contract", quote.contract.str()},
             {"cycle_from", iso(quote.cycle_from)},
             {"held_on", iso(quote.held_on)},
             {"service", quote.held.service},
             {"minutes", ledger::minutes_of(quote.held)},
             {"currency", ledger::net_of(quote.held).currency().code()},
             {"net", quote.held.priced ? amount(ledger::net_of(quote.held)) : Json(nullptr)},
             {"state", std::string(name(quote.state()))},
             {"answered_on", iso(answered_on)},
             {"invoice", text_or_null(quote.invoice.str())}});
    }
    return written(rows, format,
                   {"id", "business", "client", "contract", "cycle_from", "held_on", "service",
                    "minutes", "currency", "net", "state", "answered_on", "invoice"});
}

std::string notices(const core::BusinessId& business, const std::vector<app::Notice>& decided,
                    const std::string& format) {
    Json rows = Json::array();
    auto sorted = decided;  // by client and contract, as decided within
    std::ranges::stable_sort(sorted, {}, [](const app::Notice& notice) {
        return std::pair(notice.client, notice.contracts);
    });
    for (const auto& notice : sorted) {
        Json contracts = Json::array();
        for (const auto& contract : notice.contracts) contracts.push_back(contract.str());
        rows.push_back({{"id", notice.id.str()},
                        {"business", business.str()},
                        {"client", notice.client.str()},
                        {"currency", notice.currency.code()},
                        {"contracts", contracts},
                        {"kind", std::string(policy::name_of(notice.kind))},
                        {"level", text_or_null(notice.level)},
                        {"decided_on", iso(notice.decided_on)},
                        {"sent_on", iso(notice.sent_on)},
                        {"state", std::string(name(notice.state))},
                        {"document", notice.id.str()},
                        {"cancelled_because", text_or_null(notice.cancelled_because)}});
    }
    return written(rows, format,
                   {"id", "business", "client", "currency", "contracts", "kind", "level",
                    "decided_on", "sent_on", "state", "document", "cancelled_because"});
}

std::string aging(const std::vector<ledger::AgingRow>& report, const std::string& format) {
    Json rows = Json::array();
    for (const auto& row : report) {
        rows.push_back({{"client", row.client.str()},
                        {"currency", row.total.currency().code()},
                        {"current", amount(row.current)},
                        {"d1_30", amount(row.d1_30)},
                        {"d31_60", amount(row.d31_60)},
                        {"d61_90", amount(row.d61_90)},
                        {"d90_plus", amount(row.d90_plus)},
                        {"total", amount(row.total)},
                        {"unapplied", amount(row.unapplied)}});
    }
    return written(rows, format,
                   {"client", "currency", "current", "d1_30", "d31_60", "d61_90", "d90_plus",
                    "total", "unapplied"});
}

std::string bank(const std::vector<app::StatementCount>& counts, const std::string& format) {
    Json rows = Json::array();
    for (const auto& count : counts) {
        rows.push_back({{"statement", count.statement},
                        {"entries", count.entries},
                        {"matched", count.matched},
                        {"ambiguous", count.ambiguous},
                        {"unmatched", count.unmatched},
                        {"already_known", count.already_known}});
    }
    if (format == "json" && rows.size() == 1) return rows.front().dump(2) + "\n";
    return written(rows, format,
                   {"statement", "entries", "matched", "ambiguous", "unmatched", "already_known"});
}

std::string verify(const std::vector<app::Check>& checks) {
    Json rows = Json::array();
    for (const auto& check : checks)
        rows.push_back({{"name", check.name}, {"ok", check.ok}, {"detail", check.detail}});
    const bool ok = std::ranges::all_of(checks, &app::Check::ok);
    return Json{{"ok", ok}, {"checks", rows}}.dump(2) + "\n";
}

}  // namespace kvit::json
