#include "adapters/json/snapshot_codec.h"
#include "adapters/json/values.h"

#include <map>

namespace kvit::json {

namespace {

using namespace policy;

using AmountByCurrency = std::map<core::Currency, core::Money>;

Json write_amounts(const AmountByCurrency& amounts) {
    Json array = Json::array();
    for (const auto& [currency, amount] : amounts) array.push_back(to_json(amount));
    return array;
}

AmountByCurrency amounts_of(const Json& object, const char* key) {
    AmountByCurrency amounts;
    for (const core::Money amount : list_of(object, key, money_from))
        amounts.emplace(amount.currency(), amount);
    return amounts;
}

Json write_claims(const std::vector<Claim>& claims) {
    return list(claims, [](Claim claim) { return Json(name(claim)); });
}

Claim read_claim(const Json& json) { return enum_from<Claim>(text_from(json)); }

Json write(const Level& level) {
    return {{"name", level.name},
            {"status", name(level.status)},
            {"notice", name(level.notice)},
            {"days_past_due_min", level.days_past_due_min},
            {"wait_days_min", level.wait_days_min},
            {"amount_overdue_min", write_amounts(level.amount_overdue_min)},
            {"overdue_invoices_min", level.overdue_invoices_min},
            {"claim", write_claims(level.claim)},
            {"announces_pause", level.announces_pause},
            {"release", name(level.release)}};
}

Level read_level(const Json& json) {
    Level level;
    level.name = text_of(json, "name");
    level.status = enum_from<WorkStatus>(view_of(json, "status"));
    level.notice = enum_from<NoticeKind>(view_of(json, "notice"));
    level.days_past_due_min = int_of(json, "days_past_due_min");
    level.wait_days_min = int_of(json, "wait_days_min");
    level.amount_overdue_min = amounts_of(json, "amount_overdue_min");
    level.overdue_invoices_min = int_of(json, "overdue_invoices_min");
    level.claim = list_of(json, "claim", read_claim);
    level.announces_pause = flag_of(json, "announces_pause");
    level.release = enum_from<Release>(view_of(json, "release"));
    return level;
}

}  // namespace

std::string encode(const EnforcementPolicy& policy) {
    return canonical(
        {{"id", policy.id.str()},
         {"small_remainder", write_amounts(policy.small_remainder)},
         {"send_on", name(policy.send_on)},
         {"levels", list(policy.levels, [](const Level& level) { return write(level); })},
         {"propose_advance_billing", policy.propose_advance_billing},
         {"slipping_days_earlier", policy.slipping_days_earlier}});
}

EnforcementPolicy decode_policy(std::string_view text) {
    return decode("policy", text, [](const Json& json) {
        return EnforcementPolicy{
            core::PolicyId(text_of(json, "id")),         amounts_of(json, "small_remainder"),
            enum_from<SendOn>(view_of(json, "send_on")), list_of(json, "levels", read_level),
            flag_of(json, "propose_advance_billing"),    int_of(json, "slipping_days_earlier")};
    });
}

std::string encode(const std::vector<Reason>& reasons) {
    return canonical(list(reasons, [](const Reason& reason) {
        return Json{
            {"code", reason.code}, {"value", reason.value}, {"threshold", reason.threshold}};
    }));
}

std::vector<Reason> decode_reasons(std::string_view text) {
    return decode("list of reasons", text, [](const Json& json) {
        std::vector<Reason> reasons;
        for (const Json& reason : json)
            reasons.push_back(
                {text_of(reason, "code"), text_of(reason, "value"), text_of(reason, "threshold")});
        return reasons;
    });
}

std::string encode(const NoticeDecision& notice) {
    return canonical(
        {{"kind", name(notice.kind)},
         {"level", notice.level},
         {"anchor", core::to_iso(notice.anchor)},
         {"announces_pause_on",
          maybe(notice.announces_pause_on, [](core::Date day) { return core::to_iso(day); })},
         {"contracts",
          list(notice.contracts, [](const core::ContractId& id) { return Json(id.str()); })},
         {"items",
          list(notice.items, [](const core::InvoiceNumber& number) { return Json(number.str()); })},
         {"claims", write_claims(notice.claims)}});
}

NoticeDecision decode_notice_decision(std::string_view text) {
    return decode("notice", text, [](const Json& json) {
        return NoticeDecision{
            enum_from<NoticeKind>(view_of(json, "kind")),
            text_of(json, "level"),
            date_from(view_of(json, "anchor")),
            maybe_of(json, "announces_pause_on",
                     [](const Json& day) { return date_from(text_from(day)); }),
            list_of(json, "contracts",
                    [](const Json& id) { return core::ContractId(text_from(id)); }),
            list_of(json, "items",
                    [](const Json& number) { return core::InvoiceNumber(text_from(number)); }),
            list_of(json, "claims", read_claim)};
    });
}

}  // namespace kvit::json
