#include "adapters/system/sha256.h"

#include "kvit/core/invariant.h"

#include <sodium.h>

#include <array>

namespace kvit::system {

std::string sha256_hex(std::string_view bytes) {
    KVIT_INVARIANT(sodium_init() >= 0, "libsodium starts");
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

}  // namespace kvit::system
