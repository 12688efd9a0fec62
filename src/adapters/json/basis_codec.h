#pragma once
// What a decision was made of, as stored beside it. Canonical like snapshot_codec.h.

#include "kvit/app/ports/enforcement_store.h"

#include <string>
#include <string_view>

namespace kvit::json {

std::string encode(const app::DecisionBasis& basis);
app::DecisionBasis decode_basis(std::string_view text);

}  // namespace kvit::json
