// [[policy]]: a ladder of the user's own.

#include "adapters/agreement/readers.h"
#include "adapters/agreement/values.h"

namespace kvit::agreement {
namespace {

using policy::Claim;
using policy::Level;
using policy::NoticeKind;
using policy::Release;
using policy::SendOn;

const Choices<Claim> claims = {{"interest", Claim::interest},
                               {"compensation", Claim::compensation}};
const Choices<Release> releases = {{"automatic", Release::automatic}, {"human", Release::human}};
const Choices<SendOn> send_days = {{"business-days", SendOn::business_days},
                                   {"any-day", SendOn::any_day}};

constexpr int ten_years = 3650;

core::Result<policy::WorkStatus> work_status(const toml::node& node) {
    return raw_text(node).and_then(
        [](const std::string& name) { return policy::parse_work_status(name); });
}

core::Result<NoticeKind> notice_kind(const toml::node& node) {
    return raw_text(node).and_then(
        [](const std::string& name) { return policy::parse_notice_kind(name); });
}

// { EUR = "5.00", PLN = "20.00" }
std::map<core::Currency, core::Money> amounts(const Section& section, std::string_view key) {
    std::map<core::Currency, core::Money> amounts;
    section.inside(key, [&](const Section& inner) {
        for (auto&& [code, node] : inner.table()) {
            const auto currency = core::Currency::parse(code.str());
            if (!currency) {
                inner.refuse(code.str(), currency.error());
                continue;
            }
            amounts.emplace(*currency, inner.may(code.str(), amount_in(*currency),
                                                 core::Money::zero(*currency)));
        }
    });
    return amounts;
}

Level read_level(const Section& section) {
    constexpr std::string_view known[] = {
        "name",  "status",          "notice",  "days_past_due_min",  "wait_days_min",
        "claim", "announces_pause", "release", "amount_overdue_min", "overdue_invoices_min"};
    section.only(known);
    Level level;
    level.name =
        section.need("name", id_of<core::PolicyId>("level name"), core::PolicyId(), "\"reminder\"")
            .str();
    level.status =
        section.need("status", work_status, policy::WorkStatus::reminded, "\"reminded\"");
    level.notice =
        section.need("notice", notice_kind, NoticeKind::friendly_reminder, "\"friendly_reminder\"");
    level.days_past_due_min =
        section.need("days_past_due_min", whole_from(-365, ten_years), 1, "1");
    level.wait_days_min = section.may("wait_days_min", whole_from(0, ten_years), 0);
    level.amount_overdue_min = amounts(section, "amount_overdue_min");
    level.overdue_invoices_min = section.may("overdue_invoices_min", whole_from(1, 1000), 1);
    level.claim = section.may("claim", list_of(one_of(claims)), std::vector<Claim>());
    level.announces_pause =
        section.may("announces_pause", yes_or_no, level.notice == NoticeKind::suspension_warning);
    level.release = section.may("release", one_of(releases), Release::automatic);
    return level;
}

}  // namespace

policy::EnforcementPolicy read_policy(const Section& section) {
    constexpr std::string_view known[] = {
        "id",    "small_remainder",         "send_on",
        "level", "propose_advance_billing", "slipping_days_earlier"};
    section.only(known);
    policy::EnforcementPolicy policy;
    policy.id =
        section.need("id", id_of<core::PolicyId>("policy id"), core::PolicyId(), "\"patient\"");
    policy.small_remainder = amounts(section, "small_remainder");
    policy.send_on = section.may("send_on", one_of(send_days), SendOn::business_days);
    policy.slipping_days_earlier = section.may("slipping_days_earlier", whole_from(0, 60), 0);
    policy.propose_advance_billing = section.may("propose_advance_billing", yes_or_no, false);
    section.for_each("level",
                     [&](const Section& level) { policy.levels.push_back(read_level(level)); });
    if (auto checked = policy::check(policy); !checked) section.refuse("", checked.error());
    return policy;
}

}  // namespace kvit::agreement
