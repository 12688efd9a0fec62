#pragma once
// Files of templates/ that are built into the binary, by path below it ("rules/holiday_rules.csv").

#include <string_view>
#include <vector>

namespace kvit::resources {

// The file's bytes; a path that is not built in is an invariant.
std::string_view file(std::string_view path);
// Paths that begin with `prefix`, sorted.
std::vector<std::string_view> below(std::string_view prefix);

}  // namespace kvit::resources
