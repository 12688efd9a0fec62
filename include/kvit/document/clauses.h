#pragma once
// Ready wording for the agreement: payment day, suspension, office hours and surcharge, scope and
// agreed channel, as the contract's terms have them, in the client's language.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::document {

struct ClausesView {
    const contract::Business& business;
    const contract::Client& client;
    const contract::Contract& contract;
    core::Date day;  // at the terms in force then
    // Days after the due date from which its policy pauses work; absent: it never does.
    std::optional<int> pause_days;
};

struct Clauses {
    Document document;
    std::vector<std::string> left_out;  // "scope": what the contract has no term for, in English
};

Clauses compose_clauses(const ClausesView& view, const Wording& wording);

}  // namespace kvit::document
