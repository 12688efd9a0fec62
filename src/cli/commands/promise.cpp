#include "cli/commands/commands.h"
#include "cli/intervene.h"

namespace kvit::cli {

void add_promise(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "promise", "the client promised to pay by a day: until then the invoice does not count");
    command->footer(
        "Example: kvit promise FV/2026/08/001 --until 2026-09-30 --reason \"said so on the "
        "phone\"");
    const auto options = add_intervention_options(*command, "INVOICE", "the invoice's number");
    command->add_option("--until", options->until, "the promised day")
        ->required()
        ->type_name("DATE");
    command->callback(
        [&call, options] { intervene(call, policy::InterventionKind::promise, *options); });
}

}  // namespace kvit::cli
