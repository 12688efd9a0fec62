#include "kvit/app/find_party.h"

#include "kvit/core/invariant.h"

namespace kvit::app {

core::Result<Party> find_party(const Store& store, const core::BusinessId& business,
                               const std::string& id) {
    if (auto client = store.client(business, core::ClientId(id)))
        return Party{std::move(*client), std::nullopt};
    auto contract = store.contract(business, core::ContractId(id));
    if (!contract) {
        return core::refuse("", "there is no client and no contract \"" + id + "\"",
                            "give an id as the agreement names it");
    }
    auto client = store.client(business, contract->client);
    KVIT_INVARIANT(client.has_value(), "a stored contract has its client");
    return Party{std::move(*client), std::move(contract)};
}

std::vector<contract::Client> clients_in(const Store& store, const core::BusinessId& business,
                                         const std::optional<Party>& of) {
    if (of) return {of->client};
    std::vector<contract::Client> clients;
    store.for_each_client(business,
                          [&](const contract::Client& client) { clients.push_back(client); });
    return clients;
}

}  // namespace kvit::app
