#include "kvit/contract/contract.h"

#include "kvit/core/invariant.h"

#include <algorithm>

namespace kvit::contract {

const Terms& Contract::terms_on(core::Date day) const {
    KVIT_INVARIANT(!versions.empty(), "a contract has terms");
    const TermsVersion* current = &versions.front();
    for (const TermsVersion& version : versions) {
        if (version.since <= day) current = &version;
    }
    return current->terms;
}

bool in_scope(const Terms& terms, std::string_view service) {
    return terms.scope.empty() || std::ranges::find(terms.scope, service) != terms.scope.end();
}

std::optional<core::Money> hourly_rate(const Terms& terms, std::string_view service) {
    const auto rate = std::ranges::find(terms.rates, service, &ServiceRate::service);
    if (rate == terms.rates.end()) return std::nullopt;
    return rate->hourly;
}

}  // namespace kvit::contract
