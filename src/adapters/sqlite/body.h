#pragma once
// Texts that may have to be erased one day, in tables of their own (migrations/0001_agreements.sql
// says which and why). A fact keeps the hash.

#include "adapters/sqlite/connection.h"
#include "kvit/app/ports/clock.h"
#include "kvit/core/ids.h"

#include <string>
#include <string_view>

namespace kvit::sqlite {

enum class BodyTable { personal_data, snapshot };

// Hex SHA-256 of the salt's bytes, then the body.
std::string salted_hash(std::string_view salt, std::string_view body);

// Stores the body under a new salt and returns its hash.
std::string add_body(const Connection& connection, app::Clock& clock, BodyTable table,
                     const core::BusinessId& business, std::string_view body);
void erase_body(const Connection& connection, BodyTable table, const core::BusinessId& business,
                const std::string& hash);

// A sentence for every body that is not what its hash says.
std::vector<std::string> changed_bodies(const Connection& connection);

}  // namespace kvit::sqlite
