#include "kvit/statement/bank_statement.h"

#include "unit/statement/fixtures.h"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace kvit;
using test::entry;
using test::money;
using test::statement_of;
using core::operator""_iso;

namespace {

std::string refusal(const statement::BankStatement& statement) {
    const auto checked = statement::check(statement);
    return checked ? "accepted" : core::to_sentence(checked.error());
}

const core::Hasher as_it_is = [](std::string_view text) { return std::string(text); };

std::vector<std::string> keys(const std::vector<statement::StatementEntry>& entries) {
    const auto statement = statement_of(entries, money("0"), money("0"));
    std::vector<std::string> texts;
    for (const auto& key : statement::entry_keys(statement, as_it_is)) texts.push_back(key.str());
    return texts;
}

const std::string iban = "PL34109010140000071219812875:";

}  // namespace

BOOST_AUTO_TEST_SUITE(statement_bank_statement)

BOOST_AUTO_TEST_CASE(a_key_shows_digests_only) {
    auto one = entry(money("5.00"));
    one.bank_reference.clear();
    one.payer_name = "Jan Kowalski";
    const auto statement = statement_of({one}, money("0"), money("5.00"));
    const auto keys = statement::entry_keys(statement, [](std::string_view) { return "digest"; });
    BOOST_TEST(keys.at(0).str() == "digest:digest#1");
}

BOOST_AUTO_TEST_CASE(accepts_what_adds_up) {
    BOOST_TEST(refusal(statement_of({}, money("5"), money("5"))) == "accepted");
    BOOST_TEST(refusal(statement_of({}, money("-5"), money("-5"))) == "accepted");
    BOOST_TEST(refusal(statement_of({entry(money("300.00")), entry(money("-0.01"))},
                                    money("14252.50"), money("14552.49"))) == "accepted");
    auto edges = statement_of({entry(money("1")), entry(money("2"))}, money("0"), money("3"));
    edges.entries[0].booked_on = edges.from;
    edges.entries[1].booked_on = edges.until;
    edges.entries[1].value_on = "2026-01-01"_iso;  // value dates may lie anywhere
    BOOST_TEST(refusal(edges) == "accepted");
}

BOOST_AUTO_TEST_CASE(refuses_a_sum_that_differs) {
    BOOST_TEST(
        refusal(statement_of({entry(money("300"))}, money("10"), money("310.01"))) ==
        "statement S-1: opening balance and entries give 310.00 EUR, but the closing balance "
        "is 310.01 EUR; an entry is missing or changed; download the statement again.");
    BOOST_TEST(
        refusal(statement_of({}, money("0"), money("-0.01"))) ==
        "statement S-1: opening balance and entries give 0.00 EUR, but the closing balance is "
        "-0.01 EUR; an entry is missing or changed; download the statement again.");
}

BOOST_AUTO_TEST_CASE(refuses_a_second_currency) {
    BOOST_TEST(refusal(statement_of({}, money("0"), money("0", "PLN"))) ==
               "statement S-1: the opening balance is in EUR, the closing balance in PLN; download "
               "the statement again.");
    BOOST_TEST(refusal(statement_of({entry(money("7", "HUF"))}, money("0"), money("7"))) ==
               "statement S-1: an entry of 7.00 HUF stands in an account kept in EUR; export each "
               "account in its own currency.");
}

BOOST_AUTO_TEST_CASE(refuses_days_outside) {
    auto early = statement_of({entry(money("1"))}, money("0"), money("1"));
    early.entries[0].booked_on = "2026-09-15"_iso;
    BOOST_TEST(refusal(early) ==
               "statement S-1: an entry of 1.00 EUR is booked on 2026-09-15, but the statement "
               "covers 2026-09-16 to 2026-09-17; download the statement again.");
    early.entries[0].booked_on = "2026-09-18"_iso;
    BOOST_TEST(refusal(early) ==
               "statement S-1: an entry of 1.00 EUR is booked on 2026-09-18, but the statement "
               "covers 2026-09-16 to 2026-09-17; download the statement again.");
    auto turned = statement_of({}, money("0"), money("0"));
    turned.from = "2026-09-18"_iso;
    BOOST_TEST(refusal(turned) ==
               "statement S-1: it begins on 2026-09-18, after its end on "
               "2026-09-17; download the statement again.");
}

BOOST_AUTO_TEST_CASE(too_much_money_is_a_refusal_and_no_overflow) {
    const core::Currency eur = core::Currency::parse("EUR").value();
    const core::Money huge(std::numeric_limits<std::int64_t>::max(), eur);
    const std::string too_much =
        "statement S-1: its entries add up to more than kvit handles; download the statement "
        "again.";
    BOOST_TEST(refusal(statement_of({entry(huge), entry(huge)}, money("0"), money("0"))) ==
               too_much);
    BOOST_TEST(refusal(statement_of({entry(-huge), entry(-huge)}, money("0"), money("0"))) ==
               too_much);
    const core::Money limit(core::Money::max_minor * 10'000, eur);
    BOOST_TEST(refusal(statement_of({entry(limit)}, money("0"), limit)) == "accepted");
    BOOST_TEST(refusal(statement_of({entry(limit)}, money("0.01"), limit)) == too_much);
    BOOST_TEST(refusal(statement_of({entry(-limit)}, money("0"), -limit)) == "accepted");
    BOOST_TEST(refusal(statement_of({entry(-limit)}, money("-0.01"), -limit)) == too_much);
}

BOOST_AUTO_TEST_CASE(the_banks_reference_is_the_key) {
    const auto found = keys({entry(money("1"), {}, "SA1"), entry(money("2"), {}, "SA2")});
    BOOST_TEST(found == (std::vector{iban + "SA1", iban + "SA2"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_reference_used_twice_is_counted) {
    const auto found = keys(
        {entry(money("1"), {}, "0"), entry(money("1"), {}, "0"), entry(money("2"), {}, "0#2")});
    BOOST_TEST(found == (std::vector{iban + "0", iban + "0#2", iban + "0#2#2"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_a_reference_equal_contents_are_counted) {
    const auto found = keys({entry(money("300"), {"rate 1"}), entry(money("300"), {"rate 1"}),
                             entry(money("300"), {"rate 2"})});
    const std::string stem = iban + "2026-09-16|2026-09-15|300.00 EUR|ADRIA|HR12||";
    BOOST_TEST(found == (std::vector{stem + "rate 1#1", stem + "rate 1#2", stem + "rate 2#1"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_part_of_the_content_makes_another_key) {
    const statement::StatementEntry base = entry(money("1"), {"a"});
    std::vector<statement::StatementEntry> others(8, base);
    others[0].amount = money("-1");
    others[1].booked_on = "2026-09-17"_iso;
    others[2].value_on = "2026-09-16"_iso;
    others[3].payer_name = "adria";
    others[4].payer_iban = "HR13";
    others[5].end_to_end_id = "a";
    others[6].remittance = {"a", ""};
    others[7].remittance = {};
    others.push_back(base);
    const auto found = keys(others);
    for (std::size_t i = 0; i < found.size(); ++i) {
        BOOST_TEST(found[i].ends_with("#1"), found[i]);
        for (std::size_t k = 0; k < i; ++k) BOOST_TEST(found[i] != found[k]);
    }
}

BOOST_AUTO_TEST_CASE(signs_of_the_key_inside_a_text_do_not_confuse_it) {
    const auto found = keys({entry(money("1"), {"a|b"}), entry(money("1"), {"a", "b"}),
                             entry(money("1"), {"a\\", "b"}), entry(money("1"), {"a\\|b"})});
    const std::string stem = iban + "2026-09-16|2026-09-15|1.00 EUR|ADRIA|HR12||";
    BOOST_TEST(found == (std::vector{stem + "a\\|b#1", stem + "a|b#1", stem + "a\\\\|b#1",
                                     stem + "a\\\\\\|b#1"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_overlapping_export_has_the_same_keys) {
    const auto first = entry(money("300"), {"rate"});
    auto later = entry(money("5"), {"other"});
    later.booked_on = "2026-09-17"_iso;
    const auto whole = keys({first, first, later});
    const auto part = keys({first, first});
    BOOST_TEST(part[0] == whole[0]);
    BOOST_TEST(part[1] == whole[1]);
    BOOST_TEST(keys({later})[0] == whole[2]);
    BOOST_TEST(keys({}).empty());
}

BOOST_AUTO_TEST_CASE(one_booking_told_twice) {
    const auto known = entry(money("5.00"), {"FV/1", "hvala"}, "R");
    const auto same = [&](auto change) {
        auto other = known;
        change(other);
        const bool one = statement::same_booking(known, other);
        BOOST_TEST(statement::same_booking(other, known) == one);
        return one;
    };
    BOOST_TEST(same([](auto&) {}));
    BOOST_TEST(!same([](auto& e) { e.amount = money("5.01"); }));
    BOOST_TEST(!same([](auto& e) { e.amount = money("5.00", "HUF"); }));
    BOOST_TEST(!same([](auto& e) { e.booked_on += date::days(1); }));
    BOOST_TEST(!same([](auto& e) { e.value_on -= date::days(1); }));
    BOOST_TEST(same([](auto& e) { e.value_on = e.booked_on; }));  // as where there is none
    BOOST_TEST(!same([](auto& e) { e.payer_name = "ADRIA D.O.O."; }));
    BOOST_TEST(same([](auto& e) { e.payer_name = ""; }));
    BOOST_TEST(!same([](auto& e) { e.payer_iban = "HR13"; }));
    BOOST_TEST(same([](auto& e) { e.end_to_end_id = "E"; }));
    BOOST_TEST(same([](auto& e) { e.returned = "AC04"; }));
    BOOST_TEST(same([](auto& e) { e.remittance = {"hvala"}; }));
    BOOST_TEST(!same([](auto& e) { e.remittance = {"hvala", "FV/2"}; }));
    // Who tells neither payer nor end-to-end id tells a text of the bank's.
    const auto bare = [](auto& e) {
        e.payer_name = e.payer_iban = "";
        e.remittance = {"2 payments"};
    };
    BOOST_TEST(same(bare));
    auto one = known, other = known;
    bare(one);
    bare(other);
    BOOST_TEST(statement::same_booking(one, other));
    other.remittance = {"3 payments"};
    BOOST_TEST(!statement::same_booking(one, other));
}

BOOST_AUTO_TEST_CASE(what_came_back_is_other_content) {
    auto returned = entry(money("5.00"));
    returned.returned = "AC04";
    const auto found = keys({entry(money("5.00")), returned});
    BOOST_TEST(found[0] != found[1]);
    BOOST_TEST(found[1].ends_with("#1"));
}

BOOST_AUTO_TEST_SUITE_END()
