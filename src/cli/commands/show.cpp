#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/report_settlement.h"
#include "kvit/app/report_sources.h"
#include "kvit/document/number_format.h"

#include <algorithm>
#include <memory>

namespace kvit::cli {

namespace {

std::string_view word_for(const app::ItemMovement& movement) {
    switch (movement.kind) {
        case ledger::EntryKind::issue:
            return movement.amount.is_negative() ? "credited" : "issued";
        case ledger::EntryKind::receipt:
        case ledger::EntryKind::application:
        case ledger::EntryKind::set_off:
            return "paid";
        case ledger::EntryKind::reversal:
            return movement.amount.is_negative() ? "corrected" : "taken back";
        case ledger::EntryKind::write_off:
            return "written off";
        case ledger::EntryKind::refund:
            return "refunded";
    }
    return {};
}

// What moved the invoice, a line each, behind its issue.
std::string history_text(const std::vector<app::Settlement>& settlements) {
    std::string text;
    for (const auto& [movement, open_after, difference] : settlements) {
        if (movement.kind == ledger::EntryKind::issue && !movement.amount.is_negative()) continue;
        const core::Money amount =
            movement.amount.is_negative() ? -movement.amount : movement.amount;
        text += core::to_iso(movement.on) + "  " + std::string(word_for(movement)) + " " +
                with_currency(amount) + ", open " + with_currency(open_after);
        if (difference)
            text += "; exchange difference " + with_currency(*difference) + " (for information)";
        text += "\n";
    }
    return text;
}

void show_text(const Invocation& call, Session& session, const std::string& id) {
    const auto document = session.store().document(session.business().id, core::DocumentId(id));
    if (!document)
        throw Refused{{{"", "there is no document \"" + id + "\"",
                        "kvit invoices and kvit notices list them"}}};
    std::string text = text_of(call, document->snapshot);
    text += "\nFile: " + session.folder("documents") + "/" + document->file + "\n";
    if (!document->sha256.empty()) text += "SHA-256: " + document->sha256 + "\n";
    if (const auto item =
            session.store().open_item(session.business().id, core::InvoiceNumber(id))) {
        text += "Open: " + with_currency(item->open) + "\n";
        text += history_text(app::report_settlement(session.engine(), session.business(),
                                                    item->number, session.day()));
    }
    write_output(call, text);
}

void show_json(const Invocation& call, Session& session, const std::string& id) {
    const auto& business = session.business().id;
    const core::InvoiceNumber number(id);
    const auto invoice = session.store().invoice(business, number);
    if (invoice && invoice->issued_on <= session.day()) {
        // A credit note is no open item.
        json::InvoiceRow row{*invoice, core::Money::zero(invoice->currency), std::nullopt};
        for (const auto& state :
             session.store().items_as_of(business, session.day(), std::nullopt, invoice->client)) {
            if (state.item.number != number) continue;
            row.open = state.item.open;
            row.settled_on = state.settled_on;
        }
        write_output(call, json::invoices(business, {row}, "json"));
        return;
    }
    auto notices = session.store().notices(business, std::nullopt);
    std::erase_if(notices, [&](const app::Notice& notice) { return notice.id.str() != id; });
    if (notices.empty())
        throw Refused{{{"", "there is no document \"" + id + "\" by " + core::to_iso(session.day()),
                        "kvit invoices and kvit notices list them"}}};
    write_output(call, json::notices(business, notices, "json"));
}

// The minutes that a line stands for, and of how many: "1:00", "1:00 of 2:00".
std::string time_text(const document::LineSource& source) {
    std::string text = document::hours_minutes(source.minutes);
    if (source.minutes != source.entry_minutes)
        text += " of " + document::hours_minutes(source.entry_minutes);
    return text;
}

document::Table table_of(std::string title, const std::vector<document::LineSource>& sources) {
    using document::Align;
    document::Table table{std::move(title),
                          {{"date", Align::left, 0},
                           {"start", Align::left, 0},
                           {"time", Align::left, 0},
                           {"service", Align::left, 1},
                           {"note", Align::left, 1},
                           {"key", Align::left, 1}},
                          {}};
    for (const auto& source : sources) {
        const std::string start = core::to_iso(source.start);
        table.rows.push_back(
            {{start.substr(0, 10), start.substr(11), time_text(source),
              source.channel ? std::string(document::name_of(*source.channel)) : source.service,
              source.text, source.key.str()},
             false});
    }
    table.rows.push_back(
        {{"sum", "", document::hours_minutes(document::minutes_of(sources)), "", "", ""}, true});
    return table;
}

// "2. Consulting, …, 2:30 h"
std::string title_of(std::size_t index, const ledger::InvoiceLine& line) {
    std::string title = std::to_string(index + 1) + ". " + line.text;
    if (line.rated.unit == ledger::Unit::minute)
        title += ", " + document::hours_minutes(line.rated.quantity) + " h";
    if (line.rated.kind == ledger::LineKind::retainer && line.rated.included_minutes > 0)
        title += ", " + document::hours_minutes(line.rated.included_minutes) + " h included";
    return title;
}

document::Document document_of(const document::InvoiceSources& sources) {
    const ledger::Invoice& invoice = sources.invoice;
    document::Document document;
    document.blocks.emplace_back(document::Heading{
        invoice.number.str() + ", " + invoice.contract.str() + ", " +
        core::to_iso(invoice.cycle_from) + " to " +
        core::to_iso(std::max(invoice.cycle_from, invoice.cycle_until - date::days(1)))});
    for (std::size_t i = 0; i < sources.lines.size(); ++i) {
        std::string title = title_of(i, invoice.lines[i]);
        if (sources.lines[i].empty()) {
            document.blocks.emplace_back(document::Paragraph{title + "\nNo entries."});
        } else {
            document.blocks.emplace_back(table_of(std::move(title), sources.lines[i]));
        }
    }
    if (!sources.without_line.empty()) {
        document.blocks.emplace_back(table_of(
            "On no line: covered by the hours of a cycle billed before", sources.without_line));
    }
    return document;
}

void show_sources(const Invocation& call, Session& session, const std::string& id) {
    const auto sources = accept(app::report_sources(session.store(), session.clock(),
                                                    session.business(), core::InvoiceNumber(id)));
    const std::string& format = call.globals.format;
    write_output(call, format == "text" ? text_of(call, document_of(sources))
                                        : json::sources(session.business().id, sources, format));
}

}  // namespace

void add_show(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "show", "one invoice, credit note or notice, as issued, and what is open on it");
    command->footer("Example: kvit show FV/2026/09/001 --sources");
    const auto id = std::make_shared<std::string>();
    command->add_option("NUMBER", *id, "number of an invoice or credit note, or a notice's id")
        ->required();
    const auto sources = std::make_shared<bool>(false);
    command->add_flag("--sources", *sources,
                      "the work and contacts behind each line of an invoice; also as csv");
    command->callback([&call, id, sources] {
        if (*sources) {
            require_format(call, {"text", "json", "csv"});
            Session session(call, Use::read);
            show_sources(call, session, *id);
            return;
        }
        require_format(call, {"text", "json"});
        Session session(call, Use::read);
        if (call.globals.format == "json") {
            show_json(call, session, *id);
        } else {
            show_text(call, session, *id);
        }
    });
}

}  // namespace kvit::cli
