#include "cli/commands/commands.h"
#include "cli/intervene.h"

namespace kvit::cli {

void add_dispute(CLI::App& app, Invocation& call) {
    auto* command = app.add_subcommand(
        "dispute", "an invoice the client objects to: it does not count until that is settled");
    command->footer(
        "Example: kvit dispute FV/2026/08/001 --until 2026-09-30 --reason \"hours in question\"");
    const auto options = add_intervention_options(*command, "INVOICE", "the invoice's number");
    command->add_option("--until", options->until, "the last day on which it does not count")
        ->type_name("DATE");
    const auto resolved = std::make_shared<bool>(false);
    command->add_flag("--resolved", *resolved, "the dispute is over: it counts again");
    command->callback([&call, options, resolved] {
        using Kind = policy::InterventionKind;
        intervene(call, *resolved ? Kind::resolved : Kind::dispute, *options);
    });
}

}  // namespace kvit::cli
