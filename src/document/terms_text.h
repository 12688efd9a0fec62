#pragma once
// Agreed terms in words: what letters about the agreement and its clauses share.

#include "kvit/contract/contract.h"
#include "kvit/core/language.h"
#include "kvit/document/wording.h"

#include <string>

namespace kvit::document {

struct TermsText {
    core::Language language;
    const Wording& wording;

    std::string word(std::string_view key) const { return wording.word(language, key); }
    std::string quoted(const std::string& title) const;
    std::string days(const contract::Availability& hours) const;  // "Monday–Friday, Sunday"
    static std::string clock(int minute);                         // 540 -> "09:00"
    std::string channel(const std::string& name) const;           // "email" -> "e-pošta"
    std::string counted_days(int count) const;                    // "8 dni"
    std::string per_hour(core::Money hourly) const;               // "40,00 EUR / godz."
};

// A price after hours, as an invoice would round it.
core::Result<core::Money> times(core::Money price, core::Ratio multiplier);

// A package that covers nights and weekends switches the surcharge off.
bool covers_after_hours(const contract::Terms& terms);

}  // namespace kvit::document
