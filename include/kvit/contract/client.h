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

    bool operator==(const Client&) const = default;
};

}  // namespace kvit::contract
