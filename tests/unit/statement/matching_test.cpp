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

// As the index would tell them: digits alone are weak or doubtful.
std::vector<statement::NamedItem> clearly(const std::vector<ledger::OpenItem>& items) {
    std::vector<statement::NamedItem> named;
    for (const auto& item : items) {
        const bool digits = item.number.str().find_first_not_of("0123456789/") == std::string::npos;
        named.push_back(
            {item, digits ? statement::Spelling::doubtful : statement::Spelling::clear});
    }
    return named;
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
    return judged(amount, {clearly(items), {}});
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

BOOST_AUTO_TEST_CASE(what_is_spelled_weakly_needs_proof) {
    using enum statement::Spelling;
    const auto item = open_item("2026/0001", money("100"));
    const auto told = [&](const char* amount, statement::Spelling spelling,
                          const std::string& payer) {
        statement::Evidence evidence{{{item, spelling}}, {}};
        if (!payer.empty())
            evidence.payer = {statement::KnownBy::account, core::ClientId(payer), {}};
        return judged(money(amount), evidence).substr(0, 7);
    };
    for (const auto sure : {structured, clear}) {
        BOOST_TEST(told("60", sure, "") == "certain");
        BOOST_TEST(told("60", sure, "adria") == "certain");
        BOOST_TEST(told("100", sure, "verde") == "ambiguo");  // known as somebody else
    }
    BOOST_TEST(told("60", weak, "") == "ambiguo");
    BOOST_TEST(told("100", weak, "") == "certain");
    BOOST_TEST(told("60", weak, "adria") == "certain");
    BOOST_TEST(told("100", weak, "verde") == "ambiguo");
    BOOST_TEST(told("60", doubtful, "") == "ambiguo");
    BOOST_TEST(told("100", doubtful, "") == "ambiguo");
    BOOST_TEST(told("60", doubtful, "adria") == "ambiguo");
    BOOST_TEST(told("100", doubtful, "adria") == "certain");
    BOOST_TEST(judged(money("60"), {{{item, weak}}, {}}) ==
               "ambiguous 2026/0001: \"2026/0001\" may be something else, and the payment of 60.00 "
               "EUR is not exactly the 100.00 EUR open on it, and who paid is not known");
    BOOST_TEST(judged(money("100"),
                      {{{item, clear}}, {statement::KnownBy::name, core::ClientId("verde"), {}}}) ==
               "ambiguous 2026/0001: 2026/0001 is owed by adria, and the payer is known as verde");
}

BOOST_AUTO_TEST_CASE(beside_a_sure_number_the_others_are_dates) {
    const auto digits = open_item("12/2026", money("100"));
    const auto lettered = open_item("FV/1", money("40"));
    BOOST_TEST(match(money("40"), {lettered, digits}) == "certain FV/1");
    BOOST_TEST(match(money("30"), {lettered, digits}) == "certain FV/1");
    // The exact sum proves them.
    BOOST_TEST(match(money("140"), {lettered, digits}) == "certain FV/1 + 12/2026");
    // Of somebody else they are dates all the more.
    auto strange = digits;
    strange.client = core::ClientId("verde");
    BOOST_TEST(judged(money("40"), {clearly({lettered, strange}),
                                    {statement::KnownBy::account, core::ClientId("adria"), {}}}) ==
               "certain FV/1");
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
    // Beside a number that may be a date only the sure one counts.
    const std::vector digits = {due("FV/3", "600", "2026-11-15"_iso),
                                due("12/2026", "400", "2026-09-15"_iso)};
    BOOST_TEST(match(money("985"), digits) == "certain FV/3");
}

BOOST_AUTO_TEST_CASE(a_known_payer_settles_what_the_amount_is_exactly) {
    using enum statement::KnownBy;
    const auto september = due("FV/9", "100", "2026-09-15"_iso);
    const auto october = due("FV/10", "100", "2026-10-15"_iso);
    const auto november = due("FV/11", "250", "2026-11-15"_iso);
    const std::vector all = {september, october, november};
    for (const auto by : {account, name}) {
        const statement::Evidence evidence{{}, payer(by, all)};
        BOOST_TEST(judged(money("250"), evidence) == "certain FV/11");
        BOOST_TEST(judged(money("100"), evidence) == "certain FV/9");  // of equal ones the oldest
        BOOST_TEST(judged(money("200"), evidence) == "certain FV/9 + FV/10");
        BOOST_TEST(judged(money("450"), evidence) == "certain FV/9 + FV/10 + FV/11");
    }
    BOOST_TEST(judged(money("240"), statement::Evidence{{}, payer(account, all)}) ==
               "ambiguous FV/9 + FV/10 + FV/11: it names no invoice of ours; the payer is known as "
               "adria, and the amount is not what is open on FV/9, FV/10, FV/11");
    BOOST_TEST(judged(money("240"), statement::Evidence{{}, payer(name, {})}) ==
               "ambiguous : it names no invoice of ours; the name is that of adria, who owed "
               "nothing in EUR then");
    // 350 is one of two equal ones and the third, which is one way; with another of 350, two.
    BOOST_TEST(judged(money("350"), statement::Evidence{{}, payer(account, all)}) ==
               "certain FV/9 + FV/11");
    auto more = all;
    more.push_back(due("FV/12", "350", "2026-12-15"_iso));
    BOOST_TEST(judged(money("350"), statement::Evidence{{}, payer(account, more)}) ==
               "ambiguous FV/9 + FV/10 + FV/11 + FV/12: it names no invoice of ours; the payer is "
               "known as adria, and the amount fits more than one choice of FV/9, FV/10, "
               "FV/11, FV/12");
    // A number that is named comes before what the amount says.
    BOOST_TEST(judged(money("250"), statement::Evidence{clearly({september}),
                                                        payer(account, all)}) == "certain FV/9");
}

// As many ways as there are choices of 40 different amounts: given up, not guessed.
BOOST_AUTO_TEST_CASE(a_search_that_takes_too_long_is_no_match) {
    std::vector<ledger::OpenItem> many;
    for (int i = 0; i < 40; ++i)
        many.push_back(due("FV/" + std::to_string(i), ("1000." + std::to_string(10 + i)).c_str(),
                           "2026-09-15"_iso));
    const statement::Evidence evidence{{}, payer(statement::KnownBy::account, many)};
    BOOST_TEST(judged(money("20000.01"), evidence).starts_with("ambiguous"));
}

// Of equal amounts the oldest, unless the text may mean another; and nothing issued later.
BOOST_AUTO_TEST_CASE(a_month_or_a_number_in_the_text_may_mean_another) {
    const std::vector equal = {due("FV/8", "100", "2026-09-15"_iso),
                               due("FV/9", "100", "2026-10-15"_iso)};
    const auto told = [&](const char* text, const std::vector<ledger::OpenItem>& open) {
        return statement::match(entry(money("100"), {text}),
                                {{}, payer(statement::KnownBy::account, open)})
                   .verdict == MatchVerdict::certain;
    };
    BOOST_TEST(told("za usługi", equal));
    for (const char* text :
         {"za sierpień", "szeptember", "rujan", "settembre", "Oktober", "May", "nr 9", "FV9"})
        BOOST_TEST(!told(text, equal), text);
    BOOST_TEST(told("za sierpień", {equal.front()}));  // there is no other
    auto later = equal.front();
    later.issued_on = "2026-09-17"_iso;  // paid on the 16th
    BOOST_TEST(!told("za usługi", {later}));
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
    BOOST_TEST(shown("240", {{}, known}, {october, strange}) ==
               "adria FV/10 50 (the payer is known, exact amount)\n"
               "adria FV/9 30 (the payer is known)\n"
               "adria FV/9 + FV/10 30 (the payer is known)\n");
    BOOST_TEST(shown("240", {}, {october, strange}) ==
               "adria FV/10 20 (exact amount)\nverde FV/77 20 (exact amount)\n");
    BOOST_TEST(shown("235", {{}, payer(statement::KnownBy::name, {october})}, {}) ==
               "adria FV/10 30 (the payer's name, less a bank charge)\n");
    BOOST_TEST(shown("340", {clearly({september, october}), {}}, {}) ==
               "adria FV/9 + FV/10 70 (named, exact amount)\n"
               "adria FV/9 50 (named)\n"
               "adria FV/10 50 (named)\n");
    BOOST_TEST(shown("240", {{{october, statement::Spelling::structured}}, known}, {})
                   .starts_with("adria FV/10 100 (structured reference, the payer is known, exact "
                                "amount)\n"));
    BOOST_TEST(shown("5", {{{october, statement::Spelling::weak}}, {}}, {}) ==
               "adria FV/10 20 (perhaps named)\n");
    BOOST_TEST(shown("5", {}, {}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
