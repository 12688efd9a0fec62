#pragma once
// A bank statement, whatever file it came from. Words of ISO 20022.

#include "kvit/core/date.h"
#include "kvit/core/hasher.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/core/result.h"

#include <string>
#include <vector>

namespace kvit::statement {

struct StatementEntry {
    std::string bank_reference;  // the bank's own (AcctSvcrRef); empty: the content is the key
    core::Money amount;          // credit positive, debit negative
    core::Date booked_on, value_on;
    std::string end_to_end_id;            // empty where "NOTPROVIDED"
    std::string payer_name, payer_iban;   // may be empty
    std::vector<std::string> remittance;  // unstructured lines, then structured references
    bool operator==(const StatementEntry&) const = default;
};

struct BankStatement {
    std::string id;
    std::string iban;  // our account
    core::Money opening, closing;
    core::Date from, until;  // both included; the closing balance's day is `until`
    std::vector<StatementEntry> entries;
};

// Opening + entries = closing, all in one currency, each entry booked within [from, until].
core::Result<void> check(const BankStatement& statement);

// Keys of the entries in order: "ACCOUNT:reference", or "ACCOUNT:CONTENT#k" where k counts equal
// contents within one statement, so that two genuine equal bookings stay two and an overlapping
// export adds nothing. ACCOUNT and CONTENT are digests: a key stays for ever and names nobody.
std::vector<core::EntryKey> entry_keys(const BankStatement& statement, const core::Hasher& hasher);

}  // namespace kvit::statement
