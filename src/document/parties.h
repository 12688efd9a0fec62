#pragma once
// Who writes to whom, and where to pay: the parts that invoices and notices share.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/core/date.h"
#include "kvit/core/money.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::document {

// Language of the words and the two parties.
struct Parties {
    const contract::Business& business;
    const contract::Client& client;
    const Wording& wording;
    core::Language language() const { return client.language; }
    std::string word(std::string_view key) const { return wording.word(client.language, key); }
};

Letterhead letterhead(const Parties& parties);
// Name, street, place, country where it is another one, tax number.
std::vector<std::string> addressee(const Parties& parties);

// "PL61109010140000071219812874" -> groups of four with no-break spaces.
std::string grouped_iban(std::string_view iban);

// Payee, account in the amount's currency (the client's virtual one before the business's), amount,
// reference, due date. Where there is no account in that currency its rows are left out.
PaymentBox payment_box(const Parties& parties, core::Money amount, const std::string& reference,
                       std::optional<core::Date> due_on);
bool has_account(const Parties& parties, core::Currency currency);

// The box as lines "label: value" for an e-mail.
std::string as_text(const PaymentBox& box);

// Blank lines part paragraphs.
std::vector<Paragraph> paragraphs(const std::string& text);

}  // namespace kvit::document
