// The rules of src/policy/README.md, one by one. 2026-09-15 is a Tuesday.
#include "policy/ladder_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::policy;
using kvit::policy::testing::Client;
using kvit::policy::testing::euros;
using core::operator""_iso;
using Log = std::vector<std::string>;

#define EXPECT_LOG(client, ...) \
    BOOST_TEST((client).log == (Log{__VA_ARGS__}), boost::test_tools::per_element())

BOOST_AUTO_TEST_SUITE(policy_evaluate)

BOOST_AUTO_TEST_CASE(standard_ladder_to_the_end) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    const auto last = client.run("2026-09-10"_iso, "2026-11-05"_iso);
    EXPECT_LOG(client, "2026-09-16 friendly_reminder", "2026-09-16 work reminded",
               "2026-09-21 suspension_warning", "2026-09-21 work warned", "2026-09-24 suspension",
               "2026-09-24 work paused", "2026-10-06 final_demand");
    BOOST_TEST((last.contracts[0].waits_for == WaitsFor::release));  // termination is a person's
    BOOST_TEST(last.level == "final_demand");
}

BOOST_AUTO_TEST_CASE(strict_reminder_announces_the_pause) {
    Client client("strict");
    client.invoice("A", "2026-10-15"_iso);
    const auto first = client.review("2026-10-16"_iso);
    BOOST_TEST_REQUIRE(first.notice.has_value());
    BOOST_TEST(core::to_iso(first.notice->announces_pause_on.value()) == "2026-10-19");
    client.run("2026-10-17"_iso, "2026-11-20"_iso);
    EXPECT_LOG(client, "2026-10-16 friendly_reminder", "2026-10-16 work reminded",
               "2026-10-19 suspension", "2026-10-19 work paused", "2026-10-30 final_demand");
}

BOOST_AUTO_TEST_CASE(gentle_begins_before_the_due_date_and_waits_for_a_person) {
    Client client("gentle");
    client.invoice("A", "2026-09-15"_iso);
    const auto last = client.run("2026-09-01"_iso, "2026-10-25"_iso);
    EXPECT_LOG(client, "2026-09-14 courtesy_note", "2026-09-18 friendly_reminder",
               "2026-09-18 work reminded", "2026-09-25 second_reminder",
               "2026-10-05 suspension_warning", "2026-10-05 work warned");
    BOOST_TEST((last.contracts[0].waits_for == WaitsFor::release));
    BOOST_TEST((last.contracts[0].to == WorkStatus::warned));
}

BOOST_AUTO_TEST_CASE(rule_1_paying_the_oldest_moves_the_anchor_the_same_day) {
    Client client("standard");
    client.invoice("A", "2026-09-01"_iso);
    client.invoice("B", "2026-09-15"_iso);
    client.run("2026-09-02"_iso, "2026-09-07"_iso);
    EXPECT_LOG(client, "2026-09-02 friendly_reminder", "2026-09-02 work reminded",
               "2026-09-07 suspension_warning", "2026-09-07 work warned");
    client.pay("A");
    const auto after = client.review("2026-09-08"_iso);
    BOOST_TEST(core::to_iso(after.anchor.value()) == "2026-09-15");
    BOOST_TEST((after.contracts[0].to == WorkStatus::active));
    BOOST_TEST(!after.notice.has_value());
}

BOOST_AUTO_TEST_CASE(rule_1_two_invoices_due_on_one_day_are_one_anchor) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.invoice("B", "2026-09-15"_iso);
    client.review("2026-09-16"_iso);
    client.pay("A");
    client.review("2026-09-17"_iso);
    EXPECT_LOG(client, "2026-09-16 friendly_reminder", "2026-09-16 work reminded");
}

BOOST_AUTO_TEST_CASE(rule_2_nobody_jumps_after_an_outage) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.run("2026-10-12"_iso, "2026-10-16"_iso);  // 27 days late when first seen
    EXPECT_LOG(client, "2026-10-12 friendly_reminder", "2026-10-12 work reminded",
               "2026-10-15 suspension_warning", "2026-10-15 work warned");
}

BOOST_AUTO_TEST_CASE(rule_2_decided_is_not_sent) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.review("2026-09-16"_iso);
    client.facts.notices.back().sent_on.reset();
    client.run("2026-09-17"_iso, "2026-10-30"_iso);
    EXPECT_LOG(client, "2026-09-16 friendly_reminder", "2026-09-16 work reminded");
}

BOOST_AUTO_TEST_CASE(rule_3_no_pause_before_the_day_that_was_announced) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.run("2026-09-16"_iso, "2026-09-21"_iso);
    client.facts.notices.back().announced_pause_on = "2026-09-29"_iso;
    client.run("2026-09-22"_iso, "2026-09-28"_iso);
    BOOST_TEST((client.facts.contracts[0].status == WorkStatus::warned));
    client.review("2026-09-29"_iso);
    BOOST_TEST((client.facts.contracts[0].status == WorkStatus::paused));
}

BOOST_AUTO_TEST_CASE(rule_3_no_pause_without_a_warning_that_names_the_day) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.run("2026-09-16"_iso, "2026-09-21"_iso);
    client.facts.notices.back().announced_pause_on.reset();
    client.log.clear();
    client.run("2026-09-22"_iso, "2026-10-01"_iso);  // the warning is written again, then it waits
    EXPECT_LOG(client, "2026-09-24 suspension_warning", "2026-09-28 suspension",
               "2026-09-28 work paused");
}

BOOST_AUTO_TEST_CASE(rule_4_back_at_once_also_on_a_saturday_the_letter_on_monday) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.run("2026-09-16"_iso, "2026-09-25"_iso);
    client.pay("A");
    client.log.clear();
    client.run("2026-09-26"_iso, "2026-10-10"_iso);  // a Saturday
    EXPECT_LOG(client, "2026-09-26 work active", "2026-09-28 resumption");
}

BOOST_AUTO_TEST_CASE(rule_4_partial_payment_does_not_resume) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.run("2026-09-16"_iso, "2026-09-24"_iso);
    client.facts.receivables[0].open = euros(6);
    client.review("2026-09-25"_iso);
    BOOST_TEST((client.facts.contracts[0].status == WorkStatus::paused));
    client.facts.receivables[0].open = euros(5);  // the small remainder of the built-in policies
    client.review("2026-09-28"_iso);
    BOOST_TEST((client.facts.contracts[0].status == WorkStatus::active));
}

BOOST_AUTO_TEST_CASE(rule_4_a_new_anchor_keeps_the_pause_and_brings_no_second_warning) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.invoice("B", "2026-10-15"_iso);
    client.run("2026-09-16"_iso, "2026-10-20"_iso);
    client.pay("A");
    client.log.clear();
    client.run("2026-10-21"_iso, "2026-11-20"_iso);
    EXPECT_LOG(client, "2026-10-21 friendly_reminder", "2026-11-05 final_demand");
    BOOST_TEST((client.facts.contracts[0].status == WorkStatus::paused));
}

BOOST_AUTO_TEST_CASE(after_a_resumption_a_new_pause_is_announced_anew) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.run("2026-09-16"_iso, "2026-09-24"_iso);
    client.pay("A");
    client.review("2026-09-25"_iso);
    client.log.clear();
    client.invoice("A", "2026-09-15"_iso);  // the payment was returned
    client.run("2026-09-28"_iso, "2026-10-05"_iso);
    EXPECT_LOG(client, "2026-09-28 friendly_reminder", "2026-09-28 work reminded",
               "2026-10-01 suspension_warning", "2026-10-01 work warned", "2026-10-05 suspension",
               "2026-10-05 work paused");
}

BOOST_AUTO_TEST_CASE(rule_5_cash_is_set_off_from_the_oldest) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.invoice("B", "2026-09-22"_iso);
    client.facts.unapplied = euros(100);
    const auto decision = client.review("2026-09-16"_iso);
    BOOST_TEST(core::to_iso(decision.anchor.value()) == "2026-09-22");
    BOOST_TEST(client.log.empty());
}

BOOST_AUTO_TEST_CASE(rule_6_paid_ahead_is_spared) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.facts.contracts.push_back(
        {core::ContractId("ahead"), true, "2027-01-01"_iso, WorkStatus::active, core::Date()});
    client.run("2026-09-16"_iso, "2026-09-24"_iso);
    BOOST_TEST((client.facts.contracts[0].status == WorkStatus::paused));
    BOOST_TEST((client.facts.contracts[1].status == WorkStatus::warned));
    const auto later = client.review("2026-09-25"_iso);
    BOOST_TEST((later.contracts[1].held_by == HeldBy::prepaid));
}

BOOST_AUTO_TEST_CASE(rule_7_without_a_clause_the_pause_waits_and_letters_go_on) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.facts.contracts[0].has_suspension_clause = false;
    const auto last = client.run("2026-09-16"_iso, "2026-10-20"_iso);
    EXPECT_LOG(client, "2026-09-16 friendly_reminder", "2026-09-16 work reminded",
               "2026-09-21 suspension_warning", "2026-09-21 work warned",
               "2026-10-06 final_demand");
    BOOST_TEST((last.contracts[0].waits_for == WaitsFor::release));
}

BOOST_AUTO_TEST_CASE(thresholds_at_just_below_and_just_above) {
    struct Case {
        std::int64_t cents;
        bool reminded;
    };
    for (const Case& one : {Case{999, false}, Case{1000, true}, Case{1001, true}}) {
        Client client("standard");
        client.invoice("A", "2026-09-15"_iso);
        client.facts.receivables[0].open = core::Money(one.cents, testing::eur());
        client.review("2026-09-16"_iso);
        BOOST_TEST(!client.log.empty() == one.reminded, one.cents);
    }
    Client client("standard");
    client.policy.levels[0].overdue_invoices_min = 2;
    client.invoice("A", "2026-09-15"_iso);
    client.review("2026-09-16"_iso);
    BOOST_TEST(client.log.empty());
    client.invoice("B", "2026-09-15"_iso);
    client.review("2026-09-16"_iso);
    BOOST_TEST(client.log.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_letter_lists_every_overdue_invoice_also_a_small_rest) {
    Client client("standard");
    client.invoice("C", "2026-09-20"_iso);
    client.invoice("B", "2026-09-10"_iso, 3);
    client.invoice("A", "2026-09-15"_iso);
    const auto decision = client.review("2026-09-16"_iso);
    BOOST_TEST_REQUIRE(decision.notice.has_value());
    BOOST_TEST_REQUIRE(decision.notice->items.size() == 2u);
    BOOST_TEST(decision.notice->items[0].str() == "B");
    BOOST_TEST(decision.notice->items[1].str() == "A");
}

BOOST_AUTO_TEST_CASE(letters_wait_for_a_business_day) {
    Client client("standard");
    client.invoice("A", "2026-11-10"_iso);  // the day after is a Polish holiday, a Wednesday
    client.run("2026-11-11"_iso, "2026-11-12"_iso);
    EXPECT_LOG(client, "2026-11-12 friendly_reminder", "2026-11-12 work reminded");
}

BOOST_AUTO_TEST_CASE(a_courtesy_note_is_not_written_after_the_date_it_announces) {
    Client client("gentle");
    client.invoice("A", "2026-09-15"_iso);
    client.review("2026-09-16"_iso);
    BOOST_TEST(client.log.empty());
    client.run("2026-09-17"_iso, "2026-09-18"_iso);
    EXPECT_LOG(client, "2026-09-18 friendly_reminder", "2026-09-18 work reminded");
}

BOOST_AUTO_TEST_CASE(a_policy_changed_in_mid_ladder_announces_before_it_pauses) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.review("2026-09-16"_iso);
    client.policy =
        testing::built_in("strict");  // its reminder announces, the one that left did not
    client.run("2026-09-17"_iso, "2026-10-02"_iso);
    EXPECT_LOG(client, "2026-09-16 friendly_reminder", "2026-09-16 work reminded",
               "2026-09-17 friendly_reminder", "2026-09-21 suspension", "2026-09-21 work paused",
               "2026-09-30 final_demand");
}

BOOST_AUTO_TEST_CASE(a_contract_that_joins_a_paused_client_gets_its_own_letter) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.run("2026-09-16"_iso, "2026-09-25"_iso);
    client.log.clear();
    client.facts.contracts.push_back(
        {core::ContractId("more"), true, {}, WorkStatus::active, core::Date()});
    client.run("2026-09-26"_iso, "2026-09-28"_iso);  // a Saturday: nothing begins before Monday
    EXPECT_LOG(client, "2026-09-28 suspension", "2026-09-28 more paused");
    BOOST_TEST(client.facts.notices.back().contracts.size() == 1u);
    client.pay("A");
    client.review("2026-09-29"_iso);
    EXPECT_LOG(client, "2026-09-28 suspension", "2026-09-28 more paused", "2026-09-29 resumption",
               "2026-09-29 work active", "2026-09-29 more active");
}

BOOST_AUTO_TEST_CASE(a_suspension_cancelled_by_a_part_payment_is_written_again) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.run("2026-09-16"_iso, "2026-09-24"_iso);
    client.facts.notices.pop_back();  // cancelled before it left
    client.facts.receivables[0].open = euros(60);
    client.log.clear();
    client.review("2026-09-25"_iso);
    EXPECT_LOG(client, "2026-09-25 suspension");
}

BOOST_AUTO_TEST_CASE(a_resumption_letter_is_not_held_back_by_what_falls_due_meanwhile) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    client.invoice("B", "2026-09-27"_iso);
    client.run("2026-09-16"_iso, "2026-09-25"_iso);
    client.pay("A");
    client.log.clear();
    client.run("2026-09-26"_iso, "2026-09-29"_iso);  // active on Saturday, B overdue on Monday
    EXPECT_LOG(client, "2026-09-26 work active", "2026-09-28 resumption",
               "2026-09-29 friendly_reminder", "2026-09-29 work reminded");
}

BOOST_AUTO_TEST_CASE(one_letter_a_day) {
    Client client("gentle");
    client.policy.levels[1].wait_days_min = 0;
    client.invoice("A", "2026-09-14"_iso);
    client.invoice("B", "2026-09-01"_iso);
    client.review("2026-09-15"_iso);
    client.pay("B");  // a new anchor on the same day
    client.review("2026-09-15"_iso);
    BOOST_TEST(client.log.size() == 3u);  // reminder, reminded, and back to active
}

BOOST_AUTO_TEST_CASE(reviewing_twice_adds_nothing) {
    Client client("standard");
    client.invoice("A", "2026-09-15"_iso);
    for (int i = 0; i < 3; ++i) client.review("2026-09-16"_iso);
    EXPECT_LOG(client, "2026-09-16 friendly_reminder", "2026-09-16 work reminded");
}

BOOST_AUTO_TEST_CASE(advance_billing_is_proposed_where_the_policy_says_so) {
    Client client("standard");
    auto& contract = client.facts.contracts.front();
    const auto proposed = [&] { return advance_billing_proposals(client.policy, client.facts); };
    contract.trend.trend = ledger::TrendClass::slipping;
    contract.advance_from = "2026-10-01"_iso;
    BOOST_TEST((proposed() == std::vector{contract.id}));
    for (const auto other : {ledger::TrendClass::insufficient, ledger::TrendClass::punctual,
                             ledger::TrendClass::steady, ledger::TrendClass::improving}) {
        contract.trend.trend = other;
        BOOST_TEST(proposed().empty());
    }
    contract.trend.trend = ledger::TrendClass::slipping;
    contract.advance_from.reset();  // billed so already, or about to end
    BOOST_TEST(proposed().empty());
    contract.advance_from = "2026-10-01"_iso;
    client.policy.propose_advance_billing = false;
    BOOST_TEST(proposed().empty());
}

BOOST_AUTO_TEST_SUITE_END()
