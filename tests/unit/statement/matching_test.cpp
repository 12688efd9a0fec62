#include "kvit/statement/matching.h"

#include "unit/statement/fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using statement::MatchVerdict;
using test::entry;
using test::money;
using test::open_item;

namespace {

statement::NumberIndex index_of(const std::vector<std::string>& numbers) {
    statement::NumberIndex index;
    for (const auto& number : numbers) index.add(core::InvoiceNumber(number));
    return index;
}

std::string joined(const std::vector<core::InvoiceNumber>& numbers) {
    std::string text;
    for (const auto& number : numbers) text += (text.empty() ? "" : " + ") + number.str();
    return text;
}

std::string named(const std::vector<std::string>& numbers, std::string_view text) {
    return joined(index_of(numbers).named_in(text));
}

// "certain FV/1", "ambiguous FV/1 + FV/2: why", "unknown: why".
std::string match(const core::Money& amount, const std::vector<ledger::OpenItem>& items) {
    const auto found = statement::match_by_number(entry(amount), items);
    std::string text = found.verdict == MatchVerdict::certain     ? "certain "
                       : found.verdict == MatchVerdict::ambiguous ? "ambiguous "
                                                                  : "unknown";
    text += joined(found.items);
    return found.reason.empty() ? text : text + ": " + found.reason;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(statement_matching)

BOOST_AUTO_TEST_CASE(keys_hold_letters_and_digits) {
    BOOST_TEST(statement::number_key("fv 2026/09-001") == "FV202609001");
    BOOST_TEST(statement::number_key("FV/2026/09/001") == "FV202609001");
    BOOST_TEST(statement::number_key("12/2026") == "122026");
    BOOST_TEST(statement::number_key("č 1") == "Č1");
    BOOST_TEST(statement::number_key("żółć-őűß-ÿ-ž-ŉ") == "ŻÓŁĆŐŰßÿŽŉ");
    BOOST_TEST(statement::number_key(" /-._ ") == "");
    BOOST_TEST(statement::number_key("") == "");
    BOOST_TEST(statement::number_key("a\xC5") == "A\xC5");  // damaged text stays as it is
}

BOOST_AUTO_TEST_CASE(spellings_of_the_examples) {
    const std::vector<std::string> numbers = {"FV/2026/02/004", "FV/2026/03/004", "FV/2026/04/006",
                                              "FV/2026/05/004", "FV/2026/01/001", "FV/2026/09/001"};
    const std::pair<const char*, const char*> rows[] = {
        {"FV/2026/02/004", "FV/2026/02/004"},
        {"FV 2026/03/004", "FV/2026/03/004"},
        {"FV202604006", "FV/2026/04/006"},
        {"Zapłata za fv/2026/05/004", "FV/2026/05/004"},
        {"Rechnung FV/2026/01/001", "FV/2026/01/001"},
        {"djelomično FV/2026/09/001", "FV/2026/09/001"},
        {"fv-2026-09-001.", "FV/2026/09/001"},
        {"(FV 2026 09 001)", "FV/2026/09/001"},
        {"„FV/2026/09/001”", "FV/2026/09/001"},
        {"FV\u00A02026\u2013"
         "09\u2013"
         "001",
         "FV/2026/09/001"},  // no-break space, dashes
        {"№FV/2026/09/001", "FV/2026/09/001"},
        {"FV/2026/0\n9/001", "FV/2026/09/001"},
        {"omyłkowa wpłata", ""},
        {"", ""},
    };
    for (const auto& [text, expected] : rows) BOOST_TEST(named(numbers, text) == expected, text);
}

BOOST_AUTO_TEST_CASE(a_number_stands_between_word_edges) {
    const std::vector<std::string> numbers = {"FV/2026/09/001"};
    for (const char* text : {"FV2026090011", "XFV202609001", "FV/2026/09/0011", "FV/2026/09/001a",
                             "1FV/2026/09/001", "ząFV/2026/09/001", "FV/2026/09/001ł",
                             "FV/2026/09/00", "V/2026/09/001", "FV/2026/9/1", "FV/2026/09/002",
                             "\xFF"
                             "FV/2026/09/001",
                             "FV/2026/09/001\xC5",
                             "\xEF\xBF\xBD"
                             "FV/2026/09/001"}) {
        BOOST_TEST(named(numbers, text) == "", text);
    }
}

BOOST_AUTO_TEST_CASE(several_numbers_in_order_of_appearance) {
    const std::vector<std::string> numbers = {"FV/2026/09/001", "FV/2026/09/002", "KOR/2026/001"};
    BOOST_TEST(named(numbers, "FV/2026/09/002, KOR/2026/001 i FV/2026/09/001; FV/2026/09/002") ==
               "FV/2026/09/002 + KOR/2026/001 + FV/2026/09/001");
    BOOST_TEST(named(numbers, "FV202609002 FV202609001") == "FV/2026/09/002 + FV/2026/09/001");
}

BOOST_AUTO_TEST_CASE(numbers_inside_numbers) {
    // Spelled sign by sign the longer number is meant; otherwise both readings stay, for a person.
    BOOST_TEST(named({"FV/1", "FV/1/2"}, "za FV/1/2") == "FV/1/2");
    BOOST_TEST(named({"FV/1", "FV/1/2"}, "za fv/1/2") == "FV/1/2");
    BOOST_TEST(named({"FV/1", "FV/1/2"}, "za FV 1 2") == "FV/1 + FV/1/2");
    BOOST_TEST(named({"FV/1", "FV/111"}, "FV/1 11.02.2026") == "FV/1 + FV/111");
    BOOST_TEST(named({"FV/1", "FV/111"}, "FV/1, 2.02.2026") == "FV/1");
    BOOST_TEST(named({"12/2026", "FV/12/2026"}, "FV/12/2026") == "FV/12/2026");
    BOOST_TEST(named({"FV/1", "FV/1/2"}, "FV/1/2 FV/1") == "FV/1/2 + FV/1");
}

BOOST_AUTO_TEST_CASE(numbers_with_one_key) {
    const std::vector<std::string> numbers = {"FV/1/11", "FV/11/1"};
    BOOST_TEST(named(numbers, "FV/11/1") == "FV/11/1");
    BOOST_TEST(named(numbers, "fv/1/11") == "FV/1/11");
    BOOST_TEST(named(numbers, "FV111") == "FV/1/11 + FV/11/1");
    statement::NumberIndex twice = index_of({"FV/1", "FV/1"});
    BOOST_TEST(joined(twice.named_in("FV1")) == "FV/1");
    BOOST_TEST(named({"-/-"}, "-/-") == "");  // a number without letters and digits names nothing
}

BOOST_AUTO_TEST_CASE(remittance_is_one_text_and_the_end_to_end_id_another) {
    const auto index = index_of({"FV/2026/09/001", "FV/2026/09/002"});
    auto received = entry(money("1"), {"zaplata za uslugi, faktura FV/2026/", "09/001 dziekuje"});
    BOOST_TEST(joined(statement::numbers_named(index, received)) == "FV/2026/09/001");
    received.end_to_end_id = "FV202609002";
    BOOST_TEST(joined(statement::numbers_named(index, received)) ==
               "FV/2026/09/001 + FV/2026/09/002");
    received.end_to_end_id = "FV/2026/09/001";
    BOOST_TEST(joined(statement::numbers_named(index, received)) == "FV/2026/09/001");
    received.remittance = {};
    BOOST_TEST(joined(statement::numbers_named(index, received)) == "FV/2026/09/001");
    received.end_to_end_id = "";
    BOOST_TEST(joined(statement::numbers_named(index, received)) == "");
    auto apart = entry(money("1"), {"FV/2026/09"});
    apart.end_to_end_id = "001";
    BOOST_TEST(joined(statement::numbers_named(index, apart)) == "");
}

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
        match(money("3.49"), items) ==
        "ambiguous FV/2 + FV/1: the payment of 3.49 EUR is not exactly what is open on FV/2, "
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

BOOST_AUTO_TEST_CASE(a_strangers_text_costs_no_more_than_its_length) {
    statement::NumberIndex index;
    for (int n = 1; n <= 2000; ++n) index.add(core::InvoiceNumber("1/" + std::to_string(n)));
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "1 ";
    // 1, 11, 111, 1111 in every place: found in time, each once.
    BOOST_TEST(joined(index.named_in(text)) == "1/1 + 1/11 + 1/111 + 1/1111");
    BOOST_TEST(joined(index.named_in(std::string(1'000'000, '1'))) == "");
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
