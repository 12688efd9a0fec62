#pragma once
// Letters that a person sends when they see fit, on record and into the outbox like any document.

#include "kvit/app/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::app {

// "nudge": what the client was asked for and has not answered. A further kind is a row in
// write_letter.cpp, a form in template_forms.cpp and a template in each language.
std::vector<std::string_view> letter_kinds();

struct LetterRequest {
    std::string kind;
    std::string to;  // a client's id, or a contract's: then of this contract alone
    core::Date day;
    bool dry_run = false;  // compose it, put nothing on record
};

struct WrittenLetter {
    core::DocumentId id;  // "adria-nudge-2026-09-16": one of a kind, addressee and day
    std::string client_name;
    document::Document document;
    document::Message message;
    bool written_before = false;  // it was on record; nothing was added
    core::Refusals failures;      // documents that could not be drawn
};

// Refused: an unknown kind or addressee, and a letter that would have nothing to say.
core::Result<WrittenLetter> write_letter(const Engine& engine, const contract::Business& business,
                                         const LetterRequest& request);

}  // namespace kvit::app
