#include "cli/commands/commands.h"
#include "cli/session.h"

namespace kvit::cli {

void add_init(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("init", "make a new database at --db");
    command->footer("Example: kvit init --db office.db");
    command->callback([&call] {
        create_database(call);
        if (!call.globals.quiet) {
            call.out << "Made " << call.globals.db << ". Next: kvit apply AGREEMENT.toml\n";
        }
    });
}

}  // namespace kvit::cli
