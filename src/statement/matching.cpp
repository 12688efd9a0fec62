#include "kvit/statement/matching.h"

#include "words.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

namespace kvit::statement {

namespace {

// A run of words that is a key: byte range in the text, and what it names.
struct Reading {
    std::size_t begin, end;
    core::InvoiceNumber number;
    bool literal;  // spelled as the number is, letter case aside
};

// A literal spelling hides the other readings of its own words, and those of some of its words.
bool is_hidden(const Reading& reading, const std::vector<Reading>& readings) {
    return std::ranges::any_of(readings, [&](const Reading& other) {
        const bool inside = other.begin <= reading.begin && reading.end <= other.end;
        const bool longer = other.end - other.begin > reading.end - reading.begin;
        return other.literal && inside && (longer || !reading.literal);
    });
}

// Readings come in order of `begin`, so only the literal ones that have not ended can contain the
// next.
std::vector<Reading> without_hidden(const std::vector<Reading>& readings) {
    std::vector<Reading> kept;
    std::vector<Reading> open;
    auto next = readings.begin();
    for (const Reading& reading : readings) {
        while (next != readings.end() && next->begin <= reading.begin) {
            if (next->literal) open.push_back(*next);
            ++next;
        }
        std::erase_if(open, [&](const Reading& other) { return other.end <= reading.begin; });
        if (!is_hidden(reading, open)) kept.push_back(reading);
    }
    return kept;
}

void append_distinct(std::vector<core::InvoiceNumber>& numbers, const core::InvoiceNumber& number) {
    if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
}

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

// What is open on all of them; nothing beyond 64 bits.
std::optional<core::Money> open_sum(std::span<const ledger::OpenItem> items) {
    std::int64_t sum = 0;
    for (const auto& item : items) {
        if (__builtin_add_overflow(sum, item.open.minor(), &sum)) return std::nullopt;
    }
    return core::Money(sum, items.front().open.currency());
}

Match match_several(const StatementEntry& entry, std::span<const ledger::OpenItem> items) {
    if (auto reason = obstacle(entry, items)) return ambiguous(items, std::move(*reason));
    const auto sum = open_sum(items);
    if (sum == entry.amount) return certain(items);
    return ambiguous(items, "the payment of " + with_currency(entry.amount) +
                                " is not exactly what is open on " + list_of(items) +
                                (sum ? " together, " + with_currency(*sum) : std::string()));
}

Match match_one(const StatementEntry& entry, const ledger::OpenItem& item) {
    const std::span<const ledger::OpenItem> items(&item, 1);
    if (auto reason = obstacle(entry, items)) return ambiguous(items, std::move(*reason));
    if (has_letters(item.number) || item.open == entry.amount) return certain(items);
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

}  // namespace

std::string number_key(std::string_view number) {
    std::string key;
    for (const Word& word : words_of(number)) key += upper_case(word.text);
    return key;
}

void NumberIndex::add(const core::InvoiceNumber& number) {
    std::string key = number_key(number.str());
    if (key.empty()) return;
    longest_ = std::max(longest_, key.size());
    append_distinct(by_key_[std::move(key)], number);
}

std::vector<core::InvoiceNumber> NumberIndex::named_in(std::string_view text) const {
    const std::vector<Word> words = words_of(text);
    std::vector<Reading> readings;
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string joined;
        for (std::size_t last = first; last < words.size(); ++last) {
            if (joined.size() + words[last].text.size() > longest_) break;
            joined += upper_case(words[last].text);
            // The first key not before the run: when it does not begin with the run, none does.
            const auto found = by_key_.lower_bound(joined);
            if (found == by_key_.end() || !found->first.starts_with(joined)) break;
            if (found->first.size() != joined.size()) continue;
            const std::size_t begin = words[first].begin;
            const std::size_t end = words[last].begin + words[last].text.size();
            const std::string spelled = upper_case(text.substr(begin, end - begin));
            for (const core::InvoiceNumber& number : found->second) {
                readings.push_back({begin, end, number, spelled == upper_case(number.str())});
            }
        }
    }
    std::vector<core::InvoiceNumber> numbers;
    for (const Reading& reading : without_hidden(readings))
        append_distinct(numbers, reading.number);
    return numbers;
}

std::vector<core::InvoiceNumber> numbers_named(const NumberIndex& index,
                                               const StatementEntry& entry) {
    std::string remittance;
    for (const std::string& line : entry.remittance) remittance += line + "\n";
    std::vector<core::InvoiceNumber> numbers = index.named_in(remittance);
    for (const auto& number : index.named_in(entry.end_to_end_id)) append_distinct(numbers, number);
    return numbers;
}

Match match_by_number(const StatementEntry& entry, std::span<const ledger::OpenItem> items) {
    if (!entry.amount.is_positive()) {
        return {MatchVerdict::unknown, {}, "it is no money received"};
    }
    const std::vector<ledger::OpenItem> named = distinct(items);
    if (!entry.returned.empty()) {
        // Our own payment that came back may well name a number like ours.
        return verdict_on(
            named.empty() ? MatchVerdict::unknown : MatchVerdict::ambiguous, named,
            "it is a payment that came back or a booking taken back (" + entry.returned + ")");
    }
    if (named.empty()) return {MatchVerdict::unknown, {}, "it names no invoice of ours"};
    if (named.size() == 1) return match_one(entry, named.front());

    Match all = match_several(entry, named);
    if (all.verdict == MatchVerdict::certain) return all;
    // Digits alone are often a date or an order number: they count only where the amount proves
    // them.
    std::vector<ledger::OpenItem> counted;
    std::ranges::copy_if(named, std::back_inserter(counted), [&](const ledger::OpenItem& item) {
        return has_letters(item.number) || item.open == entry.amount;
    });
    if (counted.empty() || counted.size() == named.size()) return all;
    return counted.size() == 1 ? match_one(entry, counted.front()) : match_several(entry, counted);
}

}  // namespace kvit::statement
