#include "cli/commands/commands.h"
#include "cli/session.h"
#include "kvit/app/archive_documents.h"

#include <memory>

namespace kvit::cli {

void add_render(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("render", "a copy of a document's PDF, exactly as archived");
    command->footer("Example: kvit render FV/2026/09/001 -o invoice.pdf");
    const auto id = std::make_shared<std::string>();
    command->add_option("NUMBER", *id, "number of an invoice or credit note, or a notice's id")
        ->required();
    command->callback([&call, id] {
        if (call.globals.output.empty()) {
            throw CLI::ValidationError("render",
                                       "say where to: -o FILE, or -o - for standard output");
        }
        Session session(call, Use::read);
        write_output(call, accept(app::archived_file(session.engine(), session.business().id,
                                                     core::DocumentId(*id))));
    });
}

}  // namespace kvit::cli
