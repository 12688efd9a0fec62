#include "tables/read_tables.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace std::string_literals;
using Sentences = std::vector<std::string>;

namespace {

const std::string header = "contract,asked_on,needed_by,what,answered_on,ref\n";

auto read(const std::string& text) { return tables::read_requests("requests.csv", text); }

std::string refusal(const std::string& rows) {
    const auto found = test::sentences(read(header + rows + "\n"));
    return found.size() == 1 ? found[0] : std::to_string(found.size()) + " refusals";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables_requests)

BOOST_AUTO_TEST_CASE(reads_rows) {
    const auto rows = read(header +
                           "k,2026-04-02,2026-04-07,fotografije,2026-04-16,R1\n"
                           "k,2026-04-02,2026-04-02,\"two\nlines\",,\n");
    BOOST_TEST_REQUIRE(rows.value().size() == 2);
    const contract::Request& first = rows->front().value;
    BOOST_TEST(first.key.str() == "ref:R1");
    BOOST_TEST(first.contract.str() == "k");
    BOOST_TEST(core::to_iso(first.asked_on) == "2026-04-02");
    BOOST_TEST(core::to_iso(first.needed_by) == "2026-04-07");
    BOOST_TEST(core::to_iso(first.answered_on.value()) == "2026-04-16");
    BOOST_TEST(first.what == "fotografije");
    const contract::Request& second = rows->back().value;
    BOOST_TEST(rows->back().where == "requests.csv:3");
    BOOST_TEST(second.what == "two\nlines");
    BOOST_TEST(!second.answered_on.has_value());
}

BOOST_AUTO_TEST_CASE(refuses_cells) {
    for (const std::string bad : {"", "2026-02-30", "2.4.2026", "2026-4-2", "2026-04-02T10:00"})
        BOOST_TEST(refusal("k," + bad + ",2026-04-07,x,,") ==
                   "requests.csv:2, column asked_on: \"" + bad +
                       "\" is not a date; write it as year-month-day, like 2026-01-31.");
    BOOST_TEST(
        refusal("k,2026-04-02,soon,x,,") ==
        "requests.csv:2, column needed_by: \"soon\" is not a date; write it as year-month-day, "
        "like 2026-01-31.");
    BOOST_TEST(
        refusal("k,2026-04-02,2026-04-07,x,no,") ==
        "requests.csv:2, column answered_on: \"no\" is not a date; write it as year-month-day, "
        "like 2026-01-31.");
    BOOST_TEST(
        refusal("k,2026-04-02,2026-04-01,x,,") ==
        "requests.csv:2, column needed_by: 2026-04-01 lies before asked_on 2026-04-02; write that "
        "day or a later one.");
    BOOST_TEST(
        refusal("k,2026-04-02,2026-04-07,x,2026-04-01,") ==
        "requests.csv:2, column answered_on: 2026-04-01 lies before asked_on 2026-04-02; write "
        "that day or a later one.");
    BOOST_TEST(refusal("k,2026-04-02,2026-04-07,,,") ==
               "requests.csv:2, column what: the text is empty; write at least one letter.");
    BOOST_TEST(
        refusal("k k,2026-04-02,2026-04-07,x,,") ==
        "requests.csv:2, column contract: \"k k\" is not a contract id; use 1 to 64 of a-z A-Z 0-9 "
        ". _ - and begin with a letter or digit.");
}

// A request imported again with its answer is the same request.
BOOST_AUTO_TEST_CASE(the_answer_is_no_part_of_the_key) {
    const std::string row = "verde-ore,2026-05-04,2026-05-08,accesso al sito,";
    const Sentences key{"row:a6ecb6ed7a90c94fd2ba1867398a48dc#1"};
    BOOST_TEST(test::keys(read(header + row + ",\n")) == key);
    BOOST_TEST(test::keys(read(header + row + "2026-05-20,\n")) == key);
}

BOOST_AUTO_TEST_CASE(a_ref_stands_for_one_content_and_answer) {
    const std::string row = "k,2026-04-02,2026-04-07,x,";
    BOOST_TEST(test::keys(read(header + row + ",A\n" + row + ",A\n")) ==
               (Sentences{"ref:A", "ref:A"}));
    const std::string sentence =
        "requests.csv:3, column ref: \"A\" is also the ref of line 2, which says something else; "
        "give "
        "every row a ref of its own.";
    BOOST_TEST(refusal(row + ",A\n" + row + "2026-04-09,A") == sentence);
    BOOST_TEST(refusal(row + ",A\nk,2026-04-02,2026-04-07,y,,A") == sentence);
}

BOOST_AUTO_TEST_CASE(reads_the_example) {
    const auto rows = read(test::example_file("requests.csv"));
    BOOST_TEST_REQUIRE(rows.value().size() == 3);
    BOOST_TEST(rows->at(0).value.what == "fotografije za svibanj");
    BOOST_TEST(core::to_iso(rows->at(1).value.answered_on.value()) == "2026-06-19");
    BOOST_TEST(!rows->at(2).value.answered_on.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
