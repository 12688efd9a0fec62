#include "kvit/app/report_interest.h"

#include "kvit/core/invariant.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kvit::app {

namespace {

struct Principal {
    core::Money asked;  // less credits
    std::vector<ledger::PrincipalPayment> payments;
};

Principal principal_of(const ClaimRules& rules, const ledger::OpenItem& item, core::Date as_of) {
    Principal principal{core::Money::zero(item.gross.currency()), {}};
    for (const auto& moved : rules.store.item_movements(rules.business, item.number, as_of)) {
        if (moved.kind == ledger::EntryKind::issue)
            principal.asked += moved.amount;
        else
            principal.payments.push_back({moved.on, -moved.amount});
    }
    return principal;
}

bool open_after(const Principal& principal, core::Date due_on) {
    core::Money open = principal.asked;
    for (const auto& payment : principal.payments)
        if (payment.on <= due_on) open -= payment.amount;
    return open.is_positive();
}

}  // namespace

std::vector<ledger::LegalBasis> LateClaim::unsure() const {
    std::vector<ledger::LegalBasis> rows;
    if (interest) rows = interest->bases;
    if (compensation && *compensation) rows.push_back((*compensation)->basis);
    std::erase_if(rows, ledger::may_be_claimed);
    return rows;
}

core::Refusals LateClaim::waits() const {
    core::Refusals waits;
    if (!interest) waits.push_back(interest.error());
    if (!compensation) waits.push_back(compensation.error());
    for (const auto& row : unsure())
        waits.push_back({"", ledger::to_text(row) + " is not confirmed",
                         "confirm it with " + ledger::confirming_command(row)});
    return waits;
}

std::optional<LateClaim> late_claim(const ClaimRules& rules, const ItemState& item,
                                    core::Date as_of) {
    if (item.item.kind != ledger::InvoiceKind::invoice || as_of <= item.item.due_on)
        return std::nullopt;
    if (item.settled_on && *item.settled_on <= item.item.due_on) return std::nullopt;
    Principal principal = principal_of(rules, item.item, as_of);
    if (!open_after(principal, item.item.due_on)) return std::nullopt;
    const auto contract = rules.store.contract(rules.business, item.item.contract);
    const auto client = rules.store.client(rules.business, item.item.client);
    KVIT_INVARIANT(contract && client, "an invoice has its contract and its client");
    const ledger::DelayedDebt debt{contract->law,    client->kind,       principal.asked,
                                   item.item.due_on, principal.payments, as_of};
    const auto rate_on = [&](core::Currency from, core::Currency into, core::Date on) {
        return rules.store.exchange_rate(rules.business, from, into, on);
    };
    return LateClaim{
        item.item,
        item.settled_on,
        contract->law,
        client->kind,
        principal.asked,
        ledger::accrued_interest(debt, rules.law.rules, rules.law.rates),
        ledger::compensation(contract->law, client->kind, principal.asked, item.item.due_on,
                             {rules.law.tiers, rules.calendar, rate_on})};
}

core::Result<std::vector<LateClaim>> report_interest(const ClaimRules& rules,
                                                     const std::optional<core::ClientId>& client,
                                                     core::Date as_of) {
    if (client && !rules.store.client(rules.business, *client)) {
        return core::refuse("CLIENT", "there is no client \"" + client->str() + "\"",
                            "write its id as the agreement does");
    }
    std::vector<LateClaim> claims;
    for (const auto& item : rules.store.items_as_of(rules.business, as_of, std::nullopt, client)) {
        if (auto claim = late_claim(rules, item, as_of)) claims.push_back(std::move(*claim));
    }
    std::ranges::stable_sort(claims, {}, [](const LateClaim& claim) {
        const auto& item = claim.item;
        return std::tuple(item.client, item.contract, item.due_on, item.number);
    });
    return claims;
}

}  // namespace kvit::app
