#pragma once
// What an invoice billed, entry by entry: read from what was stored when it was issued.

#include "kvit/app/engine.h"
#include "kvit/document/timesheet_view.h"

#include <string>

namespace kvit::app {

// Refuses an unknown number and what has no lines (a notice). Texts that were erased are empty.
core::Result<document::InvoiceSources> report_sources(const Store& store, const Clock& clock,
                                                      const contract::Business& business,
                                                      const core::InvoiceNumber& number);

// The invoice as issued with its timesheet behind it: a rendering of its own, the archived file
// stays. Refuses as above, an invoice that bills no entries, an erased one, and a note with a
// letter that `renderer` cannot draw.
core::Result<std::string> render_with_timesheet(const Engine& engine,
                                                const contract::Business& business,
                                                const core::InvoiceNumber& number,
                                                DocumentRenderer& renderer);

}  // namespace kvit::app
