#pragma once
// Work, contacts and requests, and what has been billed or held of them.

#include "kvit/app/ports/unit_of_work.h"
#include "kvit/contract/work_log.h"
#include "kvit/ledger/rating.h"

#include <string>
#include <vector>

namespace kvit::app {

enum class QuoteState { held, accepted, declined };

// Out-of-scope work of one cycle and service, held until agreed.
struct Quote {
    std::string id;  // "verde-ore-2026-03-01-consulting"
    core::ClientId client;
    core::ContractId contract;
    core::Date cycle_from;
    core::Date held_on;
    QuoteState state = QuoteState::held;
    ledger::HeldQuote held;
    bool operator==(const Quote&) const = default;
};

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
    // Minutes of included hours that invoices of this cycle have used so far.
    virtual std::int64_t included_minutes_used(const core::BusinessId& business,
                                               const core::ContractId& contract,
                                               core::Date cycle_from) const = 0;
    virtual void set_included_minutes_used(const core::BusinessId& business,
                                           const core::ContractId& contract, core::Date cycle_from,
                                           std::int64_t minutes) = 0;
    // Marks entries as billed by an invoice line, from 1, or by none of them (0); an entry can be
    // marked once (else an invariant).
    virtual void mark_work_billed(const core::BusinessId& business,
                                  const std::vector<core::EntryKey>& entries,
                                  const core::InvoiceNumber& invoice, int line) = 0;
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

    // Stores the quote and marks its work as held by it. Same id: its minutes, net and sources
    // grow.
    virtual void add_quote(const core::BusinessId& business, const Quote& quote) = 0;
    virtual std::vector<Quote> quotes(const core::BusinessId& business, QuoteState state) const = 0;

    virtual std::vector<contract::Request> requests(const core::BusinessId& business) const = 0;
};

}  // namespace kvit::app
