#include "adapters/text/text_table.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;

namespace {

std::string render(const document::Chart& chart, int width) {
    document::Document document;
    document.blocks = {chart};
    return text::render(document, width, false);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_chart)

BOOST_AUTO_TEST_CASE(a_line_for_each_bar) {
    const document::Chart chart{
        "Days", {{"Jan", 3, false}, {"Luty", -2, false}, {"Mar", 10, true}}, "open"};
    BOOST_TEST(render(chart, 0) ==
               "Days\n"
               "Jan    3  ███\n"
               "Luty  -2  <<\n"
               "Mar   10  ░░░░░░░░░░\n"
               "open\n");
}

BOOST_AUTO_TEST_CASE(long_bars_are_scaled_to_the_width) {
    const document::Chart chart{"", {{"a", 100, false}, {"b", 50, false}, {"c", 0, false}}, ""};
    BOOST_TEST(render(chart, 18) ==
               "a  100  ██████████\n"
               "b   50  █████\n"
               "c    0\n");
    const document::Chart wide{"", {{"a", 400, false}, {"b", 10, false}}, ""};
    BOOST_TEST(render(wide, 0) ==
               "a  400  ████████████████████████████████████████\n"
               "b   10  █\n");
}

BOOST_AUTO_TEST_SUITE_END()
