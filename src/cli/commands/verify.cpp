#include "kvit/app/verify.h"

#include "adapters/json/report_json.h"
#include "cli/commands/commands.h"
#include "cli/session.h"

#include <algorithm>

namespace kvit::cli {

void add_verify(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("verify", "re-derive everything and compare it with what is stored");
    command->footer("Example: kvit verify --format json");
    command->callback([&call] {
        require_format(call, {"text", "json"});
        Session session(call, Use::read);
        const auto checks = app::verify(session.engine(), session.business());
        if (call.globals.format == "json") {
            write_output(call, json::verify(checks));
        } else {
            std::string text;
            for (const auto& check : checks) {
                text +=
                    (check.ok ? "ok      " : "FAILED  ") + check.name + ": " + check.detail + "\n";
            }
            write_output(call, text);
        }
        // What is stored does not hold together: a damaged environment, not a refused input.
        if (!std::ranges::all_of(checks, &app::Check::ok)) call.exit_code = environment;
    });
}

}  // namespace kvit::cli
