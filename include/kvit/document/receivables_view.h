#pragma once
// What clients owe on a day: by age, item by item with the day each is expected, and how long money
// is outstanding on the whole.

#include "kvit/contract/business.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/aging.h"
#include "kvit/ledger/expected_payment.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kvit::document {

struct OpenItemRow {
    ledger::OpenItem item;
    int days_past_due = 0;  // negative: not due yet
    ledger::ExpectedPayment expected;
};

// Days sales outstanding of one currency: what is open on the day, over what was sold (gross, on
// credit, less credit notes) in the last `days` days, times those days. Absent where nothing was
// sold. It says how long money is outstanding only where sales are steady.
struct SalesOutstanding {
    core::Currency currency;
    core::Money open, sales;
    int days = 90;
    std::optional<double> dso;
    // Mean signed days late of invoices settled in the last `days` days; absent where none was.
    std::optional<double> mean_days_late;
    int settled = 0;
};

struct ReceivablesReport {
    core::Date as_of;
    std::vector<ledger::AgingRow> aging;              // by client, currency
    std::map<core::ClientId, std::string> names;      // of the clients in it
    std::vector<SalesOutstanding> outstanding;        // by currency
    std::optional<std::vector<OpenItemRow>> items{};  // by client, currency, due date, number
};

// "history", "trend", "too_few", "beyond_history" or "nothing".
std::string_view name_of(ledger::ExpectedBasis basis);

// Landscape A4 in the owner's language.
Document compose_receivables(const ReceivablesReport& report, const contract::Business& business,
                             const Wording& wording);

}  // namespace kvit::document
