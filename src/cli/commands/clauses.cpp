#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/write_clauses.h"

#include <memory>

namespace kvit::cli {

void add_clauses(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "clauses", "ready wording for an agreement, from its terms, in the client's language");
    command->footer("Example: kvit clauses adria-social -o clauses.txt");
    const auto id = std::make_shared<std::string>();
    command->add_option("CONTRACT", *id, "as the agreement names it")->required();
    command->callback([&call, id] {
        require_format(call, {"text", "html", "pdf"});
        Session session(call, Use::read);
        const auto clauses = accept(app::write_clauses(session.engine(), session.business(),
                                                       core::ContractId(*id), session.day()));
        write_document(call, session, clauses.document);
        for (const auto& name : clauses.left_out)
            call.err << "kvit: contract \"" << *id << "\" has no term for: " << name
                     << "; left out.\n";
    });
}

}  // namespace kvit::cli
