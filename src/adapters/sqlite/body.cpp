#include "adapters/sqlite/body.h"

#include "adapters/sqlite/statement.h"
#include "kvit/core/invariant.h"

#include <sodium.h>

#include <array>

namespace kvit::sqlite {

namespace {

constexpr std::size_t salt_size = 16;

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes_of(bytes), bytes.size());
    text.pop_back();
    return text;
}

// Empty where it is not hex.
std::string from_hex(std::string_view text) {
    std::string bytes(text.size() / 2, '\0');
    std::size_t size = 0;
    const int code = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                    text.data(), text.size(), nullptr, &size, nullptr);
    return code == 0 && size == bytes.size() ? bytes : std::string();
}

void check_bodies(Query& query, const char* table, std::vector<std::string>& found) {
    while (query.step()) {
        const std::string_view hash = query.text(1);
        if (salted_hash(from_hex(query.text(2)), query.text(3)) != hash)
            found.push_back("a text in " + std::string(table) + " of business \"" +
                            std::string(query.text(0)) + "\" was changed: " + std::string(hash));
    }
}

}  // namespace

std::string salted_hash(std::string_view salt, std::string_view body) {
    crypto_hash_sha256_state state;
    Digest digest{};
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, bytes_of(salt), salt.size());
    crypto_hash_sha256_update(&state, bytes_of(body), body.size());
    crypto_hash_sha256_final(&state, digest.data());
    return hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string add_body(const Connection& connection, app::Clock& clock, BodyTable table,
                     const core::BusinessId& business, std::string_view body) {
    const std::string salt = clock.random_bytes(salt_size);
    KVIT_INVARIANT(salt.size() == salt_size, "a salt has 16 bytes");
    std::string hash = salted_hash(salt, body);
    if (table == BodyTable::personal_data)
        run(connection, R"sql(
            INSERT INTO personal_data (business, hash, salt, body) VALUES ($1, $2, $3, $4))sql",
            business, hash, hex(salt), body);
    else
        run(connection, R"sql(
            INSERT INTO snapshot (business, hash, salt, body) VALUES ($1, $2, $3, $4))sql",
            business, hash, hex(salt), body);
    return hash;
}

void erase_body(const Connection& connection, BodyTable table, const core::BusinessId& business,
                const std::string& hash) {
    if (table == BodyTable::personal_data)
        run(connection, R"sql(DELETE FROM personal_data WHERE business = $1 AND hash = $2)sql",
            business, hash);
    else
        run(connection, R"sql(DELETE FROM snapshot WHERE business = $1 AND hash = $2)sql", business,
            hash);
}

std::vector<std::string> changed_bodies(const Connection& connection) {
    std::vector<std::string> found;
    Query personal(connection, R"sql(
        SELECT business, hash, salt, body FROM personal_data ORDER BY business, hash)sql");
    check_bodies(personal, "personal_data", found);
    Query snapshots(connection, R"sql(
        SELECT business, hash, salt, body FROM snapshot ORDER BY business, hash)sql");
    check_bodies(snapshots, "snapshot", found);
    return found;
}

}  // namespace kvit::sqlite
