#pragma once
// The nouns of an agreement file, each from its section. Mistakes are noted in the section's
// report; the value returned is then only a placeholder.

#include "adapters/agreement/section.h"
#include "kvit/app/ports/clock.h"
#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/policy/enforcement_policy.h"

#include <optional>

namespace kvit::agreement {

contract::Business read_business(const Section& section, const app::Clock& clock);
contract::Client read_client(const Section& section);
contract::Address read_address(const Section& section);
// `law` is what a contract without a law of its own is under.
contract::Contract read_contract(const Section& section, core::Country law);
policy::EnforcementPolicy read_policy(const Section& section);

// The terms that a contract or an amendment names, over those before it.
enum class TermsOf { contract, amendment };
contract::Terms read_terms(const Section& section, contract::Terms before, core::Currency currency,
                           TermsOf of);
extern const std::vector<std::string_view> term_keys;

// Stand-ins for values that could not be read.
core::Country some_country();
core::Currency some_currency();

}  // namespace kvit::agreement
