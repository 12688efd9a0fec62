#pragma once
// Private to the commands by which a person decides about enforcement: one request, one sentence.

#include "cli/invocation.h"
#include "kvit/policy/intervention.h"

#include <memory>
#include <string>

namespace kvit::cli {

struct InterventionOptions {
    std::string subject, on, until, reason;
    bool early = false;
};

// The command's own options are added by the caller; --reason is needed by all.
std::shared_ptr<InterventionOptions> add_intervention_options(CLI::App& command,
                                                              const std::string& subject,
                                                              const std::string& what);

// Puts it on record and says what it does, as of --on or the day of the command.
void intervene(Invocation& call, policy::InterventionKind kind, const InterventionOptions& options);

}  // namespace kvit::cli
