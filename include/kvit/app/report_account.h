#pragma once
// A client's statement of account.

#include "kvit/app/ports/store.h"
#include "kvit/core/result.h"
#include "kvit/document/account_statement_view.h"

#include <optional>
#include <vector>

namespace kvit::app {

struct AccountQuestion {
    core::ClientId client;
    std::optional<core::Date> from;  // absent: from the beginning
    core::Date through;              // included
    std::optional<core::Date> known_on;
    std::optional<core::Currency> currency;  // absent: every one
};

// One account for each currency that moved by `through`, sorted; one of zeros in the currency of
// the client's first contract (or the books') where none did. Holds the lines of the range only.
// Refuses an unknown client, and a range that ends before it begins.
core::Result<std::vector<document::AccountStatement>> report_account(
    const Store& store, const contract::Business& business, const AccountQuestion& question);

}  // namespace kvit::app
