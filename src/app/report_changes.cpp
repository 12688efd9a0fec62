#include "kvit/app/report_changes.h"

#include "kvit/core/invariant.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace kvit::app {

namespace {

using document::Change;
using document::ChangeKind;

ChangeKind kind_of(const AccountEntry& entry) {
    switch (entry.kind) {
        case ledger::EntryKind::issue:
            if (entry.document == ledger::InvoiceKind::credit_note) return ChangeKind::credit_note;
            return entry.document == ledger::InvoiceKind::interest_note ? ChangeKind::interest_note
                                                                        : ChangeKind::invoice;
        case ledger::EntryKind::receipt:
        case ledger::EntryKind::application:
        case ledger::EntryKind::set_off:
            return ChangeKind::payment;
        case ledger::EntryKind::write_off:
            return ChangeKind::write_off;
        case ledger::EntryKind::refund:
            return ChangeKind::refund;
        case ledger::EntryKind::reversal:
            break;
    }
    return ChangeKind::reversal;
}

class ChangesReporter {
  public:
    ChangesReporter(const Store& store, const core::BusinessId& business,
                    const StatusQuestion& question, core::Date since)
        : store_(store),
          business_(business),
          question_(question),
          decided_by_(std::min(question.as_of, question.known_on.value_or(question.as_of))),
          report_{since, question.as_of, {}} {}

    void add(const core::ClientId& client) {
        const auto notices = store_.notices(business_, client);
        for (const auto& contract : store_.contracts_of(business_, client)) {
            if (question_.of && !question_.of->covers(contract.id)) continue;
            owners_.emplace(contract.id, client);
            add_statuses(contract, notices);
        }
        for (const auto& notice : notices) add(notice);
        add_account(client);
    }
    // Of the contracts seen so far.
    void add_requests_and_quotes() {
        for (const auto& request : store_.requests(business_, question_.known_on)) {
            const auto owner = owners_.find(request.contract);
            if (owner == owners_.end()) continue;
            Change change{.on = {}, .client = owner->second, .contract = request.contract};
            change.detail = request.what;
            put(request.asked_on, ChangeKind::request, change);
            if (request.answered_on)
                put(*request.answered_on, ChangeKind::request_answered, change);
        }
        for (const auto& quote : store_.quotes(business_, std::nullopt)) {
            if (owners_.contains(quote.contract)) add(quote);
        }
    }
    document::ChangesReport take() {
        std::ranges::stable_sort(report_.changes, {}, [](const Change& change) {
            return std::tuple(change.on, change.client, change.contract, change.what);
        });
        return std::move(report_);
    }

  private:
    bool within(core::Date day) const { return day > report_.since && day <= report_.as_of; }
    void put(core::Date on, ChangeKind what, Change change) {
        if (!within(on)) return;
        change.on = on;
        change.what = what;
        report_.changes.push_back(std::move(change));
    }

    // The letter of the day speaks of it; its reasons are those decided that day.
    void add_statuses(const contract::Contract& contract, const std::vector<Notice>& notices) {
        policy::WorkStatus from = policy::WorkStatus::active;
        for (const auto& [to, since] : store_.status_history(business_, contract.id, decided_by_)) {
            Change change{.on = {}, .client = contract.client, .contract = contract.id};
            change.from = policy::name_of(from);
            change.to = policy::name_of(to);
            from = to;
            if (!within(since)) continue;
            for (const Notice& notice : notices) {
                if (notice.decided_on == since &&
                    std::ranges::find(notice.contracts, contract.id) != notice.contracts.end())
                    change.document = notice.id.str();
            }
            const auto decision =
                store_.decision_on(business_, contract.client, contract.currency, since);
            if (decision && decision->decision.day == since)
                change.reasons = decision->decision.reasons;
            put(since, ChangeKind::work_status, std::move(change));
        }
    }

    void add(const Notice& notice) {
        const auto ours = [&](const core::ContractId& id) {
            return !question_.of || question_.of->covers(id);
        };
        if (std::ranges::none_of(notice.contracts, ours)) return;
        Change change{.on = {}, .client = notice.client};
        if (notice.contracts.size() == 1) change.contract = notice.contracts.front();
        change.document = notice.id.str();
        change.notice = notice.kind;
        if (notice.decided_on > decided_by_) return;
        put(notice.decided_on, ChangeKind::notice, change);
        if (notice.sent_on && *notice.sent_on <= decided_by_)
            put(*notice.sent_on, ChangeKind::notice_sent, change);
    }

    void add(const Quote& quote) {
        Change change{.on = {}, .client = quote.client, .contract = quote.contract};
        change.document = quote.id;
        if (quote.held.priced) change.amount = ledger::net_of(quote.held);
        if (quote.held_on > decided_by_) return;
        put(quote.held_on, ChangeKind::quote_held, change);
        if (!quote.answer || quote.answer->answered_on > decided_by_) return;
        const bool yes = quote.answer->state == QuoteState::accepted;
        put(quote.answer->answered_on,
            yes ? ChangeKind::quote_accepted : ChangeKind::quote_declined, change);
    }

    void add_account(const core::ClientId& client) {
        std::vector<AccountEntry> entries;  // the visitor must not use the store
        store_.for_each_account_entry(business_, client, question_.as_of, question_.known_on,
                                      [&](const AccountEntry& entry) {
                                          if (within(entry.on)) entries.push_back(entry);
                                      });
        for (const AccountEntry& entry : entries) {
            auto numbers = entry.items;
            if (!entry.number.empty()) numbers = {entry.number};
            Change change{.on = {}, .client = client, .contract = contract_of(numbers)};
            if (question_.of && question_.of->contract && !owners_.contains(change.contract))
                continue;
            for (const auto& number : numbers)
                change.document += (change.document.empty() ? "" : " ") + number.str();
            change.amount = entry.amount;
            put(entry.on, kind_of(entry), std::move(change));
        }
    }

    // Of all the invoices; empty where they are of several, or none.
    core::ContractId contract_of(const std::vector<core::InvoiceNumber>& numbers) const {
        core::ContractId contract;
        for (const auto& number : numbers) {
            const auto invoice = store_.invoice(business_, number);
            KVIT_INVARIANT(invoice.has_value(), "a posted invoice is stored");
            if (!contract.empty() && contract != invoice->contract) return {};
            contract = invoice->contract;
        }
        return contract;
    }

    const Store& store_;
    const core::BusinessId& business_;
    const StatusQuestion& question_;
    core::Date decided_by_;
    std::map<core::ContractId, core::ClientId> owners_;
    document::ChangesReport report_;
};

}  // namespace

core::Result<document::ChangesReport> report_changes(const Store& store,
                                                     const core::BusinessId& business,
                                                     const StatusQuestion& question,
                                                     core::Date since) {
    if (since > question.as_of) {
        return core::refuse("changes since " + core::to_iso(since),
                            "that lies after " + core::to_iso(question.as_of),
                            "give an earlier --since, or a later --as-of");
    }
    ChangesReporter reporter(store, business, question, since);
    for (const auto& client : clients_in(store, business, question.of)) reporter.add(client.id);
    reporter.add_requests_and_quotes();
    return reporter.take();
}

}  // namespace kvit::app
