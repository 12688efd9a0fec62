#include "adapters/json/basis_codec.h"
#include "adapters/json/snapshot_codec.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

namespace kvit::sqlite {

namespace {

struct ReadDecision {
    app::StoredDecision stored;
    int turn = 0;
};

ReadDecision read_decision(const Query& query) {
    Row row(query, "a decision for client");
    const auto client = row.id<core::ClientId>();
    const core::Currency currency = row.currency();
    ReadDecision read{{client, currency, {}}};
    policy::Decision& decision = read.stored.decision;
    decision.day = row.day();
    read.turn = row.integer();
    decision.level = row.text();
    decision.anchor = row.maybe([&] { return row.day(); });
    decision.notice = row.maybe([&] { return row.decoded(json::decode_notice_decision); });
    decision.reasons = row.decoded(json::decode_reasons);
    decision.next_review = row.maybe([&] { return row.day(); });
    return read;
}

app::Notice read_notice(const Query& query) {
    Row row(query, "notice");
    app::Notice notice{.id = row.id<core::DocumentId>(),
                       .client = row.id<core::ClientId>(),
                       .currency = row.currency(),
                       .contracts = {},
                       .kind = row.named<policy::NoticeKind>(),
                       .level = row.text(),
                       .anchor = row.day(),
                       .round = row.integer(),
                       .decided_on = row.day(),
                       .announces_pause_on = row.maybe([&] { return row.day(); }),
                       .items = {},
                       .state = app::MessageState::queued,
                       .sent_on = {},
                       .cancelled_because = {}};
    if (const auto state = row.maybe([&] { return row.named<app::MessageState>(); }))
        notice.state = *state;
    notice.sent_on = row.maybe([&] { return row.day(); });
    notice.cancelled_because = row.text();
    return notice;
}

}  // namespace

std::optional<app::StoredDecision> Store::decision_on(const core::BusinessId& business,
                                                      const core::ClientId& client,
                                                      core::Currency currency,
                                                      core::Date day) const {
    ReadDecision read{{client, currency, {}}};
    {
        Query query(connection_, R"sql(
            SELECT client, currency, decided_for, turn, level, anchor, notice, reasons,
                next_review
            FROM decision
            WHERE business = $1 AND client = $2 AND currency = $3 AND decided_for <= $4
            ORDER BY decided_for DESC, turn DESC LIMIT 1)sql",
                    business, client, currency, day);
        if (!query.step()) return std::nullopt;
        read = read_decision(query);
    }
    Query query(connection_, R"sql(
        SELECT contract, from_status, to_status, since, held_by, waits_for
        FROM decision_contract
        WHERE business = $1 AND client = $2 AND currency = $3 AND decided_for = $4 AND turn = $5
        ORDER BY place)sql",
                business, client, currency, read.stored.decision.day, read.turn);
    while (query.step()) {
        Row row(query, "a decision for contract");
        read.stored.decision.contracts.push_back(
            {row.id<core::ContractId>(), row.named<policy::WorkStatus>(),
             row.named<policy::WorkStatus>(), row.day(), row.named<policy::HeldBy>(),
             row.named<policy::WaitsFor>()});
    }
    return read.stored;
}

std::optional<app::DecisionBasis> Store::decision_basis(const core::BusinessId& business,
                                                        const core::ClientId& client,
                                                        core::Currency currency,
                                                        core::Date day) const {
    Query query(connection_, R"sql(
        SELECT client, basis FROM decision
        WHERE business = $1 AND client = $2 AND currency = $3 AND decided_for <= $4
        ORDER BY decided_for DESC, turn DESC LIMIT 1)sql",
                business, client, currency, day);
    if (!query.step()) return std::nullopt;
    Row row(query, "a decision for client");
    row.view();
    return row.decoded(json::decode_basis);
}

std::optional<core::Date> Store::last_reviewed_on(const core::BusinessId& business) const {
    Query query(connection_, R"sql(
        SELECT business, last_reviewed_on FROM review_state WHERE business = $1)sql",
                business);
    if (!query.step()) return std::nullopt;
    Row row(query, "the last review of business");
    row.view();
    return row.day();
}

void Store::set_last_reviewed_on(const core::BusinessId& business, core::Date day) {
    unit();
    run(connection_, R"sql(
        INSERT INTO review_state (business, last_reviewed_on) VALUES ($1, $2)
        ON CONFLICT (business) DO UPDATE SET last_reviewed_on = excluded.last_reviewed_on)sql",
        business, day);
}

void Store::add_decision(const core::BusinessId& business, const app::StoredDecision& stored,
                         const app::DecisionBasis& basis) {
    unit();
    const policy::Decision& decision = stored.decision;
    int turn = 1;
    {
        Query query(connection_, R"sql(
            SELECT COALESCE(MAX(turn), 0) + 1 FROM decision
            WHERE business = $1 AND client = $2 AND currency = $3 AND decided_for = $4)sql",
                    business, stored.client, stored.currency, decision.day);
        query.step();
        turn = static_cast<int>(query.number(0));
    }
    std::optional<std::string> notice;
    if (decision.notice) notice = json::encode(*decision.notice);
    run(connection_, R"sql(
        INSERT INTO decision (business, client, currency, decided_for, turn, level, anchor, notice,
            reasons, next_review, basis, recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql",
        business, stored.client, stored.currency, decision.day, turn, decision.level,
        decision.anchor, notice, json::encode(decision.reasons), decision.next_review,
        json::encode(basis), unit().recorded_on(), unit().recorded_at());
    int place = 0;
    for (const policy::ContractDecision& contract : decision.contracts)
        run(connection_, R"sql(
            INSERT INTO decision_contract (business, client, currency, decided_for, turn, place,
                contract, from_status, to_status, since, held_by, waits_for)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))sql",
            business, stored.client, stored.currency, decision.day, turn, ++place,
            contract.contract, contract.from, contract.to, contract.since, contract.held_by,
            contract.waits_for);
}

std::vector<app::ContractStatus> Store::status_history(const core::BusinessId& business,
                                                       const core::ContractId& contract,
                                                       core::Date day) const {
    std::vector<app::ContractStatus> history;
    Query query(connection_, R"sql(
        SELECT contract, to_status, since
        FROM decision_contract
        WHERE business = $1 AND contract = $2 AND decided_for <= $3 AND from_status <> to_status
        ORDER BY decided_for, turn)sql",
                business, contract, day);
    while (query.step()) {
        Row row(query, "a decision for contract");
        row.view();
        history.push_back({row.named<policy::WorkStatus>(), row.day()});
    }
    return history;
}

void Store::add_notice(const core::BusinessId& business, const app::Notice& notice) {
    unit();
    std::int64_t turn = 1, attempt = 0;
    {
        Query query(connection_, R"sql(
            SELECT COALESCE(MAX(turn), 0) + 1 FROM notice WHERE business = $1)sql",
                    business);
        query.step();
        turn = query.number(0);
        Query cancelled(connection_, R"sql(
            SELECT COUNT(*) FROM notice n
            JOIN outbox o ON o.business = n.business AND o.document = n.notice
            WHERE n.business = $1 AND n.client = $2 AND n.currency = $3 AND n.kind = $4
                AND n.level = $5 AND n.anchor = $6 AND n.round = $7 AND o.state = 'cancelled')sql",
                        business, notice.client, notice.currency, notice.kind, notice.level,
                        notice.anchor, notice.round);
        cancelled.step();
        attempt = cancelled.number(0);
    }
    run(connection_, R"sql(
        INSERT INTO notice (business, notice, turn, client, currency, kind, level, anchor, round,
            attempt, decided_on, announces_pause_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))sql",
        business, notice.id, turn, notice.client, notice.currency, notice.kind, notice.level,
        notice.anchor, notice.round, attempt, notice.decided_on, notice.announces_pause_on);
    int place = 0;
    for (const core::ContractId& contract : notice.contracts)
        run(connection_, R"sql(
            INSERT INTO notice_contract (business, notice, place, contract)
            VALUES ($1, $2, $3, $4))sql",
            business, notice.id, ++place, contract);
    place = 0;
    for (const auto& [number, amount] : notice.items) {
        KVIT_INVARIANT(amount.currency() == notice.currency, "a notice has one currency");
        run(connection_, R"sql(
            INSERT INTO notice_item (business, notice, place, number, amount)
            VALUES ($1, $2, $3, $4, $5))sql",
            business, notice.id, ++place, number, amount.minor());
    }
}

std::vector<app::Notice> Store::notices(const core::BusinessId& business,
                                        const std::optional<core::ClientId>& client) const {
    std::vector<app::Notice> notices;
    if (client) {
        Query query(connection_, R"sql(
            SELECT n.notice, n.client, n.currency, n.kind, n.level, n.anchor, n.round,
                n.decided_on, n.announces_pause_on, o.state, o.sent_on, o.cancelled_because
            FROM notice n
            LEFT JOIN outbox o ON o.business = n.business AND o.document = n.notice
            WHERE n.business = $1 AND n.client = $2
            ORDER BY n.turn)sql",
                    business, *client);
        while (query.step()) notices.push_back(read_notice(query));
    } else {
        Query query(connection_, R"sql(
            SELECT n.notice, n.client, n.currency, n.kind, n.level, n.anchor, n.round,
                n.decided_on, n.announces_pause_on, o.state, o.sent_on, o.cancelled_because
            FROM notice n
            LEFT JOIN outbox o ON o.business = n.business AND o.document = n.notice
            WHERE n.business = $1
            ORDER BY n.turn)sql",
                    business);
        while (query.step()) notices.push_back(read_notice(query));
    }
    for (app::Notice& notice : notices) {
        Query contracts(connection_, R"sql(
            SELECT contract FROM notice_contract
            WHERE business = $1 AND notice = $2 ORDER BY place)sql",
                        business, notice.id);
        while (contracts.step()) notice.contracts.emplace_back(std::string(contracts.text(0)));
        Query items(connection_, R"sql(
            SELECT number, amount FROM notice_item
            WHERE business = $1 AND notice = $2 ORDER BY place)sql",
                    business, notice.id);
        while (items.step())
            notice.items.emplace_back(core::InvoiceNumber(std::string(items.text(0))),
                                      core::Money(items.number(1), notice.currency));
    }
    return notices;
}

std::vector<core::DocumentId> Store::cancel_queued_notices(const core::BusinessId& business,
                                                           const core::InvoiceNumber& item,
                                                           const std::string& reason) {
    unit();
    KVIT_INVARIANT(!reason.empty(), "a message is cancelled for a reason");
    std::vector<core::DocumentId> ids;
    {
        Query query(connection_, R"sql(
            SELECT DISTINCT n.notice, n.turn
            FROM notice_item i
            JOIN notice n ON n.business = i.business AND n.notice = i.notice
            JOIN outbox o ON o.business = n.business AND o.document = n.notice
            WHERE i.business = $1 AND i.number = $2 AND o.state = 'queued'
            ORDER BY n.turn)sql",
                    business, item);
        while (query.step()) ids.emplace_back(std::string(query.text(0)));
    }
    for (const core::DocumentId& id : ids)
        run(connection_, R"sql(
            UPDATE outbox SET state = 'cancelled', cancelled_because = $3
            WHERE business = $1 AND document = $2)sql",
            business, id, reason);
    return ids;
}

}  // namespace kvit::sqlite
