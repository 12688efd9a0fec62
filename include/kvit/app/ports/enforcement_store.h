#pragma once
// Decisions of the policy step and the notices they wrote.

#include "kvit/document/message.h"
#include "kvit/policy/decision.h"
#include "kvit/policy/facts.h"
#include "kvit/policy/intervention.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kvit::app {

enum class MessageState { queued, sent, cancelled };

struct Notice {
    core::DocumentId id;  // "adria-EUR-2026-09-15-reminder"; also its document's and message's id
    core::ClientId client;
    core::Currency currency;
    std::vector<core::ContractId> contracts;
    policy::NoticeKind kind = policy::NoticeKind::friendly_reminder;
    std::string level;
    core::Date anchor;
    int round =
        0;  // resumptions of the client and currency before it: a new round may repeat a level
    core::Date decided_on;
    std::optional<core::Date> announces_pause_on;
    std::vector<std::pair<core::InvoiceNumber, core::Money>> items;  // open amounts it states
    // Taken from its message when read:
    MessageState state = MessageState::queued;
    std::optional<core::Date> sent_on;
    std::string cancelled_because;
    bool operator==(const Notice&) const = default;
};

// A decision as stored: only when it differs from the one before in anything but values of reasons.
struct StoredDecision {
    core::ClientId client;
    core::Currency currency;
    policy::Decision decision;
    bool operator==(const StoredDecision&) const = default;
};

// What a decision was made of: evaluate(policy, facts) gives it again, at any time.
struct DecisionBasis {
    policy::EnforcementPolicy policy;
    policy::Facts facts;
    bool operator==(const DecisionBasis&) const = default;
};

struct ContractStatus {
    policy::WorkStatus status = policy::WorkStatus::active;
    core::Date since;
    bool operator==(const ContractStatus&) const = default;
};

class EnforcementStore {
  public:
    virtual ~EnforcementStore() = default;

    // The last decision made for `day` or before.
    virtual std::optional<StoredDecision> decision_on(const core::BusinessId& business,
                                                      const core::ClientId& client,
                                                      core::Currency currency,
                                                      core::Date day) const = 0;
    virtual std::optional<core::Date> last_reviewed_on(const core::BusinessId& business) const = 0;
    virtual void set_last_reviewed_on(const core::BusinessId& business, core::Date day) = 0;
    // One per client, currency and day; a second one for the same day replaces nothing: it is added
    // after it.
    virtual void add_decision(const core::BusinessId& business, const StoredDecision& decision,
                              const DecisionBasis& basis) = 0;
    // Of the decision that decision_on gives.
    virtual std::optional<DecisionBasis> decision_basis(const core::BusinessId& business,
                                                        const core::ClientId& client,
                                                        core::Currency currency,
                                                        core::Date day) const = 0;

    // Told one after another, never changed.
    virtual void add_intervention(const core::BusinessId& business,
                                  const policy::Intervention& intervention) = 0;
    virtual std::vector<policy::Intervention> interventions(const core::BusinessId& business,
                                                            const core::ClientId& client) const = 0;

    // Every change of a contract's work status up to and including `day`, oldest first.
    virtual std::vector<ContractStatus> status_history(const core::BusinessId& business,
                                                       const core::ContractId& contract,
                                                       core::Date day) const = 0;

    // (business, client, currency, kind, level, anchor, round) is unique among those not cancelled:
    // an invariant.
    virtual void add_notice(const core::BusinessId& business, const Notice& notice) = 0;
    virtual std::vector<Notice> notices(
        const core::BusinessId& business,
        const std::optional<core::ClientId>& client) const = 0;  // as decided
    // Cancels every queued notice that states this invoice, with the reason; returns their ids.
    virtual std::vector<core::DocumentId> cancel_queued_notices(const core::BusinessId& business,
                                                                const core::InvoiceNumber& item,
                                                                const std::string& reason) = 0;
};

}  // namespace kvit::app
