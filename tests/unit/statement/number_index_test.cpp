#include "kvit/statement/number_index.h"

#include "unit/statement/fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using test::entry;
using test::money;

namespace {

statement::NumberIndex index_of(const std::vector<std::string>& numbers) {
    statement::NumberIndex index;
    for (const auto& number : numbers) index.add(core::InvoiceNumber(number));
    return index;
}

// "FV/1 + 12/2026?": weak ones with "?", doubtful ones with "??", structured ones with "!".
std::string joined(const std::vector<statement::Naming>& namings) {
    const std::string marks[] = {"!", "", "?", "??"};
    std::string text;
    for (const auto& [number, spelling] : namings)
        text +=
            (text.empty() ? "" : " + ") + number.str() + marks[static_cast<std::size_t>(spelling)];
    return text;
}

std::string named(const std::vector<std::string>& numbers, std::string_view text) {
    return joined(index_of(numbers).named_in(text));
}

std::string referred(const std::vector<std::string>& numbers, std::string_view text) {
    return joined(index_of(numbers).referred_to_in(text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(statement_number_index)

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
    for (const char* text :
         {"FV2026090011", "XFV202609001", "FV/2026/09/0011", "FV/2026/09/001a", "1FV/2026/09/001",
          "ząFV/2026/09/001", "FV/2026/09/001ł", "FV/2026/09/00", "V/2026/09/001", "FV/2026/09/002",
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
    BOOST_TEST(named({"FV/1", "FV/1/2"}, "za FV 1 2") == "FV/1? + FV/1/2?");
    BOOST_TEST(named({"FV/1", "FV/111"}, "FV/1 11.02.2026") == "FV/1 + FV/111?");
    BOOST_TEST(named({"FV/1", "FV/111"}, "FV/1, 2.02.2026") == "FV/1");
    BOOST_TEST(named({"12/2026", "FV/12/2026"}, "FV/12/2026") == "FV/12/2026");
    BOOST_TEST(named({"FV/1", "FV/1/2"}, "FV/1/2 FV/1") == "FV/1/2 + FV/1");
}

BOOST_AUTO_TEST_CASE(numbers_with_one_key) {
    const std::vector<std::string> numbers = {"FV/1/11", "FV/11/1"};
    BOOST_TEST(named(numbers, "FV/11/1") == "FV/11/1");
    BOOST_TEST(named(numbers, "fv/1/11") == "FV/1/11");
    BOOST_TEST(named(numbers, "FV111") == "FV/1/11? + FV/11/1?");
    statement::NumberIndex twice = index_of({"FV/1", "FV/1"});
    BOOST_TEST(joined(twice.named_in("FV1")) == "FV/1?");
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

BOOST_AUTO_TEST_CASE(a_strangers_text_costs_no_more_than_its_length) {
    statement::NumberIndex index;
    for (int n = 1; n <= 2000; ++n) index.add(core::InvoiceNumber("1/" + std::to_string(n)));
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "1 ";
    BOOST_TEST(joined(index.named_in(text)) == "");  // not by the signs of any of them
    BOOST_TEST(joined(index.named_in(std::string(1'000'000, '1'))) == "");
}

// People drop the zeros in front, and banks the signs between.
BOOST_AUTO_TEST_CASE(zeros_in_front_do_not_count) {
    const std::vector<std::string> numbers = {"FV/2026/09/001", "FV/2026/09/011"};
    BOOST_TEST(named(numbers, "FV 2026/9/1") == "FV/2026/09/001");
    BOOST_TEST(named(numbers, "FV2026/9/11, dziękuję") == "FV/2026/09/011");
    BOOST_TEST(named(numbers, "fv/2026/009/0001") == "FV/2026/09/001");
    BOOST_TEST(named(numbers, "FV/2026/9/1a") == "");
    BOOST_TEST(named(numbers, "XFV/2026/9/1") == "");
    BOOST_TEST(named(numbers, "FV/2026/9/12") == "");
    // Spelled sign by sign one of them is meant; otherwise a person decides.
    BOOST_TEST(named({"FV/1", "FV/01"}, "FV/01") == "FV/01");
    BOOST_TEST(named({"FV/1", "FV/01"}, "FV 001") == "FV/1? + FV/01?");
}

BOOST_AUTO_TEST_CASE(structured_references_refer_to_numbers) {
    // RF with check digits by ISO 7064 mod 97-10 over FV202609001 and over digits alone.
    const std::vector<std::string> numbers = {"FV/2026/09/001", "12-1-1", "2026/0042", "1/21/1"};
    BOOST_TEST(referred(numbers, "RF89FV202609001") == "FV/2026/09/001!");
    BOOST_TEST(referred(numbers, "za RF89 FV20 2609 001 hvala") == "FV/2026/09/001!");
    BOOST_TEST(referred(numbers, "RF90FV202609001") == "");  // wrong check digits
    // No check digits in the model: they say which, not how surely.
    BOOST_TEST(referred(numbers, "HR00 12-1-1") == "12-1-1?");
    BOOST_TEST(referred(numbers, "HR0012-1-1") == "12-1-1?");
    BOOST_TEST(referred(numbers, "HR00 1-21-1") == "1/21/1?");
    BOOST_TEST(referred(numbers, "HR001211") == "");  // which groups, nobody knows
    BOOST_TEST(referred(numbers, "HR00 12-1-1-5") == "");
    BOOST_TEST(referred(numbers, "HR00 2026-0042") == "2026/0042?");
    BOOST_TEST(referred(numbers, "HR99 2026-42") == "2026/0042?");
    BOOST_TEST(referred(numbers, "HR01 12-1-1") == "");  // a model with check digits of its own
    BOOST_TEST(referred(numbers, "12-1-1") == "");
    BOOST_TEST(joined(statement::numbers_named(
                   index_of(numbers), entry(money("1"), {"RF89FV202609001", "HR00 12-1-1"}))) ==
               "FV/2026/09/001! + 12-1-1?");
}

// A date, a month or a run number of the payer's is no invoice of ours.
BOOST_AUTO_TEST_CASE(digits_alone_are_named_by_their_own_signs_only) {
    const std::vector<std::string> numbers = {"2026/0002", "3/2026", "2026/02/01", "17"};
    BOOST_TEST(named(numbers, "faktura 2026/0002") == "2026/0002?");
    for (const char* text : {"za okres 2026-02", "2026-02-01", "20260002", "2026 0002", "2026/2",
                             "2026/0002/1", "2026/0002-03", "1.2026/0002", "03/2026"})
        BOOST_TEST(named(numbers, text) == "", text);
    BOOST_TEST(named(numbers, "za 3/2026") == "3/2026??");
    BOOST_TEST(named(numbers, "z dnia 2026/02/01") == "2026/02/01??");
    BOOST_TEST(named(numbers, "faktura 17") == "17??");
}

BOOST_AUTO_TEST_SUITE_END()
