#include "adapters/json/report_json.h"
#include "adapters/json/report_values.h"

namespace kvit::json {

namespace {

using Json = ReportJson;

Json contract_of(const policy::ContractDecision& contract) {
    return {{"contract", contract.contract.str()},
            {"from", std::string(policy::name_of(contract.from))},
            {"to", std::string(policy::name_of(contract.to))},
            {"since", iso(contract.since)},
            {"held_by", text_or_null(policy::name_of(contract.held_by))},
            {"waits_for", text_or_null(policy::name_of(contract.waits_for))}};
}

Json invoice_of(const policy::Receivable& item) {
    return {{"invoice", item.number.str()},
            {"contract", item.contract.str()},
            {"issued_on", iso(item.issued_on)},
            {"due_on", iso(item.due_on)},
            {"open", amount(item.open)},
            {"held_by", text_or_null(policy::name_of(item.held_by))},
            {"held_until", iso(item.held_until)}};
}

Json notice_of(const policy::NoticeFact& notice) {
    return {{"kind", std::string(policy::name_of(notice.kind))},
            {"level", text_or_null(notice.level)},
            {"anchor", iso(notice.anchor)},
            {"decided_on", iso(notice.decided_on)},
            {"sent_on", iso(notice.sent_on)},
            {"announced_pause_on", iso(notice.announced_pause_on)}};
}

Json next_of(const std::optional<policy::NextStep>& next) {
    if (!next) return nullptr;
    return {{"level", next->level},
            {"notice", std::string(policy::name_of(next->notice))},
            {"work_status", std::string(policy::name_of(next->status))},
            {"on", iso(next->on)},
            {"by_person", next->by_person}};
}

template <class Value, class Write>
Json rows_of(const std::vector<Value>& values, Write write) {
    Json rows = Json::array();
    for (const Value& value : values) rows.push_back(write(value));
    return rows;
}

Json account_of(const document::ExplainedAccount& account) {
    return {{"currency", account.facts.currency.code()},
            {"decided_for", iso(account.decision.day)},
            {"policy", account.policy.id.str()},
            {"level", text_or_null(account.decision.level)},
            {"anchor", iso(account.decision.anchor)},
            {"contracts", rows_of(account.decision.contracts, contract_of)},
            {"reasons", reasons_of(account.decision.reasons)},
            {"unapplied", amount(account.facts.unapplied)},
            {"hold_until", iso(account.facts.hold_until)},
            {"invoices", rows_of(account.facts.receivables, invoice_of)},
            {"notices", rows_of(account.facts.notices, notice_of)},
            {"next_step", next_of(account.next)},
            {"next_review", iso(account.decision.next_review)},
            {"same_again", account.same_again}};
}

Json told_of(const policy::Intervention& one) {
    return {{"kind", std::string(policy::name_of(one.kind))},
            {"about", policy::subject_of(one)},
            {"on", iso(one.on)},
            {"until", iso(one.until)},
            {"reason", text_or_null(one.reason)}};
}

}  // namespace

std::string explanation(const document::Explanation& explanation) {
    return written({{"business", explanation.business.id.str()},
                    {"client", explanation.client.id.str()},
                    {"as_of", iso(explanation.as_of)},
                    {"accounts", rows_of(explanation.accounts, account_of)},
                    {"decided_by_persons", rows_of(explanation.told, told_of)}},
                   "json", {});
}

}  // namespace kvit::json
