#include "kvit/document/timesheet_view.h"

#include "kvit/core/invariant.h"
#include "kvit/document/number_format.h"
#include "period_text.h"

#include <algorithm>
#include <utility>

namespace kvit::document {

namespace {

using ledger::LineKind;

constexpr std::string_view nbsp = "\u00a0";

// "09:30"
std::string clock_time(core::LocalTime time) { return core::to_iso(time).substr(11); }

class TimesheetComposer {
  public:
    TimesheetComposer(const InvoiceSources& sources, core::Language language,
                      const Wording& wording)
        : sources_(sources), language_(language), wording_(wording) {}

    void append_to(Document& document) const;

  private:
    std::string word(std::string_view key) const { return wording_.word(language_, key); }
    std::string hours(std::int64_t minutes) const {
        return hours_minutes(minutes) + std::string(nbsp) + word("unit.hours");
    }

    std::string title_of(std::size_t line) const;
    std::string text_of(const LineSource& source) const;
    std::string channel_or_service(const LineSource& source) const;
    TableRow row_of(const LineSource& source) const;
    Table table(std::string title, const std::vector<LineSource>& sources) const;
    std::int64_t minutes_in(std::initializer_list<LineKind> kinds) const;
    void add_included(Totals& totals) const;
    Totals totals() const;

    const InvoiceSources& sources_;
    core::Language language_;
    const Wording& wording_;
};

// "2. Consulting, …": the line's number and text as on the invoice.
std::string TimesheetComposer::title_of(std::size_t line) const {
    const std::string& text = sources_.invoice.lines[line].text;
    return std::to_string(line + 1) + "." + (text.empty() ? "" : " " + text);
}

// What was done; where the line stands for a part of the entry, or for more, how long all of it
// was.
std::string TimesheetComposer::text_of(const LineSource& source) const {
    if (source.minutes == source.entry_minutes) return source.text;
    const bool is_part = source.minutes < source.entry_minutes;
    return source.text + (source.text.empty() ? "" : "\n") +
           word(is_part ? "timesheet.whole" : "timesheet.actual") + ": " +
           hours(source.entry_minutes);
}

std::string TimesheetComposer::channel_or_service(const LineSource& source) const {
    if (!source.channel) return source.service;
    return word("channel." + std::string(name_of(*source.channel)));
}

TableRow TimesheetComposer::row_of(const LineSource& source) const {
    std::string time = clock_time(source.start);
    if (source.until != source.start) time += word("format.range") + clock_time(source.until);
    return {{date(language_, core::date_of(source.start)), std::move(time),
             channel_or_service(source), text_of(source), hours_minutes(source.minutes)},
            false};
}

Table TimesheetComposer::table(std::string title, const std::vector<LineSource>& sources) const {
    Table table{std::move(title),
                {{word("timesheet.date"), Align::left, 0},
                 {word("timesheet.time"), Align::left, 0},
                 {word("timesheet.service"), Align::left, 1},
                 {word("timesheet.text"), Align::left, 3},
                 {word("timesheet.hours"), Align::right, 0}},
                {}};
    for (const LineSource& source : sources) table.rows.push_back(row_of(source));
    table.rows.push_back(
        {{word("timesheet.sum"), "", "", "", hours_minutes(minutes_of(sources))}, true});
    return table;
}

std::int64_t TimesheetComposer::minutes_in(std::initializer_list<LineKind> kinds) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < sources_.lines.size(); ++i) {
        if (std::ranges::find(kinds, sources_.invoice.lines[i].rated.kind) != kinds.end())
            sum += minutes_of(sources_.lines[i]);
    }
    return sum;
}

// A cycle billed in advance has its hours still before it.
void TimesheetComposer::add_included(Totals& totals) const {
    const ledger::Invoice& invoice = sources_.invoice;
    std::int64_t included = 0;
    for (const ledger::InvoiceLine& line : invoice.lines) {
        if (line.rated.kind == LineKind::retainer)
            included = std::max(included, line.rated.included_minutes);
    }
    if (included == 0 || invoice.issued_on < invoice.cycle_until) return;
    totals.rows.push_back({word("timesheet.included"), hours(included)});
    totals.rows.push_back({word("timesheet.used"), hours(minutes_in({LineKind::retainer}))});
}

Totals TimesheetComposer::totals() const {
    Totals totals;
    add_included(totals);
    const auto outside = minutes_in({LineKind::after_hours_work, LineKind::after_hours_contact});
    if (outside > 0) totals.rows.push_back({word("timesheet.after_hours"), hours(outside)});
    std::int64_t all = minutes_of(sources_.without_line);
    for (const auto& line : sources_.lines) all += minutes_of(line);
    totals.rows.push_back({word("timesheet.total"), hours(all), true});
    return totals;
}

void TimesheetComposer::append_to(Document& document) const {
    const ledger::Invoice& invoice = sources_.invoice;
    std::vector<Block>& blocks = document.blocks;
    blocks.emplace_back(PageBreak{});
    blocks.emplace_back(Heading{word("timesheet.title"), 1});
    blocks.emplace_back(
        Paragraph{document.title + " · " +
                  period_text(invoice.cycle_from, invoice.cycle_until, language_, wording_)});
    for (std::size_t i = 0; i < sources_.lines.size(); ++i) {
        if (!sources_.lines[i].empty()) blocks.emplace_back(table(title_of(i), sources_.lines[i]));
    }
    if (!sources_.without_line.empty())
        blocks.emplace_back(table(word("timesheet.covered"), sources_.without_line));
    blocks.emplace_back(totals());
}

}  // namespace

std::string_view name_of(contract::Channel channel) {
    using enum contract::Channel;
    switch (channel) {
        case email:
            return "email";
        case phone:
            return "phone";
        case chat:
            return "chat";
        case meeting:
            return "meeting";
    }
    KVIT_INVARIANT(false, "every channel has its name");
    return {};
}

std::int64_t minutes_of(const std::vector<LineSource>& sources) {
    std::int64_t sum = 0;
    for (const LineSource& source : sources) sum += source.minutes;
    return sum;
}

Document with_timesheet(Document issued, const InvoiceSources& sources, const Wording& wording) {
    KVIT_INVARIANT(sources.lines.size() == sources.invoice.lines.size(),
                   "each line of an invoice has its list of sources");
    TimesheetComposer(sources, issued.language, wording).append_to(issued);
    return issued;
}

}  // namespace kvit::document
