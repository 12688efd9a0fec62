#pragma once
// Payment references that machines read.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::statement {

// The reference inside an ISO 11649 creditor reference, blanks aside, upper case: "RF18 5390 0754
// 7034" -> "539007547034". Nothing where it is none or its check digits (mod 97-10) are wrong.
std::optional<std::string> creditor_reference(std::string_view text);

// The groups of a Croatian "poziv na broj" of model HR00 or HR99: "HR00 12-1-1" -> "12", "1", "1".
// Empty where it is none (FINA: model and up to 22 digits in groups parted by hyphens). Neither
// model has check digits.
std::vector<std::string> croatian_reference(std::string_view text);

}  // namespace kvit::statement
