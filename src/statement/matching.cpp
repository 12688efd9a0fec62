#include "kvit/statement/matching.h"

#include "period_words.h"
#include "selection.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace kvit::statement {

namespace {

// The first few by number.
std::string list_of(std::span<const ledger::OpenItem> items) {
    constexpr std::size_t shown = 5;
    std::string list;
    for (const auto& item : items.subspan(0, std::min(shown, items.size())))
        list += (list.empty() ? "" : ", ") + item.number.str();
    if (items.size() > shown) list += " and " + std::to_string(items.size() - shown) + " more";
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

std::vector<ledger::OpenItem> items_of(std::span<const NamedItem> named) {
    std::vector<ledger::OpenItem> items;
    for (const NamedItem& one : named) items.push_back(one.item);
    return items;
}

bool is_sure(Spelling spelling) {
    return spelling == Spelling::structured || spelling == Spelling::clear;
}

// Whether what was spelled counts, with what else is known.
bool counts(Spelling spelling, bool exact, bool payer_known) {
    if (spelling == Spelling::weak) return exact || payer_known;
    if (spelling == Spelling::doubtful) return exact && payer_known;
    return true;
}

// Items of another client than the payer is known as; empty where there is none.
std::string contradiction(const Payer& payer, std::span<const NamedItem> named) {
    if (payer.by == KnownBy::nothing) return {};
    for (const auto& [item, spelling] : named) {
        if (item.client != payer.client)
            return item.number.str() + " is owed by " + item.client.str() +
                   ", and the payer is known as " + payer.client.str();
    }
    return {};
}

Match match_one(const StatementEntry& entry, const Evidence& evidence, const NamedItem& named) {
    const ledger::OpenItem& item = named.item;
    const std::span<const ledger::OpenItem> items(&item, 1);
    if (auto reason = obstacle(entry, items)) return ambiguous(items, std::move(*reason));
    const bool exact = item.open == entry.amount;
    const bool payer_known = item.client == evidence.payer.client;
    if (counts(named.spelling, exact, payer_known)) return certain(items);
    std::string missing = exact ? std::string()
                                : ", and the payment of " + with_currency(entry.amount) +
                                      " is not exactly the " + with_currency(item.open) +
                                      " open on it";
    if (!payer_known) missing += ", and who paid is not known";
    return ambiguous(items, "\"" + item.number.str() + "\" may be something else" + missing);
}

Match match_several(const StatementEntry& entry, const Evidence& evidence,
                    std::span<const NamedItem> named) {
    const auto items = items_of(named);
    if (auto reason = obstacle(entry, items)) return ambiguous(items, std::move(*reason));
    const auto sum = open_sum(items);
    const bool exact = sum == entry.amount;
    const bool payer_known = items.front().client == evidence.payer.client;
    // A sum that is exact proves what stands beside a sure number.
    const bool one_sure =
        std::ranges::any_of(named, [](const NamedItem& one) { return is_sure(one.spelling); });
    const bool all_count = std::ranges::all_of(named, [&](const NamedItem& one) {
        return counts(one.spelling, exact, payer_known || (exact && one_sure));
    });
    if (exact && all_count) return certain(items);
    if (all_count && sum && entry.amount < *sum && *sum - entry.amount <= charge_max(*sum)) {
        // What the bank kept stays open on the newest.
        std::vector<ledger::OpenItem> oldest_first = items;
        std::ranges::stable_sort(oldest_first, {}, &ledger::OpenItem::due_on);
        return certain(oldest_first);
    }
    return ambiguous(items, "the payment of " + with_currency(entry.amount) +
                                " is not exactly what is open on " + list_of(items) +
                                (sum ? " together, " + with_currency(*sum) : std::string()));
}

std::vector<NamedItem> distinct(std::span<const NamedItem> named) {
    std::vector<NamedItem> result;
    for (const auto& one : named) {
        const bool known = std::ranges::any_of(
            result, [&](const auto& other) { return other.item.number == one.item.number; });
        if (!known) result.push_back(one);
    }
    return result;
}

Match match_named(const StatementEntry& entry, const Evidence& evidence,
                  const std::vector<NamedItem>& named) {
    if (auto against = contradiction(evidence.payer, named); !against.empty())
        return ambiguous(items_of(named), std::move(against));
    if (named.size() == 1) return match_one(entry, evidence, named.front());
    Match all = match_several(entry, evidence, named);
    if (all.verdict == MatchVerdict::certain) return all;
    // Beside a sure number, or one whose amount is exact, the others are no more than dates.
    std::vector<NamedItem> counted;
    std::ranges::copy_if(named, std::back_inserter(counted), [&](const NamedItem& one) {
        const bool exact = one.item.open == entry.amount;
        const bool payer_known = one.item.client == evidence.payer.client;
        return is_sure(one.spelling) || (exact && counts(one.spelling, exact, payer_known));
    });
    if (counted.empty() || counted.size() == named.size()) return all;
    return counted.size() == 1 ? match_one(entry, evidence, counted.front())
                               : match_several(entry, evidence, counted);
}

bool says_which(const StatementEntry& entry) {
    return std::ranges::any_of(entry.remittance,
                               [](const std::string& line) { return may_name_a_period(line); });
}

Match match_by_payer(const StatementEntry& entry, const Payer& payer) {
    if (payer.by == KnownBy::nothing)
        return {MatchVerdict::unknown, {}, "it names no invoice of ours"};
    const std::string who = "it names no invoice of ours; " +
                            std::string(payer.by == KnownBy::account ? "the payer is known as "
                                                                     : "the name is that of ") +
                            payer.client.str() + ", ";
    std::vector<ledger::OpenItem> open;
    std::ranges::copy_if(payer.open, std::back_inserter(open), [&](const ledger::OpenItem& item) {
        return item.issued_on <= entry.booked_on;
    });
    if (open.empty())
        return {MatchVerdict::ambiguous,
                {},
                who + "who owed nothing in " + entry.amount.currency().code() + " then"};
    const Selection selection = exact_selection(open, entry.amount);
    if (selection.found == Selection::Found::several)
        return ambiguous(open,
                         who + "and the amount fits more than one choice of " + list_of(open));
    if (selection.found == Selection::Found::none)
        return ambiguous(open, who + "and the amount is not what is open on " + list_of(open));
    if (selection.among_equals && says_which(entry))
        return ambiguous(open, who +
                                   "several invoices are of that amount, and the text may say "
                                   "which: " +
                                   list_of(open));
    return certain(selection.items);
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
    std::vector<NamedItem> named = distinct(evidence.named);
    if (!entry.returned.empty()) {
        // Our own payment that came back may well name a number like ours.
        return verdict_on(
            named.empty() ? MatchVerdict::unknown : MatchVerdict::ambiguous, items_of(named),
            "it is a payment that came back or a booking taken back (" + entry.returned + ")");
    }
    // What may be a date is one where the payer is somebody else.
    std::erase_if(named, [&](const NamedItem& one) {
        return one.spelling == Spelling::doubtful && evidence.payer.by != KnownBy::nothing &&
               one.item.client != evidence.payer.client;
    });
    return named.empty() ? match_by_payer(entry, evidence.payer)
                         : match_named(entry, evidence, named);
}

}  // namespace kvit::statement
