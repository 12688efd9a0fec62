#pragma once
// A dated row of law or of a published rate that a claim rests on, and how sure kvit is of it. What
// is not sure may be shown, but is claimed only after a person confirmed it once.

#include "kvit/core/country.h"
#include "kvit/core/date.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::ledger {

// From sure to unsure. `confirmed`: a person added the row or confirmed it.
enum class RowStatus { verified, confirmed, derived, single_source, from_memory };

std::string_view name_of(RowStatus status);  // "single-source"

struct LegalBasis {
    core::Country country;
    std::string series;  // "NBP_REFERENCE"; of rules "interest business", "compensation"
    core::Date since;
    std::string content;  // what it says: "3.75 %", "reference + 8 points"; what is confirmed
    RowStatus status = RowStatus::from_memory;
    std::string source;
    bool operator==(const LegalBasis&) const = default;
};

bool may_be_claimed(const LegalBasis& basis);  // verified or confirmed

// "PL NBP_REFERENCE since 2026-03-05: 3.75 % (derived)".
std::string to_text(const LegalBasis& basis);
// The command that confirms it: "kvit rate confirm PL 2026-03-05".
std::string confirming_command(const LegalBasis& basis);

// What a person confirmed. It holds for the content seen: a row that says something else in a later
// version of kvit is not confirmed.
struct ConfirmedRow {
    core::Country country;
    std::string series;
    core::Date since;
    std::string content;
    bool operator==(const ConfirmedRow&) const = default;
};

void confirm(LegalBasis& basis, const std::vector<ConfirmedRow>& confirmed);

}  // namespace kvit::ledger
