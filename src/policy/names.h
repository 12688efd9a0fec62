#pragma once
// Names of enumerators as users write and read them: one table per enum serves both directions.

#include "kvit/core/invariant.h"
#include "kvit/core/result.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace kvit::policy {

template <class Enum, std::size_t size>
using Names = std::array<std::pair<Enum, std::string_view>, size>;

template <class Enum, std::size_t size>
std::string_view name_in(const Names<Enum, size>& names, Enum value) {
    for (const auto& [candidate, name] : names) {
        if (candidate == value) return name;
    }
    KVIT_INVARIANT(false, "every enumerator has a name");
    return {};
}

template <class Enum, std::size_t size>
core::Result<Enum> parse_in(const Names<Enum, size>& names, std::string_view text,
                            std::string_view what) {
    std::string known;
    for (const auto& [value, name] : names) {
        if (name == text) return value;
        known += (known.empty() ? "" : " ") + std::string(name);
    }
    return core::refuse("", "\"" + std::string(text) + "\" is not a " + std::string(what),
                        "use one of " + known);
}

}  // namespace kvit::policy
