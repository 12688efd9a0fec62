#pragma once
// Looks up what speaks for a match and books what is certain.

#include "kvit/app/ports/store.h"
#include "kvit/statement/matching.h"
#include "kvit/statement/number_index.h"

#include <map>
#include <set>
#include <string>

namespace kvit::app {

// Reads the business's numbers and clients once.
class ReceiptMatcher {
  public:
    ReceiptMatcher(Store& store, const core::BusinessId& business);

    statement::Evidence evidence_for(const StoredStatementEntry& receipt) const;
    // Books a certain match; says on record why another is none.
    statement::MatchVerdict match(const StoredStatementEntry& receipt);

  private:
    statement::Payer payer_of(const StoredStatementEntry& receipt) const;

    Store& store_;
    const core::BusinessId& business_;
    statement::NumberIndex numbers_;
    std::map<std::string, std::set<core::ClientId>> clients_by_name_;
};

}  // namespace kvit::app
