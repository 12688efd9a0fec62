#include "kvit/document/lateness_view.h"

#include "kvit/document/number_format.h"
#include "report_parts.h"

namespace kvit::document {

namespace {

class LatenessComposer {
  public:
    LatenessComposer(const LatenessReport& report, const contract::Business& business,
                     const Wording& wording)
        : report_(report), business_(business), wording_(wording) {}

    Document document() const;

  private:
    std::string word(std::string_view key) const { return wording_.word(business_.language, key); }
    std::string decimals(double value, int count) const {
        return number(business_.language, value, count);
    }
    // Four decimals; what would be rounded to nothing is told as less than the least of them.
    std::string p_text(double p) const {
        constexpr double least = 0.0001;
        return p < least ? "< " + decimals(least, 4) : decimals(p, 4);
    }
    std::string class_of(const LatenessRow& row) const;
    TableRow row_of(const LatenessRow& row) const;
    Table summary() const;
    Table cycles(const LatenessRow& row) const;

    const LatenessReport& report_;
    const contract::Business& business_;
    const Wording& wording_;
};

// The class, and what made it "slipping".
std::string LatenessComposer::class_of(const LatenessRow& row) const {
    std::string text = word("trend." + std::string(ledger::name_of(row.trend.trend)));
    if (row.trend.flag != ledger::TrendFlag::none)
        text += " (" + word("trend.flag_" + std::string(ledger::name_of(row.trend.flag))) + ")";
    return text;
}

TableRow LatenessComposer::row_of(const LatenessRow& row) const {
    const auto& trend = row.trend;
    const std::string none(no_value);
    const bool any = trend.cycles > 0;
    return {{row.client_name, row.contract.str(), class_of(row), std::to_string(trend.cycles),
             any ? decimals(trend.mean_days_late, 1) : none,
             row.amount_weighted_days_late ? decimals(*row.amount_weighted_days_late, 1) : none,
             any ? percent(business_.language, trend.share_late, wording_) : none,
             trend.cycles > 1 ? decimals(trend.days_per_cycle, 2) : none,
             trend.p_value ? p_text(*trend.p_value) : none,
             row.expected_days_late_next ? decimals(*row.expected_days_late_next, 0) : none},
            false};
}

Table LatenessComposer::summary() const {
    Table table{"",
                {{word("lateness.client"), Align::left, 2},
                 {word("lateness.contract"), Align::left, 2},
                 {word("lateness.class"), Align::left, 2},
                 {word("lateness.cycles"), Align::right, 0},
                 {word("lateness.mean"), Align::right, 0},
                 {word("lateness.weighted"), Align::right, 0},
                 {word("lateness.share"), Align::right, 0},
                 {word("lateness.slope"), Align::right, 0},
                 {word("lateness.p"), Align::right, 0},
                 {word("lateness.next"), Align::right, 0}},
                {}};
    for (const LatenessRow& row : report_.rows) table.rows.push_back(row_of(row));
    return table;
}

Table LatenessComposer::cycles(const LatenessRow& row) const {
    Table table{"",
                {{word("lateness.invoice"), Align::left, 1},
                 {word("lateness.gross"), Align::right, 0},
                 {word("lateness.due"), Align::left, 0},
                 {word("lateness.settled"), Align::left, 0},
                 {word("lateness.days"), Align::right, 0}},
                {}};
    for (const LatenessCycle& cycle : row.cycles) {
        table.rows.push_back(
            {{cycle.invoice.str(), amount_with_currency(business_.language, cycle.gross),
              date(business_.language, cycle.due_on),
              cycle.settled_on ? date(business_.language, *cycle.settled_on)
                               : word("lateness.open"),
              (cycle.open ? "≥ " : "") + decimals(cycle.days_late, 0)},
             false});
    }
    return table;
}

Document LatenessComposer::document() const {
    Document document =
        report_document(word("lateness.title") + " " + date(business_.language, report_.as_of),
                        business_, wording_);
    if (report_.rows.empty()) {
        document.blocks.emplace_back(Paragraph{word("status.empty"), ParagraphStyle::body});
        return document;
    }
    document.blocks.emplace_back(summary());
    document.blocks.emplace_back(Paragraph{word("lateness.method"), ParagraphStyle::small});
    for (const LatenessRow& row : report_.rows) {
        if (row.cycles.empty()) continue;
        document.blocks.emplace_back(Heading{row.client_name + " – " + row.contract.str(), 2});
        if (row.three_rise)
            document.blocks.emplace_back(Paragraph{word("lateness.hint"), ParagraphStyle::body});
        document.blocks.emplace_back(
            lateness_chart(row.cycles, word("lateness.chart"), business_.language, wording_));
        document.blocks.emplace_back(cycles(row));
    }
    return document;
}

}  // namespace

Chart lateness_chart(std::span<const LatenessCycle> cycles, const std::string& title,
                     core::Language language, const Wording& wording) {
    Chart chart{title, {}, ""};
    for (const LatenessCycle& cycle : cycles) {
        chart.bars.push_back({date(language, cycle.due_on), cycle.days_late, cycle.open});
        if (cycle.open) chart.note = wording.word(language, "lateness.hollow");
    }
    return chart;
}

Document compose_lateness(const LatenessReport& report, const contract::Business& business,
                          const Wording& wording) {
    return LatenessComposer(report, business, wording).document();
}

}  // namespace kvit::document
