#include "kvit/document/status_view.h"

#include "kvit/document/number_format.h"

#include <algorithm>

namespace kvit::document {

namespace {

constexpr std::string_view nothing = "–";

// Paused first, then terminated, warned, reminded, active.
int severity(policy::WorkStatus status) {
    if (status == policy::WorkStatus::paused) return 0;
    return 1 + static_cast<int>(policy::WorkStatus::terminated) - static_cast<int>(status);
}

class StatusComposer {
  public:
    StatusComposer(const StatusReport& report, const contract::Business& business,
                   const Wording& wording)
        : report_(report), business_(business), wording_(wording) {}

    Document document() const;

  private:
    std::string word(std::string_view key) const { return wording_.word(business_.language, key); }
    std::string named(std::string_view list, std::string_view name) const;
    std::string day(core::Date value) const { return date(business_.language, value); }
    std::string amounts(const std::vector<core::Money>& values) const;
    std::string waits(const StatusRow& row) const;
    std::string why(const StatusRow& row) const;
    TableRow row_of(const StatusRow& row) const;
    Table table() const;
    Table open_requests() const;

    const StatusReport& report_;
    const contract::Business& business_;
    const Wording& wording_;
};

// The word for a name of an open list (a policy's levels), or the name itself.
std::string StatusComposer::named(std::string_view list, std::string_view name) const {
    if (name.empty()) return std::string(nothing);
    const std::string key = std::string(list) + "." + std::string(name);
    return wording_.has_word(business_.language, key) ? word(key) : std::string(name);
}

std::string StatusComposer::amounts(const std::vector<core::Money>& values) const {
    std::string text;
    for (const core::Money& value : values)
        text += (text.empty() ? "" : "\n") + amount_with_currency(business_.language, value);
    return text.empty() ? std::string(nothing) : text;
}

std::string StatusComposer::waits(const StatusRow& row) const {
    const bool ends = std::ranges::any_of(row.reasons, [](const policy::Reason& reason) {
        return reason.code == "termination_waits";
    });
    if (row.waits_for == policy::WaitsFor::release && ends)
        return named("waits_for", "termination");
    if (row.waits_for != policy::WaitsFor::nothing)
        return named("waits_for", policy::name_of(row.waits_for));
    return named("held_by", policy::name_of(row.held_by));
}

std::string StatusComposer::why(const StatusRow& row) const {
    std::string text;
    for (const policy::Reason& reason : row.reasons)
        text += (text.empty() ? "" : "; ") + reason_text(reason, business_.language, wording_);
    return text.empty() ? std::string(nothing) : text;
}

TableRow StatusComposer::row_of(const StatusRow& row) const {
    return {{row.client_name, row.contract.str(), named("work_status", policy::name_of(row.status)),
             day(row.since), named("level", row.level), amounts(row.overdue), amounts(row.open),
             row.days_past_due_max ? std::to_string(*row.days_past_due_max) : std::string(nothing),
             waits(row), why(row), row.next_review ? day(*row.next_review) : std::string(nothing)},
            row.status == policy::WorkStatus::paused};
}

Table StatusComposer::table() const {
    Table table{"",
                {{word("status.client"), Align::left, 2},
                 {word("status.contract"), Align::left, 2},
                 {word("status.work"), Align::left, 1},
                 {word("status.since"), Align::left, 0},
                 {word("status.level"), Align::left, 1},
                 {word("status.overdue"), Align::right, 0},
                 {word("status.open"), Align::right, 0},
                 {word("status.days"), Align::right, 1},
                 {word("status.waits"), Align::left, 1},
                 {word("status.why"), Align::left, 4},
                 {word("status.next"), Align::left, 0}},
                {}};
    std::vector<const StatusRow*> rows;
    for (const StatusRow& row : report_.rows) rows.push_back(&row);
    std::ranges::stable_sort(rows, {}, [](const StatusRow* row) { return severity(row->status); });
    for (const StatusRow* row : rows) table.rows.push_back(row_of(*row));
    return table;
}

Table StatusComposer::open_requests() const {
    Table table{word("request.open"),
                {{word("status.client"), Align::left, 2},
                 {word("status.contract"), Align::left, 2},
                 {word("request.what"), Align::left, 4},
                 {word("request.asked_on"), Align::left, 0},
                 {word("request.needed_by"), Align::left, 0},
                 {word("request.days_waited"), Align::right, 0}},
                {}};
    for (const OpenRequest& request : report_.open_requests) {
        table.rows.push_back(
            {{request.client_name, request.contract.str(), request.what, day(request.asked_on),
              day(request.needed_by), std::to_string(request.days_waited)},
             false});
    }
    return table;
}

Document StatusComposer::document() const {
    Document document;
    document.language = business_.language;
    document.title = word("status.title") + " " + day(report_.as_of);
    document.author = business_.name;
    document.footer = business_.name;
    document.page_label = word("document.page");
    document.landscape = true;
    document.blocks = {Letterhead{business_.name, {}}, Heading{document.title, 1}};
    if (report_.rows.empty()) {
        document.blocks.emplace_back(Paragraph{word("status.empty"), ParagraphStyle::body});
    } else {
        document.blocks.emplace_back(table());
    }
    if (!report_.open_requests.empty()) document.blocks.emplace_back(open_requests());
    return document;
}

}  // namespace

Document compose_status(const StatusReport& report, const contract::Business& business,
                        const Wording& wording) {
    return StatusComposer(report, business, wording).document();
}

}  // namespace kvit::document
