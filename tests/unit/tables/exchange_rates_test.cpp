#include "tables/read_tables.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;

namespace {

const std::string header = "date,currency,per,rate,bookkeeping_currency,source\n";

auto read(const std::string& text) { return tables::read_exchange_rates("fx.csv", text); }

std::string refusal(const std::string& row) {
    const auto found = test::sentences(read(header + row + "\n"));
    return found.size() == 1 ? found[0] : std::to_string(found.size()) + " refusals";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables_exchange_rates)

BOOST_AUTO_TEST_CASE(reads_rows) {
    const auto rows = read(header +
                           "2026-09-29,HUF,100,1.0912,PLN,NBP 189/A/NBP/2026\n"
                           "2026-09-30,USD,1.0876,1,EUR,\"ECB, 14:15\"\n");
    BOOST_TEST_REQUIRE(rows.value().size() == 2);
    BOOST_TEST(ledger::to_text(rows->at(0).value) ==
               "100 HUF = 1.0912 PLN on 2026-09-29 (NBP 189/A/NBP/2026)");
    BOOST_TEST(ledger::to_text(rows->at(1).value) ==
               "1.0876 USD = 1 EUR on 2026-09-30 (ECB, 14:15)");
    BOOST_TEST(rows->at(1).where == "fx.csv:3");
    BOOST_TEST(
        read("source;rate;per;date;currency;bookkeeping_currency\nNBP;4.2;1;2026-09-29;EUR;PLN"
             "\n")
            .value()
            .size() == 1u);
}

BOOST_AUTO_TEST_CASE(refuses_cells) {
    for (const std::string bad :
         {"", "0", "-4.2", "4,2615", "four", "1000000000", "0.0000001", "1234567.891", "1e3"}) {
        const std::string quoted = "\"" + bad + "\"";
        BOOST_TEST(refusal("2026-09-29,EUR,1," + quoted + ",PLN,NBP") ==
                   "fx.csv:2, column rate: \"" + bad +
                       "\" is not an exchange rate; write a number above 0 like 1, 100 or 4.2615, "
                       "with a point and at most 9 digits, 6 of them decimals.");
        BOOST_TEST(refusal("2026-09-29,EUR," + quoted + ",4.2,PLN,NBP")
                       .starts_with("fx.csv:2, column per: \"" + bad + "\" is not an exchange "));
    }
    BOOST_TEST(refusal("2026-09-29,EUR,1,4.2,EUR,NBP") ==
               "fx.csv:2, column bookkeeping_currency: EUR is the column currency too; name the "
               "currency the books are kept in.");
    BOOST_TEST(refusal("2026-09-31,EUR,1,4.2,PLN,NBP") ==
               "fx.csv:2, column date: \"2026-09-31\" is not a date; write it as year-month-day, "
               "like 2026-01-31.");
    BOOST_TEST(refusal("2026-09-29,euro,1,4.2,PLN,NBP")
                   .starts_with("fx.csv:2, column currency: \"euro\" is not a currency kvit knows; "
                                "use one of AUD "));
    BOOST_TEST(refusal("2026-09-29,EUR,1,4.2,PLN,") ==
               "fx.csv:2, column source: the text is empty; write at least one letter.");
    BOOST_TEST(test::sentences(read("date,currency,per,rate,source\n"))
                   .at(0)
                   .find("bookkeeping_currency") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
