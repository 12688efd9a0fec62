#include "kvit/core/money.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <type_traits>
#include <vector>

using kvit::core::Currency;
using kvit::core::Money;
using kvit::core::Ratio;
using kvit::core::Rounding;

namespace {

const Currency eur = *Currency::parse("EUR");
const Currency huf = *Currency::parse("HUF");
const Currency jpy = *Currency::parse("JPY");

// What the type must not do: no product of amounts, no double in, no mixing with plain numbers.
template <class A, class B>
concept multipliable = requires(A a, B b) {
    a* b;
};
template <class A, class B>
concept addable = requires(A a, B b) {
    a + b;
};
static_assert(!multipliable<Money, Money> && !multipliable<Money, int> &&
              !multipliable<Money, double>);
static_assert(!addable<Money, int> && !addable<Money, double>);
static_assert(!std::is_constructible_v<Money, double>);
static_assert(!std::is_default_constructible_v<Money>);

}  // namespace

BOOST_AUTO_TEST_SUITE(core_money)

BOOST_AUTO_TEST_CASE(accepted_amounts) {
    struct Case {
        const char* text;
        Currency currency;
        std::int64_t minor;
    };
    const Case cases[] = {
        {"0", eur, 0},
        {"0.01", eur, 1},
        {"-0.01", eur, -1},
        {"2400.00", eur, 240000},
        {"2400.5", eur, 240050},
        {"180000", huf, 18000000},
        {"7", jpy, 7},
        {"000012.30", eur, 1230},
        {"1000000000000.00", eur, Money::max_minor},
    };
    for (const Case& one : cases) {
        const auto money = kvit::core::parse_money(one.text, one.currency);
        BOOST_TEST_REQUIRE(money.has_value(), one.text);
        BOOST_TEST(money->minor() == one.minor, one.text);
    }
}

BOOST_AUTO_TEST_CASE(refused_amounts) {
    for (const char* text : {"", "-", ".", "1.", ".5", "1,50", "1 000", "+1", "1e3", "0x10", "NaN",
                             "1.234", "1.2.3", "--1", "12a", "\u0661", "9999999999999999999"}) {
        const auto money = kvit::core::parse_money(text, eur);
        BOOST_TEST(!money.has_value(), text);
        BOOST_TEST(money.error().what == "\"" + std::string(text) + "\" is not an amount in EUR");
        BOOST_TEST(money.error().remedy ==
                   "write it like \"2400.00\", with a point and at most 2 decimals");
    }
    BOOST_TEST(!kvit::core::parse_money("7.0", jpy).has_value());
    const auto beyond = kvit::core::parse_money("1000000000000.01", eur);
    BOOST_TEST_REQUIRE(!beyond.has_value());
    BOOST_TEST(to_sentence(beyond.error()) ==
               "the amount is larger than kvit handles; the limit is 1000000000000.00 EUR.");
}

BOOST_AUTO_TEST_CASE(decimal_text_is_exact) {
    BOOST_TEST(to_decimal(Money(0, eur)) == "0.00");
    BOOST_TEST(to_decimal(Money(5, eur)) == "0.05");
    BOOST_TEST(to_decimal(Money(-5, eur)) == "-0.05");
    BOOST_TEST(to_decimal(Money(123456, eur)) == "1234.56");
    BOOST_TEST(to_decimal(Money(-7, jpy)) == "-7");
    BOOST_TEST(to_decimal(Money(INT64_MIN, eur)) == "-92233720368547758.08");
}

BOOST_AUTO_TEST_CASE(scale_rounds_half_away_from_zero_once) {
    struct Case {
        std::int64_t minor;
        Ratio ratio;
        Rounding rounding;
        std::int64_t result;
    };
    const Case cases[] = {
        {35000, {17, 31}, Rounding::half_up, 19194},
        {1, {1, 2}, Rounding::half_up, 1},
        {-1, {1, 2}, Rounding::half_up, -1},
        {1, {49, 100}, Rounding::half_up, 0},
        {-3, {1, 2}, Rounding::half_up, -2},
        {3, {1, 2}, Rounding::down, 1},
        {-3, {1, 2}, Rounding::down, -1},
        {4, {1, 2}, Rounding::exact, 2},
        {Money::max_minor, {1, 1}, Rounding::exact, Money::max_minor},
    };
    for (const Case& one : cases) {
        const auto result = scale(Money(one.minor, eur), one.ratio, one.rounding);
        BOOST_TEST_REQUIRE(result.has_value());
        BOOST_TEST(result->minor() == one.result);
    }
}

BOOST_AUTO_TEST_CASE(scale_refuses_what_is_inexact_or_too_large) {
    BOOST_TEST(to_sentence(scale(Money(3, eur), {1, 2}, Rounding::exact).error()) ==
               "0.03 EUR times 1/2 is no whole number of minor units; choose an amount that "
               "divides exactly.");
    BOOST_TEST(!scale(Money(Money::max_minor, eur), {2, 1}, Rounding::half_up).has_value());
    BOOST_TEST(!scale(Money(-Money::max_minor, eur), {2, 1}, Rounding::half_up).has_value());
    BOOST_TEST(!scale(Money(INT64_MAX, eur), {4'000'000'000'000'000'000, 1}, Rounding::half_up)
                    .has_value());
}

BOOST_AUTO_TEST_CASE(rounding_to_a_step) {
    BOOST_TEST(round_to_step(Money(12345, huf), 100).minor() == 12300);
    BOOST_TEST(round_to_step(Money(12350, huf), 100).minor() == 12400);
    BOOST_TEST(round_to_step(Money(-12350, huf), 100).minor() == -12400);
    BOOST_TEST(round_to_step(Money(12345, huf), 1).minor() == 12345);
}

BOOST_AUTO_TEST_CASE(parts_of_a_split_add_up) {
    struct Case {
        std::int64_t amount;
        std::vector<std::int64_t> weights, parts;
    };
    const Case cases[] = {
        {100, {1, 1, 1}, {34, 33, 33}},
        {-100, {1, 1, 1}, {-34, -33, -33}},
        {1, {0, 1, 1}, {0, 1, 0}},
        {0, {1, 2}, {0, 0}},
        {7, {7}, {7}},
        {10, {1, 3}, {3, 7}},
    };
    for (const Case& one : cases) {
        std::vector<std::int64_t> parts;
        for (const Money& part : split(Money(one.amount, eur), one.weights))
            parts.push_back(part.minor());
        BOOST_TEST(parts == one.parts, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_SUITE_END()
