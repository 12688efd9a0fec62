#include "kvit/document/clients_view.h"

#include "kvit/document/number_format.h"
#include "report_parts.h"

#include <algorithm>
#include <array>

namespace kvit::document {

namespace {

class ClientsComposer {
  public:
    ClientsComposer(const ClientsReport& report, const contract::Business& business,
                    const Wording& wording)
        : report_(report), business_(business), wording_(wording) {
        for (const ClientRow& row : report.rows) rows_.push_back(&row);
        // The largest share first; without a share last, by id.
        std::ranges::stable_sort(rows_, std::greater<>(), [](const ClientRow* row) {
            return row->revenue_share.value_or(-1);
        });
    }

    Document document() const;

  private:
    std::string word(std::string_view key) const {
        return wording_.word(business_.language, "clients." + std::string(key));
    }
    std::string shown(const std::optional<double>& value, int decimals = 1) const {
        return value ? number(business_.language, *value, decimals) : std::string(no_value);
    }
    std::string share(const std::optional<double>& value) const {
        return value ? percent(business_.language, *value, wording_) : std::string(no_value);
    }
    std::string revenue(const ClientRow& row) const;
    std::string reason(const policy::Reason& reason) const;
    std::string reasons(const ClientRow& row) const;
    Table money() const;
    Table time() const;
    Table contacts() const;
    std::string shares_note() const;

    const ClientsReport& report_;
    const contract::Business& business_;
    const Wording& wording_;
    std::vector<const ClientRow*> rows_;
};

std::string ClientsComposer::revenue(const ClientRow& row) const {
    std::string text;
    for (const core::Money& amount : row.revenue)
        text += (text.empty() ? "" : "\n") + amount_with_currency(business_.language, amount);
    return text.empty() ? std::string(no_value) : text;
}

// "mean days late: 16.4 (threshold 14.0)"
std::string ClientsComposer::reason(const policy::Reason& reason) const {
    const auto local = [&](std::string figure) {
        const std::string_view sign = core::number_style(business_.language).decimal;
        if (const auto at = figure.find('.'); at != std::string::npos) figure.replace(at, 1, sign);
        return figure;
    };
    std::string text = word("reason_" + reason.code);
    if (reason.code == "core_client") return text;  // its share stands in the row already
    if (!reason.value.empty()) text += ": " + local(reason.value);
    if (!reason.threshold.empty())
        text += " (" + word("threshold") + " " + local(reason.threshold) + ")";
    return text;
}

std::string ClientsComposer::reasons(const ClientRow& row) const {
    std::string text;
    for (const policy::Reason& one : row.reasons) text += (text.empty() ? "" : "; ") + reason(one);
    return text.empty() ? std::string(no_value) : text;
}

Table ClientsComposer::money() const {
    Table table{"",
                {{word("client"), Align::left, 2},
                 {word("revenue"), Align::right, 0},
                 {word("share"), Align::right, 0},
                 {word("cumulative"), Align::right, 0},
                 {word("mean_days_late"), Align::right, 0},
                 {word("verdict"), Align::left, 0},
                 {word("reasons"), Align::left, 4}},
                {}};
    for (const ClientRow* row : rows_) {
        table.rows.push_back(
            {{row->name, revenue(*row), share(row->revenue_share), share(row->cumulative_share),
              shown(row->mean_days_late), word("verdict_" + std::string(name_of(row->verdict))),
              reasons(*row)},
             false});
    }
    return table;
}

Table ClientsComposer::time() const {
    Table table{word("patience"), {{word("client"), Align::left, 1}}, {}};
    for (const char* key :
         {"work", "contact_time", "after_hours", "out_of_scope", "answer", "requests_open"})
        table.columns.push_back({word(key), Align::right, 0});
    for (const ClientRow* row : rows_) {
        table.rows.push_back(
            {{row->name, hours_minutes(row->work_minutes), hours_minutes(row->contact_minutes),
              hours_minutes(row->after_hours_minutes), hours_minutes(row->out_of_scope_minutes),
              shown(row->mean_days_to_answer), std::to_string(row->requests_open)},
             false});
    }
    return table;
}

Table ClientsComposer::contacts() const {
    Table table{"", {{word("client"), Align::left, 1}}, {}};
    for (const char* key :
         {"contacts", "other_channel", "many_channels", "urgent", "per_hour", "disputes"})
        table.columns.push_back({word(key), Align::right, 0});
    for (const ClientRow* row : rows_) {
        table.rows.push_back(
            {{row->name, std::to_string(row->contacts), std::to_string(row->other_channel),
              std::to_string(row->many_channel_days), std::to_string(row->urgent),
              shown(row->contacts_per_billed_hour, 2), std::to_string(row->disputes)},
             false});
    }
    return table;
}

std::string ClientsComposer::shares_note() const {
    if (!report_.share_currency) return word("shares_by_currency");
    return word("shares_in") + " " + report_.share_currency->code() + ".";
}

Document ClientsComposer::document() const {
    const auto day = [&](core::Date value) { return date(business_.language, value); };
    Document document = report_document(word("title") + " " + day(report_.from) +
                                            wording_.word(business_.language, "format.range") +
                                            day(report_.through),
                                        business_, wording_);
    if (rows_.empty()) {
        document.blocks.emplace_back(Paragraph{word("empty"), ParagraphStyle::body});
        return document;
    }
    document.blocks.emplace_back(money());
    document.blocks.emplace_back(
        Paragraph{shares_note() + " " + word("note"), ParagraphStyle::small});
    document.blocks.emplace_back(time());
    document.blocks.emplace_back(contacts());
    return document;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
    constexpr std::array<std::string_view, 3> names{"keep", "watch", "part_ways"};
    return names.at(static_cast<std::size_t>(verdict));
}

Document compose_clients(const ClientsReport& report, const contract::Business& business,
                         const Wording& wording) {
    return ClientsComposer(report, business, wording).document();
}

}  // namespace kvit::document
