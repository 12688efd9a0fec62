#include "cli/commands/commands.h"
#include "cli/session.h"
#include "kvit/app/archive_documents.h"
#include "kvit/app/report_sources.h"

#include <memory>

namespace kvit::cli {

void add_render(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "render", "a copy of a document's PDF, exactly as archived; or with its timesheet");
    command->footer("Example: kvit render FV/2026/09/001 -o invoice.pdf");
    const auto id = std::make_shared<std::string>();
    const auto timesheet = std::make_shared<bool>(false);
    command->add_option("NUMBER", *id, "number of an invoice or credit note, or a notice's id")
        ->required();
    command->add_flag("--timesheet", *timesheet,
                      "the invoice with the work behind it, as PDF or with --format html");
    command->callback([&call, id, timesheet] {
        if (call.globals.output.empty()) {
            throw CLI::ValidationError("render",
                                       "say where to: -o FILE, or -o - for standard output");
        }
        Session session(call, Use::read);
        if (*timesheet) {
            require_format(call, {"text", "pdf", "html"});
            const std::string format = call.globals.format == "html" ? "html" : "pdf";
            write_output(call, accept(app::render_with_timesheet(
                                   session.engine(), session.business(), core::InvoiceNumber(*id),
                                   session.renderer(format))));
            return;
        }
        write_output(call, accept(app::archived_file(session.engine(), session.business().id,
                                                     core::DocumentId(*id))));
    });
}

}  // namespace kvit::cli
