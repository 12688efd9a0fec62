#pragma once
// Whom or what a command names: a client, or one contract of a client.

#include "kvit/app/ports/store.h"
#include "kvit/core/result.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::app {

struct Party {
    contract::Client client;
    std::optional<contract::Contract> contract;  // the one named, where one is
    // Whether it is the contract named, or any of the client's.
    bool covers(const core::ContractId& id) const { return !contract || contract->id == id; }
};

// A client's id goes before a contract's that is spelled the same. Refuses an id of neither.
core::Result<Party> find_party(const Store& store, const core::BusinessId& business,
                               const std::string& id);

// The client named, or every one by id where nobody is.
std::vector<contract::Client> clients_in(const Store& store, const core::BusinessId& business,
                                         const std::optional<Party>& of);

}  // namespace kvit::app
