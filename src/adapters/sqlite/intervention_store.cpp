// EnforcementStore: what persons decided.

#include "adapters/sqlite/activity_text.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"

namespace kvit::sqlite {

void Store::add_intervention(const core::BusinessId& business,
                             const policy::Intervention& intervention) {
    unit();
    std::int64_t turn = 1;
    {
        Query query(connection_, R"sql(
            SELECT COALESCE(MAX(turn), 0) + 1 FROM intervention WHERE business = $1)sql",
                    business);
        query.step();
        turn = query.number(0);
    }
    std::optional<core::ContractId> contract;
    if (!intervention.contract.empty()) contract = intervention.contract;
    std::optional<core::InvoiceNumber> number;
    if (!intervention.invoice.empty()) number = intervention.invoice;
    run(connection_, R"sql(
        INSERT INTO intervention (business, turn, client, kind, contract, number, on_day, until_day,
            personal, recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql",
        business, turn, intervention.client, intervention.kind, contract, number, intervention.on,
        intervention.until, add_text(business, intervention.reason), unit().recorded_on(),
        unit().recorded_at());
}

std::vector<policy::Intervention> Store::interventions(const core::BusinessId& business,
                                                       const core::ClientId& client) const {
    std::vector<policy::Intervention> told;
    Query query(connection_, R"sql(
        SELECT i.client, i.kind, i.contract, i.number, i.on_day, i.until_day, i.personal, p.body
        FROM intervention i
        LEFT JOIN personal_data p ON p.business = i.business AND p.hash = i.personal
        WHERE i.business = $1 AND i.client = $2
        ORDER BY i.turn)sql",
                business, client);
    while (query.step()) {
        Row row(query, "an intervention for client");
        policy::Intervention one;
        one.client = row.id<core::ClientId>();
        one.kind = row.named<policy::InterventionKind>();
        if (auto contract = row.maybe([&] { return row.id<core::ContractId>(); }))
            one.contract = *contract;
        if (auto number = row.maybe([&] { return row.id<core::InvoiceNumber>(); }))
            one.invoice = *number;
        one.on = row.day();
        one.until = row.maybe([&] { return row.day(); });
        one.reason = read_text(row).text;
        told.push_back(std::move(one));
    }
    return told;
}

}  // namespace kvit::sqlite
