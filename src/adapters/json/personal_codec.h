#pragma once
// The parts of facts that name people or that people typed, as the bodies of personal_data. Reading
// fills them into a value whose other parts are read already; without a body (erased) they stay
// empty.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/ledger/invoice.h"
#include "kvit/statement/bank_statement.h"

#include <string>
#include <string_view>

namespace kvit::json {

std::string encode_personal(const contract::Business& business);
void decode_personal(std::string_view text, contract::Business& business);

std::string encode_personal(const contract::Client& client);
void decode_personal(std::string_view text, contract::Client& client);

// Note, title and titles of fixed items; without_personal() is the rest. The suspension clause is a
// reference that decides about pauses, so it stays.
std::string encode_personal(const contract::TermsVersion& version);
void decode_personal(std::string_view text, contract::TermsVersion& version);
contract::Terms without_personal(contract::Terms terms);

// Titles and texts of the lines, and the reason of a credit note.
std::string encode_personal(const ledger::Invoice& invoice);
void decode_personal(std::string_view text, ledger::Invoice& invoice);

// Who paid, from which account, and what they wrote.
std::string encode_personal(const statement::StatementEntry& entry);
void decode_personal(std::string_view text, statement::StatementEntry& entry);

}  // namespace kvit::json
