#pragma once
// Wording for an agreement, from the terms of a stored contract. Writes nothing.

#include "kvit/app/engine.h"
#include "kvit/document/clauses.h"

namespace kvit::app {

// Refuses an unknown contract.
core::Result<document::Clauses> write_clauses(const Engine& engine,
                                              const contract::Business& business,
                                              const core::ContractId& id, core::Date day);

}  // namespace kvit::app
