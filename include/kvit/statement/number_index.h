#pragma once
// Our invoice numbers in what people and banks write.

#include "kvit/core/ids.h"
#include "kvit/statement/bank_statement.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::statement {

// How surely a text means the invoice it spells.
enum class Spelling {
    structured,  // a reference with check digits (ISO 11649)
    clear,       // letters and digits that are nothing else: "fv 2026 09 001"
    weak,        // may be something else: digits alone, few signs, a reference without check digits
    doubtful,    // may well be a date or a period: "3/2026", "2026/02/01"
};

struct Naming {
    core::InvoiceNumber number;
    Spelling spelling = Spelling::clear;
    bool operator==(const Naming&) const = default;
};

// Upper case letters and digits only: "fv 2026/09-001" -> "FV202609001". Letters beyond ASCII are
// letters: "č 1" -> "Č1".
std::string number_key(std::string_view number);

// Open and settled items by how their numbers can be spelled, for one business.
class NumberIndex {
  public:
    void add(const core::InvoiceNumber& number);
    // The distinct numbers that `text` names: a run of whole words which, joined, is a key, or
    // whose groups of letters and digits are the number's, zeros in front aside ("FV 2026/9/1").
    // The run must begin and end at word edges, so FV2026090011 does not name FV/2026/09/001. A
    // number without letters is named by its own signs only, and by no part of a longer one:
    // "2026-02" and "2026/0002/1" do not name 2026/0002.
    std::vector<Naming> named_in(std::string_view text) const;
    // The same in structured references, which hold nothing else: "RF89 FV20 2609 001", "HR00
    // 2026-09-001" (the digits of the number, group by group).
    std::vector<Naming> referred_to_in(std::string_view text) const;

    using Spellings = std::map<std::string, std::vector<core::InvoiceNumber>, std::less<>>;

  private:
    Spellings by_key_, by_groups_, by_digit_groups_;
    std::size_t longest_key_ = 0, longest_groups_ = 0;
};

// What an entry names in its remittance lines, read as one text since banks break them anywhere,
// and in its end-to-end id; each number once, as surely as it is spelled anywhere.
std::vector<Naming> numbers_named(const NumberIndex& index, const StatementEntry& entry);

}  // namespace kvit::statement
