#include "adapters/tables/csv.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace kvit;
using namespace std::string_view_literals;

namespace {

// "1|a,b" for a record on line 1 with the fields a and b; refusals as sentences.
std::vector<std::string> read(std::string_view text) {
    std::vector<std::string> lines;
    const auto records = tables::read_csv("t.csv", text);
    if (!records) {
        for (const auto& refusal : records.error()) lines.push_back(core::to_sentence(refusal));
        return lines;
    }
    for (const auto& record : *records) {
        std::string line = std::to_string(record.line);
        for (const auto& field : record.fields) line += "|" + field;
        lines.push_back(line);
    }
    return lines;
}

void check(std::string_view text, const std::vector<std::string>& expected) {
    const auto found = read(text);
    BOOST_TEST_CONTEXT(text)
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

const std::string header_remedy =
    "; give every row the columns of the header; text that contains \",\" stands in double quotes.";

}  // namespace

BOOST_AUTO_TEST_SUITE(tables_csv)

BOOST_AUTO_TEST_CASE(accepts_what_rfc_4180_and_spreadsheets_write) {
    check("a,b\n1,2\n", {"1|a|b", "2|1|2"});
    check("a,b\r\n1,2\r\n", {"1|a|b", "2|1|2"});
    check("a,b\n1,2", {"1|a|b", "2|1|2"});  // no last line end
    check(
        "\xEF\xBB\xBF"
        "a,b\n1,2\n",
        {"1|a|b", "2|1|2"});
    check("a;b\n1;2,5\n", {"1|a|b", "2|1|2,5"});
    check("a,b\n1;5,2\n", {"1|a|b", "2|1;5|2"});
    check("a\n1\n", {"1|a", "2|1"});
    check("a,b\n,\n", {"1|a|b", "2||"});  // empty fields
    check("a,b\n\"\",\"x\"\n", {"1|a|b", "2||x"});
    check("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", {"1|a|b", "2|x,y|say \"hi\""});
    check("a,b\n\"one\ntwo\",3\n4,5\n", {"1|a|b", "2|one\ntwo|3", "4|4|5"});
    check("a,b\r\n\"one\r\ntwo\",3\r\n", {"1|a|b", "2|one\ntwo|3"});
    check("a,b\n\n1,2\n\r\n\n3,4\n\n", {"1|a|b", "3|1|2", "6|3|4"});
    check("\n\na,b\n1,2\n", {"3|a|b", "4|1|2"});
    check("\"a\",\"b;c;d\"\n1,2\n", {"1|a|b;c;d", "2|1|2"});  // quoted semicolons do not count
    check("a,b\n 1 , 2\n", {"1|a|b", "2| 1 | 2"});
    check("a,b\nŻółw,ő\n", {"1|a|b", "2|Żółw|ő"});
    check("a,b\n\"x\ry\",1\n", {"1|a|b", "2|x\ry|1"});
    check("a,b", {"1|a|b"});
}

BOOST_AUTO_TEST_CASE(refuses_a_file_without_header) {
    const std::string sentence =
        "t.csv:1: the file is empty; write a header row with the names of the columns first.";
    check("", {sentence});
    check("\xEF\xBB\xBF", {sentence});
    check("\n\r\n\n", {sentence});
}

BOOST_AUTO_TEST_CASE(refuses_stray_and_unclosed_quotes) {
    check("a,b\n5\" disk,1\n2,3\nx\"y,4\n",
          {"t.csv:2: a double quote inside a field that does not start with one; put the whole "
           "field in double quotes and write each quote inside it twice.",
           "t.csv:4: a double quote inside a field that does not start with one; put the whole "
           "field in double quotes and write each quote inside it twice."});
    check("a,b\n\"x\"y,1\n",
          {"t.csv:2: text after the closing double quote of a field; put \",\" or a line end after "
           "it, and write a quote inside a quoted field twice."});
    check("a;b\n\"x\" ;1\n",
          {"t.csv:2: text after the closing double quote of a field; put \";\" or a line end after "
           "it, and write a quote inside a quoted field twice."});
    check("a,b\n1,2\n3,\"open\n5,6\n",
          {"t.csv:3: a double quote is opened and never closed; close it, and write a quote inside "
           "a quoted field twice."});
    check("a,b\n1,\"",
          {"t.csv:2: a double quote is opened and never closed; close it, and write a quote inside "
           "a quoted field twice."});
}

BOOST_AUTO_TEST_CASE(lists_every_row_of_another_length) {
    check("a,b\n1\n1,2\n1,2,3\n",
          {"t.csv:2: the row has 1 fields, the header has 2" + header_remedy,
           "t.csv:4: the row has 3 fields, the header has 2" + header_remedy});
    check("a,b\n\"one\ntwo\"\n\n1\n",
          {"t.csv:2: the row has 1 fields, the header has 2" + header_remedy,
           "t.csv:5: the row has 1 fields, the header has 2" + header_remedy});
}

BOOST_AUTO_TEST_CASE(refuses_a_lone_carriage_return) {
    check("a,b\n1,2\r3,4\n",
          {"t.csv:2: a carriage return in the middle of a line; end lines with LF or CRLF, or put "
           "the field in double quotes."});
}

// What follows a header that cannot be read is not judged by a row that happens to come next.
BOOST_AUTO_TEST_CASE(stops_at_a_bad_header) {
    check("a\"x,b\n1\n2,3,4\n",
          {"t.csv:1: a double quote inside a field that does not start with one; put the whole "
           "field in double quotes and write each quote inside it twice."});
}

BOOST_AUTO_TEST_CASE(refuses_every_line_that_is_no_text) {
    check("a,b\n1,\xFF\n2,3\n\xC5,4\n5,\0\n"sv,
          {"t.csv:2: a character that is not UTF-8; save the file as UTF-8.",
           "t.csv:4: a character that is not UTF-8; save the file as UTF-8.",
           "t.csv:5: a NUL character; save the file as plain text in UTF-8."});
    check(
        "\xFF\xFE"
        "a\n",
        {"t.csv:1: a character that is not UTF-8; save the file as UTF-8."});
}

BOOST_AUTO_TEST_CASE(refuses_a_file_beyond_the_bound) {
    std::string text(tables::max_csv_bytes, '\n');
    text[0] = 'a';
    BOOST_TEST(tables::read_csv("t.csv", text).has_value());
    text += '\n';
    BOOST_TEST(read(text) ==
               std::vector<std::string>{
                   "t.csv: the file is larger than 256 MiB; split it into several files."});
}

BOOST_AUTO_TEST_SUITE_END()
