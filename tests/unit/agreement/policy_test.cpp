// [[policy]]: what is accepted, and every sentence of refusal.

#include "agreement/read.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using test::refusal;
using Sentences = std::vector<std::string>;

namespace {

policy::EnforcementPolicy good(const std::string& text) {
    return test::read(text).value().policies.at(0).value;
}

// The base policy with `line` after its id, or with the line of that key in the first level
// replaced.
std::string with_setting(const std::string& line) {
    std::string text = test::policy;
    return text.insert(text.find("[[policy.level]]"), line + "\n");
}
std::string with_level(const std::string& key, const std::string& line) {
    std::string text = test::policy;
    const std::size_t at = text.find(key + " =");
    if (at == std::string::npos) return text.insert(text.find("name ="), line + "\n");
    return text.replace(at, text.find('\n', at) + 1 - at, line.empty() ? "" : line + "\n");
}

core::Currency currency(std::string_view code) { return core::Currency::parse(code).value(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_policy)

BOOST_AUTO_TEST_CASE(what_is_left_out_has_its_default) {
    const policy::EnforcementPolicy policy = good(test::policy);
    BOOST_TEST(policy.id.str() == "patient");
    BOOST_TEST(policy.small_remainder.empty());
    BOOST_TEST((policy.send_on == policy::SendOn::business_days));
    BOOST_TEST(!policy.propose_advance_billing);
    BOOST_TEST_REQUIRE(policy.levels.size() == 3);
    const policy::Level& reminder = policy.levels[0];
    BOOST_TEST(reminder.name == "reminder");
    BOOST_TEST((reminder.status == policy::WorkStatus::reminded));
    BOOST_TEST((reminder.notice == policy::NoticeKind::friendly_reminder));
    BOOST_TEST(reminder.days_past_due_min == 5);
    BOOST_TEST(reminder.wait_days_min == 0);
    BOOST_TEST(reminder.amount_overdue_min.empty());
    BOOST_TEST(reminder.overdue_invoices_min == 1);
    BOOST_TEST(reminder.claim.empty());
    BOOST_TEST(!reminder.announces_pause);
    BOOST_TEST((reminder.release == policy::Release::automatic));
    BOOST_TEST(policy.levels[1].announces_pause);  // a suspension_warning does by itself
    BOOST_TEST(!policy.levels[2].announces_pause);
}

// "standard", written out as the user's guide shows it, is the built-in one.
BOOST_AUTO_TEST_CASE(the_built_in_standard_can_be_written_down) {
    const auto policy = good(R"([[policy]]
id = "standard"
small_remainder = { EUR = "5.00", PLN = "20.00", HUF = "2000" }
send_on = "business-days"
propose_advance_billing = true
  [[policy.level]]
  name = "reminder"
  status = "reminded"
  notice = "friendly_reminder"
  days_past_due_min = 1
  amount_overdue_min = { EUR = "10.00" }
  [[policy.level]]
  name = "warning"
  status = "warned"
  notice = "suspension_warning"
  days_past_due_min = 5
  wait_days_min = 3
  [[policy.level]]
  name = "pause"
  status = "paused"
  notice = "suspension"
  days_past_due_min = 8
  wait_days_min = 3
  [[policy.level]]
  name = "final_demand"
  status = "paused"
  notice = "final_demand"
  days_past_due_min = 21
  wait_days_min = 7
  claim = ["interest", "compensation"]
  [[policy.level]]
  name = "termination"
  status = "terminated"
  notice = "termination"
  days_past_due_min = 45
  wait_days_min = 15
  release = "human"
)");
    BOOST_TEST((policy == policy::built_in_policies().front()));
}

BOOST_AUTO_TEST_CASE(settings) {
    BOOST_TEST((good(with_setting("send_on = \"any-day\"")).send_on == policy::SendOn::any_day));
    const auto remainder =
        good(with_setting("small_remainder = { HUF = \"2000\" }")).small_remainder;
    BOOST_TEST_REQUIRE(remainder.size() == 1);
    BOOST_TEST((remainder.at(currency("HUF")) == core::Money(200000, currency("HUF"))));
    BOOST_TEST(refusal(with_setting("send_on = \"weekdays\"")) ==
               "a.toml:3:1, key policy.send_on: \"weekdays\" is not accepted; write one of "
               "business-days, any-day.");
    BOOST_TEST(refusal(with_setting("small_remainder = { EUR = 5.00 }")) ==
               "a.toml:3:21, key policy.small_remainder.EUR: is a number with a point, not text; "
               "amounts and quantities stand in quotes, like \"2400.00\".");
    BOOST_TEST(refusal(with_setting("small_remainder = { EURO = \"5.00\" }"))
                   .starts_with("a.toml:3:21, key policy.small_remainder.EURO: \"EURO\" is not a "
                                "currency kvit knows; use one of "));
    BOOST_TEST(
        refusal(with_setting("small_remainder = \"5.00\"")) ==
        "a.toml:3:1, key policy.small_remainder: is text, not a table; write small_remainder = { "
        "… }.");
    BOOST_TEST(refusal(with_setting("sent_on = \"any-day\"")) ==
               "a.toml:3:1, key policy.sent_on: is not known here; did you mean send_on?");
}

BOOST_AUTO_TEST_CASE(missing_keys) {
    std::string text = test::policy;
    BOOST_TEST(refusal(text.replace(text.find("id ="), 15, "")) ==
               "a.toml:1:1, key policy.id: is missing; write id = \"patient\".");
    const struct {
        std::string key, example;
    } rows[] = {{"name", "\"reminder\""},
                {"status", "\"reminded\""},
                {"notice", "\"friendly_reminder\""},
                {"days_past_due_min", "1"}};
    for (const auto& row : rows)
        BOOST_TEST(refusal(with_level(row.key, "")) == "a.toml:3:1, key policy.level." + row.key +
                                                           ": is missing; write " + row.key +
                                                           " = " + row.example + ".");
}

BOOST_AUTO_TEST_CASE(levels) {
    const std::string where = "a.toml:4:1, key policy.level.";
    BOOST_TEST(refusal(with_level("claim", "claim = [\"costs\"]")) ==
               where + "claim: \"costs\" is not accepted; write one of interest, compensation.");
    BOOST_TEST(refusal(with_level("claim", "claim = [\"interest\", \"interest\"]")) ==
               where + "claim: names a value twice; name it once.");
    BOOST_TEST(refusal(with_level("release", "release = \"auto\"")) ==
               where + "release: \"auto\" is not accepted; write one of automatic, human.");
    BOOST_TEST(refusal(with_level("announces_pause", "announces_pause = 1")) ==
               where +
                   "announces_pause: is a whole number, not true or false; write true or false, "
                   "without quotes.");
    for (const std::string days : {"-1", "3651"})
        BOOST_TEST(refusal(with_level("wait_days_min", "wait_days_min = " + days)) ==
                   where + "wait_days_min: " + days + " is out of range; write 0 to 3650.");
    for (const std::string count : {"0", "1001"})
        BOOST_TEST(refusal(with_level("overdue_invoices_min", "overdue_invoices_min = " + count)) ==
                   where + "overdue_invoices_min: " + count + " is out of range; write 1 to 1000.");
    for (const std::string days : {"-366", "3651"})
        BOOST_TEST(
            test::refusals(with_level("days_past_due_min", "days_past_due_min = " + days))[0] ==
            "a.toml:7:1, key policy.level.days_past_due_min: " + days +
                " is out of range; write -365 to 3650.");
    BOOST_TEST(good(with_level("days_past_due_min", "days_past_due_min = -365"))
                   .levels[0]
                   .days_past_due_min == -365);
    BOOST_TEST(refusal(with_level("status", "status = \"angry\""))
                   .starts_with("a.toml:5:1, key policy.level.status: \"angry\" "));
    BOOST_TEST(refusal(with_level("notice", "notice = \"letter\""))
                   .starts_with("a.toml:6:1, key policy.level.notice: \"letter\" "));
    BOOST_TEST(
        refusal(with_level("name", "name = \"a b\""))
            .starts_with("a.toml:4:1, key policy.level.name: \"a b\" is not a level name; "));
}

// What policy::check() finds stands at the policy's head.
BOOST_AUTO_TEST_CASE(the_ladder_as_a_whole) {
    BOOST_TEST(
        refusal("[[policy]]\nid = \"a\"\n") ==
        "a.toml:1:1, key policy: the policy has no levels; add at least one [[policy.level]].");
    std::string unannounced = test::policy;
    const std::string warning = "suspension_warning";
    unannounced.replace(unannounced.find(warning), warning.size(), "second_reminder");
    BOOST_TEST(
        refusal(unannounced) ==
        "a.toml:1:1, key policy: level \"pause\" pauses, but no level before it announces the "
        "pause; set announces_pause = true on a level before it.");
}

BOOST_AUTO_TEST_SUITE_END()
