#pragma once
// Values for the suite: a small business in EUR and PLN, with every field set where it is not the
// point.

#include "suite.h"

namespace kvit::port_contract {

inline const core::BusinessId ada{"studio-ada"}, bruno{"bruno"};
inline const core::ClientId adria{"adria"}, verde{"verde"};
inline const core::ContractId adria_social{"adria-social"}, verde_hours{"verde-hours"};

core::Currency eur();
core::Currency pln();
core::Country country(std::string_view code);
inline core::Money euros(std::int64_t cents) { return {cents, eur()}; }

contract::Business business(const core::BusinessId& id);
contract::Client client(const core::ClientId& id);
contract::Terms full_terms();
contract::Contract contract_of(const core::ContractId& id, const core::ClientId& client);

// studio-ada with adria (adria-social) and verde (verde-hours), applied on 2026-01-01.
void apply_agreements(Subject& subject);

// An invoice of `gross` with one line and no tax, of the month that begins on `cycle_from`, issued
// on the month's end and due 14 days later.
ledger::Invoice invoice(const std::string& number, core::Date cycle_from, std::int64_t gross,
                        const core::ClientId& client = adria,
                        const core::ContractId& contract = adria_social);
// Every field and kind of line.
ledger::Invoice full_invoice(const std::string& number);
// A note that credits `gross` cents of the invoice, all in one amount.
ledger::Invoice credit_note(const std::string& number, const ledger::Invoice& invoice,
                            core::Date issued_on, std::int64_t gross);
// With its entry: up to `open` cents off the invoice's item.
void add_credit_note(app::Store& store, const ledger::Invoice& note, std::int64_t open);
void add_invoice(app::Store& store, const ledger::Invoice& invoice);

// Bank to receivable: what a payment of one invoice comes to.
ledger::JournalEntry payment(const std::string& key, core::Date on, const std::string& number,
                             std::int64_t cents, const core::ClientId& client = adria);
ledger::JournalEntry reversal_of(const ledger::JournalEntry& entry, const std::string& key,
                                 core::Date on);

ledger::ExchangeRate exchange_rate(core::Date on);  // 1 EUR = 4.2615 PLN
// full_invoice with its VAT in PLN too, at the rate of `on`.
ledger::Invoice foreign_invoice(const std::string& number, core::Date on);

contract::WorkEntry work(const std::string& key, std::string_view start, int minutes = 60);
contract::Contact contact(const std::string& key, std::string_view at, int minutes = 10);
// 95 minutes of consulting at 90.00, held for the work of `keys`.
app::Quote quote(const std::string& id, const std::vector<std::string>& keys);
contract::Request request(const std::string& key);
statement::StatementEntry statement_entry();
document::Document document_sample(const std::string& title);
document::Message message_sample(const std::string& subject);
app::StoredDocument stored_document(const std::string& id);
app::OutboxEntry outbox_entry(const std::string& id);
app::Notice notice(const std::string& id, const std::string& level = "reminder");
app::StoredDecision decision(core::Date day, policy::WorkStatus from, policy::WorkStatus to);
app::DecisionBasis decision_basis(const app::StoredDecision& made);
policy::Intervention intervention(policy::InterventionKind kind);

}  // namespace kvit::port_contract
