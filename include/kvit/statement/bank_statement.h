#pragma once
// A bank statement, whatever file it came from. Words of ISO 20022.

#include "kvit/core/date.h"
#include "kvit/core/hasher.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::statement {

struct StatementEntry {
    std::string bank_reference;  // the bank's own (AcctSvcrRef); empty: the content is the key
    core::Money amount;          // credit positive, debit negative
    core::Date booked_on, value_on;
    std::string end_to_end_id;            // empty where "NOTPROVIDED"
    std::string payer_name, payer_iban;   // may be empty
    std::vector<std::string> remittance;  // unstructured lines, then structured references
    // Why, where it is a payment that came back or a booking taken back: the bank's reason code
    // ("AC04", "reversal"); empty otherwise.
    std::string returned{};
    // Of money in, the account of ours that the payer paid to, where told: the statement's own, or
    // a virtual one that stands for a client. No part of the key.
    std::string credited_iban{};
    bool operator==(const StatementEntry&) const = default;
};

struct BankStatement {
    std::string id;
    std::string iban;  // our account
    core::Money opening, closing;
    core::Date from, until;  // both included; the closing balance's day is `until`
    std::vector<StatementEntry> entries;
    // False: the file tells no balances (a notification, some exports as CSV). Then `opening` is
    // nothing and `closing` the sum, and that no entry is missing cannot be checked.
    bool has_balances = true;
};

// Between the reference of an entry and what tells its parts apart: "REF//1". No reference holds it
// (SWIFT, EPC: "//" is not allowed inside a reference).
inline constexpr std::string_view part_separator = "//";

// Opening + entries = closing, all in one currency, each entry booked within [from, until].
core::Result<void> check(const BankStatement& statement);

// Whether two entries under one bank reference are one booking: amount and booking day are equal,
// and nothing that both tell differs. Banks tell less in one file than in another: payer and
// references may be missing on one side, remittance lines too, and of an entry that tells no payer
// and no end-to-end id the text is the bank's own. A value date equal to the booking date may stand
// for a missing one.
bool same_booking(const StatementEntry& a, const StatementEntry& b);

// Keys of the entries in order: "ACCOUNT:reference", or "ACCOUNT:CONTENT#k" where k counts equal
// contents within one statement, so that two genuine equal bookings stay two and an overlapping
// export adds nothing. ACCOUNT and CONTENT are digests: a key stays for ever and names nobody.
std::vector<core::EntryKey> entry_keys(const BankStatement& statement, const core::Hasher& hasher);

}  // namespace kvit::statement
