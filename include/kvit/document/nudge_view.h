#pragma once
// A nudge: what the client was asked for and has not answered, what it does to the deadlines, and
// an easy way to answer.

#include "kvit/contract/contract.h"
#include "kvit/document/letter_view.h"

#include <string>
#include <vector>

namespace kvit::document {

struct NudgeItem {
    const contract::Contract& contract;
    std::string what;
    core::Date asked_on, needed_by;
    int days_waited = 0;  // calendar days after needed_by; 0: not late yet
};

struct NudgeView {
    const contract::Business& business;
    const contract::Client& client;
    core::DocumentId id;
    core::Date day;
    std::vector<NudgeItem> items;  // never empty
};

Letter nudge_letter(const NudgeView& view, const Wording& wording);

}  // namespace kvit::document
