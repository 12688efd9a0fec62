#pragma once
// Which of our invoices a statement entry names. Certain matches only: money is never guessed.

#include "kvit/core/ids.h"
#include "kvit/ledger/allocation.h"
#include "kvit/statement/bank_statement.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::statement {

// Upper case letters and digits only: "fv 2026/09-001" -> "FV202609001". Letters beyond ASCII are
// letters: "č 1" -> "Č1".
std::string number_key(std::string_view number);

// Open and settled items by number_key, for one business.
class NumberIndex {
  public:
    void add(const core::InvoiceNumber& number);
    // The distinct numbers that `text` names: a run of whole words which, joined, is a key. The run
    // must begin and end at word edges, so FV2026090011 does not name FV/2026/09/001.
    std::vector<core::InvoiceNumber> named_in(std::string_view text) const;

  private:
    std::map<std::string, std::vector<core::InvoiceNumber>, std::less<>> by_key_;
    std::size_t longest_ = 0;
};

// What the entry's remittance lines, read as one text since banks break them anywhere, and its
// end-to-end id name.
std::vector<core::InvoiceNumber> numbers_named(const NumberIndex& index,
                                               const StatementEntry& entry);

enum class MatchVerdict { certain, ambiguous, unknown };

struct Match {
    MatchVerdict verdict = MatchVerdict::unknown;
    std::vector<core::InvoiceNumber>
        items;           // certain: to settle, in this order; ambiguous: candidates
    std::string reason;  // why ambiguous or unknown, for a person
};

// One number named: that item. Several: those items, if they are one client's and the amount is
// exactly the sum of what is open on them. A number without letters ("12/2026") counts only where
// the amount is exactly what is open. Another currency, a settled item, or several clients:
// ambiguous. `items` holds the named items (open or settled), looked up by the caller.
Match match_by_number(const StatementEntry& entry, std::span<const ledger::OpenItem> items);

}  // namespace kvit::statement
