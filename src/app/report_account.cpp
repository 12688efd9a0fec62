#include "kvit/app/report_account.h"

#include "kvit/app/report_lateness.h"

namespace kvit::app {

namespace {

using document::AccountLineKind;
using document::AccountStatement;

AccountLineKind kind_of(const AccountEntry& entry) {
    switch (entry.kind) {
        case ledger::EntryKind::issue:
            if (entry.document == ledger::InvoiceKind::credit_note)
                return AccountLineKind::credit_note;
            return entry.document == ledger::InvoiceKind::interest_note
                       ? AccountLineKind::interest_note
                       : AccountLineKind::invoice;
        case ledger::EntryKind::receipt:
        case ledger::EntryKind::application:
        case ledger::EntryKind::set_off:
            return AccountLineKind::payment;
        case ledger::EntryKind::write_off:
            return AccountLineKind::write_off;
        case ledger::EntryKind::refund:
            return AccountLineKind::refund;
        case ledger::EntryKind::reversal:
            break;
    }
    return AccountLineKind::reversal;
}

// Entries of one client by currency and day, as accounts.
class Accounts {
  public:
    explicit Accounts(const AccountQuestion& question) : question_(question) {}

    void add(const AccountEntry& entry) {
        const core::Currency currency = entry.amount.currency();
        if (question_.currency && *question_.currency != currency) return;
        if (accounts_.empty() || accounts_.back().currency != currency) open(currency);
        AccountStatement& account = accounts_.back();
        account.closing += entry.amount;
        if (question_.from && entry.on < *question_.from) {
            account.opening += entry.amount;
            return;
        }
        const bool own = !entry.number.empty();
        account.lines.push_back({entry.on, kind_of(entry),
                                 own ? std::vector{entry.number} : entry.items, entry.amount,
                                 account.closing});
    }
    void open(core::Currency currency) {
        const auto zero = core::Money::zero(currency);
        accounts_.push_back(
            {question_.client, currency, question_.from, question_.through, zero, {}, zero, {}});
    }
    void add_open(const ledger::OpenItem& item) {
        for (AccountStatement& account : accounts_) {
            if (account.currency == item.open.currency())
                account.open.push_back({item.number, item.due_on, item.open});
        }
    }
    bool empty() const { return accounts_.empty(); }
    std::vector<AccountStatement> take() { return std::move(accounts_); }

  private:
    const AccountQuestion& question_;
    std::vector<AccountStatement> accounts_;
};

core::Currency first_currency(const Store& store, const contract::Business& business,
                              const AccountQuestion& question) {
    if (question.currency) return *question.currency;
    const auto contracts = store.contracts_of(business.id, question.client);
    return contracts.empty() ? business.currency : contracts.front().currency;
}

}  // namespace

core::Result<std::vector<document::AccountStatement>> report_account(
    const Store& store, const contract::Business& business, const AccountQuestion& question) {
    const auto client = clients_of_report(store, business.id, question.client);
    if (!client) return tl::unexpected(client.error());
    if (question.from && *question.from > question.through) {
        return core::refuse("statement of " + question.client.str(),
                            "it would end on " + core::to_iso(question.through) +
                                ", before it begins on " + core::to_iso(*question.from),
                            "correct --from, or --to or --as-of");
    }
    Accounts accounts(question);
    store.for_each_account_entry(business.id, question.client, question.through, question.known_on,
                                 [&](const AccountEntry& entry) { accounts.add(entry); });
    if (accounts.empty()) accounts.open(first_currency(store, business, question));
    for (const auto& state :
         store.items_as_of(business.id, question.through, question.known_on, question.client)) {
        if (!state.item.open.is_zero()) accounts.add_open(state.item);
    }
    return accounts.take();
}

}  // namespace kvit::app
