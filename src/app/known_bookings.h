#pragma once
// Which entries of a statement are booked already under another key: a batch told whole in one file
// and in parts in another, as a statement and its notification often do.

#include "kvit/app/ports/store.h"
#include "kvit/core/ids.h"
#include "kvit/statement/bank_statement.h"

#include <vector>

namespace kvit::app {

enum class Known {
    by_its_key,  // or not at all: the store tells
    otherwise,   // the same money is booked: whole for its parts, parts for the whole
    differently  // booked under the same reference, but not the same sum
};

// One verdict per entry; `keys` are statement::entry_keys of the statement. Reads the store as it
// is before the statement's entries are added.
std::vector<Known> known_bookings(const Store& store, const core::BusinessId& business,
                                  const statement::BankStatement& statement,
                                  const std::vector<core::EntryKey>& keys);

}  // namespace kvit::app
