#pragma once
// The stored decisions of a client, explained: from what was stored with them, and nothing else.

#include "kvit/app/engine.h"
#include "kvit/document/explain_view.h"

#include <vector>

namespace kvit::app {

// The last decision for `day` or before, of each currency in which the client has contracts; each
// decided anew from its stored facts. Empty where the client was never reviewed.
std::vector<document::ExplainedAccount> explain_decisions(const Engine& engine,
                                                          const core::BusinessId& business,
                                                          const contract::Client& client,
                                                          core::Date day);

}  // namespace kvit::app
