#include "kvit/app/import_statement.h"

#include "known_bookings.h"
#include "kvit/ledger/journal.h"
#include "kvit/statement/matching.h"
#include "kvit/statement/payer.h"
#include "match_receipts.h"
#include "set_off.h"

#include <algorithm>
#include <map>
#include <set>

namespace kvit::app {

namespace {

std::string described(const statement::StatementEntry& entry) {
    std::string text;
    for (const auto& line : entry.remittance) text += (text.empty() ? "" : " / ") + line;
    return text;
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

// What tells the payer again: its account, or its name where the bank gives no account.
std::string payer_digest(const statement::StatementEntry& entry, const core::Hasher& hasher) {
    if (!entry.payer_iban.empty()) return hasher("account " + entry.payer_iban);
    const auto name = statement::name_key(entry.payer_name);
    return name.base.empty() ? std::string() : hasher("name " + name.base + " " + name.form);
}

EntryState state_of(const statement::StatementEntry& entry) {
    if (entry.amount.is_positive()) return EntryState::unmatched;
    return entry.returned.empty() ? EntryState::outgoing : EntryState::returning;
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
        const auto state = state_of(entry);
        switch (store.add_statement_entry(business, keys[i], payer_digest(entry, hasher), entry,
                                          state)) {
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
        if (state == EntryState::returning) continue;
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

struct Matched {
    std::map<core::EntryKey, statement::MatchVerdict> verdicts;
    bool changed = false;  // something was put on record
};

Matched match_all(Store& store, const core::BusinessId& business) {
    Matched matched;
    const auto waiting = store.unmatched_entries(business);
    if (!waiting.empty()) {
        ReceiptMatcher matcher(store, business);
        for (const auto& receipt : waiting)
            matched.verdicts.emplace(receipt.key, matcher.match(receipt));
        matched.changed = matcher.changed();
    }
    if (!set_off(store, business).empty()) matched.changed = true;
    return matched;
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
    Matched matched;
    if (matching == Matching::now) matched = match_all(store, business.id);
    bool anything_new = matched.changed;
    for (auto& count : counts) {
        count_verdicts(matched.verdicts, count);
        anything_new = anything_new || count.already_known < count.entries;
    }
    if (anything_new) unit->commit();
    return counts;
}

int match_statements(Store& store, const core::BusinessId& business, core::Date day) {
    const auto unit = store.begin(day);
    const auto matched = match_all(store, business);
    if (matched.changed) unit->commit();
    return static_cast<int>(std::ranges::count_if(matched.verdicts, [](const auto& one) {
        return one.second == statement::MatchVerdict::certain;
    }));
}

namespace {

using AmountKey = std::pair<core::Currency, std::int64_t>;
AmountKey key_of(core::Money amount) { return {amount.currency(), amount.minor()}; }

// Open items of anybody whose open amount is exactly that of one of the receipts.
std::multimap<AmountKey, ledger::OpenItem> items_of_amounts(
    const Store& store, const core::BusinessId& business,
    const std::vector<StoredStatementEntry>& receipts) {
    std::set<AmountKey> amounts;
    for (const auto& receipt : receipts) amounts.insert(key_of(receipt.entry.amount));
    std::multimap<AmountKey, ledger::OpenItem> items;
    store.for_each_open_item(business, [&](const ledger::OpenItem& item) {
        constexpr std::size_t enough = 6;  // more than are shown
        const AmountKey key = key_of(item.open);
        if (amounts.contains(key) && items.count(key) < enough) items.emplace(key, item);
    });
    return items;
}

}  // namespace

std::vector<UnmatchedEntry> unmatched(Store& store, const core::BusinessId& business,
                                      core::Date as_of) {
    auto receipts = store.unmatched_entries(business);
    std::erase_if(receipts, [&](const StoredStatementEntry& receipt) {
        return receipt.entry.booked_on > as_of;
    });
    std::vector<UnmatchedEntry> result;
    if (receipts.empty()) return result;
    const ReceiptMatcher matcher(store, business);
    const auto same = items_of_amounts(store, business, receipts);
    for (const auto& receipt : receipts) {
        const auto& entry = receipt.entry;
        std::vector<ledger::OpenItem> same_amount;
        const auto [begin, end] = same.equal_range(key_of(entry.amount));
        for (auto one = begin; one != end; ++one) same_amount.push_back(one->second);
        result.push_back(
            {receipt.ordinal, receipt.key, entry.booked_on, entry.amount, entry.payer_name,
             described(entry), receipt.note,
             statement::candidates(entry, matcher.evidence_for(receipt), same_amount)});
    }
    return result;
}

}  // namespace kvit::app
