#include "cli/intervene.h"

#include "cli/session.h"
#include "kvit/app/intervene.h"

namespace kvit::cli {

namespace {

std::string through(const policy::Intervention& intervention) {
    return intervention.until ? " through " + core::to_iso(*intervention.until) : "";
}

std::string effect_of(const policy::Intervention& intervention) {
    using enum policy::InterventionKind;
    const std::string on = core::to_iso(intervention.on);
    switch (intervention.kind) {
        case dispute:
            return intervention.invoice.str() + " is disputed and does not count" +
                   (intervention.until ? through(intervention) : " until it is resolved");
        case resolved:
            return intervention.invoice.str() + " counts again as of " + on;
        case promise:
            return intervention.invoice.str() + " is promised and does not count" +
                   through(intervention);
        case hold:
            return "no letter goes to " + intervention.client.str() + " and no work is paused" +
                   through(intervention);
        case hold_ended:
            return "enforcement goes on for " + intervention.client.str();
        case release:
            return "the pause of " + intervention.contract.str() + " may come as of " + on;
        case resume:
            return "the work of " + intervention.contract.str() + " goes on as of " + on;
        case terminate:
            return intervention.contract.str() + " ends; its first day without the contract is " +
                   on;
    }
    return {};
}

}  // namespace

std::shared_ptr<InterventionOptions> add_intervention_options(CLI::App& command,
                                                              const std::string& subject,
                                                              const std::string& what) {
    const auto options = std::make_shared<InterventionOptions>();
    command.add_option(subject, options->subject, what)->required();
    command.add_option("--reason", options->reason, "why")->required()->type_name("TEXT");
    return options;
}

void intervene(Invocation& call, policy::InterventionKind kind,
               const InterventionOptions& options) {
    const auto on = optional_date(options.on, "--on");
    const auto until = optional_date(options.until, "--until");
    Session session(call, Use::write);
    const auto engine = session.engine();
    const auto intervention = accept(app::intervene(
        session.store(), engine.calendar, session.business().id,
        {kind, options.subject, on.value_or(session.day()), until, options.reason, options.early},
        session.day()));
    if (call.globals.quiet) return;
    call.out << "Recorded: " << effect_of(intervention)
             << ". The next kvit review or kvit day acts on it.\n";
}

}  // namespace kvit::cli
