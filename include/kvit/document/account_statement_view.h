#pragma once
// A client's statement of account in one currency: what it was asked to pay, what it paid, and what
// is left.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/core/date.h"
#include "kvit/core/money.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::document {

enum class AccountLineKind {
    invoice,
    credit_note,
    interest_note,
    payment,  // a receipt, once, on the day it was applied to the client's account
    refund,
    write_off,
    reversal  // of any of these
};

struct AccountLine {
    core::Date on;
    AccountLineKind kind = AccountLineKind::invoice;
    // Its own number, or of the invoices that it settles.
    std::vector<core::InvoiceNumber> numbers;
    core::Money amount;   // what it adds to the balance: an invoice above, a payment below zero
    core::Money balance;  // after it
    bool operator==(const AccountLine&) const = default;
};

// An invoice with something open at the end.
struct AccountOpenItem {
    core::InvoiceNumber number;
    core::Date due_on;
    core::Money open;
    bool operator==(const AccountOpenItem&) const = default;
};

// Balances are what is to be paid less what stands to the client's account: closing is the client's
// open items less its unapplied cash.
struct AccountStatement {
    core::ClientId client;
    core::Currency currency;
    std::optional<core::Date> from;  // absent: from the beginning, with nothing before
    core::Date through;              // included
    core::Money opening;
    std::vector<AccountLine> lines;  // by day, then as recorded
    core::Money closing;
    std::vector<AccountOpenItem> open;  // by due date, number
};

std::string_view name_of(AccountLineKind kind);

// "FV/2026/01/001, FV/2026/01/002"; empty for none.
std::string numbers_text(const AccountLine& line);

// Portrait A4 in the client's language: one account after the other, each on a page of its own,
// with its open invoices and, where something is to be paid, where to pay it.
Document compose_account_statement(const std::vector<AccountStatement>& accounts,
                                   const contract::Business& business,
                                   const contract::Client& client, const Wording& wording);

}  // namespace kvit::document
