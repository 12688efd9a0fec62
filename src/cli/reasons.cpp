#include "cli/reasons.h"

#include "kvit/core/invariant.h"
#include "kvit/document/line_reason.h"

namespace kvit::cli {

void add_reasons(document::Table& table, const std::vector<ledger::Invoice>& invoices,
                 Session& session) {
    table.columns.push_back({"why", document::Align::left, 1});
    auto row = table.rows.begin();
    for (const ledger::Invoice& invoice : invoices) {
        const auto contract = session.store().contract(session.business().id, invoice.contract);
        KVIT_INVARIANT(contract.has_value(), "the contract of an invoice is stored");
        for (const ledger::InvoiceLine& line : invoice.lines) {
            KVIT_INVARIANT(row != table.rows.end(), "each line has its row");
            (row++)->cells.push_back(
                document::line_reason(line.rated, *contract, invoice.cycle_from));
        }
    }
}

}  // namespace kvit::cli
