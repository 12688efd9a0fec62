#pragma once
// Re-derives everything that can be re-derived and compares it with what is stored.

#include "kvit/app/engine.h"

#include <string>
#include <vector>

namespace kvit::app {

struct Check {
    std::string name;  // "open_items"
    bool ok = true;
    std::string detail;  // what was compared, or the first differences
};

// Checks: database, journal, invoices, numbers, receipts, open_items, documents, pauses.
std::vector<Check> verify(const Engine& engine, const contract::Business& business);

}  // namespace kvit::app
