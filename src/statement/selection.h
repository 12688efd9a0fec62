#pragma once
// Which of a client's open items a sum settles to the last unit.

#include "kvit/ledger/allocation.h"

#include <span>
#include <vector>

namespace kvit::statement {

struct Selection {
    enum class Found { none, one, several } found = Found::none;
    std::vector<ledger::OpenItem> items;  // found one: in the order given
    bool among_equals = false;            // an item not chosen has the amount of one that is
};

// `items` have something open, in the law's order: oldest first. Items with equal open amounts are
// settled oldest first, so they count as one way; more than one way is several, and so is a search
// that would take too long.
Selection exact_selection(std::span<const ledger::OpenItem> items, core::Money amount);

}  // namespace kvit::statement
