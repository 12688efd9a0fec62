// BillingStore: the schedule of the next cycles, and included hours.

#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

namespace kvit::sqlite {

namespace {

app::ScheduledCycle read_scheduled(const Query& query) {
    Row row(query, "the billing schedule of contract");
    const auto contract = row.id<core::ContractId>();
    const auto client = row.id<core::ClientId>();
    const core::Date issue_on = row.day();
    return {issue_on, client, contract, row.day()};
}

}  // namespace

void Store::schedule(const core::BusinessId& business, const app::ScheduledCycle& cycle) {
    unit();
    run(connection_, R"sql(
        INSERT INTO billing_schedule (business, contract, client, issue_on, cycle_from)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (business, contract) DO UPDATE SET client = excluded.client,
            issue_on = excluded.issue_on, cycle_from = excluded.cycle_from)sql",
        business, cycle.contract, cycle.client, cycle.issue_on, cycle.cycle_from);
}

void Store::unschedule(const core::BusinessId& business, const core::ContractId& contract) {
    unit();
    run(connection_, R"sql(
        DELETE FROM billing_schedule WHERE business = $1 AND contract = $2)sql",
        business, contract);
}

std::optional<app::ScheduledCycle> Store::scheduled(const core::BusinessId& business,
                                                    const core::ContractId& contract) const {
    Query query(connection_, R"sql(
        SELECT contract, client, issue_on, cycle_from FROM billing_schedule
        WHERE business = $1 AND contract = $2)sql",
                business, contract);
    if (!query.step()) return std::nullopt;
    return read_scheduled(query);
}

std::vector<app::ScheduledCycle> Store::due_cycles(const core::BusinessId& business,
                                                   core::Date through,
                                                   const std::optional<app::ScheduledCycle>& after,
                                                   int limit) const {
    std::vector<app::ScheduledCycle> cycles;
    Query query(connection_, R"sql(
        SELECT contract, client, issue_on, cycle_from FROM billing_schedule
        WHERE business = $1 AND issue_on <= $2 AND (issue_on, client, contract) > ($3, $4, $5)
        ORDER BY issue_on, client, contract LIMIT $6)sql",
                business, through, after ? core::to_iso(after->issue_on) : std::string(),
                after ? after->client.str() : std::string(),
                after ? after->contract.str() : std::string(), limit);
    while (query.step()) cycles.push_back(read_scheduled(query));
    return cycles;
}

std::vector<ledger::IncludedMinutes> Store::included_minutes(
    const core::BusinessId& business, const core::ContractId& contract) const {
    std::vector<ledger::IncludedMinutes> cycles;
    Query query(connection_, R"sql(
        SELECT cycle_from, granted, used FROM included_minutes
        WHERE business = $1 AND contract = $2 ORDER BY cycle_from)sql",
                business, contract);
    while (query.step()) {
        Row row(query, "included minutes of the cycle");
        const core::Date cycle_from = row.day();
        const std::int64_t granted = row.number();
        cycles.push_back({cycle_from, granted, row.number()});
    }
    return cycles;
}

void Store::put_included_minutes(const core::BusinessId& business, const core::ContractId& contract,
                                 const ledger::IncludedMinutes& minutes) {
    unit();
    run(connection_, R"sql(
        INSERT INTO included_minutes (business, contract, cycle_from, granted, used)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (business, contract, cycle_from) DO UPDATE SET used = excluded.used)sql",
        business, contract, minutes.cycle_from, minutes.granted, minutes.used);
}

bool Store::tell_hours(const core::BusinessId& business, const core::ContractId& contract,
                       core::Date cycle_from, int percent) {
    unit();
    {
        Query query(connection_, R"sql(
            SELECT 1 FROM hours_told
            WHERE business = $1 AND contract = $2 AND cycle_from = $3 AND percent = $4)sql",
                    business, contract, cycle_from, percent);
        if (query.step()) return false;
    }
    run(connection_, R"sql(
        INSERT INTO hours_told (business, contract, cycle_from, percent, recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6))sql",
        business, contract, cycle_from, percent, unit().recorded_on(), unit().recorded_at());
    return true;
}

bool Store::tell_advance(const core::BusinessId& business, const core::ContractId& contract,
                         core::Date cycle_from) {
    unit();
    {
        Query query(connection_, R"sql(
            SELECT 1 FROM advance_told
            WHERE business = $1 AND contract = $2 AND cycle_from = $3)sql",
                    business, contract, cycle_from);
        if (query.step()) return false;
    }
    run(connection_, R"sql(
        INSERT INTO advance_told (business, contract, cycle_from, recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5))sql",
        business, contract, cycle_from, unit().recorded_on(), unit().recorded_at());
    return true;
}

}  // namespace kvit::sqlite
