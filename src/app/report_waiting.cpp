#include "kvit/app/report_waiting.h"

#include "kvit/app/gather_facts.h"
#include "kvit/core/invariant.h"
#include "kvit/policy/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kvit::app {

namespace {

using document::Waiting;
using document::WaitingKind;

std::string joined(const std::vector<core::InvoiceNumber>& numbers) {
    std::string text;
    for (const auto& number : numbers) text += (text.empty() ? "" : " ") + number.str();
    return text;
}

// Better than all others, and by more than an amount that happens to be the same.
const statement::Candidate* clear_best(const std::vector<statement::Candidate>& candidates) {
    constexpr int enough = 40;
    if (candidates.empty() || candidates.front().score < enough) return nullptr;
    const bool alone = candidates.size() == 1 || candidates[1].score < candidates.front().score;
    return alone ? &candidates.front() : nullptr;
}

bool has(const std::vector<policy::Reason>& reasons, std::string_view code) {
    return std::ranges::find(reasons, code, &policy::Reason::code) != reasons.end();
}

Waiting receipt_waits(const UnmatchedEntry& entry) {
    const std::string n = std::to_string(entry.ordinal);
    const std::string from = entry.payer.empty() ? "an unnamed payer" : entry.payer;
    const std::string told = " on " + core::to_iso(entry.booked_on) + " from " + from + ", \"" +
                             entry.text + "\": " + entry.reason;
    Waiting waiting{.kind = WaitingKind::receipt,
                    .subject = n + (entry.payer.empty() ? "" : " – " + entry.payer),
                    .since = entry.booked_on,
                    .amount = entry.amount};
    if (entry.amount.is_negative()) {
        waiting.kind = WaitingKind::payment_out;
        waiting.command = "kvit allocate " + n + " --returns ENTRY";
        waiting.says = "entry " + n + ", " + with_currency(-entry.amount) + " out" + told +
                       "; kvit allocate " + n + " --returns says which.";
        return waiting;
    }
    waiting.says =
        "receipt " + n + " of " + with_currency(entry.amount) + told + "; kvit allocate " + n;
    if (const auto* best = clear_best(entry.candidates)) {
        waiting.client = best->client;
        waiting.command = "kvit allocate " + n + " " + joined(best->items);
        waiting.says += " " + joined(best->items) + " settles the likeliest (" + best->why + ").";
    } else if (entry.candidates.empty()) {
        waiting.command = "kvit allocate " + n + " --client CLIENT";
        waiting.says += " --client or --not-ours says what it is.";
    } else {
        waiting.command = "kvit allocate " + n + " INVOICE";
        waiting.says += " says what it is; kvit allocate lists what it may settle.";
    }
    return waiting;
}

Waiting quote_waits(const Quote& quote) {
    const std::int64_t minutes = ledger::minutes_of(quote.held);
    Waiting waiting{.kind = WaitingKind::quote,
                    .client = quote.client,
                    .contract = quote.contract,
                    .subject = quote.held.service,
                    .since = quote.held_on,
                    .says = fmt::format("{}:{:02} h of {} for {} are outside the agreement; held "
                                        "as quote {}",
                                        minutes / 60, minutes % 60, quote.held.service,
                                        quote.contract.str(), quote.id),
                    .command = "kvit quote accept " + quote.id + " --on DATE"};
    if (quote.held.priced) {
        waiting.amount = ledger::net_of(quote.held);
        waiting.says +=
            " of " + with_currency(*waiting.amount) + " (kvit quote accept or decline).";
    } else {
        waiting.command += " --hourly AMOUNT";
        waiting.says += " without a rate; agree on one, then kvit quote accept --hourly.";
    }
    return waiting;
}

Waiting proposal_waits(const AdvanceProposal& proposal) {
    return {.kind = WaitingKind::advance,
            .client = proposal.client,
            .contract = proposal.contract,
            .says = fmt::format(
                "{} pays {:.1f} days later each time, {:.0f} days late in the mean; "
                "agree on payment in advance for {} from {} and apply it.",
                proposal.client.str(), proposal.trend.days_per_cycle, proposal.trend.mean_days_late,
                proposal.contract.str(), core::to_iso(proposal.from)),
            .command = "kvit apply FILE"};
}

// What a decision waits for, if a person.
std::optional<Waiting> decision_waits(const core::ClientId& client,
                                      const core::ContractId& contract, policy::WaitsFor waits_for,
                                      const std::vector<policy::Reason>& reasons) {
    const std::string whose = contract.str() + " of " + client.str();
    Waiting waiting{.client = client, .contract = contract};
    switch (waits_for) {
        case policy::WaitsFor::nothing:
        case policy::WaitsFor::quote:
            return std::nullopt;
        case policy::WaitsFor::release: {
            const bool ends = has(reasons, "termination_waits");
            waiting.kind = ends ? WaitingKind::termination : WaitingKind::release;
            waiting.says = ends ? "the termination of " + whose + " is yours to decide."
                                : "the pause of " + whose + " is yours to release.";
            waiting.command = (ends ? "kvit terminate " : "kvit release ") + contract.str() +
                              " --on DATE --reason TEXT";
            return waiting;
        }
        case policy::WaitsFor::rate:
            waiting.kind = WaitingKind::rate;
            waiting.command = "kvit rate add COUNTRY DATE PERCENT --source TEXT";
            break;
        case policy::WaitsFor::confirmation:
            waiting.kind = WaitingKind::confirmation;
            waiting.command = "kvit rate confirm COUNTRY DATE";
            break;
    }
    waiting.says = whose + " waits for " + std::string(policy::name_of(waits_for)) + ".";
    return waiting;
}

// Where the client pays ever later and the policy proposes advance billing. Reads an account only
// where a trend says so.
class Proposals {
  public:
    Proposals(const Engine& engine, const core::BusinessId& business,
              const StatusQuestion& question)
        : store_(engine.store),
          business_(business),
          question_(question),
          credited_(store_.credited_in_full(business, question.as_of, question.known_on)) {}

    void add(const core::ClientId& id, std::vector<Waiting>& waiting) const {
        const auto client = store_.client(business_, id);
        KVIT_INVARIANT(client.has_value(), "a status has its client");
        const core::Date day = question_.as_of;
        const auto items = store_.items_as_of(business_, day, question_.known_on, id);
        for (const Account& account : accounts_of(store_, business_, *client)) {
            const auto facts = gather_facts(store_, business_, account, day, items, credited_,
                                            core::Money::zero(account.currency), {});
            for (const auto& contract : account.contracts) add(contract, facts, waiting);
        }
    }

  private:
    void add(const contract::Contract& contract, const policy::Facts& facts,
             std::vector<Waiting>& waiting) const {
        const core::Date day = question_.as_of;
        if (contract.from > day || (question_.of && !question_.of->covers(contract.id))) return;
        const auto policy = policy_on(store_, business_, contract.terms_on(day).policy);
        const auto proposed = policy::advance_billing_proposals(policy, facts);
        if (std::ranges::find(proposed, contract.id) == proposed.end()) return;
        const auto& own =
            *std::ranges::find(facts.contracts, contract.id, &policy::ContractFacts::id);
        waiting.push_back(
            proposal_waits(AdvanceProposal{facts.client, own.id, *own.advance_from, own.trend}));
    }

    const Store& store_;
    const core::BusinessId& business_;
    const StatusQuestion& question_;
    std::set<core::InvoiceNumber> credited_;
};

void add_receipts(Store& store, const core::BusinessId& business, const StatusQuestion& question,
                  std::vector<Waiting>& waiting) {
    for (const auto& entry : unmatched(store, business, question.as_of)) {
        const bool ours =
            !question.of ||
            std::ranges::any_of(entry.candidates, [&](const statement::Candidate& candidate) {
                return candidate.client == question.of->client.id;
            });
        if (ours) waiting.push_back(receipt_waits(entry));
    }
}

}  // namespace

std::vector<Waiting> waiting_of(std::span<const UnmatchedEntry> entries) {
    std::vector<Waiting> waiting;
    for (const auto& entry : entries) waiting.push_back(receipt_waits(entry));
    return waiting;
}

std::vector<Waiting> waiting_of(std::span<const Quote> quotes) {
    std::vector<Waiting> waiting;
    for (const auto& quote : quotes) waiting.push_back(quote_waits(quote));
    return waiting;
}

std::vector<Waiting> waiting_of(std::span<const ReviewRow> rows) {
    std::vector<Waiting> waiting;
    for (const ReviewRow& row : rows) {
        if (auto one = decision_waits(row.client, row.contract, row.waits_for, row.reasons))
            waiting.push_back(std::move(*one));
        if (!has(row.reasons, "claim_waits")) continue;
        waiting.push_back({.kind = WaitingKind::claim,
                           .client = row.client,
                           .contract = row.contract,
                           .subject = row.document.str(),
                           .says = "the final demand " + row.document.str() +
                                   " leaves without interest and compensation; claim them by hand.",
                           .command = "kvit interest " + row.client.str()});
    }
    return waiting;
}

document::WaitingReport report_waiting(const Engine& engine, const contract::Business& business,
                                       const StatusQuestion& question,
                                       const document::StatusReport& status) {
    document::WaitingReport report{question.as_of, {}};
    auto& waiting = report.items;
    std::set<core::ClientId> slipping;
    for (const auto& row : status.rows) {
        if (auto one = decision_waits(row.client, row.contract, row.waits_for, row.reasons))
            waiting.push_back(std::move(*one));
        if (row.trend.trend == ledger::TrendClass::slipping) slipping.insert(row.client);
    }
    const core::Date decided_by =
        std::min(question.as_of, question.known_on.value_or(question.as_of));
    for (const Quote& quote : quotes_held_on(engine.store, business.id, decided_by)) {
        if (!question.of ||
            (quote.client == question.of->client.id && question.of->covers(quote.contract)))
            waiting.push_back(quote_waits(quote));
    }
    add_receipts(engine.store, business.id, question, waiting);
    if (!slipping.empty()) {
        const Proposals proposals(engine, business.id, question);
        for (const auto& client : slipping) proposals.add(client, waiting);
    }
    std::ranges::stable_sort(waiting, {}, [](const Waiting& one) {
        return std::tuple(one.kind, one.client, one.contract);
    });
    return report;
}

}  // namespace kvit::app
