#include "kvit/statement/matching.h"

#include "unit/statement/fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using statement::MatchVerdict;
using core::operator""_iso;
using test::entry;
using test::money;
using test::open_item;

namespace {

std::string joined(const std::vector<core::InvoiceNumber>& numbers) {
    std::string text;
    for (const auto& number : numbers) text += (text.empty() ? "" : " + ") + number.str();
    return text;
}

// "certain FV/1", "ambiguous FV/1 + FV/2: why", "unknown: why".
std::string judged(const core::Money& amount, const statement::Evidence& evidence) {
    const auto found = statement::match(entry(amount), evidence);
    std::string text = found.verdict == MatchVerdict::certain     ? "certain "
                       : found.verdict == MatchVerdict::ambiguous ? "ambiguous "
                                                                  : "unknown";
    text += joined(found.items);
    return found.reason.empty() ? text : text + ": " + found.reason;
}
std::string match(const core::Money& amount, const std::vector<ledger::OpenItem>& items) {
    return judged(amount, statement::Evidence{items, {}, {}});
}

statement::Payer payer(statement::KnownBy by, std::vector<ledger::OpenItem> open) {
    return {by, core::ClientId("adria"), std::move(open)};
}

ledger::OpenItem due(std::string number, const char* amount, core::Date due_on) {
    auto item = open_item(std::move(number), money(amount));
    item.due_on = due_on;
    return item;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(statement_matching)

BOOST_AUTO_TEST_CASE(one_number_is_certain_whatever_the_amount) {
    for (const char* amount : {"0.01", "999.99", "1000", "1000.01"}) {
        BOOST_TEST(match(money(amount), {open_item("FV/1", money("1000"))}) == "certain FV/1",
                   amount);
    }
    const auto item = open_item("FV/1", money("1000"));
    BOOST_TEST(match(money("5"), {item, item}) == "certain FV/1");
}

BOOST_AUTO_TEST_CASE(no_number_or_no_receipt_is_unknown) {
    BOOST_TEST(match(money("1"), {}) == "unknown: it names no invoice of ours");
    BOOST_TEST(match(money("0"), {open_item("FV/1", money("1"))}) ==
               "unknown: it is no money received");
    BOOST_TEST(match(money("-1"), {open_item("FV/1", money("1"))}) ==
               "unknown: it is no money received");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_settled_is_ambiguous) {
    BOOST_TEST(match(money("1", "PLN"), {open_item("FV/1", money("1"))}) ==
               "ambiguous FV/1: FV/1 is in EUR, the payment in PLN");
    BOOST_TEST(match(money("1"), {open_item("FV/1", money("0"))}) ==
               "ambiguous FV/1: FV/1 is settled already");
    BOOST_TEST(match(money("1"), {open_item("KOR/1", money("-1"))}) ==
               "ambiguous KOR/1: KOR/1 is a credit, nothing is owed on it");
    BOOST_TEST(match(money("3"), {open_item("FV/1", money("3")), open_item("FV/2", money("0"))}) ==
               "ambiguous FV/1 + FV/2: FV/2 is settled already");
    BOOST_TEST(match(money("3"),
                     {open_item("FV/1", money("1")), open_item("FV/2", money("2"), "verde")}) ==
               "ambiguous FV/1 + FV/2: invoices of several clients are named: FV/1, FV/2");
}

BOOST_AUTO_TEST_CASE(several_numbers_need_the_exact_sum) {
    const std::vector items = {open_item("FV/2", money("2")), open_item("FV/1", money("1.50"))};
    BOOST_TEST(match(money("3.50"), items) == "certain FV/2 + FV/1");
    BOOST_TEST(
        match(money("3.51"), items) ==
        "ambiguous FV/2 + FV/1: the payment of 3.51 EUR is not exactly what is open on FV/2, "
        "FV/1 together, 3.50 EUR");
    BOOST_TEST(
        match(money("2"), items) ==
        "ambiguous FV/2 + FV/1: the payment of 2.00 EUR is not exactly what is open on FV/2, "
        "FV/1 together, 3.50 EUR");
}

BOOST_AUTO_TEST_CASE(digits_alone_need_the_exact_amount) {
    const auto digits = open_item("12/2026", money("100"));
    BOOST_TEST(match(money("100"), {digits}) == "certain 12/2026");
    BOOST_TEST(match(money("99.99"), {digits}) ==
               "ambiguous 12/2026: \"12/2026\" has no letters and may be something else, and the "
               "payment of 99.99 EUR is not exactly the 100.00 EUR open on it");
    // Beside a number with letters they are no more than a date, unless the sum proves them.
    const auto lettered = open_item("FV/1", money("40"));
    BOOST_TEST(match(money("40"), {lettered, digits}) == "certain FV/1");
    BOOST_TEST(match(money("30"), {lettered, digits}) == "certain FV/1");
    BOOST_TEST(match(money("140"), {lettered, digits}) == "certain FV/1 + 12/2026");
    BOOST_TEST(match(money("100"), {lettered, digits}) ==
               "ambiguous FV/1 + 12/2026: the payment of 100.00 EUR is not exactly what is open on "
               "FV/1, 12/2026 together, 140.00 EUR");
    const auto other = open_item("13/2026", money("70"));
    BOOST_TEST(match(money("100"), {digits, other}) == "certain 12/2026");
    BOOST_TEST(
        match(money("50"), {digits, other}) ==
        "ambiguous 12/2026 + 13/2026: the payment of 50.00 EUR is not exactly what is open on "
        "12/2026, 13/2026 together, 170.00 EUR");
    const auto same = open_item("14/2026", money("100"));
    BOOST_TEST(match(money("100"), {digits, same, other}) ==
               "ambiguous 12/2026 + 14/2026: the payment of 100.00 EUR is not exactly what is open "
               "on 12/2026, 14/2026 together, 200.00 EUR");
}

// What a bank kept stays open on the newest.
BOOST_AUTO_TEST_CASE(several_numbers_less_a_bank_charge) {
    const std::vector items = {due("FV/3", "600", "2026-11-15"_iso),
                               due("FV/1", "400", "2026-09-15"_iso)};
    BOOST_TEST(match(money("985"), items) == "certain FV/1 + FV/3");
    BOOST_TEST(match(money("970"), items).starts_with("certain"));
    BOOST_TEST(match(money("969"), items).starts_with("ambiguous"));  // 3 % of 1000 is 30
    BOOST_TEST((statement::charge_max(money("1000")) == money("30.30")));
    BOOST_TEST((statement::charge_max(money("100000")) == money("50")));
    BOOST_TEST((statement::charge_max(money("100000", "PLN")) == money("200", "PLN")));
    BOOST_TEST((statement::charge_max(money("0.10")) == money("0.00")));
    // Never with a number that may be a date.
    const std::vector digits = {due("FV/3", "600", "2026-11-15"_iso),
                                due("12/2026", "400", "2026-09-15"_iso)};
    BOOST_TEST(match(money("985"), digits).starts_with("certain FV/3"));
}

BOOST_AUTO_TEST_CASE(digits_alone_are_proven_by_the_payer_or_a_structured_reference) {
    const auto digits = open_item("12/2026", money("100"));
    statement::Evidence evidence{{digits}, {}, payer(statement::KnownBy::name, {digits})};
    BOOST_TEST(judged(money("60"), evidence) == "certain 12/2026");
    evidence.payer.client = core::ClientId("verde");
    BOOST_TEST(judged(money("60"), evidence).starts_with("ambiguous"));
    evidence.referred_to = {digits.number};
    BOOST_TEST(judged(money("60"), evidence) == "certain 12/2026");
}

BOOST_AUTO_TEST_CASE(a_known_payer_settles_what_the_amount_is_exactly) {
    using enum statement::KnownBy;
    const auto september = due("FV/9", "100", "2026-09-15"_iso);
    const auto october = due("FV/10", "100", "2026-10-15"_iso);
    const auto november = due("FV/11", "250", "2026-11-15"_iso);
    const std::vector all = {september, october, november};
    for (const auto by : {account, name}) {
        const statement::Evidence evidence{{}, {}, payer(by, all)};
        BOOST_TEST(judged(money("250"), evidence) == "certain FV/11");
        BOOST_TEST(judged(money("100"), evidence) == "certain FV/9");  // of equal ones the oldest
        BOOST_TEST(judged(money("200"), evidence) == "certain FV/9 + FV/10");
        BOOST_TEST(judged(money("450"), evidence) == "certain FV/9 + FV/10 + FV/11");
    }
    BOOST_TEST(judged(money("240"), statement::Evidence{{}, {}, payer(account, all)}) ==
               "ambiguous FV/9 + FV/10 + FV/11: it names no invoice of ours; the account is known "
               "as that of adria, and the amount is not what is open on FV/9, FV/10, FV/11");
    BOOST_TEST(judged(money("240"), statement::Evidence{{}, {}, payer(name, {})}) ==
               "ambiguous : it names no invoice of ours; the name is that of adria, who owes "
               "nothing in EUR");
    // 350 is one of two equal ones and the third, which is one way; with another of 350, two.
    BOOST_TEST(judged(money("350"), statement::Evidence{{}, {}, payer(account, all)}) ==
               "certain FV/9 + FV/11");
    auto more = all;
    more.push_back(due("FV/12", "350", "2026-12-15"_iso));
    BOOST_TEST(
        judged(money("350"), statement::Evidence{{}, {}, payer(account, more)}) ==
        "ambiguous FV/9 + FV/10 + FV/11 + FV/12: it names no invoice of ours; the account is "
        "known as that of adria, and the amount fits more than one choice of FV/9, FV/10, "
        "FV/11, FV/12");
    // A number that is named comes before what the amount says.
    BOOST_TEST(judged(money("250"), statement::Evidence{{september}, {}, payer(account, all)}) ==
               "certain FV/9");
}

// As many ways as there are choices of 40 different amounts: given up, not guessed.
BOOST_AUTO_TEST_CASE(a_search_that_takes_too_long_is_no_match) {
    std::vector<ledger::OpenItem> many;
    for (int i = 0; i < 40; ++i)
        many.push_back(due("FV/" + std::to_string(i), ("1000." + std::to_string(10 + i)).c_str(),
                           "2026-09-15"_iso));
    const statement::Evidence evidence{{}, {}, payer(statement::KnownBy::account, many)};
    BOOST_TEST(judged(money("20000.01"), evidence).starts_with("ambiguous"));
}

BOOST_AUTO_TEST_CASE(candidates_come_with_what_speaks_for_them) {
    const auto september = due("FV/9", "100", "2026-09-15"_iso);
    const auto october = due("FV/10", "240", "2026-10-15"_iso);
    const auto strange = open_item("FV/77", money("240"), "verde");
    const auto shown = [&](const char* amount, const statement::Evidence& evidence,
                           std::vector<ledger::OpenItem> same) {
        std::string text;
        for (const auto& one : statement::candidates(entry(money(amount)), evidence, same))
            text += one.client.str() + " " + joined(one.items) + " " + std::to_string(one.score) +
                    " (" + one.why + ")\n";
        return text;
    };
    const auto known = payer(statement::KnownBy::account, {september, october});
    BOOST_TEST(shown("240", {{}, {}, known}, {october, strange}) ==
               "adria FV/10 50 (the payer's account, exact amount)\n"
               "adria FV/9 30 (the payer's account)\n"
               "adria FV/9 + FV/10 30 (the payer's account)\n"
               "verde FV/77 20 (exact amount)\n");
    BOOST_TEST(shown("235", {{}, {}, payer(statement::KnownBy::name, {october})}, {}) ==
               "adria FV/10 30 (the payer's name, less a bank charge)\n");
    BOOST_TEST(shown("340", {{september, october}, {}, {}}, {}) ==
               "adria FV/9 + FV/10 70 (named, exact amount)\n"
               "adria FV/9 50 (named)\n"
               "adria FV/10 50 (named)\n");
    BOOST_TEST(
        shown("240", {{october}, {october.number}, known}, {})
            .starts_with(
                "adria FV/10 100 (structured reference, the payer's account, exact amount)\n"));
    BOOST_TEST(shown("5", {}, {}) == "");
}

BOOST_AUTO_TEST_CASE(what_came_back_waits_for_a_person) {
    auto back = entry(money("5.00"), {"FV/2026/09/001"});
    back.returned = "AC04";
    const std::string reason = "it is a payment that came back or a booking taken back (AC04)";
    const std::vector<ledger::OpenItem> items{open_item("FV/2026/09/001", money("5.00"))};
    const auto named = statement::match_by_number(back, items);
    BOOST_TEST((named.verdict == statement::MatchVerdict::ambiguous));
    BOOST_TEST(named.items.size() == 1U);
    BOOST_TEST(named.reason == reason);
    const auto unnamed = statement::match_by_number(back, {});
    BOOST_TEST((unnamed.verdict == statement::MatchVerdict::unknown));
    BOOST_TEST(unnamed.reason == reason);
}

BOOST_AUTO_TEST_SUITE_END()
