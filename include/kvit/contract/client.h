#pragma once
// Who is billed.

#include "kvit/contract/business.h"

namespace kvit::contract {

enum class ClientKind { business, consumer, public_body };

struct Client {
    core::ClientId id;
    std::string name;
    core::Country country;  // its calendar decides on which days letters go out
    ClientKind kind = ClientKind::business;
    std::string tax_id;  // without the country prefix; may be empty
    core::Language language = core::Language::en;
    std::string email;
    Address address;
    // Accounts of ours that this client alone is asked to pay to (a bank's virtual accounts for
    // mass payments): whatever comes in there is this client's. At most one per currency; else the
    // business's own.
    std::vector<BankAccount> virtual_accounts{};

    bool operator==(const Client&) const = default;
};

}  // namespace kvit::contract
