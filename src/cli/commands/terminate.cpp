#include "cli/commands/commands.h"
#include "cli/intervene.h"

namespace kvit::cli {

void add_terminate(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "terminate", "end a contract: its letter goes out, nothing is billed from that day on");
    command->footer(
        "Example: kvit terminate adria-social --on 2026-12-01 --reason \"we cannot meet your "
        "needs\"");
    const auto options = add_intervention_options(*command, "CONTRACT", "the contract's id");
    command->add_option("--on", options->on, "the first day without the contract")
        ->required()
        ->type_name("DATE");
    command->add_flag("--early", options->early,
                      "also before the time is over that the last demand leaves to pay");
    command->callback(
        [&call, options] { intervene(call, policy::InterventionKind::terminate, *options); });
}

}  // namespace kvit::cli
