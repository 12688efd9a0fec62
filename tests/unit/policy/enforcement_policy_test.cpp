#include "kvit/policy/enforcement_policy.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::policy;

namespace {

EnforcementPolicy standard() { return built_in_policies().front(); }

void refused(const EnforcementPolicy& policy, const std::string& sentence) {
    const auto result = check(policy);
    BOOST_TEST_REQUIRE(!result.has_value());
    BOOST_TEST(core::to_sentence(result.error()) == sentence);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(policy_enforcement_policy)

BOOST_AUTO_TEST_CASE(built_in_ladders_are_sound) {
    BOOST_TEST(built_in_policies().size() == 3u);
    for (const auto& policy : built_in_policies())
        BOOST_TEST(check(policy).has_value(), policy.id.str());
}

BOOST_AUTO_TEST_CASE(refused_ladders) {
    auto policy = standard();
    policy.levels.clear();
    refused(policy, "the policy has no levels; add at least one [[policy.level]].");

    policy = standard();
    policy.levels[1].announces_pause = false;
    refused(policy,
            "level \"pause\" pauses, but no level before it announces the pause; set "
            "announces_pause = true on a level before it.");

    policy = standard();
    policy.levels.resize(2);
    refused(policy,
            "level \"warning\" announces a pause, but no level after it pauses; add a level with "
            "status = \"paused\", or set announces_pause = false.");

    policy = standard();
    policy.levels[1].days_past_due_min = 0;
    refused(policy,
            "level \"warning\" is milder or earlier than \"reminder\" before it; list levels from "
            "mild to severe, days_past_due_min never falling.");

    policy = standard();
    policy.levels[1].name = "reminder";
    refused(policy, "there are two levels named \"reminder\"; give each level its own name.");

    policy = standard();
    policy.levels[0].notice = NoticeKind::resumption;
    refused(policy,
            "level \"reminder\" sends a resumption; resumptions are sent by themselves; choose "
            "another notice.");

    policy = standard();
    policy.levels[2].notice = NoticeKind::final_demand;
    refused(policy,
            "level \"pause\" is the first that pauses and does not send the suspension; set notice "
            "= \"suspension\" on it.");
}

BOOST_AUTO_TEST_CASE(names_both_ways) {
    for (const char* name :
         {"courtesy_note", "friendly_reminder", "second_reminder", "suspension_warning",
          "suspension", "resumption", "final_demand", "termination"}) {
        BOOST_TEST(name_of(parse_notice_kind(name).value()) == name);
    }
    for (const char* name : {"active", "reminded", "warned", "paused", "terminated"}) {
        BOOST_TEST(name_of(parse_work_status(name).value()) == name);
    }
    BOOST_TEST(!parse_notice_kind("Reminder").has_value());
    BOOST_TEST(!parse_work_status("").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
