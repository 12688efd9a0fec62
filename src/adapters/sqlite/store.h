#pragma once
// The store: every port over one connection. Its methods are in one file per port.

#include "adapters/sqlite/body.h"
#include "adapters/sqlite/connection.h"
#include "adapters/sqlite/sqlite_store.h"
#include "adapters/sqlite/statement.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kvit::sqlite {

class Unit;

class Store final : public app::Store {
  public:
    Store(const std::string& path, Access access, app::Clock& clock, int busy_milliseconds);
    ~Store() override;

    std::unique_ptr<app::UnitOfWork> begin(core::Date day) override;
    std::vector<std::string> damage() const override;

    // AgreementStore
    std::vector<core::BusinessId> businesses() const override;
    std::optional<contract::Business> business(const core::BusinessId& id) const override;
    void put_business(const contract::Business& business) override;
    std::optional<contract::Client> client(const core::BusinessId& business,
                                           const core::ClientId& id) const override;
    void put_client(const core::BusinessId& business, const contract::Client& client) override;
    void for_each_client(const core::BusinessId& business,
                         const std::function<void(const contract::Client&)>& visit) const override;
    std::optional<contract::Contract> contract(const core::BusinessId& business,
                                               const core::ContractId& id) const override;
    void put_contract(const core::BusinessId& business,
                      const contract::Contract& contract) override;
    void for_each_contract(
        const core::BusinessId& business,
        const std::function<void(const contract::Contract&)>& visit) const override;
    std::vector<contract::Contract> contracts_of(const core::BusinessId& business,
                                                 const core::ClientId& client) const override;
    std::optional<policy::EnforcementPolicy> policy(const core::BusinessId& business,
                                                    const core::PolicyId& id) const override;
    void put_policy(const core::BusinessId& business,
                    const policy::EnforcementPolicy& policy) override;

    // ActivityStore
    app::Added add_work(const core::BusinessId& business,
                        const contract::WorkEntry& entry) override;
    app::Added add_contact(const core::BusinessId& business,
                           const contract::Contact& contact) override;
    app::Added add_request(const core::BusinessId& business,
                           const contract::Request& request) override;
    std::vector<contract::WorkEntry> unbilled_work(const core::BusinessId& business,
                                                   const core::ContractId& contract,
                                                   core::Date from,
                                                   core::Date until) const override;
    std::vector<contract::Contact> unbilled_contacts(const core::BusinessId& business,
                                                     const core::ClientId& client, core::Date from,
                                                     core::Date until) const override;
    std::vector<core::ContractId> contracts_with_unbilled_work(
        const core::BusinessId& business) const override;
    void mark_work_billed(const core::BusinessId& business,
                          const std::vector<core::EntryKey>& entries,
                          const core::InvoiceNumber& invoice, int line) override;
    void mark_work_covered(const core::BusinessId& business,
                           const std::vector<core::EntryKey>& entries,
                           core::Date cycle_from) override;
    void mark_contacts_billed(const core::BusinessId& business,
                              const std::vector<core::EntryKey>& entries,
                              const core::InvoiceNumber& invoice, int line) override;
    std::vector<contract::WorkEntry> work_entries(
        const core::BusinessId& business, const std::vector<core::EntryKey>& keys) const override;
    std::vector<contract::Contact> contacts(const core::BusinessId& business,
                                            const std::vector<core::EntryKey>& keys) const override;
    std::vector<contract::WorkEntry> work_billed_by(
        const core::BusinessId& business, const core::InvoiceNumber& invoice) const override;
    void for_each_work(
        const core::BusinessId& business, const core::ContractId& contract, core::Date from,
        core::Date through, std::optional<core::Date> known_on,
        const std::function<void(const contract::WorkEntry&, bool)>& visit) const override;
    void for_each_contact(
        const core::BusinessId& business, const core::ClientId& client, core::Date from,
        core::Date through, std::optional<core::Date> known_on,
        const std::function<void(const contract::Contact&)>& visit) const override;
    std::vector<contract::Request> requests(const core::BusinessId& business,
                                            std::optional<core::Date> known_on) const override;

    // BillingStore
    void schedule(const core::BusinessId& business, const app::ScheduledCycle& cycle) override;
    void unschedule(const core::BusinessId& business, const core::ContractId& contract) override;
    std::optional<app::ScheduledCycle> scheduled(const core::BusinessId& business,
                                                 const core::ContractId& contract) const override;
    std::vector<app::ScheduledCycle> due_cycles(const core::BusinessId& business,
                                                core::Date through,
                                                const std::optional<app::ScheduledCycle>& after,
                                                int limit) const override;
    std::vector<ledger::IncludedMinutes> included_minutes(
        const core::BusinessId& business, const core::ContractId& contract) const override;
    void put_included_minutes(const core::BusinessId& business, const core::ContractId& contract,
                              const ledger::IncludedMinutes& minutes) override;
    bool tell_hours(const core::BusinessId& business, const core::ContractId& contract,
                    core::Date cycle_from, int percent) override;
    bool tell_advance(const core::BusinessId& business, const core::ContractId& contract,
                      core::Date cycle_from) override;
    void add_quote(const core::BusinessId& business, const app::Quote& quote) override;
    std::optional<app::Quote> quote(const core::BusinessId& business,
                                    const std::string& id) const override;
    std::vector<app::Quote> quotes(const core::BusinessId& business,
                                   const std::optional<core::ContractId>& contract) const override;
    std::vector<app::Quote> held_quotes(const core::BusinessId& business) const override;
    std::vector<app::Quote> accepted_quotes(const core::BusinessId& business,
                                            const core::ContractId& contract) const override;
    void answer_quote(const core::BusinessId& business, const std::string& id,
                      const app::QuoteAnswer& answer) override;
    void mark_quote_billed(const core::BusinessId& business, const std::string& id,
                           const core::InvoiceNumber& invoice) override;

    // LedgerStore
    std::optional<core::Date> last_recorded_on(const core::BusinessId& business) const override;
    std::optional<core::Date> last_issued_on(const core::BusinessId& business,
                                             ledger::InvoiceKind kind) const override;
    std::int64_t take_number(const core::BusinessId& business, ledger::InvoiceKind kind,
                             const std::string& period, core::Date issued_on) override;
    void add_invoice(const core::BusinessId& business, const ledger::Invoice& invoice,
                     const ledger::JournalEntry& entry) override;
    std::optional<ledger::Invoice> invoice(const core::BusinessId& business,
                                           const core::InvoiceNumber& number) const override;
    std::vector<ledger::Invoice> credit_notes_of(const core::BusinessId& business,
                                                 const core::InvoiceNumber& number) const override;
    std::set<core::InvoiceNumber> credited_in_full(
        const core::BusinessId& business, core::Date as_of,
        std::optional<core::Date> known_on) const override;
    void for_each_invoice(const core::BusinessId& business,
                          const std::function<void(const ledger::Invoice&)>& visit) const override;
    void for_each_invoice_number(
        const core::BusinessId& business,
        const std::function<void(const core::InvoiceNumber&)>& visit) const override;
    bool is_billed(const core::BusinessId& business, const core::ContractId& contract,
                   core::Date cycle_from) const override;
    std::int64_t invoices_on(const core::BusinessId& business, core::Date day) const override;
    std::int64_t most_invoices_before(const core::BusinessId& business,
                                      core::Date day) const override;
    std::set<core::Date> billed_cycles(const core::BusinessId& business,
                                       const core::ContractId& contract) const override;
    app::Added add_entry(const core::BusinessId& business,
                         const ledger::JournalEntry& entry) override;
    std::optional<ledger::RecordedEntry> entry(const core::BusinessId& business,
                                               const core::EntryKey& key) const override;
    void for_each_entry(
        const core::BusinessId& business,
        const std::function<void(const ledger::RecordedEntry&)>& visit) const override;
    void for_each_open_item(
        const core::BusinessId& business,
        const std::function<void(const ledger::OpenItem&)>& visit) const override;
    std::vector<ledger::OpenItem> open_items_of(const core::BusinessId& business,
                                                const core::ClientId& client,
                                                core::Currency currency) const override;
    std::optional<ledger::OpenItem> open_item(const core::BusinessId& business,
                                              const core::InvoiceNumber& number) const override;
    std::vector<app::ItemState> items_as_of(
        const core::BusinessId& business, core::Date as_of, std::optional<core::Date> known_on,
        const std::optional<core::ClientId>& client) const override;
    std::map<std::pair<core::ClientId, core::Currency>, core::Money> unapplied_as_of(
        const core::BusinessId& business, core::Date as_of,
        std::optional<core::Date> known_on) const override;
    std::vector<ledger::CashMovement> cash_movements(const core::BusinessId& business,
                                                     const core::ClientId& client,
                                                     core::Currency currency) const override;
    std::vector<ledger::JournalEntry> set_offs(const core::BusinessId& business,
                                               const core::ClientId& client,
                                               core::Currency currency) const override;
    void add_reason(const core::BusinessId& business, const core::EntryKey& entry,
                    const std::string& reason) override;
    std::string reason(const core::BusinessId& business,
                       const core::EntryKey& entry) const override;
    std::vector<app::ItemMovement> item_movements(const core::BusinessId& business,
                                                  const core::InvoiceNumber& number,
                                                  core::Date as_of) const override;
    void for_each_account_entry(
        const core::BusinessId& business, const core::ClientId& client, core::Date as_of,
        std::optional<core::Date> known_on,
        const std::function<void(const app::AccountEntry&)>& visit) const override;
    std::map<std::pair<core::ClientId, core::Currency>, app::Sales> sales(
        const core::BusinessId& business, core::Date from, core::Date through,
        std::optional<core::Date> known_on) const override;

    // StatementStore
    app::Added add_statement_entry(const core::BusinessId& business, const core::EntryKey& key,
                                   const std::string& payer, const statement::StatementEntry& entry,
                                   app::EntryState state) override;
    std::map<core::EntryKey, core::Money> booked_under(const core::BusinessId& business,
                                                       const core::EntryKey& key) const override;
    std::vector<app::StoredStatementEntry> unmatched_entries(
        const core::BusinessId& business) const override;
    void set_entry_state(const core::BusinessId& business, const core::EntryKey& key,
                         app::EntryState state, const std::string& note) override;
    std::vector<app::StoredStatementEntry> receipts_of_amount(const core::BusinessId& business,
                                                              core::Money amount) const override;
    std::optional<app::StoredStatementEntry> statement_entry(const core::BusinessId& business,
                                                             std::int64_t ordinal) const override;
    void for_each_statement_entry(
        const core::BusinessId& business,
        const std::function<void(const app::StoredStatementEntry&)>& visit) const override;
    std::vector<core::ClientId> clients_of_payer(const core::BusinessId& business,
                                                 const std::string& payer) const override;
    void put_payer(const core::BusinessId& business, const std::string& payer,
                   const core::ClientId& client) override;
    void remove_payer(const core::BusinessId& business, const std::string& payer,
                      const core::ClientId& client) override;

    // EnforcementStore
    std::optional<app::StoredDecision> decision_on(const core::BusinessId& business,
                                                   const core::ClientId& client,
                                                   core::Currency currency,
                                                   core::Date day) const override;
    std::optional<core::Date> last_reviewed_on(const core::BusinessId& business) const override;
    void set_last_reviewed_on(const core::BusinessId& business, core::Date day) override;
    void add_decision(const core::BusinessId& business, const app::StoredDecision& decision,
                      const app::DecisionBasis& basis) override;
    std::optional<app::DecisionBasis> decision_basis(const core::BusinessId& business,
                                                     const core::ClientId& client,
                                                     core::Currency currency,
                                                     core::Date day) const override;
    void add_intervention(const core::BusinessId& business,
                          const policy::Intervention& intervention) override;
    std::vector<policy::Intervention> interventions(const core::BusinessId& business,
                                                    const core::ClientId& client) const override;
    std::vector<app::ContractStatus> status_history(const core::BusinessId& business,
                                                    const core::ContractId& contract,
                                                    core::Date day) const override;
    void add_notice(const core::BusinessId& business, const app::Notice& notice) override;
    std::vector<app::Notice> notices(const core::BusinessId& business,
                                     const std::optional<core::ClientId>& client) const override;
    std::vector<core::DocumentId> cancel_queued_notices(const core::BusinessId& business,
                                                        const core::InvoiceNumber& item,
                                                        const std::string& reason) override;

    // DocumentStore
    void add_document(const core::BusinessId& business,
                      const app::StoredDocument& document) override;
    std::optional<app::StoredDocument> document(const core::BusinessId& business,
                                                const core::DocumentId& id) const override;
    std::vector<app::StoredDocument> unrendered(const core::BusinessId& business,
                                                int limit) const override;
    void mark_rendered(const core::BusinessId& business, const core::DocumentId& id,
                       const std::string& sha256, const std::string& renderer) override;
    std::vector<app::StoredDocument> documents(const core::BusinessId& business,
                                               bool with_snapshots) const override;
    void queue_message(const core::BusinessId& business, const app::OutboxEntry& entry) override;
    std::vector<app::OutboxEntry> queued_messages(const core::BusinessId& business, core::Date by,
                                                  int limit) const override;
    void mark_sent(const core::BusinessId& business, const core::DocumentId& id,
                   core::Date on) override;

    // ExchangeRateStore
    app::Added add_exchange_rate(const core::BusinessId& business,
                                 const ledger::ExchangeRate& rate) override;
    std::optional<ledger::ExchangeRate> exchange_rate(const core::BusinessId& business,
                                                      core::Currency currency,
                                                      core::Currency bookkeeping_currency,
                                                      core::Date on) const override;
    std::optional<ledger::ExchangeRate> latest_exchange_rate(const core::BusinessId& business,
                                                             core::Currency currency,
                                                             core::Currency bookkeeping_currency,
                                                             core::Date on) const override;

    // LateLawStore
    app::Added add_reference_rate(const core::BusinessId& business,
                                  const ledger::AddedRate& rate) override;
    std::vector<ledger::AddedRate> reference_rates(const core::BusinessId& business) const override;
    app::Added confirm_row(const core::BusinessId& business,
                           const ledger::ConfirmedRow& row) override;
    std::vector<ledger::ConfirmedRow> confirmed_rows(
        const core::BusinessId& business) const override;

  private:
    friend class Unit;

    // The unit of work that writes must belong to.
    const Unit& unit() const;
    std::string add_personal(const core::BusinessId& business, std::string_view body);
    // Hash of a text that may be empty: then nothing is stored, and the column is NULL.
    std::optional<std::string> add_text(const core::BusinessId& business, std::string_view text);

    std::vector<app::Quote> read_quotes(const core::BusinessId& business, Query& query) const;
    void remove_pending_work(const core::BusinessId& business, const core::EntryKey& key);

    std::vector<contract::TermsVersion> versions_of(const core::BusinessId& business,
                                                    const core::ContractId& id) const;
    void replace_versions(const core::BusinessId& business, const contract::Contract& contract);

    std::int64_t append_entry(const core::BusinessId& business, const ledger::JournalEntry& entry);
    void append_postings(const core::BusinessId& business, std::int64_t sequence,
                         const ledger::JournalEntry& entry);
    void move_open_item(const core::BusinessId& business, const core::InvoiceNumber& number,
                        core::Money amount);
    void add_invoice_lines(const core::BusinessId& business, const ledger::Invoice& invoice);
    void read_invoice_lines(const core::BusinessId& business, ledger::Invoice& invoice,
                            const std::optional<std::string>& personal) const;
    void add_bookkeeping_tax(const core::BusinessId& business, const ledger::Invoice& invoice);
    std::optional<ledger::BookkeepingTax> bookkeeping_tax(const core::BusinessId& business,
                                                          const core::InvoiceNumber& number) const;

    Connection connection_;
    Access access_;
    app::Clock& clock_;
    Unit* unit_ = nullptr;
};

}  // namespace kvit::sqlite
