#pragma once
// Entries of bank statements, what became of them, and whose payers they are.

#include "kvit/app/ports/unit_of_work.h"
#include "kvit/core/ids.h"
#include "kvit/statement/bank_statement.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kvit::app {

// Of money in: unmatched, matched, not_ours (no client's payment, a person said), returned (taken
// back by the payer or the bank). Of money out: outgoing (recorded only), returning (a payment that
// came back, of a receipt not known yet), booked_out (a returned payment or a refund, in the
// journal).
enum class EntryState { unmatched, matched, not_ours, returned, outgoing, returning, booked_out };

struct StoredStatementEntry {
    core::EntryKey key;
    statement::StatementEntry entry;
    EntryState state = EntryState::unmatched;
    std::string note;          // why unmatched or not ours, for a person
    std::int64_t ordinal = 0;  // 1, 2, … per business in order of import: its name for a person
    std::string payer;         // digest of the payer's account; empty where the bank gives none
    bool operator==(const StoredStatementEntry&) const = default;
};

class StatementStore {
  public:
    virtual ~StatementStore() = default;

    // A known key that is not the same booking (statement::same_booking) is a
    // conflict.
    virtual Added add_statement_entry(const core::BusinessId& business, const core::EntryKey& key,
                                      const std::string& payer,
                                      const statement::StatementEntry& entry, EntryState state) = 0;
    virtual std::optional<StoredStatementEntry> statement_entry(const core::BusinessId& business,
                                                                std::int64_t ordinal) const = 0;
    virtual void for_each_statement_entry(
        const core::BusinessId& business,
        const std::function<void(const StoredStatementEntry&)>& visit) const = 0;  // by ordinal
    // What is booked under the key, and as parts of it: KEY, KEY//1, KEY//2 (part_separator).
    virtual std::map<core::EntryKey, core::Money> booked_under(const core::BusinessId& business,
                                                               const core::EntryKey& key) const = 0;
    // Unmatched and returning, by booking date, key.
    virtual std::vector<StoredStatementEntry> unmatched_entries(
        const core::BusinessId& business) const = 0;
    // Receipts of exactly that amount, unmatched or matched, by ordinal.
    virtual std::vector<StoredStatementEntry> receipts_of_amount(const core::BusinessId& business,
                                                                 core::Money amount) const = 0;
    virtual void set_entry_state(const core::BusinessId& business, const core::EntryKey& key,
                                 EntryState state, const std::string& note) = 0;

    // Projection of what was applied: whose invoices the payer's account settled; by client.
    virtual std::vector<core::ClientId> clients_of_payer(const core::BusinessId& business,
                                                         const std::string& payer) const = 0;
    virtual void put_payer(const core::BusinessId& business, const std::string& payer,
                           const core::ClientId& client) = 0;
    virtual void remove_payer(const core::BusinessId& business, const std::string& payer,
                              const core::ClientId& client) = 0;
};

}  // namespace kvit::app
