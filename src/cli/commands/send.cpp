#include "cli/commands/commands.h"
#include "cli/print.h"
#include "cli/session.h"
#include "kvit/app/dispatch_outbox.h"

#include <memory>

namespace kvit::cli {

namespace {

void send(Invocation& call, const std::string& folder) {
    Session session(call, Use::write);
    const auto transport = session.transport(folder);
    core::Refusals unsent;
    const auto sent = app::dispatch_outbox(session.engine(), session.business().id, *transport,
                                           session.day(), unsent);
    print_failures(call, unsent);
    if (!unsent.empty()) call.exit_code = waits_for_person;
    if (call.globals.quiet) return;
    for (const auto& entry : sent) {
        call.out << "sent " << entry.id.str() << " to " << entry.message.to_email << '\n';
    }
    call.out << counted(static_cast<long long>(sent.size()), "message") << " written to "
             << (folder.empty() ? session.folder("outbox") : folder) << ".\n";
}

}  // namespace

void add_send(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("send", "hand over what is in the outbox, each message once");
    command->footer("Example: kvit send --to outbox/");
    const auto folder = std::make_shared<std::string>();
    command
        ->add_option("--to", *folder,
                     "write one .eml per message into DIR; default: outbox/ beside the database")
        ->type_name("DIR");
    command->callback([&call, folder] { send(call, *folder); });
}

}  // namespace kvit::cli
