#include "kvit/ledger/legal_basis.h"

#include <fmt/format.h>

#include <algorithm>

namespace kvit::ledger {

std::string_view name_of(RowStatus status) {
    switch (status) {
        case RowStatus::verified:
            return "verified";
        case RowStatus::confirmed:
            return "confirmed";
        case RowStatus::derived:
            return "derived";
        case RowStatus::single_source:
            return "single-source";
        case RowStatus::from_memory:
            break;
    }
    return "from-memory";
}

bool may_be_claimed(const LegalBasis& basis) {
    return basis.status == RowStatus::verified || basis.status == RowStatus::confirmed;
}

std::string to_text(const LegalBasis& basis) {
    return fmt::format("{} {} since {}: {} ({})", basis.country.code(), basis.series,
                       core::to_iso(basis.since), basis.content, name_of(basis.status));
}

std::string confirming_command(const LegalBasis& basis) {
    return "kvit rate confirm " + basis.country.code() + " " + core::to_iso(basis.since);
}

void confirm(LegalBasis& basis, const std::vector<ConfirmedRow>& confirmed) {
    if (may_be_claimed(basis)) return;
    const ConfirmedRow row{basis.country, basis.series, basis.since, basis.content};
    if (std::ranges::find(confirmed, row) != confirmed.end()) basis.status = RowStatus::confirmed;
}

}  // namespace kvit::ledger
