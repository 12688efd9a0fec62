#pragma once
// How late each contract's invoices were paid, and whether that grows.

#include "kvit/contract/business.h"
#include "kvit/core/money.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/lateness.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kvit::document {

struct LatenessCycle {
    core::InvoiceNumber invoice;
    core::Date due_on;                     // effective
    std::optional<core::Date> settled_on;  // absent: open
    int days_late = 0;                     // signed; of an open one a lower bound
    bool open = false;
    core::Money gross;
};

struct LatenessRow {
    core::ClientId client;
    std::string client_name;
    core::ContractId contract;
    std::vector<LatenessCycle> cycles;  // that the trend counts, at most 12
    ledger::Trend trend;
    std::optional<double> amount_weighted_days_late;  // by gross; absent without a cycle
    bool three_rise = false;                          // a hint, see ledger::three_rise
    std::optional<int> expected_days_late_next;       // absent where nothing was settled yet
};

struct LatenessReport {
    core::Date as_of;
    std::vector<LatenessRow> rows;  // by client, contract
};

// Days late of each cycle as bars, an open one hollow. Titled as given.
Chart lateness_chart(std::span<const LatenessCycle> cycles, const std::string& title,
                     core::Language language, const Wording& wording);

// Landscape A4 in the owner's language: one table of the contracts; then of each with a cycle the
// chart and its cycles.
Document compose_lateness(const LatenessReport& report, const contract::Business& business,
                          const Wording& wording);

}  // namespace kvit::document
