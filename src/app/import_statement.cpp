#include "kvit/app/import_statement.h"

#include "known_bookings.h"
#include "kvit/core/invariant.h"
#include "kvit/ledger/allocation.h"
#include "kvit/ledger/journal.h"
#include "kvit/statement/matching.h"

#include <algorithm>
#include <map>

namespace kvit::app {

namespace {

std::string described(const statement::StatementEntry& entry) {
    std::string text;
    for (const auto& line : entry.remittance) text += (text.empty() ? "" : " / ") + line;
    return text;
}

// The invoices that the entry names, as the ledger sees them now. Nobody pays a credit note: who
// names one beside its invoice pays what it left of that.
std::vector<ledger::OpenItem> named_items(const Store& store, const core::BusinessId& business,
                                          const statement::NumberIndex& numbers,
                                          const statement::StatementEntry& entry) {
    std::vector<ledger::OpenItem> items;
    for (const auto& number : statement::numbers_named(numbers, entry)) {
        const auto item = store.open_item(business, number);
        KVIT_INVARIANT(item.has_value(), "an issued invoice has its open item");
        if (item->kind != ledger::InvoiceKind::credit_note) items.push_back(*item);
    }
    return items;
}

// Numbers of every invoice there is, read once per run.
statement::NumberIndex number_index(const Store& store, const core::BusinessId& business) {
    statement::NumberIndex index;
    store.for_each_invoice_number(business,
                                  [&](const core::InvoiceNumber& number) { index.add(number); });
    return index;
}

void apply(Store& store, const core::BusinessId& business, const core::EntryKey& key,
           const statement::StatementEntry& entry, std::span<const ledger::OpenItem> items) {
    const auto application = ledger::apply_receipt(entry.amount, entry.booked_on, items);
    const auto added = store.add_entry(business, ledger::application_entry(key, application));
    KVIT_INVARIANT(added == Added::added, "a receipt is applied once");
    store.set_entry_state(business, key, EntryState::matched, "");
    for (const auto& allocation : application.allocations) {
        store.cancel_queued_notices(business, allocation.item, "paid before it was sent");
    }
}

// Returns the verdict; a certain one is booked.
statement::MatchVerdict match_one(Store& store, const core::BusinessId& business,
                                  const statement::NumberIndex& numbers, const core::EntryKey& key,
                                  const statement::StatementEntry& entry) {
    const auto items = named_items(store, business, numbers, entry);
    const auto match = statement::match_by_number(entry, items);
    if (match.verdict != statement::MatchVerdict::certain) {
        store.set_entry_state(business, key, EntryState::unmatched, match.reason);
        return match.verdict;
    }
    std::vector<ledger::OpenItem> chosen;
    for (const auto& number : match.items) {
        chosen.push_back(*std::ranges::find(items, number, &ledger::OpenItem::number));
    }
    apply(store, business, key, entry, chosen);
    return match.verdict;
}

core::Refusals refuse_accounts(const contract::Business& business,
                               std::span<const statement::BankStatement> statements) {
    core::Refusals refusals;
    for (const auto& statement : statements) {
        const auto account =
            std::ranges::find(business.accounts, statement.iban, &contract::BankAccount::iban);
        const std::string where = "statement \"" + statement.id + "\"";
        if (account == business.accounts.end()) {
            refusals.push_back({where,
                                "account " + statement.iban + " is not one of " + business.id.str(),
                                "add it to the agreement as [[business.account]], or import it for "
                                "the right business"});
        } else if (account->currency != statement.opening.currency()) {
            refusals.push_back({where,
                                "the statement is in " + statement.opening.currency().code() +
                                    ", the account in the agreement in " + account->currency.code(),
                                "correct the account's currency"});
        }
    }
    return refusals;
}

// Adds one statement's entries; its new receipts are in the journal when it returns.
StatementCount add_entries(Store& store, const core::BusinessId& business,
                           const statement::BankStatement& statement, const core::Hasher& hasher,
                           core::Refusals& refusals) {
    StatementCount count;
    count.statement = statement.id;
    const auto keys = statement::entry_keys(statement, hasher);
    const auto known = known_bookings(store, business, statement, keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto& entry = statement.entries[i];
        ++count.entries;
        if (known[i] == Known::otherwise) {
            ++count.already_known;
            continue;
        }
        if (known[i] == Known::differently) {
            refusals.push_back(
                {"statement \"" + statement.id + "\", entry " + std::to_string(i + 1),
                 "a batch with the bank's reference \"" + entry.bank_reference +
                     "\" was imported before with another sum",
                 "ask the bank which of the two is right"});
            continue;
        }
        const auto state =
            entry.amount.is_positive() ? EntryState::unmatched : EntryState::outgoing;
        switch (store.add_statement_entry(business, keys[i], entry, state)) {
            case Added::already_known:
                ++count.already_known;
                continue;
            case Added::conflict:
                refusals.push_back(
                    {"statement \"" + statement.id + "\", entry " + std::to_string(i + 1),
                     "the bank's reference \"" + entry.bank_reference +
                         "\" was imported before with other content",
                     "ask the bank which of the two is right"});
                continue;
            case Added::added:
                break;
        }
        if (state == EntryState::outgoing) continue;
        count.receipts.push_back(keys[i]);
        store.add_entry(business, ledger::receipt_entry(keys[i], entry.booked_on, entry.amount));
    }
    return count;
}

// What became of a statement's new receipts.
void count_verdicts(const std::map<core::EntryKey, statement::MatchVerdict>& verdicts,
                    StatementCount& count) {
    for (const auto& key : count.receipts) {
        const auto verdict = verdicts.find(key);
        if (verdict == verdicts.end()) continue;
        if (verdict->second == statement::MatchVerdict::certain) ++count.matched;
        if (verdict->second == statement::MatchVerdict::ambiguous) ++count.ambiguous;
        if (verdict->second == statement::MatchVerdict::unknown) ++count.unmatched;
    }
}

std::map<core::EntryKey, statement::MatchVerdict> match_all(Store& store,
                                                            const core::BusinessId& business) {
    std::map<core::EntryKey, statement::MatchVerdict> verdicts;
    const auto waiting = store.unmatched_entries(business);
    if (waiting.empty()) return verdicts;
    const auto numbers = number_index(store, business);
    for (const auto& stored : waiting) {
        verdicts.emplace(stored.key, match_one(store, business, numbers, stored.key, stored.entry));
    }
    return verdicts;
}

}  // namespace

core::Checked<std::vector<StatementCount>> import_statements(
    Store& store, const contract::Business& business,
    std::span<const statement::BankStatement> statements, core::Date day,
    const core::Hasher& hasher, Matching matching) {
    core::Refusals refusals = refuse_accounts(business, statements);
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    const auto unit = store.begin(day);
    std::vector<StatementCount> counts;
    for (const auto& statement : statements) {
        counts.push_back(add_entries(store, business.id, statement, hasher, refusals));
    }
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    std::map<core::EntryKey, statement::MatchVerdict> verdicts;
    if (matching == Matching::now) verdicts = match_all(store, business.id);
    bool anything_new = !verdicts.empty();
    for (auto& count : counts) {
        count_verdicts(verdicts, count);
        anything_new = anything_new || count.already_known < count.entries;
    }
    if (anything_new) unit->commit();
    return counts;
}

int match_unmatched(Store& store, const core::BusinessId& business) {
    int matched = 0;
    for (const auto& [key, verdict] : match_all(store, business)) {
        if (verdict == statement::MatchVerdict::certain) ++matched;
    }
    return matched;
}

int match_statements(Store& store, const core::BusinessId& business, core::Date day) {
    const auto unit = store.begin(day);
    const int matched = match_unmatched(store, business);
    if (matched > 0) unit->commit();
    return matched;
}

std::vector<UnmatchedEntry> unmatched(const Store& store, const core::BusinessId& business,
                                      core::Date as_of) {
    std::vector<UnmatchedEntry> result;
    for (const auto& stored : store.unmatched_entries(business)) {
        const auto& entry = stored.entry;
        if (entry.booked_on > as_of) continue;
        result.push_back({stored.key, entry.booked_on, entry.amount, entry.payer_name,
                          described(entry), stored.note});
    }
    return result;
}

}  // namespace kvit::app
