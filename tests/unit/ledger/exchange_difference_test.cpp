#include "kvit/ledger/exchange_difference.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using core::operator""_iso;

namespace {

core::Currency currency(std::string_view code) { return core::Currency::parse(code).value(); }
core::Money money(std::string_view amount, std::string_view code) {
    return core::parse_money(amount, currency(code)).value();
}
ledger::ExchangeRate rate(std::string_view code, std::string_view per, std::string_view rate) {
    return {currency(code),
            core::parse_ratio(per).value(),
            core::parse_ratio(rate).value(),
            currency("PLN"),
            "2026-03-02"_iso,
            "NBP"};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_exchange_difference)

BOOST_AUTO_TEST_CASE(the_difference_is_between_two_rounded_amounts) {
    const auto paid = money("100.00", "EUR");
    const auto low = rate("EUR", "1", "4.26"), high = rate("EUR", "1", "4.31");
    BOOST_TEST((ledger::realised_difference(paid, low, high).value() == money("5.00", "PLN")));
    BOOST_TEST((ledger::realised_difference(paid, high, low).value() == money("-5.00", "PLN")));
    BOOST_TEST((ledger::realised_difference(paid, low, low).value() == money("0.00", "PLN")));
    // 0.10 EUR: 0.426 -> 0.43 and 0.431 -> 0.43.
    BOOST_TEST((ledger::realised_difference(money("0.10", "EUR"), low, high).value() ==
                money("0.00", "PLN")));
    // Quoted for a hundred.
    BOOST_TEST((ledger::realised_difference(money("100000", "HUF"), rate("HUF", "100", "1.0912"),
                                            rate("HUF", "100", "1.1012"))
                    .value() == money("10.00", "PLN")));
}

BOOST_AUTO_TEST_SUITE_END()
