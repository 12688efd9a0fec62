#pragma once
// What became of an invoice: every movement of what is open on it.

#include "kvit/app/engine.h"

#include <optional>
#include <vector>

namespace kvit::app {

struct Settlement {
    ItemMovement movement;
    core::Money open_after;
    // Of a payment on an invoice in another currency than the books', where the rates of both days
    // were imported: the day of each by the issuer's law. Information only.
    std::optional<core::Money> exchange_difference;
};

// By day, then as recorded; empty for a credit note, which is no item of its own, and for an
// unknown number.
std::vector<Settlement> report_settlement(const Engine& engine, const contract::Business& business,
                                          const core::InvoiceNumber& number, core::Date as_of);

}  // namespace kvit::app
