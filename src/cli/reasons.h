#pragma once
// Why each line of a billing run stands there.

#include "cli/session.h"
#include "kvit/document/document.h"
#include "kvit/ledger/invoice.h"

#include <vector>

namespace kvit::cli {

// Adds the column "why" to a table with one row for each line of the invoices, in their order.
void add_reasons(document::Table& table, const std::vector<ledger::Invoice>& invoices,
                 Session& session);

}  // namespace kvit::cli
