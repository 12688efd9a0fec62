// Reference rates: what a day's rate is, and what a person adds or confirms.

#include "kvit/ledger/late_law.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using core::operator""_iso;
using ledger::RowStatus;

namespace {

const core::Country pl = core::Country::parse("PL").value();
const core::Country de = core::Country::parse("DE").value();

ledger::ReferenceRate rate(core::Country country, core::Date since, core::Date through, int percent,
                           RowStatus status = RowStatus::derived) {
    const core::Ratio ratio(percent, 1);
    return {
        {country, "BASE", since, ledger::percent_text(ratio), status, "a bank"}, through, ratio};
}

const ledger::ReferenceRates known({rate(pl, "2026-07-01"_iso, "2026-07-31"_iso, 3),
                                    rate(pl, "2026-01-01"_iso, "2026-06-30"_iso, 2),
                                    rate(de, "2026-01-01"_iso, "2026-06-30"_iso, 1)});

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_reference_rate)

BOOST_AUTO_TEST_CASE(percentages_within_their_bounds) {
    for (const char* text : {"3.75", "-0.62", "0", "50", "-5", "49.9999", "-0.8800"})
        BOOST_TEST(ledger::parse_percent(text).has_value(), text);
    BOOST_TEST(ledger::percent_text(ledger::parse_percent("-0.62").value()) == "-0.62 %");
    BOOST_TEST(ledger::percent_text(ledger::parse_percent("3.125").value()) == "3.125 %");
    for (const char* text :
         {"50.01", "-5.01", "1.00001", "3,75", "", "-", "--1", "+1", "4 %", "375"}) {
        const auto refused = ledger::parse_percent(text);
        BOOST_REQUIRE_MESSAGE(!refused, text);
        BOOST_TEST(core::to_sentence(refused.error()) ==
                   "\"" + std::string(text) +
                       "\" is not a rate in percent a year; write it like \"3.75\" or \"-0.62\": "
                       "from -5 to 50, with a point and at most 4 decimals.");
    }
}

BOOST_AUTO_TEST_CASE(a_rate_is_in_force_from_its_day_as_long_as_it_is_known) {
    const auto in_force = [](core::Date day) {
        const auto* row = known.in_force(pl, "BASE", day);
        return row == nullptr ? std::string("unknown") : row->basis.content;
    };
    BOOST_TEST(in_force("2025-12-31"_iso) == "unknown");
    BOOST_TEST(in_force("2026-01-01"_iso) == "2.00 %");
    BOOST_TEST(in_force("2026-06-30"_iso) == "2.00 %");
    BOOST_TEST(in_force("2026-07-01"_iso) == "3.00 %");
    BOOST_TEST(in_force("2026-07-31"_iso) == "3.00 %");
    BOOST_TEST(in_force("2026-08-01"_iso) == "unknown");
    BOOST_TEST(known.in_force(pl, "OTHER", "2026-07-01"_iso) == nullptr);
    BOOST_TEST(known.beginning_on(pl, "BASE", "2026-07-01"_iso) != nullptr);
    BOOST_TEST(known.beginning_on(pl, "BASE", "2026-07-02"_iso) == nullptr);
    BOOST_TEST(known.beginning_on(de, "BASE", "2026-07-01"_iso) == nullptr);
}

BOOST_AUTO_TEST_CASE(half_years_begin_in_january_and_july) {
    BOOST_TEST((ledger::half_year_of("2026-06-30"_iso) == "2026-01-01"_iso));
    BOOST_TEST((ledger::half_year_of("2026-07-01"_iso) == "2026-07-01"_iso));
    BOOST_TEST((ledger::half_year_of("2026-12-31"_iso) == "2026-07-01"_iso));
}

BOOST_AUTO_TEST_CASE(an_added_rate_is_known_to_the_end_of_its_half_year) {
    const auto more = known.with({{pl, "BASE", "2026-09-10"_iso, {4, 1}, "the bank's page"}}, {});
    BOOST_TEST(more.in_force(pl, "BASE", "2026-09-09"_iso) == nullptr);
    const auto* row = more.in_force(pl, "BASE", "2026-12-31"_iso);
    BOOST_REQUIRE(row != nullptr);
    BOOST_TEST((row->basis.status == RowStatus::confirmed));
    BOOST_TEST(row->basis.source == "the bank's page");
    BOOST_TEST(more.in_force(pl, "BASE", "2027-01-01"_iso) == nullptr);
    BOOST_TEST(more.rows().size() == 4U);
}

BOOST_AUTO_TEST_CASE(an_added_rate_stands_where_a_later_version_says_otherwise) {
    const auto more = known.with({{pl, "BASE", "2026-07-01"_iso, {4, 1}, "seen"}}, {});
    BOOST_TEST(more.rows().size() == 3U);
    BOOST_TEST(more.beginning_on(pl, "BASE", "2026-07-01"_iso)->basis.content == "4.00 %");
}

BOOST_AUTO_TEST_CASE(a_confirmation_holds_for_the_row_as_it_was_seen) {
    const auto status = [](const ledger::ConfirmedRow& row) {
        return known.with({}, {row}).beginning_on(pl, "BASE", "2026-07-01"_iso)->basis.status;
    };
    const ledger::ConfirmedRow seen{pl, "BASE", "2026-07-01"_iso, "3.00 %"};
    BOOST_TEST((status(seen) == RowStatus::confirmed));
    for (const int change : {0, 1, 2, 3}) {
        auto other = seen;
        if (change == 0) other.country = de;
        if (change == 1) other.series = "OTHER";
        if (change == 2) other.since = "2026-01-01"_iso;
        if (change == 3) other.content = "3.25 %";
        BOOST_TEST((status(other) == RowStatus::derived), change);
    }
}

BOOST_AUTO_TEST_CASE(names_of_stati) {
    BOOST_TEST(ledger::name_of(RowStatus::verified) == "verified");
    BOOST_TEST(ledger::name_of(RowStatus::confirmed) == "confirmed");
    BOOST_TEST(ledger::name_of(RowStatus::derived) == "derived");
    BOOST_TEST(ledger::name_of(RowStatus::single_source) == "single-source");
    BOOST_TEST(ledger::name_of(RowStatus::from_memory) == "from-memory");
}

BOOST_AUTO_TEST_CASE(rows_of_one_country_or_all) {
    const ledger::LateLaw law{ledger::InterestRules({}), known, ledger::CompensationTiers({})};
    BOOST_TEST(law.rows(std::nullopt).size() == 3U);
    const auto rows = law.rows(pl);
    BOOST_REQUIRE(rows.size() == 2U);
    BOOST_TEST((rows.front().since == "2026-01-01"_iso));
    const auto more = law.with({{de, "BASE", "2026-07-01"_iso, {1, 1}, "seen"}}, {});
    BOOST_TEST(more.rows(de).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
