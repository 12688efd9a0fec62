#include "kvit/statement/matching.h"
#include "selection.h"

#include <algorithm>
#include <functional>
#include <map>

namespace kvit::statement {

namespace {

// Adds what speaks for settling `items` together.
Candidate judged(const StatementEntry& entry, const Evidence& evidence,
                 std::span<const ledger::OpenItem> items) {
    Candidate candidate;
    candidate.client = items.front().client;
    const auto add = [&](int points, const std::string& why) {
        candidate.score += points;
        candidate.why += (candidate.why.empty() ? "" : ", ") + why;
    };
    core::Money open = core::Money::zero(entry.amount.currency());
    bool named = true, referred_to = true;
    for (const auto& item : items) {
        candidate.items.push_back(item.number);
        open += item.open;
        named = named && std::ranges::find(evidence.named, item.number,
                                           &ledger::OpenItem::number) != evidence.named.end();
        referred_to = referred_to && std::ranges::find(evidence.referred_to, item.number) !=
                                         evidence.referred_to.end();
    }
    if (referred_to)
        add(60, "structured reference");
    else if (named)
        add(50, "named");
    if (evidence.payer.client == candidate.client && evidence.payer.by == KnownBy::account)
        add(30, "the payer's account");
    if (evidence.payer.client == candidate.client && evidence.payer.by == KnownBy::name)
        add(20, "the payer's name");
    if (open == entry.amount)
        add(20, "exact amount");
    else if (entry.amount < open && open - entry.amount <= charge_max(open))
        add(10, "less a bank charge");
    candidate.score = std::min(candidate.score, 100);
    return candidate;
}

bool can_be_settled(const ledger::OpenItem& item, const StatementEntry& entry) {
    return item.open.is_positive() && item.open.currency() == entry.amount.currency();
}

}  // namespace

std::vector<Candidate> candidates(const StatementEntry& entry, const Evidence& evidence,
                                  std::span<const ledger::OpenItem> same_amount) {
    std::vector<Candidate> found;
    const auto add = [&](std::span<const ledger::OpenItem> items) {
        if (items.empty()) return;
        auto candidate = judged(entry, evidence, items);
        const bool known = std::ranges::any_of(
            found, [&](const Candidate& other) { return other.items == candidate.items; });
        if (!known && candidate.score > 0) found.push_back(std::move(candidate));
    };
    std::map<core::ClientId, std::vector<ledger::OpenItem>> named;
    for (const auto& item : evidence.named) {
        if (can_be_settled(item, entry)) named[item.client].push_back(item);
    }
    for (const auto& [client, items] : named) {
        add(items);
        for (const auto& item : items) add({&item, 1});
    }
    add(exact_selection(evidence.payer.open, entry.amount).items);
    for (const auto& item : evidence.payer.open) add({&item, 1});
    add(evidence.payer.open);
    for (const auto& item : same_amount) add({&item, 1});
    std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::score);
    constexpr std::size_t shown = 5;
    if (found.size() > shown) found.resize(shown);
    return found;
}

}  // namespace kvit::statement
