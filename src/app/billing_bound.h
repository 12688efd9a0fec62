#pragma once
// The bound that stops a billing run gone wrong: a file applied twice under other ids, a date in
// the wrong century. Asked before anything is issued.

#include "kvit/app/ports/store.h"

namespace kvit::app {

struct DueCount {
    std::size_t all = 0;  // cycles that are due and have a fee or an entry to bill
    // One issue date would have more than 200 invoices and more than three times those of the
    // largest earlier issue date, in the database or in this run.
    std::optional<core::Refusal> too_large;
};
DueCount count_due(const Store& store, const core::BusinessId& business, core::Date through);

}  // namespace kvit::app
