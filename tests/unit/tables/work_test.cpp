#include "tables/read_tables.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace kvit;
using namespace std::string_literals;
using Sentences = std::vector<std::string>;

namespace {

auto read(const std::string& text) { return tables::read_work("work.csv", text, test::Warsaw()); }

// One row below the usual header.
auto read_row(const std::string& row) {
    return read("contract,start,minutes,service,note,ref\n" + row + "\n");
}

std::string refusal(const std::string& row) {
    const auto found = test::sentences(read_row(row));
    return found.size() == 1 ? found[0] : std::to_string(found.size()) + " refusals";
}

core::LocalTime wall(std::string_view text) { return core::parse_local_time(text).value(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(tables_work)

BOOST_AUTO_TEST_CASE(reads_a_row) {
    const auto rows =
        read_row("lumen-asysta,2026-07-02T09:30,120,assistance,\"poczta, kalendarz\",A7");
    BOOST_TEST_REQUIRE(rows.value().size() == 1);
    BOOST_TEST(rows->front().where == "work.csv:2");
    const contract::WorkEntry& entry = rows->front().value;
    BOOST_TEST(entry.key.str() == "ref:A7");
    BOOST_TEST(entry.contract.str() == "lumen-asysta");
    BOOST_TEST(core::to_iso(entry.start) == "2026-07-02T09:30");
    BOOST_TEST(core::to_iso(entry.start_at) == "2026-07-02T07:30:00Z");
    BOOST_TEST(entry.minutes == 120);
    BOOST_TEST(entry.service == "assistance");
    BOOST_TEST(entry.note == "poczta, kalendarz");
}

BOOST_AUTO_TEST_CASE(accepts_columns_in_any_order_without_ref_and_padded) {
    const auto rows = read(
        "note;service; start ;contract;minutes\n;consulting;2026-01-02T09:30:00; k ;1\n;;;;\n");
    BOOST_TEST_REQUIRE(rows.value().size() == 1);  // the row of empty cells says nothing
    const contract::WorkEntry& entry = rows->front().value;
    BOOST_TEST(entry.contract.str() == "k");
    BOOST_TEST(core::to_iso(entry.start_at) == "2026-01-02T08:30:00Z");
    BOOST_TEST(entry.minutes == 1);
    BOOST_TEST(entry.service == "consulting");
    BOOST_TEST(entry.note.empty());
    BOOST_TEST(read("contract,start,minutes,service,note\n").value().empty());
}

BOOST_AUTO_TEST_CASE(times_with_an_offset_are_shown_in_the_zone) {
    const struct {
        std::string written, local, instant;
    } rows[] = {
        {"2026-01-02T08:30Z", "2026-01-02T09:30", "2026-01-02T08:30:00Z"},
        {"2026-07-02T09:30+02:00", "2026-07-02T09:30", "2026-07-02T07:30:00Z"},
        {"2026-07-02T09:30:00+00:00", "2026-07-02T11:30", "2026-07-02T09:30:00Z"},
        {"2026-01-01T20:00-05:00", "2026-01-02T02:00", "2026-01-02T01:00:00Z"},
        {"2026-01-02T05:15+05:45", "2026-01-02T00:30", "2026-01-01T23:30:00Z"},
        {"2026-01-02T14:00+14:00", "2026-01-02T01:00", "2026-01-02T00:00:00Z"},
        {"2026-10-25T02:30+02:00", "2026-10-25T02:30", "2026-10-25T00:30:00Z"},  // the first 02:30
        {"2026-10-25T02:30+01:00", "2026-10-25T02:30", "2026-10-25T01:30:00Z"},  // and the second
        {"2026-03-29T01:59", "2026-03-29T01:59", "2026-03-29T00:59:00Z"},
        {"2026-03-29T03:00", "2026-03-29T03:00", "2026-03-29T01:00:00Z"},
    };
    for (const auto& row : rows) {
        const auto read = read_row("k," + row.written + ",60,s,,");
        BOOST_TEST_REQUIRE(read.has_value(), row.written);
        BOOST_TEST((read->front().value.start == wall(row.local)), row.written);
        BOOST_TEST(core::to_iso(read->front().value.start_at) == row.instant);
    }
}

BOOST_AUTO_TEST_CASE(refuses_times) {
    const std::string remedy =
        "\" is not a date and time; write it like 2026-01-31T09:30, or with an offset from UTC "
        "like "
        "2026-01-31T09:30+01:00.";
    for (const std::string bad :
         {"", "2026-01-02", "09:30", "2026-01-02 09:30", "2026-02-30T09:30", "2026-01-02T24:00",
          "2026-01-02T09:60", "2026-01-02T09:30:30", "2026-01-02T09:30z", "2026-01-02T09:30+1:00",
          "2026-01-02T09:30+0100", "2026-01-02T09:30+14:01", "2026-01-02T09:30+01:60",
          "2026-01-02T09:30+-1:00", "2026-01-02T09:30x", "2.1.2026 9:30", "1899-12-31T09:30"})
        BOOST_TEST(refusal("k,"s + bad + ",60,s,,") ==
                   "work.csv:2, column start: \"" + bad + remedy);
    BOOST_TEST(refusal("k,2026-03-29T02:30,60,s,,") ==
               "work.csv:2, column start: 2026-03-29T02:30 does not exist; clocks went forward.");
    BOOST_TEST(refusal("k,2026-10-25T02:30,60,s,,") ==
               "work.csv:2, column start: 2026-10-25T02:30 happened twice; add an offset.");
    BOOST_TEST(refusal("k,9999-12-31T23:59Z,60,s,,") ==
               "work.csv:2, column start: \"9999-12-31T23:59Z\" lies beyond the year 9999 here.");
}

BOOST_AUTO_TEST_CASE(refuses_cells) {
    for (const std::string bad :
         {"", "0", "1441", "-1", "+5", "1.5", "1,5", "abc", "60 min", "99999999999"})
        BOOST_TEST(refusal("k,2026-01-02T09:30,\"" + bad + "\",s,,") ==
                   "work.csv:2, column minutes: \"" + bad +
                       "\" is not a number of minutes; write a whole number from 1 to 1440.");
    BOOST_TEST(read_row("k,2026-01-02T09:30,1440,s,,").value()[0].value.minutes == 1440);
    BOOST_TEST(
        refusal("a b,2026-01-02T09:30,60,s,,") ==
        "work.csv:2, column contract: \"a b\" is not a contract id; use 1 to 64 of a-z A-Z 0-9 "
        ". _ - and begin with a letter or digit.");
    BOOST_TEST(refusal(",2026-01-02T09:30,60,s,,") ==
               "work.csv:2, column contract: \"\" is not a contract id; use 1 to 64 of a-z A-Z 0-9 "
               ". _ - and begin with a letter or digit.");
    BOOST_TEST(refusal("k,2026-01-02T09:30,60,,,") ==
               "work.csv:2, column service: the text is empty; write at least one letter.");
    BOOST_TEST(refusal("k,2026-01-02T09:30,60," + std::string(101, 'x') + ",,") ==
               "work.csv:2, column service: the text has 101 letters; write at most 100.");
    BOOST_TEST(refusal("k,2026-01-02T09:30,60,s," + std::string(2001, 'x') + ",") ==
               "work.csv:2, column note: the text has 2001 letters; write at most 2000.");
    BOOST_TEST(refusal("k,2026-01-02T09:30,60,s,,"s + std::string(201, 'x')) ==
               "work.csv:2, column ref: the text has 201 letters; write at most 200.");
    BOOST_TEST(
        refusal("k\x1b[2J,2026-01-02T09:30,60,s,,") ==
        "work.csv:2, column contract: the text has a control character (U+001B); remove it.");
}

BOOST_AUTO_TEST_CASE(lists_every_bad_cell_of_every_bad_row) {
    const auto found =
        test::sentences(read("contract,start,minutes,service,note\n"
                             "k,2026-01-02T09:30,60,s,\n"
                             "k,yesterday,0,s,\n"
                             "k,2026-01-02T09:30,60,s,\"two\nlines\"\n"
                             "k,2026-01-02T09:30,x,s,\n"));
    BOOST_TEST(
        found ==
            (Sentences{
                "work.csv:3, column start: \"yesterday\" is not a date and time; write it like "
                "2026-01-31T09:30, or with an offset from UTC like 2026-01-31T09:30+01:00.",
                "work.csv:3, column minutes: \"0\" is not a number of minutes; write a whole "
                "number from 1 to 1440.",
                "work.csv:6, column minutes: \"x\" is not a number of minutes; write a whole "
                "number from 1 to 1440."}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(refuses_columns) {
    BOOST_TEST(
        test::sentences(read("contract,start,minuts,service,note,hours,start\n")) ==
            (Sentences{"work.csv:1: the column \"minuts\" is not known; did you mean \"minutes\"?",
                       "work.csv:1: the column \"hours\" is not known; the columns are contract, "
                       "start, minutes, service, note, ref.",
                       "work.csv:1: the column \"start\" stands twice; leave one of them out.",
                       "work.csv:1: the column \"minutes\" is missing; add it to the header and "
                       "to every row."}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keys_survive_another_import) {
    const std::string header = "contract,start,minutes,service,note,ref\n";
    const std::string a = "k,2026-01-02T09:30,60,s,mail,\n", b = "k,2026-01-03T09:30,60,s,mail,\n";
    const auto whole = test::keys(read(header + a + b + a));
    BOOST_TEST_REQUIRE(whole.size() == 3);
    // The hash is stored: another one would double all work at the next import.
    BOOST_TEST(whole[0] == "row:b73b6fa4ba4cb18056e81cf82d6739c2#1");
    BOOST_TEST(whole[2] == "row:b73b6fa4ba4cb18056e81cf82d6739c2#2");
    BOOST_TEST(whole[1] == "row:5a2a19af75f9da8b4b3079a2a18eff74#1");
    // A file that overlaps, and the same time written with its offset, in other columns' order.
    BOOST_TEST(test::keys(read(header + b)) == Sentences{whole[1]});
    BOOST_TEST(test::keys(read(
                   "note;ref;service;minutes;start;contract\nmail;;s;60;2026-01-02T08:30Z;k")) ==
               Sentences{whole[0]});
}

// Each column is part of what a row says, and no text runs over into the next.
BOOST_AUTO_TEST_CASE(keys_tell_rows_apart) {
    const auto keys =
        test::keys(read("contract,start,minutes,service,note\n"
                        "k,2026-01-02T09:30,60,s,n\n"
                        "k2,2026-01-02T09:30,60,s,n\n"
                        "k,2026-01-02T09:31,60,s,n\n"
                        "k,2026-01-02T09:30,6,s,n\n"
                        "k,2026-01-02T09:30,60,sn,\n"
                        "k,2026-01-02T09:30,60,s,m\n"));
    const std::set<std::string> different(keys.begin(), keys.end());
    BOOST_TEST(different.size() == 6);
    for (const auto& key : keys) BOOST_TEST(key.ends_with("#1"));
}

BOOST_AUTO_TEST_CASE(a_ref_stands_for_one_content) {
    const std::string header = "contract,start,minutes,service,note,ref\n";
    BOOST_TEST(
        test::keys(read(header + "k,2026-01-02T09:30,60,s,,A\nk,2026-01-02T09:30,60,s,,A\n")) ==
        (Sentences{"ref:A", "ref:A"}));
    BOOST_TEST(
        test::sentences(read(header + "k,2026-01-02T09:30,60,s,,A\n"
                                      "k,2026-01-02T09:30,61,s,,B\n"
                                      "k,2026-01-02T09:30,61,s,,A\n")) ==
        Sentences{"work.csv:4, column ref: \"A\" is also the ref of line 2, which says something "
                  "else; give every row a ref of its own."});
}

BOOST_AUTO_TEST_CASE(reads_the_example) {
    const auto rows = tables::read_work("work.csv", test::example_file("work.csv"), test::Warsaw());
    BOOST_TEST_REQUIRE(rows.has_value());
    BOOST_TEST(rows->size() == 226);
    BOOST_TEST(rows->front().value.contract.str() == "lumen-asysta");
    BOOST_TEST(core::to_iso(rows->front().value.start_at) == "2026-01-02T08:30:00Z");
    BOOST_TEST(rows->front().value.note == "poczta, kalendarz");
    long long minutes = 0;
    std::set<std::string> keys;
    for (const auto& row : *rows) {
        minutes += row.value.minutes;
        keys.insert(row.value.key.str());
    }
    BOOST_TEST(minutes == 25360);
    BOOST_TEST(keys.size() == rows->size());
}

BOOST_AUTO_TEST_SUITE_END()
