#pragma once
// What the owner's reports have in common.

#include "kvit/contract/business.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"

#include <string>
#include <string_view>

namespace kvit::document {

inline constexpr std::string_view no_value = "–";

// Landscape, with letterhead and title, in the owner's language.
Document report_document(const std::string& title, const contract::Business& business,
                         const Wording& wording);

// With at most `decimals` (0 to 4) decimals, half away from zero, as the language writes it.
std::string number(core::Language language, double value, int decimals);
// 0.25 -> "25 %".
std::string percent(core::Language language, double share, const Wording& wording);

}  // namespace kvit::document
