#include "cli/commands/commands.h"
#include "cli/intervene.h"

namespace kvit::cli {

void add_hold(CLI::App& app, Invocation& call) {
    auto* command =
        app.add_subcommand("hold", "no letters and no pauses for a client for some days");
    command->footer(
        "Example: kvit hold adria --until 2026-09-30 --reason \"new contact, call first\"");
    const auto options = add_intervention_options(*command, "CLIENT", "the client's id");
    auto* until =
        command->add_option("--until", options->until, "the last day of it")->type_name("DATE");
    const auto end = std::make_shared<bool>(false);
    command->add_flag("--end", *end, "the hold is over")->excludes(until);
    command->callback([&call, options, end] {
        if (!*end && options->until.empty())
            throw CLI::ValidationError("hold", "say until when: --until DATE, or end it: --end");
        intervene(call,
                  *end ? policy::InterventionKind::hold_ended : policy::InterventionKind::hold,
                  *options);
    });
}

}  // namespace kvit::cli
