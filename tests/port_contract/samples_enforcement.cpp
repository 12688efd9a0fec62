#include "samples.h"

namespace kvit::port_contract {

using core::operator""_iso;

app::StoredDecision decision(core::Date day, policy::WorkStatus from, policy::WorkStatus to) {
    policy::Decision made;
    made.day = day;
    made.level = "warning";
    made.anchor = "2026-02-15"_iso;
    made.contracts = {
        {adria_social, from, to, day, policy::HeldBy::promise, policy::WaitsFor::release}};
    made.notice = {policy::NoticeKind::suspension_warning,
                   "warning",
                   "2026-02-15"_iso,
                   "2026-02-23"_iso,
                   {adria_social},
                   {core::InvoiceNumber("FV/1"), core::InvoiceNumber("FV/2")},
                   {policy::Claim::compensation, policy::Claim::interest}};
    made.reasons = {{"days_past_due", "5", "5"}, {"set_off", "EUR 1.00", ""}};
    made.next_review = day + date::days(3);
    return {adria, eur(), made};
}

app::DecisionBasis decision_basis(const app::StoredDecision& made) {
    policy::Facts facts{
        made.decision.day, made.client, made.currency, country("HR"), {}, euros(1'00), {}, {}, {}};
    facts.receivables = {{core::InvoiceNumber("FV/1"),
                          adria_social,
                          "2026-02-01"_iso,
                          "2026-02-15"_iso,
                          euros(800'00),
                          policy::HeldBy::promise,
                          "2026-03-01"_iso,
                          {{"2026-02-20"_iso, "2026-03-01"_iso}}}};
    facts.notices = {{"reminder",
                      policy::NoticeKind::friendly_reminder,
                      "2026-02-15"_iso,
                      "2026-02-16"_iso,
                      std::nullopt,
                      "2026-02-23"_iso,
                      {adria_social}}};
    ledger::Trend trend;
    trend.trend = ledger::TrendClass::slipping;
    trend.flag = ledger::TrendFlag::rising_4;
    trend.cycles = 5;
    trend.days_per_cycle = 2.5;
    trend.p_value = 0.1;
    facts.contracts = {{adria_social, true, "2026-03-01"_iso, policy::WorkStatus::warned,
                        "2026-02-20"_iso, trend, "2026-04-01"_iso, "2026-02-19"_iso,
                        "2026-02-18"_iso, "2026-05-01"_iso}};
    facts.hold_until = "2026-02-28"_iso;
    return {policy::built_in_policies().front(), facts};
}

policy::Intervention intervention(policy::InterventionKind kind) {
    return {kind, adria, {}, {}, "2026-02-20"_iso, {}, "tak uzgodniono – čekamo"};
}

}  // namespace kvit::port_contract
