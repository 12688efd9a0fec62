#include "kvit/ledger/invoice_number.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace kvit;
using namespace kvit::test;
using ledger::NumberPattern;

BOOST_AUTO_TEST_SUITE(ledger_invoice_number)

BOOST_AUTO_TEST_CASE(accepted_patterns) {
    struct Case {
        const char* pattern;
        std::int64_t n;
        const char* number;
        const char* period;
    };
    const std::vector<Case> cases{
        {"FV/{yyyy}/{mm}/{n:3}", 1, "FV/2026/09/001", "2026-09"},
        {"FV/{yyyy}/{mm}/{n:3}", 999, "FV/2026/09/999", "2026-09"},
        {"FV/{yyyy}/{mm}/{n:3}", 1000, "FV/2026/09/1000", "2026-09"},
        {"{n}/{yyyy}", 12, "12/2026", "2026"},
        {"{n}-P1-1", 7, "7-P1-1", ""},
        {"{n}", 1, "1", ""},
        {"{n:1}", 10, "10", ""},
        {"{n:9}", 1, "000000001", ""},
        {"{yy}{mm}{dd}-{n:2}", 3, "260905-03", "2026-09-05"},
        {"{n}/{yy}", 1, "1/26", "2026"},
        {"Fa. no_{n} a-z", 2, "Fa. no_2 a-z", ""},
        {"{dd}.{mm}.{yyyy} {n}", 1, "05.09.2026 1", "2026-09-05"},
    };
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.pattern) {
            const auto pattern = NumberPattern::parse(c.pattern);
            BOOST_REQUIRE(pattern);
            BOOST_TEST(pattern->format("2026-09-05"_iso, c.n).str() == c.number);
            BOOST_TEST(pattern->period_of("2026-09-05"_iso) == c.period);
        }
    }
}

BOOST_AUTO_TEST_CASE(refused_patterns) {
    struct Case {
        std::string pattern;
        const char* why;
    };
    const std::vector<Case> cases{
        {"", "it needs exactly one {n} or {n:3}"},
        {"FV/{yyyy}", "it needs exactly one {n} or {n:3}"},
        {"{n}/{n:3}", "it needs exactly one {n} or {n:3}"},
        {"{mm}/{n}", "with {mm} and no year, numbers would repeat every year"},
        {"{yyyy}/{dd}/{n}", "with {dd} and no {mm}, numbers would repeat every month"},
        {"{dd}/{n}", "with {dd} and no {mm}, numbers would repeat every month"},
        {"{n:0}",
         "{n:0} is none of {n}, {n:1} to {n:9}, {yyyy}, {yy}, {mm}, {dd}, {premises} and {device}"},
        {"{n:10}",
         "{n:10} is none of {n}, {n:1} to {n:9}, {yyyy}, {yy}, {mm}, {dd}, {premises} and "
         "{device}"},
        {"{n:}",
         "{n:} is none of {n}, {n:1} to {n:9}, {yyyy}, {yy}, {mm}, {dd}, {premises} and {device}"},
        {"{N}",
         "{N} is none of {n}, {n:1} to {n:9}, {yyyy}, {yy}, {mm}, {dd}, {premises} and {device}"},
        {"{}",
         "{} is none of {n}, {n:1} to {n:9}, {yyyy}, {yy}, {mm}, {dd}, {premises} and {device}"},
        {"{n", "a { has no }"},
        {"n}", "only letters, digits, / - . _ and spaces may stand in it"},
        {"FV#{n}", "only letters, digits, / - . _ and spaces may stand in it"},
        {"Ł{n}", "only letters, digits, / - . _ and spaces may stand in it"},
        {" {n}", "it starts or ends with a space"},
        {"{n} ", "it starts or ends with a space"},
        {std::string(62, 'x') + "{n}", "it is longer than 64 characters"},
    };
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.pattern) {
            const auto pattern = NumberPattern::parse(c.pattern);
            BOOST_REQUIRE(!pattern);
            BOOST_TEST(pattern.error().what ==
                       "\"" + c.pattern + "\" is no number pattern: " + c.why);
            BOOST_TEST(pattern.error().remedy == "write it like \"FV/{yyyy}/{mm}/{n:3}\"");
        }
    }
    BOOST_TEST(NumberPattern::parse(std::string(61, 'x') + "{n}").has_value());
}

BOOST_AUTO_TEST_CASE(premises_and_device_are_filled_in) {
    const ledger::NumberPlaces both{"P1", "2"};
    const auto pattern = ledger::filled("{n}-{premises}-{device}", both);
    BOOST_REQUIRE(pattern);
    BOOST_TEST(*pattern == "{n}-P1-2");
    const auto numbers = NumberPattern::parse(*pattern).value();
    BOOST_TEST(numbers.format("2026-09-05"_iso, 7).str() == "7-P1-2");
    BOOST_TEST(numbers.period_of("2026-09-05"_iso) == "");  // names no period: never restarts
    BOOST_TEST(ledger::filled("{n}-{device}-{device}/{yyyy}", both).value() == "{n}-2-2/{yyyy}");
    BOOST_TEST(ledger::filled("FV/{n}", {}).value() == "FV/{n}");
    const auto no_device = ledger::filled("{n}-{premises}-{device}", {"P1", ""});
    BOOST_REQUIRE(!no_device);
    BOOST_TEST(core::to_sentence(no_device.error()) ==
               "\"{n}-P1-{device}\" names {device} and none is given; write device = \"1\" beside "
               "it.");
    BOOST_TEST(!ledger::filled("{n}-{premises}", {"", "2"}));
}

BOOST_AUTO_TEST_SUITE_END()
