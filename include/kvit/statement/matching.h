#pragma once
// Which of our invoices a receipt settles. Certain matches only: money is never guessed.

#include "kvit/core/ids.h"
#include "kvit/ledger/allocation.h"
#include "kvit/statement/bank_statement.h"
#include "kvit/statement/number_index.h"

#include <span>
#include <string>
#include <vector>

namespace kvit::statement {

// How the payer is known to be a client: by an account (or, where the bank gives none, a name) that
// settled that client's invoices before and no other's, or by a name that one client alone has.
enum class KnownBy { nothing, name, account };

struct Payer {
    KnownBy by = KnownBy::nothing;
    core::ClientId client;               // empty where nothing is known
    std::vector<ledger::OpenItem> open;  // the client's, in the receipt's currency, oldest first
};

// An item, open or settled, that the text names.
struct NamedItem {
    ledger::OpenItem item;
    Spelling spelling = Spelling::clear;
};

// What speaks for a match, looked up by the caller.
struct Evidence {
    std::vector<NamedItem> named;
    Payer payer;
};

enum class MatchVerdict { certain, ambiguous, unknown };

struct Match {
    MatchVerdict verdict = MatchVerdict::unknown;
    std::vector<core::InvoiceNumber>
        items;           // certain: to settle, in this order; ambiguous: candidates
    std::string reason;  // why ambiguous or unknown, for a person
};

// The payer's own designation comes first. One number named: that item. Several: those items, if
// they are one client's and the amount is the sum of what is open on them, or less by no more than
// a bank charge. A weak spelling counts only with the exact amount or a known payer, a doubtful one
// with both. Another currency, a settled item, items of several clients, or of another client than
// the payer is known as: ambiguous.
// Nothing named: what was open for a known payer when it paid, if the amount settles some of it to
// the last unit in one way only; of equal amounts the oldest, which is the law's order (PL KC 451,
// HU Ptk. 6:46, HR ZOO 312, IT c.c. 1193, DE BGB 366: among debts that are due, the oldest), unless
// the text says a number or a month that may mean another.
// A payment of ours that came back is never certain.
Match match(const StatementEntry& entry, const Evidence& evidence);

// What a bank on the way may have kept of a transfer of `amount`: 3 %, and no more than the
// currency's bound. Charges are short of this in every tariff we know; it is no law.
core::Money charge_max(core::Money amount);

// One thing a person may choose.
struct Candidate {
    core::ClientId client;
    std::vector<core::InvoiceNumber> items;  // in the order in which they would be settled
    int score = 0;  // 0 to 100: 50 named, 60 by a structured reference, 30 the payer's account, 20
                    // the payer's name, 20 exact amount, 10 the amount less a bank charge
    std::string why;  // "named, exact amount"
    bool operator==(const Candidate&) const = default;
};

// Best first, at most five, none of another client than the payer is known as, unless it is named.
// `same_amount`: open items of anybody with exactly the receipt's amount.
std::vector<Candidate> candidates(const StatementEntry& entry, const Evidence& evidence,
                                  std::span<const ledger::OpenItem> same_amount);

}  // namespace kvit::statement
