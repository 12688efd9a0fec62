#pragma once
// From stored snapshots to archived files. Safe to run again at any time.

#include "kvit/app/engine.h"

namespace kvit::app {

// Renders every document that has no file yet, in batches, and records its SHA-256. A document that
// cannot be rendered is told in `failures` and left for a person; the others go on. Returns how
// many were archived.
int archive_documents(const Engine& engine, const core::BusinessId& business, core::Date day,
                      core::Refusals& failures);

// The archived file of a document, checked against its SHA-256. Refuses an unknown id; a file that
// is missing or differs is a core::EnvironmentError.
core::Result<std::string> archived_file(const Engine& engine, const core::BusinessId& business,
                                        const core::DocumentId& id);

}  // namespace kvit::app
