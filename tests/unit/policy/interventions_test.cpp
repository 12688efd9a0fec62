// What persons decide: disputes, promises, holds, releases, resumptions, terminations.
#include "ladder_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::policy;
using core::operator""_iso;
using testing::Client;

namespace {

using Log = std::vector<std::string>;

void check(const Client& client, const Log& expected) {
    BOOST_TEST(client.log == expected, boost::test_tools::per_element());
}

// Due on Tuesday 2026-09-15 and never paid: paused on the 24th.
Client paused_client() {
    Client client("standard");
    client.invoice("F1", "2026-09-15"_iso);
    client.run("2026-09-15"_iso, "2026-09-24"_iso);
    BOOST_TEST_REQUIRE((client.facts.contracts[0].status == WorkStatus::paused));
    client.log.clear();
    return client;
}

bool has(const Decision& decision, const Reason& reason) {
    return std::ranges::find(decision.reasons, reason) != decision.reasons.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(policy_interventions)

BOOST_AUTO_TEST_CASE(a_disputed_invoice_does_not_count_on_its_days) {
    Client client("standard");
    client.invoice("F1", "2026-09-15"_iso);
    auto& item = client.facts.receivables[0];
    item.held_by = HeldBy::dispute;
    item.held_until = "2026-09-20"_iso;
    const auto decision = client.run("2026-09-15"_iso, "2026-09-18"_iso);
    check(client, {});
    BOOST_TEST((decision.contracts[0].held_by == HeldBy::dispute));
    BOOST_TEST(has(decision, {"disputed", "F1", "2026-09-20"}));
    BOOST_TEST((decision.next_review == "2026-09-21"_iso));
    item.held_by = HeldBy::nobody;
    client.review("2026-09-21"_iso);
    check(client, {"2026-09-21 friendly_reminder", "2026-09-21 work reminded"});
}

BOOST_AUTO_TEST_CASE(a_dispute_ends_the_pause_at_once) {
    Client client = paused_client();
    client.facts.receivables[0].held_by = HeldBy::dispute;
    client.review("2026-09-26"_iso);  // Saturday: the letter waits for Monday
    client.review("2026-09-28"_iso);
    check(client, {"2026-09-26 work active", "2026-09-28 resumption"});
    // Resolved against the client: a new round, reminded and warned anew.
    client.facts.receivables[0].held_by = HeldBy::nobody;
    client.review("2026-10-05"_iso);
    BOOST_TEST(client.log.back() == "2026-10-05 work reminded");
}

BOOST_AUTO_TEST_CASE(a_disputed_invoice_leaves_the_others_where_they_stand) {
    Client client = paused_client();
    client.invoice("F2", "2026-09-20"_iso);
    client.facts.receivables[0].held_by = HeldBy::dispute;
    const auto decision = client.review("2026-09-25"_iso);
    BOOST_TEST((decision.contracts[0].to == WorkStatus::paused));
    BOOST_TEST((decision.anchor == "2026-09-20"_iso));
    BOOST_TEST((decision.contracts[0].held_by == HeldBy::dispute));
    for (const auto& number : decision.notice.value_or(NoticeDecision{}).items)
        BOOST_TEST(number.str() == "F2");
}

BOOST_AUTO_TEST_CASE(a_broken_promise_puts_the_ladder_back_where_it_stood) {
    Client client = paused_client();
    auto& item = client.facts.receivables[0];
    item.held_by = HeldBy::promise;
    item.held_until = "2026-09-30"_iso;
    item.promises = {{"2026-09-25"_iso, "2026-09-30"_iso}};
    client.run("2026-09-25"_iso, "2026-09-30"_iso);
    check(client, {"2026-09-25 resumption", "2026-09-25 work active"});
    item.held_by = HeldBy::nobody;
    const auto decision = client.review("2026-10-01"_iso);
    check(client, {"2026-09-25 resumption", "2026-09-25 work active", "2026-10-01 suspension",
                   "2026-10-01 work paused"});
    BOOST_TEST(has(decision, {"promise_broken", "F1", "2026-09-30"}));
    // And on it goes: the final demand, 21 days past due and a week after the suspension.
    client.log.clear();
    client.run("2026-10-02"_iso, "2026-10-08"_iso);
    check(client, {"2026-10-08 final_demand"});
}

BOOST_AUTO_TEST_CASE(a_kept_promise_ends_the_round) {
    Client client = paused_client();
    auto& item = client.facts.receivables[0];
    item.held_by = HeldBy::promise;
    item.held_until = "2026-09-30"_iso;
    item.promises = {{"2026-09-25"_iso, "2026-09-30"_iso}};
    client.review("2026-09-25"_iso);
    client.pay("F1");
    const auto decision = client.run("2026-09-28"_iso, "2026-10-15"_iso);
    check(client, {"2026-09-25 resumption", "2026-09-25 work active"});
    BOOST_TEST((decision.contracts[0].held_by == HeldBy::nobody));
}

BOOST_AUTO_TEST_CASE(a_hold_stops_letters_and_steps_for_its_days) {
    Client client("standard");
    client.invoice("F1", "2026-09-15"_iso);
    client.review("2026-09-16"_iso);
    client.log.clear();
    client.facts.hold_until = "2026-10-04"_iso;
    const auto decision = client.run("2026-09-17"_iso, "2026-10-04"_iso);
    check(client, {});
    BOOST_TEST((decision.contracts[0].to == WorkStatus::reminded));
    BOOST_TEST((decision.contracts[0].held_by == HeldBy::hold));
    BOOST_TEST((decision.next_review == "2026-10-05"_iso));
    client.review("2026-10-05"_iso);
    check(client, {"2026-10-05 suspension_warning", "2026-10-05 work warned"});
}

BOOST_AUTO_TEST_CASE(a_hold_keeps_a_pause_and_paying_still_ends_it) {
    Client client = paused_client();
    client.facts.hold_until = "2026-10-30"_iso;
    BOOST_TEST((client.review("2026-09-28"_iso).contracts[0].to == WorkStatus::paused));
    client.pay("F1");
    client.review("2026-09-29"_iso);
    check(client, {"2026-09-29 resumption", "2026-09-29 work active"});
}

BOOST_AUTO_TEST_CASE(a_release_lets_the_pause_come_within_its_round) {
    Client client("standard");
    auto& contract = client.facts.contracts[0];
    contract.has_suspension_clause = false;
    client.invoice("F1", "2026-09-15"_iso);
    BOOST_TEST((client.run("2026-09-16"_iso, "2026-09-25"_iso).contracts[0].waits_for ==
                WaitsFor::release));
    client.log.clear();
    contract.released_on = "2026-09-26"_iso;  // a Saturday
    client.run("2026-09-26"_iso, "2026-09-28"_iso);
    check(client, {"2026-09-28 suspension", "2026-09-28 work paused"});
    client.pay("F1");
    client.review("2026-09-29"_iso);
    // The next round needs a release of its own.
    client.invoice("F2", "2026-10-15"_iso);
    BOOST_TEST(
        (client.run("2026-10-16"_iso, "2026-11-05"_iso).contracts[0].to == WorkStatus::warned));
}

BOOST_AUTO_TEST_CASE(work_that_a_person_resumed_goes_on_until_a_later_debt_is_the_oldest) {
    Client client = paused_client();
    auto& contract = client.facts.contracts[0];
    contract.resumed_on = "2026-09-25"_iso;
    client.invoice("F2", "2026-10-15"_iso);
    auto decision = client.run("2026-09-25"_iso, "2026-10-05"_iso);
    check(client, {"2026-09-25 resumption", "2026-09-25 work warned"});
    BOOST_TEST((decision.contracts[0].held_by == HeldBy::hold));
    BOOST_TEST(has(decision, {"resumed_by_person", "work", "2026-09-25"}));
    client.pay("F1");
    client.log.clear();
    client.run("2026-10-06"_iso, "2026-10-26"_iso);
    check(client, {"2026-10-06 work active", "2026-10-16 friendly_reminder",
                   "2026-10-16 work reminded", "2026-10-20 suspension_warning",
                   "2026-10-20 work warned", "2026-10-23 suspension", "2026-10-23 work paused"});
}

BOOST_AUTO_TEST_CASE(a_release_takes_a_persons_resumption_back) {
    Client client = paused_client();
    auto& contract = client.facts.contracts[0];
    contract.resumed_on = "2026-09-25"_iso;
    client.review("2026-09-25"_iso);
    contract.released_on = "2026-09-28"_iso;
    client.log.clear();
    client.review("2026-09-28"_iso);
    client.run("2026-09-29"_iso, "2026-10-30"_iso);
    BOOST_TEST((client.facts.contracts[0].status == WorkStatus::paused));
}

BOOST_AUTO_TEST_CASE(a_contract_that_a_person_ended_gets_its_letter_once) {
    Client client("standard");
    client.invoice("F1", "2026-08-03"_iso);
    auto decision = client.run("2026-08-03"_iso, "2026-09-30"_iso);
    BOOST_TEST(has(decision, {"termination_waits", "termination", ""}));
    BOOST_TEST((decision.contracts[0].waits_for == WaitsFor::release));
    client.log.clear();
    client.facts.contracts[0].ends_on = "2026-10-05"_iso;
    decision = client.run("2026-10-01"_iso, "2026-10-20"_iso);
    check(client, {"2026-10-01 termination", "2026-10-05 work terminated"});
    BOOST_TEST((decision.contracts[0].waits_for == WaitsFor::nothing));
    BOOST_TEST(has(decision, {"ended_by_person", "work", "2026-10-05"}));
    client.pay("F1");
    client.run("2026-10-21"_iso, "2026-10-30"_iso);
    BOOST_TEST(client.log.size() == 2);  // nothing is resumed
}

BOOST_AUTO_TEST_CASE(a_slipping_clients_first_level_comes_earlier) {
    Client client("standard");
    client.policy.slipping_days_earlier = 3;
    client.invoice("F1", "2026-09-15"_iso);
    auto& trend = client.facts.contracts[0].trend;
    BOOST_TEST((client.review("2026-09-11"_iso).next_review == "2026-09-16"_iso) == false);
    client.run("2026-09-11"_iso, "2026-09-15"_iso);
    check(client, {});  // only where it slips
    trend.trend = ledger::TrendClass::slipping;
    client.run("2026-09-11"_iso, "2026-09-24"_iso);
    check(client,
          {"2026-09-14 courtesy_note", "2026-09-14 work reminded", "2026-09-21 suspension_warning",
           "2026-09-21 work warned", "2026-09-24 suspension", "2026-09-24 work paused"});
}

BOOST_AUTO_TEST_SUITE_END()
