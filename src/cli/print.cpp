#include "cli/print.h"

#include "adapters/text/text_table.h"

#include <fmt/format.h>

namespace kvit::cli {

namespace {

// Text is for people, also in a log; machines take CSV or JSON.
int width(const Invocation& call) {
    constexpr int without_terminal = 120;
    return call.terminal_columns > 0 ? call.terminal_columns : without_terminal;
}

std::string days_text(double days) {
    const std::string number = fmt::format("{:.1f}", days);
    return number + (number == "1.0" ? " day" : " days");
}

bool color(const Invocation& call) {
    return call.globals.color == "always" ||
           (call.globals.color == "auto" && call.terminal_columns > 0);
}

}  // namespace

std::string text_of(const Invocation& call, const document::Table& table) {
    return text::render_table(table, width(call), color(call));
}

std::string text_of(const Invocation& call, const document::Document& document) {
    return text::render(document, width(call), color(call));
}

void write_document(const Invocation& call, Session& session, const document::Document& document) {
    const std::string& format = call.globals.format;
    write_output(call, format == "text" ? text_of(call, document)
                                        : session.renderer(format).render(document));
}

std::string hours_text(std::int64_t minutes) {
    return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

std::string counted(long long count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

bool print_waiting(const Invocation& call, std::span<const document::Waiting> items) {
    for (const auto& item : items) call.err << "waits: " << item.says << '\n';
    return !items.empty();
}

void print_failures(const Invocation& call, const core::Refusals& failures) {
    for (const auto& failure : failures)
        call.err << "waits: " << core::to_sentence(failure) << '\n';
}

document::Table issue_table(const std::vector<ledger::Invoice>& invoices) {
    using document::Align;
    document::Table table;
    table.columns = {{"number", Align::left, 0}, {"contract", Align::left, 0},
                     {"issued", Align::left, 0}, {"due", Align::left, 0},
                     {"line", Align::left, 1},   {"net", Align::right, 0},
                     {"gross", Align::right, 0}};
    for (const auto& invoice : invoices) {
        const std::string number = invoice.number.empty() ? "draft" : invoice.number.str();
        for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
            const auto& line = invoice.lines[i];
            const std::string net = core::to_decimal(line.rated.net);
            if (i > 0) {
                table.rows.push_back({{"", "", "", "", line.text, net, ""}, false});
                continue;
            }
            table.rows.push_back(
                {{number, invoice.contract.str(), core::to_iso(invoice.issued_on),
                  core::to_iso(invoice.due_on), line.text, net, with_currency(invoice.gross)},
                 false});
        }
    }
    return table;
}

document::Table review_table(const std::vector<app::ReviewRow>& rows) {
    using document::Align;
    document::Table table;
    table.columns = {{"client", Align::left, 0},
                     {"contract", Align::left, 0},
                     {"status", Align::left, 0},
                     {"notice", Align::left, 1},
                     {"waits for", Align::left, 0}};
    for (const auto& row : rows) {
        const std::string from(policy::name_of(row.from));
        const std::string to(policy::name_of(row.to));
        table.rows.push_back(
            {{row.client.str(), row.contract.str(),
              from == to ? to : fmt::format("{} -> {}", from, to),
              row.notice ? std::string(policy::name_of(*row.notice)) + " " + row.document.str()
                         : "",
              std::string(policy::name_of(row.waits_for))},
             false});
    }
    return table;
}

void print_hours(const Invocation& call, const std::vector<app::HoursWarning>& warnings) {
    if (call.globals.quiet) return;
    for (const auto& warning : warnings) {
        call.err << "note: " << warning.contract.str() << " has used " << hours_text(warning.used)
                 << " h of the " << hours_text(warning.granted) << " h included until "
                 << core::to_iso(warning.cycle.until - date::days(1));
        if (warning.overage)
            call.err << "; what comes beyond costs " << with_currency(*warning.overage)
                     << " an hour";
        else
            call.err << "; what comes beyond has no price in the agreement";
        call.err << ". Tell " << warning.client.str() << " before it is worked.\n";
    }
}

void print_proposals(const Invocation& call, const std::vector<app::AdvanceProposal>& proposals) {
    if (call.globals.quiet) return;
    for (const auto& proposal : proposals) {
        const std::string from = core::to_iso(proposal.from);
        call.err << fmt::format(
            "note: {} pays {} later each time, {:.0f} days late in the mean; agree on payment in "
            "advance and add to its agreement:\n"
            "    # contract {}\n"
            "    [[contract.amend]]\n"
            "    from = {}\n"
            "    note = \"billed in advance from {}\"\n"
            "    billed = \"advance\"\n",
            proposal.client.str(), days_text(proposal.trend.days_per_cycle),
            proposal.trend.mean_days_late, proposal.contract.str(), from, from);
    }
}

}  // namespace kvit::cli
