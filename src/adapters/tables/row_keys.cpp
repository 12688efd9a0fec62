#include "adapters/tables/row_keys.h"

#include <fmt/format.h>
#include <sodium/crypto_generichash.h>

#include <array>

namespace kvit::tables {

std::string content_hash(std::initializer_list<std::string_view> values) {
    std::string content;
    for (const std::string_view value : values) {
        content += std::to_string(value.size());
        content += ':';
        content += value;
    }
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(content.data()), content.size(),
                       nullptr, 0);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : hash) {
        hex += digits[byte / 16];
        hex += digits[byte % 16];
    }
    return hex;
}

core::EntryKey RowKeys::by_content(const std::string& hash) {
    return core::EntryKey(fmt::format("row:{}#{}", hash, ++count_[hash]));
}

std::optional<int> RowKeys::conflict(const std::string& ref, const std::string& hash, int line) {
    const auto& seen = refs_.try_emplace(ref, Seen{hash, line}).first->second;
    return seen.hash == hash ? std::nullopt : std::optional(seen.line);
}

}  // namespace kvit::tables
