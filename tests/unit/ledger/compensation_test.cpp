// Compensation: the tier, the day of the exchange rate, and the currency it is claimed in.

#include "kvit/ledger/compensation.h"

#include "adapters/rules/rules.h"

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>
#include <tuple>

using namespace kvit;
using core::operator""_iso;

namespace {

core::Country country(std::string_view code) { return core::Country::parse(code).value(); }
core::Money money(std::string_view amount, std::string_view currency) {
    return core::parse_money(amount, core::Currency::parse(currency).value()).value();
}

// One EUR is 4 PLN or 400 HUF, one USD 3.5 PLN, on the days named only.
std::optional<ledger::ExchangeRate> rate_on(core::Currency from, core::Currency into,
                                            core::Date on) {
    static const std::map<std::tuple<std::string, std::string, std::string>, core::Ratio> rates{
        {{"EUR", "PLN", "2026-05-29"}, {4, 1}},
        {{"USD", "PLN", "2026-05-29"}, {7, 2}},
        {{"EUR", "HUF", "2026-06-15"}, {400, 1}}};
    const auto found = rates.find({from.code(), into.code(), core::to_iso(on)});
    if (found == rates.end()) return std::nullopt;
    return ledger::ExchangeRate{from, {1, 1}, found->second, into, on, "NBP"};
}

// "70.00 EUR, claimed as 280.00 PLN", "nothing", or the refusal.
std::string owed(std::string_view law, core::Money gross, core::Date due_on,
                 contract::ClientKind debtor = contract::ClientKind::business) {
    static const auto tiers = rules::late_law().tiers;
    const auto found = ledger::compensation(country(law), debtor, gross, due_on,
                                            {tiers, rules::calendar(), rate_on});
    if (!found) return core::to_sentence(found.error());
    if (!*found) return "nothing";
    const auto& [amount, laid_down, rates, basis] = **found;
    return core::to_decimal(laid_down) + " " + laid_down.currency().code() + ", claimed as " +
           core::to_decimal(amount) + " " + amount.currency().code();
}

const core::Date june = "2026-06-15"_iso;

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_compensation)

BOOST_AUTO_TEST_CASE(tiers_in_poland_by_the_gross_amount) {
    const std::pair<const char*, const char*> rows[] = {
        {"0.01", "40.00 EUR, claimed as 160.00 PLN"},
        {"5000.00", "40.00 EUR, claimed as 160.00 PLN"},
        {"5000.01", "70.00 EUR, claimed as 280.00 PLN"},
        {"49999.99", "70.00 EUR, claimed as 280.00 PLN"},
        {"50000.00", "100.00 EUR, claimed as 400.00 PLN"}};
    for (const auto& [gross, expected] : rows)
        BOOST_TEST(owed("PL", money(gross, "PLN"), june) == expected, gross);
}

BOOST_AUTO_TEST_CASE(an_invoice_in_another_currency_is_measured_in_that_of_the_tiers) {
    // 1250.00 EUR are 5000.00 PLN.
    BOOST_TEST(owed("PL", money("1250.00", "EUR"), june) == "40.00 EUR, claimed as 40.00 EUR");
    BOOST_TEST(owed("PL", money("1250.01", "EUR"), june) == "70.00 EUR, claimed as 70.00 EUR");
    BOOST_TEST(owed("PL", money("15000.00", "USD"), june) == "100.00 EUR, claimed as 400.00 PLN");
    const auto found = ledger::compensation(country("PL"), contract::ClientKind::business,
                                            money("15000.00", "USD"), june,
                                            {rules::late_law().tiers, rules::calendar(), rate_on});
    BOOST_TEST((*found)->rates.size() == 2U);
    BOOST_TEST((*found)->basis.series == "compensation");
}

BOOST_AUTO_TEST_CASE(the_rate_is_that_of_the_last_business_day_of_the_month_before) {
    // 30 and 31 May 2026 are a Saturday and a Sunday; every due date of June takes the 29th.
    BOOST_TEST(owed("PL", money("100.00", "PLN"), "2026-06-01"_iso).starts_with("40.00 EUR"));
    BOOST_TEST(owed("PL", money("100.00", "PLN"), "2026-06-30"_iso).starts_with("40.00 EUR"));
    BOOST_TEST(owed("PL", money("100.00", "PLN"), "2026-07-01"_iso) ==
               "the compensation under the law of PL needs the rate from EUR into PLN of "
               "2026-06-30, which is not known; import the row \"2026-06-30,EUR,1,…,PLN,…\" "
               "(date,currency,per,rate,bookkeeping_currency,source) with kvit import fx FILE.");
    BOOST_TEST(owed("PL", money("100.00", "USD"), "2026-07-01"_iso).find("from USD into PLN") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_rate_of_the_first_day_of_delay_in_hungary) {
    BOOST_TEST(owed("HU", money("100000", "HUF"), "2026-06-14"_iso) ==
               "40.00 EUR, claimed as 16000.00 HUF");
    BOOST_TEST(owed("HU", money("100000", "HUF"), "2026-06-15"_iso).find("of 2026-06-16") !=
               std::string::npos);
    BOOST_TEST(owed("HU", money("900.00", "EUR"), "2026-06-15"_iso) ==
               "40.00 EUR, claimed as 40.00 EUR");
}

BOOST_AUTO_TEST_CASE(one_amount_where_the_law_knows_no_tiers) {
    for (const char* law : {"DE", "AT", "IT", "HR", "SI"}) {
        BOOST_TEST(owed(law, money("9.00", "EUR"), june) == "40.00 EUR, claimed as 40.00 EUR", law);
        BOOST_TEST(owed(law, money("900000.00", "PLN"), june) == "40.00 EUR, claimed as 40.00 EUR",
                   law);
    }
    BOOST_TEST(owed("CZ", money("100.00", "CZK"), june) == "1200.00 CZK, claimed as 1200.00 CZK");
    BOOST_TEST(owed("GB", money("1000.00", "GBP"), june) == "70.00 GBP, claimed as 70.00 GBP");
}

BOOST_AUTO_TEST_CASE(owed_by_businesses_and_public_bodies_not_by_consumers) {
    using contract::ClientKind;
    BOOST_TEST(owed("DE", money("9.00", "EUR"), june, ClientKind::consumer) == "nothing");
    BOOST_TEST(owed("DE", money("9.00", "EUR"), june, ClientKind::public_body) ==
               "40.00 EUR, claimed as 40.00 EUR");
    BOOST_TEST(owed("US", money("9.00", "USD"), june, ClientKind::consumer) == "nothing");
}

BOOST_AUTO_TEST_CASE(a_law_without_tiers_is_refused) {
    BOOST_TEST(owed("US", money("9.00", "USD"), june) ==
               "kvit knows no compensation for a debt due on 2026-06-15 under the law of US; claim "
               "none by kvit; the contract's law is its key law.");
    BOOST_TEST(owed("PL", money("9.00", "PLN"), "2013-04-27"_iso).starts_with("kvit knows no"));
}

BOOST_AUTO_TEST_SUITE_END()
