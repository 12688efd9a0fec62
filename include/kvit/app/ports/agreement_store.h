#pragma once
// What was agreed, as last applied.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/policy/enforcement_policy.h"

#include <functional>
#include <optional>
#include <vector>

namespace kvit::app {

class AgreementStore {
  public:
    virtual ~AgreementStore() = default;

    virtual std::vector<core::BusinessId> businesses() const = 0;  // sorted
    virtual std::optional<contract::Business> business(const core::BusinessId& id) const = 0;
    virtual void put_business(const contract::Business& business) = 0;

    virtual std::optional<contract::Client> client(const core::BusinessId& business,
                                                   const core::ClientId& id) const = 0;
    virtual void put_client(const core::BusinessId& business, const contract::Client& client) = 0;
    virtual void for_each_client(
        const core::BusinessId& business,
        const std::function<void(const contract::Client&)>& visit) const = 0;

    virtual std::optional<contract::Contract> contract(const core::BusinessId& business,
                                                       const core::ContractId& id) const = 0;
    virtual void put_contract(const core::BusinessId& business,
                              const contract::Contract& contract) = 0;
    // Sorted by client, then contract. The visitor may write to the store.
    virtual void for_each_contract(
        const core::BusinessId& business,
        const std::function<void(const contract::Contract&)>& visit) const = 0;
    virtual std::vector<contract::Contract> contracts_of(const core::BusinessId& business,
                                                         const core::ClientId& client) const = 0;

    // The user's own policies; the built-in ones are not stored.
    virtual std::optional<policy::EnforcementPolicy> policy(const core::BusinessId& business,
                                                            const core::PolicyId& id) const = 0;
    virtual void put_policy(const core::BusinessId& business,
                            const policy::EnforcementPolicy& policy) = 0;
};

}  // namespace kvit::app
