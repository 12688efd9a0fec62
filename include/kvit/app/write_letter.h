#pragma once
// Letters that a person sends when they see fit, on record and into the outbox like any document.

#include "kvit/app/engine.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::app {

// "nudge": what the client was asked for and has not answered. "office-hours", "agreed-channel",
// "price", "extra-hours" and "scope" recall what was agreed in one contract. A further kind is a
// row in write_letter.cpp, a form in template_forms.cpp and a template in each language.
std::vector<std::string_view> letter_kinds();

struct LetterRequest {
    std::string kind;
    // A client's id, or a contract's: then of this contract alone. A letter about one contract may
    // be addressed to its client where it is the only one in force.
    std::string to;
    core::Date day;
    bool dry_run = false;  // compose it, put nothing on record
    // What some kinds are told; refused with the others.
    std::string price;             // office-hours: of the 24-hour package, per billing cycle
    std::string hours;             // extra-hours: how many, "3.5"
    std::optional<core::Date> on;  // extra-hours: from which day; absent: `day`
    std::string quote;             // scope: which quote; empty: the only one held
};

struct WrittenLetter {
    core::DocumentId id;  // "adria-nudge-2026-09-16": one of a kind, addressee and day;
                          // a scope answer: of a kind, quote and day
    std::string client_name;
    document::Document document;
    document::Message message;
    bool written_before = false;  // it was on record; nothing was added
    core::Refusals failures;      // documents that could not be drawn
};

// Refused: an unknown kind or addressee, a letter that would have nothing to say, a term that the
// contract does not have, and an option that the kind does not have.
core::Result<WrittenLetter> write_letter(const Engine& engine, const contract::Business& business,
                                         const LetterRequest& request);

}  // namespace kvit::app
