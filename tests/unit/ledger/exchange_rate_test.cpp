#include "kvit/ledger/exchange_rate.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using core::Ratio;
using ledger::ExchangeRate;
using ledger::RateDay;

namespace {

ExchangeRate rate(std::string_view from, Ratio per, Ratio value, std::string_view into) {
    return {currency(from), per, value, currency(into), "2026-09-29"_iso, "NBP"};
}

std::string converted(std::string_view amount, const ExchangeRate& at) {
    const auto found = ledger::converted(money(amount, at.currency.code()), at);
    return found ? core::to_decimal(*found) : core::to_sentence(found.error());
}

std::string day_of(RateDay day, bool issue_date_first, std::string_view supplied_on,
                   std::string_view issued_on = "2026-12-31") {
    return core::to_iso(ledger::rate_day({country("PL"), day, issue_date_first, country("PL")},
                                         polish_calendar(), core::parse_date(supplied_on).value(),
                                         core::parse_date(issued_on).value()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_exchange_rate)

BOOST_AUTO_TEST_CASE(an_amount_is_rounded_once_to_the_step_of_the_books) {
    const auto euro = rate("EUR", {1, 1}, {42'615, 10'000}, "PLN");
    BOOST_TEST(converted("22.00", euro) == "93.75");    // 93.753
    BOOST_TEST(converted("0.01", euro) == "0.04");      // 0.042615
    BOOST_TEST(converted("-22.00", euro) == "-93.75");  // a credit mirrors it
    BOOST_TEST(converted("0.50", rate("EUR", {1, 1}, {425, 100}, "PLN")) == "2.13");  // 2.125
    BOOST_TEST(converted("-0.50", rate("EUR", {1, 1}, {425, 100}, "PLN")) == "-2.13");
    // For a hundred units, and as the ECB quotes: foreign units for one euro.
    BOOST_TEST(converted("27000", rate("HUF", {100, 1}, {10'912, 10'000}, "PLN")) == "294.62");
    BOOST_TEST(converted("10.00", rate("USD", {10'876, 10'000}, {1, 1}, "EUR")) == "9.19");
}

BOOST_AUTO_TEST_CASE(currencies_without_decimals) {
    // 27.00 x 401.50 = 10,840.50 forint: whole forint, half up.
    BOOST_TEST(converted("27.00", rate("EUR", {1, 1}, {4'015, 10}, "HUF")) == "10841.00");
    BOOST_TEST(converted("23.00", rate("EUR", {1, 1}, {1'601, 10}, "JPY")) == "3682");  // 3682.3
    BOOST_TEST(converted("2300", rate("JPY", {100, 1}, {25, 10}, "PLN")) == "57.50");
}

BOOST_AUTO_TEST_CASE(the_extremes_of_a_rate_stay_within_bounds) {
    const Ratio most{999'999'999, 1}, least{1, 1'000'000};
    BOOST_TEST(converted("0.01", rate("EUR", least, {1, 1}, "PLN")) == "10000.00");
    BOOST_TEST(converted("0.01", rate("EUR", least, most, "HUF")).find("larger than") !=
               std::string::npos);
    BOOST_TEST(converted("1000000000.00", rate("EUR", most, least, "HUF")) == "0.00");
    BOOST_TEST(converted("1", rate("JPY", most, {1, 1}, "EUR")) == "0.00");
    BOOST_TEST(converted("1000.00", rate("EUR", {1, 1}, most, "PLN")) == "999999999000.00");
    BOOST_TEST(converted("1001.00", rate("EUR", {1, 1}, most, "PLN")).find("larger than") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_day_whose_rate_counts) {
    using enum RateDay;
    // 2026-03-02 is a Monday, 2026-11-11 a holiday (Wednesday), 2026-05-01 and -03 holidays.
    BOOST_TEST(day_of(business_day_before, false, "2026-03-03") == "2026-03-02");
    BOOST_TEST(day_of(business_day_before, false, "2026-03-02") == "2026-02-27");
    BOOST_TEST(day_of(business_day_before, false, "2026-11-12") == "2026-11-10");
    BOOST_TEST(day_of(business_day_before, false, "2026-05-04") == "2026-04-30");
    BOOST_TEST(day_of(supply_day, false, "2026-03-02") == "2026-03-02");
    BOOST_TEST(day_of(supply_day, false, "2026-03-01") == "2026-02-27");
    BOOST_TEST(day_of(supply_day, false, "2026-11-11") == "2026-11-10");
    BOOST_TEST(day_of(supply_month, false, "2026-02-03") == "2026-02-28");
    BOOST_TEST(day_of(supply_month, false, "2026-12-31") == "2026-12-31");
    // Issued before the supply: the issue date, where the law says so.
    BOOST_TEST(day_of(business_day_before, true, "2026-03-31", "2026-03-03") == "2026-03-02");
    BOOST_TEST(day_of(business_day_before, true, "2026-03-31", "2026-04-01") == "2026-03-30");
    BOOST_TEST(day_of(business_day_before, false, "2026-03-31", "2026-03-03") == "2026-03-30");
}

BOOST_AUTO_TEST_CASE(a_rate_as_text) {
    BOOST_TEST(ledger::to_text(rate("HUF", {100, 1}, {10'912, 10'000}, "PLN")) ==
               "100 HUF = 1.0912 PLN on 2026-09-29 (NBP)");
}

BOOST_AUTO_TEST_SUITE_END()
