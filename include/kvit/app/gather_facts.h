#pragma once
// What the policy step must know, read from the store as of a day.

#include "kvit/app/ports/store.h"
#include "kvit/contract/client.h"
#include "kvit/policy/facts.h"

#include <set>
#include <span>
#include <vector>

namespace kvit::app {

// One client's contracts in one currency on a day.
struct Account {
    contract::Client client;
    core::Currency currency;
    std::vector<contract::Contract> contracts;  // by id
};

// Accounts in order of client, currency.
std::vector<Account> accounts_of(const Store& store, const core::BusinessId& business,
                                 const contract::Client& client);

// `credited`: invoices that credit notes took back whole by the day.
policy::Facts gather_facts(const Store& store, const core::BusinessId& business,
                           const Account& account, core::Date day, std::span<const ItemState> items,
                           const std::set<core::InvoiceNumber>& credited, core::Money unapplied,
                           std::span<const Notice> notices);

}  // namespace kvit::app
