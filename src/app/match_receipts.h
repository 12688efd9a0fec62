#pragma once
// Looks up what speaks for a match and books what is certain.

#include "kvit/app/ports/store.h"
#include "kvit/statement/matching.h"
#include "kvit/statement/number_index.h"
#include "kvit/statement/payer.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kvit::app {

// Reads the business's numbers and clients once.
class ReceiptMatcher {
  public:
    ReceiptMatcher(Store& store, const core::BusinessId& business);

    statement::Evidence evidence_for(const StoredStatementEntry& receipt) const;
    // Books a certain match; says on record why another is none.
    statement::MatchVerdict match(const StoredStatementEntry& receipt);
    // Whether anything was put on record, be it only why a receipt waits.
    bool changed() const { return changed_; }
    // The receipt that a payment out takes back, where there is exactly one of its amount, booked
    // before, with the same end-to-end id, the same account, or an invoice that both name.
    std::optional<StoredStatementEntry> returned_by(const StoredStatementEntry& out) const;

  private:
    void say_why(const StoredStatementEntry& receipt, EntryState state, const std::string& why);
    bool speak_of_the_same(const StoredStatementEntry& out,
                           const StoredStatementEntry& receipt) const;
    statement::MatchVerdict match_return(const StoredStatementEntry& out);
    std::vector<core::ClientId> clients_named(const std::string& name) const;
    statement::Payer payer_of(const StoredStatementEntry& receipt) const;

    Store& store_;
    const core::BusinessId& business_;
    statement::NumberIndex numbers_;
    struct Named {
        statement::NameKey key;
        core::ClientId client;
    };
    std::map<std::string, std::vector<Named>> clients_by_name_;  // by the name's base
    std::map<std::string, core::ClientId> clients_by_account_;   // by virtual account
    bool changed_ = false;
};

}  // namespace kvit::app
