#include "cli/commands/commands.h"
#include "cli/intervene.h"

namespace kvit::cli {

void add_release(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand("release", "let a pause come that waits for a person");
    command->footer(
        "Example: kvit release adria-social --on 2026-09-24 --reason \"agreed by e-mail\"");
    const auto options = add_intervention_options(*command, "CONTRACT", "the contract's id");
    command->add_option("--on", options->on, "as of this day; default the day of the command")
        ->type_name("DATE");
    command->callback(
        [&call, options] { intervene(call, policy::InterventionKind::release, *options); });
}

}  // namespace kvit::cli
