#include "cli/commands/commands.h"
#include "cli/intervene.h"

namespace kvit::cli {

void add_resume(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "resume", "let the work of a paused contract go on, although it is not paid");
    command->footer(
        "Example: kvit resume adria-social --on 2026-09-25 --reason \"a launch that cannot wait\"");
    const auto options = add_intervention_options(*command, "CONTRACT", "the contract's id");
    command->add_option("--on", options->on, "as of this day; default the day of the command")
        ->type_name("DATE");
    command->callback(
        [&call, options] { intervene(call, policy::InterventionKind::resume, *options); });
}

}  // namespace kvit::cli
