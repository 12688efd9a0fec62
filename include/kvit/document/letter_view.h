#pragma once
// A letter that a person sends when they see fit, not the ladder. Its kind is a template of that
// name (template_forms.cpp) and what it has to say: values for the template, and tables.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/core/date.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"
#include "kvit/document/wording.h"

#include <string>
#include <vector>

namespace kvit::document {

struct Letter {
    const contract::Business& business;
    const contract::Client& client;
    core::DocumentId id;
    core::Date day;
    std::string kind;           // names the template: "nudge"
    TemplateValues values;      // besides business, client, phone, has_phone and day
    std::vector<Table> tables;  // between opening and closing
};

// Language: the client's, formal address.
Document compose_letter(const Letter& letter, const Wording& wording);
Message letter_message(const Letter& letter, const Wording& wording);

}  // namespace kvit::document
