#pragma once
// The keys under which rows are known: importing a file again changes nothing (formats §2).

#include "kvit/core/ids.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kvit::tables {

// 128 bits of BLAKE2b over the values, each preceded by its length, in hex: the same on every
// machine and in every version, since it is stored.
std::string content_hash(std::initializer_list<std::string_view> values);

class RowKeys {
  public:
    // "row:HASH#1", "#2" … for rows that say the same within the file.
    core::EntryKey by_content(const std::string& hash);
    // The line of an earlier row with this ref that says something else; nothing where there is
    // none.
    std::optional<int> conflict(const std::string& ref, const std::string& hash, int line);

  private:
    struct Seen {
        std::string hash;
        int line;
    };
    std::unordered_map<std::string, int> count_;
    std::unordered_map<std::string, Seen> refs_;
};

}  // namespace kvit::tables
