#pragma once
// Who paid, by the name a bank gives.

#include <string>
#include <string_view>

namespace kvit::statement {

// A name as banks leave it: upper case, letters of the six languages without their marks, signs
// dropped, and the legal form at its end apart: "Zofia Kowalska-Żółkiewska" and "ZOFIA KOWALSKA
// ZOLKIEWSKA" have one base, "Verde S.r.l." the base "VERDE" and the form "SRL". The base is empty
// where nothing is left.
struct NameKey {
    std::string base, form;
    bool operator==(const NameKey&) const = default;
};
NameKey name_key(std::string_view name);

// One name: the same base, and the same form or none on one side.
bool same_name(const NameKey& a, const NameKey& b);

}  // namespace kvit::statement
