#include "adapters/json/report_json.h"
#include "adapters/json/report_rows.h"

namespace kvit::json {

namespace {

using Json = ReportJson;

Json amount(core::Money money) { return core::to_decimal(money); }

Json iso(const std::optional<core::Date>& day) {
    return day ? Json(core::to_iso(*day)) : Json(nullptr);
}

std::string_view name_of(contract::ClientKind kind) {
    if (kind == contract::ClientKind::consumer) return "consumer";
    return kind == contract::ClientKind::business ? "business" : "public";
}

Json segments_of(const ledger::AccruedInterest& accrued) {
    Json rows = Json::array();
    for (const auto& segment : accrued.segments) {
        rows.push_back({{"from", core::to_iso(segment.from)},
                        {"to", core::to_iso(segment.to)},
                        {"days", segment.days},
                        {"percent", core::to_decimal(segment.percent, 2)},
                        {"principal", amount(segment.principal)}});
    }
    return rows;
}

Json basis_of(const ledger::LegalBasis& basis) {
    return {{"country", basis.country.code()},
            {"name", basis.series},
            {"since", core::to_iso(basis.since)},
            {"says", basis.content},
            {"status", std::string(ledger::name_of(basis.status))},
            {"source", basis.source}};
}

Json bases_of(const app::LateClaim& claim) {
    Json rows = Json::array();
    if (claim.interest)
        for (const auto& basis : claim.interest->bases) rows.push_back(basis_of(basis));
    if (claim.compensation && *claim.compensation)
        rows.push_back(basis_of((*claim.compensation)->basis));
    return rows;
}

Json waits_of(const app::LateClaim& claim) {
    Json rows = Json::array();
    for (const auto& wait : claim.waits()) rows.push_back(core::to_sentence(wait));
    return rows;
}

Json row_of(const core::BusinessId& business, const app::LateClaim& claim) {
    const auto& [item, settled_on, law, debtor, principal, interest, compensation] = claim;
    const bool known = interest.has_value();
    const bool owed = compensation && *compensation;
    const Json nothing(nullptr);
    return {
        {"invoice", item.number.str()},
        {"business", business.str()},
        {"client", item.client.str()},
        {"contract", item.contract.str()},
        {"law", law.code()},
        {"debtor", std::string(name_of(debtor))},
        {"due_on", core::to_iso(item.due_on)},
        {"settled_on", iso(settled_on)},
        {"currency", principal.currency().code()},
        {"principal", amount(principal)},
        {"open", amount(item.open)},
        {"days", known ? Json(interest->days) : nothing},
        {"interest", known ? amount(interest->interest) : nothing},
        {"segments", known ? segments_of(*interest) : Json::array()},
        {"compensation", owed ? amount((*compensation)->amount) : nothing},
        {"compensation_currency", owed ? Json((*compensation)->amount.currency().code()) : nothing},
        {"may_be_claimed", claim.waits().empty()},
        {"waits", waits_of(claim)},
        {"rests_on", bases_of(claim)}};
}

}  // namespace

std::string interest(const core::BusinessId& business, const std::vector<app::LateClaim>& claims,
                     const std::string& format) {
    Json rows = Json::array();
    for (const auto& claim : claims) rows.push_back(row_of(business, claim));
    return written(rows, format,
                   {"invoice", "business", "client", "contract", "law", "debtor", "due_on",
                    "settled_on", "currency", "principal", "open", "days", "interest", "segments",
                    "compensation", "compensation_currency", "may_be_claimed", "waits"});
}

std::string law_rows(const std::vector<ledger::LegalBasis>& bases, const std::string& format) {
    Json rows = Json::array();
    for (const auto& basis : bases) rows.push_back(basis_of(basis));
    return written(rows, format, {"country", "name", "since", "says", "status", "source"});
}

}  // namespace kvit::json
