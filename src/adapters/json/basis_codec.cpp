#include "adapters/json/basis_codec.h"

#include "adapters/json/snapshot_codec.h"
#include "adapters/json/values.h"

namespace kvit::json {

namespace {

Json write_day(core::Date day) { return core::to_iso(day); }

core::Date read_day(const Json& json) { return date_from(json.get_ref<const std::string&>()); }

core::Date day_of(const Json& json, const char* key) { return date_from(view_of(json, key)); }

Json write_contracts(const std::vector<core::ContractId>& contracts) {
    return list(contracts, [](const core::ContractId& id) { return Json(id.str()); });
}

Json write(const policy::Receivable& item) {
    return {{"number", item.number.str()},
            {"contract", item.contract.str()},
            {"issued_on", core::to_iso(item.issued_on)},
            {"due_on", core::to_iso(item.due_on)},
            {"open", to_json(item.open)},
            {"held_by", name(item.held_by)},
            {"held_until", maybe(item.held_until, write_day)},
            {"promises", list(item.promises, [](const policy::Promise& promise) {
                 return Json{{"given_on", core::to_iso(promise.given_on)},
                             {"until", core::to_iso(promise.until)}};
             })}};
}

policy::Receivable read_receivable(const Json& json) {
    return {core::InvoiceNumber(text_of(json, "number")),
            core::ContractId(text_of(json, "contract")),
            day_of(json, "issued_on"),
            day_of(json, "due_on"),
            money_from(member(json, "open")),
            enum_from<policy::HeldBy>(view_of(json, "held_by")),
            maybe_of(json, "held_until", read_day),
            list_of(json, "promises", [](const Json& promise) {
                return policy::Promise{day_of(promise, "given_on"), day_of(promise, "until")};
            })};
}

Json write(const policy::NoticeFact& notice) {
    return {{"level", notice.level},
            {"kind", name(notice.kind)},
            {"anchor", core::to_iso(notice.anchor)},
            {"decided_on", core::to_iso(notice.decided_on)},
            {"sent_on", maybe(notice.sent_on, write_day)},
            {"announced_pause_on", maybe(notice.announced_pause_on, write_day)},
            {"contracts", write_contracts(notice.contracts)}};
}

std::vector<core::ContractId> contracts_of(const Json& json) {
    return list_of(json, "contracts",
                   [](const Json& id) { return core::ContractId(text_from(id)); });
}

policy::NoticeFact read_notice(const Json& json) {
    return {text_of(json, "level"),
            enum_from<policy::NoticeKind>(view_of(json, "kind")),
            day_of(json, "anchor"),
            day_of(json, "decided_on"),
            maybe_of(json, "sent_on", read_day),
            maybe_of(json, "announced_pause_on", read_day),
            contracts_of(json)};
}

Json write(const ledger::Trend& trend) {
    return {{"class", name(trend.trend)},
            {"flag", name(trend.flag)},
            {"cycles", trend.cycles},
            {"days_per_cycle", trend.days_per_cycle},
            {"p_value", maybe(trend.p_value, [](double value) { return Json(value); })},
            {"mean_days_late", trend.mean_days_late},
            {"share_late", trend.share_late}};
}

ledger::Trend read_trend(const Json& json) {
    const auto real = [](const Json& number) { return number.get<double>(); };
    return {enum_from<ledger::TrendClass>(view_of(json, "class")),
            enum_from<ledger::TrendFlag>(view_of(json, "flag")),
            int_of(json, "cycles"),
            real(member(json, "days_per_cycle")),
            maybe_of(json, "p_value", real),
            real(member(json, "mean_days_late")),
            real(member(json, "share_late"))};
}

Json write(const policy::ContractFacts& contract) {
    return {{"id", contract.id.str()},
            {"has_suspension_clause", contract.has_suspension_clause},
            {"paid_ahead_until", maybe(contract.paid_ahead_until, write_day)},
            {"status", name(contract.status)},
            {"since", core::to_iso(contract.since)},
            {"trend", write(contract.trend)},
            {"advance_from", maybe(contract.advance_from, write_day)},
            {"released_on", maybe(contract.released_on, write_day)},
            {"resumed_on", maybe(contract.resumed_on, write_day)},
            {"ends_on", maybe(contract.ends_on, write_day)}};
}

policy::ContractFacts read_contract(const Json& json) {
    return {core::ContractId(text_of(json, "id")),
            flag_of(json, "has_suspension_clause"),
            maybe_of(json, "paid_ahead_until", read_day),
            enum_from<policy::WorkStatus>(view_of(json, "status")),
            day_of(json, "since"),
            read_trend(member(json, "trend")),
            maybe_of(json, "advance_from", read_day),
            maybe_of(json, "released_on", read_day),
            maybe_of(json, "resumed_on", read_day),
            maybe_of(json, "ends_on", read_day)};
}

Json write(const policy::Facts& facts) {
    const auto each = [](const auto& value) { return write(value); };
    return {{"day", core::to_iso(facts.day)},
            {"client", facts.client.str()},
            {"currency", facts.currency.code()},
            {"calendar_country", facts.calendar_country.code()},
            {"receivables", list(facts.receivables, each)},
            {"unapplied", to_json(facts.unapplied)},
            {"notices", list(facts.notices, each)},
            {"contracts", list(facts.contracts, each)},
            {"hold_until", maybe(facts.hold_until, write_day)}};
}

policy::Facts read_facts(const Json& json) {
    const auto country = core::Country::parse(view_of(json, "calendar_country"));
    if (!country) throw Unreadable("\"calendar_country\" is no country");
    return {day_of(json, "day"),
            core::ClientId(text_of(json, "client")),
            currency_from(view_of(json, "currency")),
            *country,
            list_of(json, "receivables", read_receivable),
            money_from(member(json, "unapplied")),
            list_of(json, "notices", read_notice),
            list_of(json, "contracts", read_contract),
            maybe_of(json, "hold_until", read_day)};
}

}  // namespace

std::string encode(const app::DecisionBasis& basis) {
    return canonical(
        {{"policy", Json::parse(encode(basis.policy))}, {"facts", write(basis.facts)}});
}

app::DecisionBasis decode_basis(std::string_view text) {
    return decode("basis of a decision", text, [](const Json& json) {
        return app::DecisionBasis{decode_policy(canonical(member(json, "policy"))),
                                  read_facts(member(json, "facts"))};
    });
}

}  // namespace kvit::json
