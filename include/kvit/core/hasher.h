#pragma once
// A digest of text for keys that must not show what they were made of: payer names and free text
// would otherwise stand for ever in the ledger's keys. Given by the composition root (SHA-256 in
// hex).

#include <functional>
#include <string>
#include <string_view>

namespace kvit::core {

using Hasher = std::function<std::string(std::string_view)>;

}  // namespace kvit::core
