#include "kvit/app/review_accounts.h"

#include "kvit/app/archive_documents.h"
#include "kvit/app/gather_facts.h"
#include "kvit/core/invariant.h"
#include "kvit/document/notice_view.h"
#include "kvit/policy/evaluate.h"
#include "put_document.h"

#include <algorithm>
#include <tuple>

namespace kvit::app {

namespace {

// Reasons whose value moves with the calendar alone; a new decision is stored for facts, not for
// days.
bool moves_by_itself(const policy::Reason& reason) {
    return reason.code == "days_past_due" || reason.code == "wait_days" ||
           reason.code == "pause_announced_for" || reason.code == "not_a_business_day";
}

std::vector<policy::Reason> lasting(const std::vector<policy::Reason>& reasons) {
    std::vector<policy::Reason> result;
    std::ranges::remove_copy_if(reasons, std::back_inserter(result), moves_by_itself);
    return result;
}

bool same_outcome(const policy::Decision& a, const policy::Decision& b) {
    const auto outcome = [](const policy::ContractDecision& contract) {
        return std::tuple(contract.contract, contract.to, contract.held_by, contract.waits_for);
    };
    return a.level == b.level && a.anchor == b.anchor && a.next_review == b.next_review &&
           std::ranges::equal(a.contracts, b.contracts, {}, outcome, outcome) &&
           lasting(a.reasons) == lasting(b.reasons);
}

bool resumed_by_person(const policy::Facts& facts) {
    return std::ranges::any_of(facts.contracts, [&](const policy::ContractFacts& contract) {
        return contract.resumed_on && contract.status == policy::WorkStatus::paused;
    });
}

class Review {
  public:
    Review(const Engine& engine, const contract::Business& business, core::Date day, bool dry_run,
           ReviewResult& result)
        : engine_(engine),
          store_(engine.store),
          business_(business),
          day_(day),
          dry_run_(dry_run),
          result_(result),
          unapplied_(store_.unapplied_as_of(business.id, day, std::nullopt)),
          credited_(store_.credited_in_full(business.id, day, std::nullopt)) {}

    void review(const contract::Client& client);

  private:
    const contract::Contract& contract_in_force(const Account& account) const;
    void propose_advance(const policy::EnforcementPolicy& policy, const policy::Facts& facts);
    void review(const Account& account, std::span<const ItemState> items,
                std::span<const Notice> notices);
    Notice notice_of(const Account& account, const policy::NoticeDecision& decided,
                     const policy::Facts& facts, std::span<const Notice> notices) const;
    document::NoticeView view_of(const Account& account, const policy::NoticeDecision& decided,
                                 const policy::Facts& facts,
                                 std::span<const ItemState> items) const;
    void add_ends(const Account& account, const policy::Facts& facts,
                  document::NoticeView& view) const;
    void write_notice(const Account& account, const Notice& notice,
                      const document::NoticeView& view);
    void add_rows(const Account& account, const policy::Decision& decision,
                  const core::DocumentId& document, const std::optional<StoredDecision>& before);

    const Engine& engine_;
    Store& store_;
    const contract::Business& business_;
    core::Date day_;
    bool dry_run_;
    ReviewResult& result_;
    std::map<std::pair<core::ClientId, core::Currency>, core::Money> unapplied_;
    std::set<core::InvoiceNumber> credited_;
};

void Review::review(const contract::Client& client) {
    const auto items = store_.items_as_of(business_.id, day_, std::nullopt, client.id);
    const auto notices = store_.notices(business_.id, client.id);
    for (const Account& account : accounts_of(store_, business_.id, client)) {
        review(account, items, notices);
    }
}

// Contracts in force share one policy, apply has seen to it; where all have ended, the last one's
// holds.
const contract::Contract& Review::contract_in_force(const Account& account) const {
    const contract::Contract* best = &account.contracts.front();
    for (const auto& contract : account.contracts) {
        if (contract.from > day_) continue;
        const bool in_force = !contract.until || day_ < *contract.until;
        const bool best_in_force = best->from <= day_ && (!best->until || day_ < *best->until);
        if (in_force != best_in_force ? in_force : contract.from > best->from) best = &contract;
    }
    return *best;
}

void Review::review(const Account& account, std::span<const ItemState> items,
                    std::span<const Notice> notices) {
    const auto cash = unapplied_.find({account.client.id, account.currency});
    const core::Money unapplied =
        cash == unapplied_.end() ? core::Money::zero(account.currency) : cash->second;
    const auto facts =
        gather_facts(store_, business_.id, account, day_, items, credited_, unapplied, notices);
    if (facts.contracts.empty()) return;
    const auto policy =
        policy_on(store_, business_.id, contract_in_force(account).terms_on(day_).policy);
    const auto decision = policy::evaluate(policy, facts, engine_.calendar);
    const auto before = store_.decision_on(business_.id, account.client.id, account.currency, day_);

    core::DocumentId document;
    if (decision.notice) {
        const Notice notice = notice_of(account, *decision.notice, facts, notices);
        document = notice.id;
        if (!dry_run_) {
            auto view = view_of(account, *decision.notice, facts, items);
            if (const auto next = policy::next_step(policy, facts, decision, engine_.calendar);
                next && !next->by_person)
                view.next_step = {next->notice, next->on};
            write_notice(account, notice, view);
        }
    }
    propose_advance(policy, facts);
    const bool news = !before || decision.notice || !same_outcome(before->decision, decision);
    if (news && !dry_run_) {
        store_.add_decision(business_.id, {account.client.id, account.currency, decision},
                            {policy, facts});
    }
    if (news) add_rows(account, decision, document, before);
}

// Told once in a cycle: `from` is the first day of the next.
void Review::propose_advance(const policy::EnforcementPolicy& policy, const policy::Facts& facts) {
    for (const auto& id : policy::advance_billing_proposals(policy, facts)) {
        const auto& contract = *std::ranges::find(facts.contracts, id, &policy::ContractFacts::id);
        AdvanceProposal proposal{facts.client, id, *contract.advance_from, contract.trend, true};
        if (!dry_run_) proposal.is_new = store_.tell_advance(business_.id, id, proposal.from);
        result_.proposals.push_back(proposal);
    }
}

Notice Review::notice_of(const Account& account, const policy::NoticeDecision& decided,
                         const policy::Facts& facts, std::span<const Notice> notices) const {
    const std::string base = account.client.id.str() + "-" + account.currency.code() + "-" +
                             core::to_iso(decided.anchor) + "-" +
                             std::string(policy::name_of(decided.kind));
    std::string id = base;
    const auto is_taken = [&](const Notice& notice) { return notice.id.str() == id; };
    for (int n = 2; std::ranges::any_of(notices, is_taken); ++n)
        id = base + "-" + std::to_string(n);

    Notice notice{core::DocumentId(id),
                  account.client.id,
                  account.currency,
                  decided.contracts,
                  decided.kind,
                  decided.level,
                  decided.anchor,
                  0,
                  day_,
                  decided.announces_pause_on,
                  {},
                  MessageState::queued,
                  {},
                  ""};
    notice.round = static_cast<int>(std::ranges::count(
        facts.notices, policy::NoticeKind::resumption, &policy::NoticeFact::kind));
    // A policy changed in mid-ladder may write a level again: in a round of its own.
    const auto is_same = [&](const Notice& other) {
        return other.state != MessageState::cancelled && other.currency == notice.currency &&
               other.kind == notice.kind && other.level == notice.level &&
               other.anchor == notice.anchor && other.round == notice.round;
    };
    while (std::ranges::any_of(notices, is_same)) ++notice.round;
    for (const auto& number : decided.items) {
        const auto item = std::ranges::find(facts.receivables, number, &policy::Receivable::number);
        notice.items.emplace_back(number, item->open);
    }
    return notice;
}

document::NoticeView Review::view_of(const Account& account, const policy::NoticeDecision& decided,
                                     const policy::Facts& facts,
                                     std::span<const ItemState> items) const {
    document::NoticeView view{business_,
                              account.client,
                              day_,
                              account.currency,
                              decided,
                              {},
                              {},
                              core::Money::zero(account.currency),
                              core::Money::zero(account.currency),
                              {}};
    for (const auto& contract : account.contracts) {
        if (std::ranges::find(decided.contracts, contract.id) != decided.contracts.end()) {
            view.contracts.push_back(&contract);
        }
    }
    for (const auto& number : decided.items) {
        const auto item = std::ranges::find(
            items, number, [](const ItemState& state) { return state.item.number; });
        view.items.push_back({number, item->item.issued_on, item->item.due_on, item->item.gross,
                              item->item.open, core::days_between(item->item.due_on, day_)});
        view.due += item->item.open;
    }
    view.unapplied = std::min(facts.unapplied, view.due);
    view.due -= view.unapplied;
    add_ends(account, facts, view);
    view.unpaid = std::ranges::any_of(facts.receivables, [&](const policy::Receivable& item) {
        const bool on_word = item.held_by != policy::HeldBy::nobody || !item.promises.empty();
        return item.due_on < day_ && (on_word || resumed_by_person(facts));
    });
    for (const auto& contract : facts.contracts) {
        const bool resumed =
            decided.kind == policy::NoticeKind::resumption &&
            std::ranges::find(decided.contracts, contract.id) != decided.contracts.end();
        if (!resumed) continue;
        // The pause that the letter ends began when the contract was last paused; work may have
        // been resumed before today, when the letter had to wait for a business day.
        view.resumed_on = contract.status == policy::WorkStatus::paused ? day_ : contract.since;
        for (const auto& status : store_.status_history(business_.id, contract.id, day_)) {
            if (status.status == policy::WorkStatus::paused) view.paused_since = status.since;
        }
    }
    return view;
}

// What a termination says: from when on, and why, as a person put it.
void Review::add_ends(const Account& account, const policy::Facts& facts,
                      document::NoticeView& view) const {
    if (view.notice.kind != policy::NoticeKind::termination) return;
    const policy::InterventionKind kinds[] = {policy::InterventionKind::terminate};
    const auto told = store_.interventions(business_.id, account.client.id);
    for (const auto& contract : facts.contracts) {
        if (std::ranges::find(view.notice.contracts, contract.id) == view.notice.contracts.end())
            continue;
        view.ends_on = contract.ends_on;
        const auto* end = policy::last_told(told, kinds, contract.id.str(), core::end_of_days);
        if (end != nullptr) view.reason = end->reason;
    }
}

void Review::write_notice(const Account& account, const Notice& notice,
                          const document::NoticeView& view) {
    store_.add_notice(business_.id, notice);
    put_document(store_, business_.id,
                 {notice.id, std::string(policy::name_of(notice.kind)), account.client.id, day_,
                  document::compose_notice(view, notice.id, engine_.wording),
                  document::notice_message(view, notice.id, engine_.wording)});
}

void Review::add_rows(const Account& account, const policy::Decision& decision,
                      const core::DocumentId& document,
                      const std::optional<StoredDecision>& before) {
    for (const auto& contract : decision.contracts) {
        const bool in_notice =
            decision.notice && std::ranges::find(decision.notice->contracts, contract.contract) !=
                                   decision.notice->contracts.end();
        auto waited = policy::WaitsFor::nothing;
        if (before) {
            const auto old = std::ranges::find(before->decision.contracts, contract.contract,
                                               &policy::ContractDecision::contract);
            if (old != before->decision.contracts.end()) waited = old->waits_for;
        }
        if (contract.from == contract.to && !in_notice && contract.waits_for == waited) continue;
        ReviewRow row{account.client.id,  account.currency, contract.contract, contract.from,
                      contract.to,        decision.level,   std::nullopt,      core::DocumentId(),
                      contract.waits_for, decision.reasons};
        if (in_notice) {
            row.notice = decision.notice->kind;
            row.document = document;
        }
        result_.rows.push_back(std::move(row));
    }
}

}  // namespace

policy::EnforcementPolicy policy_on(const Store& store, const core::BusinessId& business,
                                    const core::PolicyId& id) {
    if (auto own = store.policy(business, id)) return *own;
    const auto& built_in = policy::built_in_policies();
    const auto policy = std::ranges::find(built_in, id, &policy::EnforcementPolicy::id);
    KVIT_INVARIANT(policy != built_in.end(), "a stored contract names a known policy");
    return *policy;
}

ReviewResult review_accounts(const Engine& engine, const contract::Business& business,
                             core::Date day, bool dry_run) {
    ReviewResult result;
    const auto last = engine.store.last_reviewed_on(business.id);
    if (last && *last > day) {
        result.reviewed_later_on = last;
        return result;
    }
    Review review(engine, business, day, dry_run, result);
    std::vector<contract::Client> clients;
    engine.store.for_each_client(
        business.id, [&](const contract::Client& client) { clients.push_back(client); });
    const auto unit = engine.store.begin(day);
    for (const auto& client : clients) review.review(client);
    if (dry_run) return result;
    engine.store.set_last_reviewed_on(business.id, day);
    unit->commit();
    archive_documents(engine, business.id, day, result.failures);
    return result;
}

}  // namespace kvit::app
