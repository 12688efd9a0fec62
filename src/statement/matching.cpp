#include "kvit/statement/matching.h"

#include "kvit/statement/number_index.h"
#include "selection.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace kvit::statement {

namespace {

std::string with_currency(core::Money amount) {
    return core::to_decimal(amount) + " " + amount.currency().code();
}

bool has_letters(const core::InvoiceNumber& number) {
    return std::ranges::any_of(number_key(number.str()), [](char c) { return c < '0' || c > '9'; });
}

std::string list_of(std::span<const ledger::OpenItem> items) {
    std::string list;
    for (const auto& item : items) list += (list.empty() ? "" : ", ") + item.number.str();
    return list;
}

Match verdict_on(MatchVerdict verdict, std::span<const ledger::OpenItem> items,
                 std::string reason) {
    Match match{verdict, {}, std::move(reason)};
    for (const auto& item : items) match.items.push_back(item.number);
    return match;
}

Match ambiguous(std::span<const ledger::OpenItem> items, std::string reason) {
    return verdict_on(MatchVerdict::ambiguous, items, std::move(reason));
}

Match certain(std::span<const ledger::OpenItem> items) {
    return verdict_on(MatchVerdict::certain, items, {});
}

// Why these items cannot be settled by the entry whatever the amount; nothing when they can.
std::optional<std::string> obstacle(const StatementEntry& entry,
                                    std::span<const ledger::OpenItem> items) {
    for (const auto& item : items) {
        if (item.open.currency() != entry.amount.currency()) {
            return item.number.str() + " is in " + item.open.currency().code() +
                   ", the payment in " + entry.amount.currency().code();
        }
        if (item.open.is_zero()) return item.number.str() + " is settled already";
        if (item.open.is_negative())
            return item.number.str() + " is a credit, nothing is owed on it";
        if (item.client != items.front().client) {
            return "invoices of several clients are named: " + list_of(items);
        }
    }
    return std::nullopt;
}

// What is open on all of them; nothing beyond the bounds of money.
std::optional<core::Money> open_sum(std::span<const ledger::OpenItem> items) {
    std::int64_t sum = 0;
    for (const auto& item : items) {
        if (__builtin_add_overflow(sum, item.open.minor(), &sum)) return std::nullopt;
    }
    if (sum > core::Money::max_minor) return std::nullopt;
    return core::Money(sum, items.front().open.currency());
}

// A number that cannot be mistaken for a date or an order number.
bool is_beyond_doubt(const ledger::OpenItem& item, const Evidence& evidence) {
    return has_letters(item.number) || item.client == evidence.payer.client ||
           std::ranges::find(evidence.referred_to, item.number) != evidence.referred_to.end();
}

Match match_several(const StatementEntry& entry, const Evidence& evidence,
                    std::span<const ledger::OpenItem> items) {
    if (auto reason = obstacle(entry, items)) return ambiguous(items, std::move(*reason));
    const auto sum = open_sum(items);
    if (sum == entry.amount) return certain(items);
    const bool sure = std::ranges::all_of(
        items, [&](const ledger::OpenItem& item) { return is_beyond_doubt(item, evidence); });
    if (sure && sum && entry.amount < *sum && *sum - entry.amount <= charge_max(*sum)) {
        // What the bank kept stays open on the newest.
        std::vector<ledger::OpenItem> oldest_first(items.begin(), items.end());
        std::ranges::stable_sort(oldest_first, {}, &ledger::OpenItem::due_on);
        return certain(oldest_first);
    }
    return ambiguous(items, "the payment of " + with_currency(entry.amount) +
                                " is not exactly what is open on " + list_of(items) +
                                (sum ? " together, " + with_currency(*sum) : std::string()));
}

Match match_one(const StatementEntry& entry, const Evidence& evidence,
                const ledger::OpenItem& item) {
    const std::span<const ledger::OpenItem> items(&item, 1);
    if (auto reason = obstacle(entry, items)) return ambiguous(items, std::move(*reason));
    if (is_beyond_doubt(item, evidence) || item.open == entry.amount) return certain(items);
    return ambiguous(items, "\"" + item.number.str() +
                                "\" has no letters and may be something else, and the payment of " +
                                with_currency(entry.amount) + " is not exactly the " +
                                with_currency(item.open) + " open on it");
}

std::vector<ledger::OpenItem> distinct(std::span<const ledger::OpenItem> items) {
    std::vector<ledger::OpenItem> distinct_items;
    for (const auto& item : items) {
        const bool known = std::ranges::any_of(
            distinct_items, [&](const auto& other) { return other.number == item.number; });
        if (!known) distinct_items.push_back(item);
    }
    return distinct_items;
}

Match match_named(const StatementEntry& entry, const Evidence& evidence,
                  const std::vector<ledger::OpenItem>& named) {
    if (named.size() == 1) return match_one(entry, evidence, named.front());
    Match all = match_several(entry, evidence, named);
    if (all.verdict == MatchVerdict::certain) return all;
    // Digits alone are often a date or an order number: they count only where something proves
    // them.
    std::vector<ledger::OpenItem> counted;
    std::ranges::copy_if(named, std::back_inserter(counted), [&](const ledger::OpenItem& item) {
        return is_beyond_doubt(item, evidence) || item.open == entry.amount;
    });
    if (counted.empty() || counted.size() == named.size()) return all;
    return counted.size() == 1 ? match_one(entry, evidence, counted.front())
                               : match_several(entry, evidence, counted);
}

Match match_by_payer(const StatementEntry& entry, const Payer& payer) {
    if (payer.by == KnownBy::nothing)
        return {MatchVerdict::unknown, {}, "it names no invoice of ours"};
    const std::string known_by =
        payer.by == KnownBy::account ? "the account is known as that of " : "the name is that of ";
    const std::string who = "it names no invoice of ours; " + known_by + payer.client.str() + ", ";
    if (payer.open.empty())
        return {MatchVerdict::ambiguous,
                {},
                who + "who owes nothing in " + entry.amount.currency().code()};
    const Selection selection = exact_selection(payer.open, entry.amount);
    if (selection.found == Selection::Found::one) return certain(selection.items);
    return ambiguous(
        payer.open,
        who + (selection.found == Selection::Found::several
                   ? "and the amount fits more than one choice of " + list_of(payer.open)
                   : "and the amount is not what is open on " + list_of(payer.open)));
}

// By currency, in minor units: what correspondent banks keep at most, about 50 euro.
constexpr std::pair<std::string_view, std::int64_t> charge_bounds[] = {
    {"PLN", 20'000}, {"HUF", 2'000'000}, {"CZK", 125'000}, {"SEK", 55'000},
    {"NOK", 55'000}, {"DKK", 37'500},    {"RON", 25'000}};
constexpr std::int64_t usual_charge_bound = 5'000;

}  // namespace

core::Money charge_max(core::Money amount) {
    const auto row = std::ranges::find(charge_bounds, amount.currency().code(),
                                       &std::pair<std::string_view, std::int64_t>::first);
    const std::int64_t bound = row == std::end(charge_bounds) ? usual_charge_bound : row->second;
    constexpr std::int64_t one_in = 33;  // 3 %
    return {std::min(amount.minor() / one_in, bound), amount.currency()};
}

Match match(const StatementEntry& entry, const Evidence& evidence) {
    if (!entry.amount.is_positive()) {
        return {MatchVerdict::unknown, {}, "it is no money received"};
    }
    const std::vector<ledger::OpenItem> named = distinct(evidence.named);
    if (!entry.returned.empty()) {
        // Our own payment that came back may well name a number like ours.
        return verdict_on(
            named.empty() ? MatchVerdict::unknown : MatchVerdict::ambiguous, named,
            "it is a payment that came back or a booking taken back (" + entry.returned + ")");
    }
    return named.empty() ? match_by_payer(entry, evidence.payer)
                         : match_named(entry, evidence, named);
}

}  // namespace kvit::statement
