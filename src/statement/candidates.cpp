#include "kvit/statement/matching.h"
#include "selection.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

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
    bool named_all = true;
    Spelling spelling = Spelling::structured;  // the least sure of them
    for (const auto& item : items) {
        candidate.items.push_back(item.number);
        open += item.open;
        const auto named = std::ranges::find(evidence.named, item.number,
                                             [](const auto& one) { return one.item.number; });
        if (named == evidence.named.end())
            named_all = false;
        else
            spelling = std::max(spelling, named->spelling);
    }
    if (named_all && spelling == Spelling::structured)
        add(60, "structured reference");
    else if (named_all && spelling == Spelling::clear)
        add(50, "named");
    else if (named_all)
        add(20, "perhaps named");
    if (evidence.payer.client == candidate.client && evidence.payer.by == KnownBy::account)
        add(30, "the payer is known");
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
    std::set<std::vector<core::InvoiceNumber>> known;
    const auto add = [&](std::span<const ledger::OpenItem> items) {
        if (items.empty()) return;
        auto candidate = judged(entry, evidence, items);
        if (candidate.score > 0 && known.insert(candidate.items).second)
            found.push_back(std::move(candidate));
    };
    std::map<core::ClientId, std::vector<ledger::OpenItem>> named;
    for (const auto& [item, spelling] : evidence.named) {
        if (can_be_settled(item, entry)) named[item.client].push_back(item);
    }
    for (const auto& [client, items] : named) {
        add(items);
        for (const auto& item : items) add({&item, 1});
    }
    constexpr std::size_t shown = 5;
    const std::span<const ledger::OpenItem> open(evidence.payer.open);
    add(exact_selection(open, entry.amount).items);
    for (const auto& item : open.subspan(0, std::min(shown, open.size()))) add({&item, 1});
    if (open.size() <= shown) add(open);
    for (const auto& item : same_amount) {
        const bool contradicts =
            evidence.payer.by != KnownBy::nothing && item.client != evidence.payer.client;
        if (!contradicts) add({&item, 1});
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::score);
    if (found.size() > shown) found.resize(shown);
    return found;
}

}  // namespace kvit::statement
