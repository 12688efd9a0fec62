#pragma once
// What agreement files say, read and checked in themselves, before it meets the database.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/policy/enforcement_policy.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::app {

// A value and its place in the file, for refusals that need the database ("studio-ada.toml:12").
template <class T>
struct At {
    std::string where;
    T value;
};

struct Agreement {
    std::optional<At<contract::Business>>
        business;  // absent: the database's (or --business) is meant
    std::vector<At<contract::Client>> clients;
    std::vector<At<contract::Contract>> contracts;
    std::vector<At<policy::EnforcementPolicy>> policies;
    // Contracts that name no law, in a file without [business]: theirs is that of the business's
    // country, which the use case knows and fills in; until then `law` is a placeholder.
    std::vector<core::ContractId> law_from_business;
};

}  // namespace kvit::app
