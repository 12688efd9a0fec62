#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"

#include <algorithm>
#include <memory>

namespace kvit::cli {

namespace {

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
        text += "Open: " + money_text(item->open) + "\n";
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

}  // namespace

void add_show(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "show", "one invoice, credit note or notice, as issued, and what is open on it");
    command->footer("Example: kvit show FV/2026/09/001");
    const auto id = std::make_shared<std::string>();
    command->add_option("NUMBER", *id, "number of an invoice or credit note, or a notice's id")
        ->required();
    command->callback([&call, id] {
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
