#pragma once
// Work, contacts and requests, and what has been billed of them.

#include "kvit/app/ports/unit_of_work.h"
#include "kvit/contract/work_log.h"

#include <functional>
#include <optional>
#include <vector>

namespace kvit::app {

class ActivityStore {
  public:
    virtual ~ActivityStore() = default;

    virtual Added add_work(const core::BusinessId& business, const contract::WorkEntry& entry) = 0;
    virtual Added add_contact(const core::BusinessId& business,
                              const contract::Contact& contact) = 0;
    // A request imported again with an answer is the one change a known key may bring.
    virtual Added add_request(const core::BusinessId& business,
                              const contract::Request& request) = 0;

    // Entries that start in [from, until) (wall time) and are neither billed nor held, by start
    // then key.
    virtual std::vector<contract::WorkEntry> unbilled_work(const core::BusinessId& business,
                                                           const core::ContractId& contract,
                                                           core::Date from,
                                                           core::Date until) const = 0;
    virtual std::vector<contract::Contact> unbilled_contacts(const core::BusinessId& business,
                                                             const core::ClientId& client,
                                                             core::Date from,
                                                             core::Date until) const = 0;
    // Contracts that have any, by id.
    virtual std::vector<core::ContractId> contracts_with_unbilled_work(
        const core::BusinessId& business) const = 0;
    // Marks entries as billed by an invoice line (from 1, or 0: by none of them); an entry can be
    // marked once (else an invariant).
    virtual void mark_work_billed(const core::BusinessId& business,
                                  const std::vector<core::EntryKey>& entries,
                                  const core::InvoiceNumber& invoice, int line) = 0;
    // Marks work that the included hours of a cycle without an invoice took up; once, as above.
    virtual void mark_work_covered(const core::BusinessId& business,
                                   const std::vector<core::EntryKey>& entries,
                                   core::Date cycle_from) = 0;
    virtual void mark_contacts_billed(const core::BusinessId& business,
                                      const std::vector<core::EntryKey>& entries,
                                      const core::InvoiceNumber& invoice, int line) = 0;

    // The entries with these keys, by start then key; what is not stored is left out. A text that
    // was erased is empty.
    virtual std::vector<contract::WorkEntry> work_entries(
        const core::BusinessId& business, const std::vector<core::EntryKey>& keys) const = 0;
    virtual std::vector<contract::Contact> contacts(
        const core::BusinessId& business, const std::vector<core::EntryKey>& keys) const = 0;
    // Work marked as billed by the invoice, on a line or on none, by start then key.
    virtual std::vector<contract::WorkEntry> work_billed_by(
        const core::BusinessId& business, const core::InvoiceNumber& invoice) const = 0;

    // Everything that starts from `from` to `through` (wall time, both included), as known on
    // `known_on` (absent: now), by start then key. `billed`: by an invoice issued by then.
    virtual void for_each_work(
        const core::BusinessId& business, const core::ContractId& contract, core::Date from,
        core::Date through, std::optional<core::Date> known_on,
        const std::function<void(const contract::WorkEntry&, bool billed)>& visit) const = 0;
    virtual void for_each_contact(
        const core::BusinessId& business, const core::ClientId& client, core::Date from,
        core::Date through, std::optional<core::Date> known_on,
        const std::function<void(const contract::Contact&)>& visit) const = 0;

    // By day asked, then key; an answer that was learned after `known_on` is left out.
    virtual std::vector<contract::Request> requests(const core::BusinessId& business,
                                                    std::optional<core::Date> known_on) const = 0;
};

}  // namespace kvit::app
