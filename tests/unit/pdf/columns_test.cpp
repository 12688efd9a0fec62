#include "adapters/pdf/columns.h"

#include <boost/test/unit_test.hpp>

#include <vector>

using kvit::pdf::column_widths;
using kvit::pdf::ColumnNeed;
using kvit::pdf::Length;

namespace {

void check(const std::vector<ColumnNeed>& needs, Length available,
           const std::vector<Length>& expected) {
    BOOST_TEST(column_widths(needs, available) == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_columns)

BOOST_AUTO_TEST_CASE(fixed_columns_take_what_they_want) {
    check({}, 100, {});
    check({{0, 10, 30}}, 100, {30});
    check({{0, 10, 30}, {0, 5, 20}}, 50, {30, 20});
}

BOOST_AUTO_TEST_CASE(weights_share_the_rest) {
    check({{1, 10, 500}, {0, 10, 30}}, 100, {70, 30});
    check({{1, 5, 500}, {3, 5, 500}, {0, 10, 20}}, 100, {20, 60, 20});
    // None gets less than its longest word; the others share what is left.
    check({{1, 40, 500}, {3, 5, 500}, {0, 10, 20}}, 100, {40, 40, 20});
    check({{1, 40, 40}, {1, 60, 60}}, 100, {40, 60});
}

BOOST_AUTO_TEST_CASE(too_little_room) {
    // Fixed columns give first, each in proportion to what it can spare.
    check({{1, 20, 90}, {0, 10, 50}, {0, 10, 50}}, 80, {20, 30, 30});
    // Nothing left to give: the widest are cut, level with each other.
    check({{1, 60, 90}, {0, 60, 60}, {0, 10, 10}}, 90, {40, 40, 10});
    check({{0, 50, 50}}, 10, {10});
    check({{0, 50, 50}, {0, 50, 50}}, 0, {0, 0});
}

BOOST_AUTO_TEST_SUITE_END()
