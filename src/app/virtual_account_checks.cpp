#include "virtual_account_checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace kvit::app {

namespace {

using Owners = std::map<std::string, std::string>;  // by IBAN

bool names_accounts(const Part& part) {
    return std::ranges::any_of(part.agreement->clients, [](const auto& client) {
        return !client.value.virtual_accounts.empty();
    });
}

// What stays as it is when the parts of one business are applied: the business's own accounts and
// those of clients that no file names.
Owners owners_before(const Store& store, std::span<const Part> parts,
                     const core::BusinessId& business) {
    Owners owners;
    std::set<core::ClientId> replaced;
    auto own = store.business(business);
    for (const Part& part : parts) {
        if (part.business != business) continue;
        if (part.agreement->business) own = part.agreement->business->value;
        for (const auto& client : part.agreement->clients) replaced.insert(client.value.id);
    }
    for (const auto& account : own->accounts)
        owners.emplace(account.iban, "business " + business.str());
    store.for_each_client(business, [&](const contract::Client& client) {
        if (replaced.contains(client.id)) return;
        for (const auto& account : client.virtual_accounts)
            owners.emplace(account.iban, "client " + client.id.str());
    });
    return owners;
}

}  // namespace

void check_virtual_accounts(const Store& store, std::span<const Part> parts,
                            core::Refusals& refusals) {
    std::map<core::BusinessId, Owners> owners;
    for (const Part& part : parts) {
        if (!names_accounts(part)) continue;
        if (!owners.contains(part.business))
            owners.emplace(part.business, owners_before(store, parts, part.business));
        for (const auto& [where, client] : part.agreement->clients) {
            const std::string name = "client " + client.id.str();
            for (const auto& account : client.virtual_accounts) {
                const auto [owner, is_free] = owners[part.business].try_emplace(account.iban, name);
                if (is_free || owner->second == name) continue;
                refusals.push_back({where,
                                    "the virtual account " + account.iban + " of " + name +
                                        " is that of " + owner->second,
                                    "give each client an account of its own"});
            }
        }
    }
}

}  // namespace kvit::app
