#include "kvit/document/receivables_view.h"

#include "kvit/document/number_format.h"
#include "report_parts.h"

#include <array>

namespace kvit::document {

namespace {

class ReceivablesComposer {
  public:
    ReceivablesComposer(const ReceivablesReport& report, const contract::Business& business,
                        const Wording& wording)
        : report_(report), business_(business), wording_(wording) {}

    Document document() const;

  private:
    std::string word(std::string_view key) const {
        return wording_.word(business_.language, "aging." + std::string(key));
    }
    std::string sum(core::Money money) const { return amount(business_.language, money); }
    std::string day(core::Date value) const { return date(business_.language, value); }
    std::string named(const core::ClientId& client) const {
        const auto found = report_.names.find(client);
        return found == report_.names.end() ? client.str() : found->second;
    }
    Table aging() const;
    Table outstanding() const;
    Table items() const;
    TableRow item_row(const OpenItemRow& row) const;

    const ReceivablesReport& report_;
    const contract::Business& business_;
    const Wording& wording_;
};

Table ReceivablesComposer::aging() const {
    Table table{"", {{word("client"), Align::left, 1}, {word("currency"), Align::left, 0}}, {}};
    for (const char* key :
         {"current", "d1_30", "d31_60", "d61_90", "d90_plus", "total", "unapplied"})
        table.columns.push_back({word(key), Align::right, 0});
    for (const auto& row : report_.aging) {
        TableRow line{{named(row.client), row.total.currency().code()}, false};
        for (const auto& amount : {row.current, row.d1_30, row.d31_60, row.d61_90, row.d90_plus,
                                   row.total, row.unapplied})
            line.cells.push_back(sum(amount));
        table.rows.push_back(std::move(line));
    }
    return table;
}

Table ReceivablesComposer::outstanding() const {
    Table table{word("outstanding"),
                {{word("currency"), Align::left, 1},
                 {word("total"), Align::right, 0},
                 {word("sales"), Align::right, 0},
                 {word("days"), Align::right, 0},
                 {word("dso"), Align::right, 0},
                 {word("mean_days_late"), Align::right, 0},
                 {word("settled"), Align::right, 0}},
                {}};
    const auto figure = [&](const std::optional<double>& value) {
        return value ? number(business_.language, *value, 1) : std::string(no_value);
    };
    for (const auto& row : report_.outstanding) {
        table.rows.push_back(
            {{row.currency.code(), sum(row.open), sum(row.sales), std::to_string(row.days),
              figure(row.dso), figure(row.mean_days_late), std::to_string(row.settled)},
             false});
    }
    return table;
}

TableRow ReceivablesComposer::item_row(const OpenItemRow& row) const {
    const auto& expected = row.expected;
    const std::string none(no_value);
    std::string range = word("basis_" + std::string(name_of(expected.basis)));
    if (expected.earliest && expected.latest) {
        range = day(*expected.earliest) + wording_.word(business_.language, "format.range") +
                day(*expected.latest) + " (" + std::to_string(expected.chances) + "/" +
                std::to_string(expected.of) + ")";
    }
    return {{named(row.item.client), row.item.number.str(), day(row.item.due_on),
             number(business_.language, row.days_past_due, 0),
             amount_with_currency(business_.language, row.item.open),
             expected.on ? day(*expected.on) : none, range},
            false};
}

Table ReceivablesComposer::items() const {
    Table table{word("items"),
                {{word("client"), Align::left, 2},
                 {word("invoice"), Align::left, 0},
                 {word("due"), Align::left, 0},
                 {word("days_past_due"), Align::right, 0},
                 {word("open"), Align::right, 0},
                 {word("expected"), Align::left, 0},
                 {word("range"), Align::left, 1}},
                {}};
    for (const OpenItemRow& row : *report_.items) table.rows.push_back(item_row(row));
    return table;
}

Document ReceivablesComposer::document() const {
    Document document =
        report_document(word("title") + " " + day(report_.as_of), business_, wording_);
    if (report_.aging.empty()) {
        document.blocks.emplace_back(Paragraph{word("empty"), ParagraphStyle::body});
    } else {
        document.blocks.emplace_back(aging());
    }
    if (report_.items && !report_.items->empty()) {
        document.blocks.emplace_back(items());
        document.blocks.emplace_back(Paragraph{word("items_note"), ParagraphStyle::small});
    }
    if (!report_.outstanding.empty()) {
        document.blocks.emplace_back(outstanding());
        document.blocks.emplace_back(Paragraph{word("outstanding_note"), ParagraphStyle::small});
    }
    return document;
}

}  // namespace

std::string_view name_of(ledger::ExpectedBasis basis) {
    constexpr std::array<std::string_view, 5> names{"nothing", "too_few", "history", "trend",
                                                    "beyond_history"};
    return names.at(static_cast<std::size_t>(basis));
}

Document compose_receivables(const ReceivablesReport& report, const contract::Business& business,
                             const Wording& wording) {
    return ReceivablesComposer(report, business, wording).document();
}

}  // namespace kvit::document
