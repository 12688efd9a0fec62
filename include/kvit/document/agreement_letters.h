#pragma once
// Letters that recall what was agreed: office hours, channel, price, extra hours and scope. Each
// refuses where the contract has no such term, naming the one to agree on.

#include "kvit/contract/contract.h"
#include "kvit/core/result.h"
#include "kvit/document/letter_view.h"
#include "kvit/ledger/rating.h"

#include <optional>
#include <string>

namespace kvit::document {

// Of one contract, at its terms on the letter's day.
struct AgreementLetter {
    const contract::Business& business;
    const contract::Client& client;
    const contract::Contract& contract;
    core::DocumentId id;
    core::Date day;
};

// The hours, what is billed outside them, and the 24-hour package at `package` per billing cycle.
// Refused also where the contract has that package: nothing is charged then.
core::Result<Letter> office_hours_letter(const AgreementLetter& about, core::Money package,
                                         const Wording& wording);
// The one channel, and a weekly meeting offered.
core::Result<Letter> agreed_channel_letter(const AgreementLetter& about, const Wording& wording);
// This is already the best rate. Every contract has a price.
Letter price_letter(const AgreementLetter& about, const Wording& wording);
// `minutes` beyond the included hours from the day `from` on, at the agreed price for them.
core::Result<Letter> extra_hours_letter(const AgreementLetter& about, std::int64_t minutes,
                                        core::Date from, const Wording& wording);

struct ScopeQuote {
    std::string id;
    const ledger::HeldQuote& held;  // priced
};
// Outside the agreement: here is the quote, and the booking link where the business has one.
Letter scope_letter(const AgreementLetter& about, const ScopeQuote& quote, const Wording& wording);

}  // namespace kvit::document
