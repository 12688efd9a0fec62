#pragma once
// Ids of different nouns do not mix. An id is 1 to 64 characters of a-z A-Z 0-9 . _ - and starts
// with a letter or digit, so it is safe in file names, SQL text and journals; parse_id checks that.

#include "kvit/core/result.h"

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace kvit::core {

template <class Tag>
class Id {
  public:
    Id() = default;
    explicit Id(std::string text) : text_(std::move(text)) {}
    const std::string& str() const { return text_; }
    bool empty() const { return text_.empty(); }
    auto operator<=>(const Id&) const = default;

  private:
    std::string text_;
};

using BusinessId = Id<struct BusinessTag>;
using ClientId = Id<struct ClientTag>;
using ContractId = Id<struct ContractTag>;
using PolicyId = Id<struct PolicyTag>;
using InvoiceNumber = Id<struct InvoiceNumberTag>;  // printed number, "FV/2026/09/001"; '/' allowed
using EntryKey = Id<struct EntryKeyTag>;            // idempotency key of an imported or posted fact
using DocumentId = Id<struct DocumentTag>;          // invoice number, or id of a notice

// Checks the form above; `what` names the thing in the refusal ("client id").
Result<std::string> parse_id(std::string_view text, std::string_view what);

}  // namespace kvit::core
