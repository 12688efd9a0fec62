// Interest by the built-in law against independently computed examples, to the cent.

#include "adapters/rules/rules.h"
#include "adapters/tables/csv.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

using namespace kvit;
using core::operator""_iso;

namespace {

using Record = std::map<std::string, std::string>;

std::vector<Record> vectors() {
    const std::string path =
        std::string(KVIT_SOURCE_DIR) + "/tests/unit/rules/interest_test_vectors.csv";
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto rows = tables::read_csv(path, text).value();
    std::vector<Record> records;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        Record record;
        for (std::size_t column = 0; column < rows[0].fields.size(); ++column)
            record[rows[0].fields[column]] = rows[i].fields[column];
        records.push_back(std::move(record));
    }
    return records;
}

core::Country country(std::string_view code) { return core::Country::parse(code).value(); }

ledger::DelayedDebt debt_of(const Record& record) {
    const auto currency = core::Currency::parse(record.at("currency")).value();
    const core::Date paid = core::parse_date(record.at("paid_date")).value();
    const auto principal = core::parse_money(record.at("principal"), currency).value();
    return {country(record.at("country")),
            record.at("consumer") == "1" ? contract::ClientKind::consumer
                                         : contract::ClientKind::business,
            principal,
            core::parse_date(record.at("due_date")).value(),
            {{paid, principal}},
            paid};
}

std::string segments_of(const ledger::AccruedInterest& accrued) {
    std::string text;
    for (const auto& segment : accrued.segments) {
        text += (text.empty() ? "" : " | ") + core::to_iso(segment.from) + ".." +
                core::to_iso(segment.to) + " " + std::to_string(segment.days) + "d @" +
                core::to_decimal(segment.percent, 2) + "%";
    }
    return text;
}

// The least sure of the rates it rests on; the rules themselves aside.
std::string rate_status(const ledger::AccruedInterest& accrued) {
    auto worst = ledger::RowStatus::verified;
    for (const auto& basis : accrued.bases)
        if (!basis.series.starts_with("interest ")) worst = std::max(worst, basis.status);
    return std::string(ledger::name_of(worst));
}

std::string amount_text(core::Money amount) {
    const std::string text = core::to_decimal(amount);
    const bool whole = amount.currency().invoice_step() == 100;
    return whole ? text.substr(0, text.find('.')) : text;
}

// "5.60" or the refusal.
std::string interest(std::string_view law, contract::ClientKind debtor, core::Date due_on,
                     core::Date through) {
    static const auto known = rules::late_law();
    const auto eur = core::Currency::parse("EUR").value();
    const auto accrued = ledger::accrued_interest(
        {country(law), debtor, {100'000, eur}, due_on, {}, through}, known.rules, known.rates);
    return accrued ? core::to_decimal(accrued->interest) : core::to_sentence(accrued.error());
}

constexpr auto business = contract::ClientKind::business;
constexpr auto consumer = contract::ClientKind::consumer;
constexpr auto public_body = contract::ClientKind::public_body;

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_late_law)

BOOST_AUTO_TEST_CASE(every_example_to_the_cent) {
    const auto known = rules::late_law();
    const auto records = vectors();
    BOOST_TEST(records.size() == 14U);
    for (const Record& record : records) {
        BOOST_TEST_CONTEXT(record.at("country") << " due " << record.at("due_date")) {
            const auto debt = debt_of(record);
            const auto accrued = ledger::accrued_interest(debt, known.rules, known.rates);
            BOOST_REQUIRE(accrued.has_value());
            BOOST_TEST(amount_text(accrued->interest) == record.at("expected_interest"));
            BOOST_TEST(std::to_string(accrued->days) == record.at("days"));
            BOOST_TEST(segments_of(*accrued) == record.at("segments"));
            BOOST_TEST(rate_status(*accrued) == record.at("rate_status"));
            const auto* rule = known.rules.of(debt.law, debt.debtor, debt.due_on + date::days(1));
            BOOST_TEST(rule->payment_day_counted == (record.at("count_payment_day") == "1"));
            BOOST_TEST((rule->method == ledger::RateMethod::frozen) ==
                       (record.at("rate_frozen_at_start") == "1"));
        }
    }
}

BOOST_AUTO_TEST_CASE(laws_that_have_rates_of_their_own_for_consumers_and_public_bodies) {
    // 1000.00 for 10 days: 1000 × 10 × rate / 36500.
    BOOST_TEST(interest("AT", consumer, "2026-01-01"_iso, "2026-01-11"_iso) == "1.10");  // 4
    BOOST_TEST(interest("HU", consumer, "2026-01-01"_iso, "2026-01-11"_iso) == "1.78");  // 6.5
    BOOST_TEST(interest("CZ", consumer, "2026-01-01"_iso, "2026-01-11"_iso) == "3.15");  // 11.5
    BOOST_TEST(interest("IT", consumer, "2026-01-01"_iso, "2026-01-11"_iso) == "0.44");  // 1.6
    BOOST_TEST(interest("IT", consumer, "2025-12-26"_iso, "2026-01-05"_iso) == "0.49");  // 2, 1.6
    BOOST_TEST(interest("PL", consumer, "2026-01-01"_iso, "2026-01-11"_iso) == "2.60");  // 9.5
    BOOST_TEST(interest("PL", consumer, "2026-02-27"_iso, "2026-03-09"_iso) ==
               "2.57");  // 9.5, 9.25
    BOOST_TEST(interest("PL", public_body, "2026-01-01"_iso, "2026-01-11"_iso) == "3.29");  // 12
    BOOST_TEST(interest("PL", business, "2019-12-26"_iso, "2020-01-05"_iso) ==
               "2.88");  // 9.5, 11.5
    BOOST_TEST(interest("HR", business, "2022-12-26"_iso, "2023-01-06"_iso) ==
               "2.44");  // 7.31, 10.5
    BOOST_TEST(interest("GB", business, "2025-06-25"_iso, "2025-07-05"_iso) == "3.49");  // 12.75
    BOOST_TEST(interest("SI", consumer, "2026-07-01"_iso, "2026-07-11"_iso) == "2.85");  // 10.4
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_named_and_never_guessed) {
    BOOST_TEST(interest("HU", business, "2026-06-25"_iso, "2026-07-01"_iso) ==
               "the reference rate MNB_BASE of HU for the half-year from 2026-07-01 is not known; "
               "add it with kvit rate add HU 2026-07-01 PERCENT --source TEXT.");
    BOOST_TEST(interest("PL", business, "2026-12-31"_iso, "2027-01-02"_iso) ==
               "the reference rate NBP_REFERENCE of PL for the half-year from 2027-01-01 is not "
               "known; add it with kvit rate add PL 2027-01-01 PERCENT --source TEXT.");
    BOOST_TEST(interest("PL", consumer, "2026-06-30"_iso, "2026-07-02"_iso) ==
               "the reference rate NBP_REFERENCE of PL on 2026-07-02 is not known; add it with "
               "kvit rate add PL 2026-07-02 PERCENT --source TEXT.");
    BOOST_TEST(interest("IT", consumer, "2026-12-31"_iso, "2027-01-01"_iso) ==
               "the reference rate IT_LEGAL_RATE of IT for the year from 2027-01-01 is not known; "
               "add it with kvit rate add IT 2027-01-01 PERCENT --source TEXT "
               "--series IT_LEGAL_RATE.");
    BOOST_TEST(interest("GB", consumer, "2026-01-01"_iso, "2026-01-11"_iso) ==
               "kvit knows no interest that a consumer owes for late payment under the law of GB "
               "on 2026-01-02; claim none by kvit; the contract's law is its key law.");
    BOOST_TEST(interest("CZ", business, "2026-06-29"_iso, "2026-12-31"_iso).find("known") ==
               std::string::npos);  // frozen before the rate that is not known
}

BOOST_AUTO_TEST_CASE(rates_are_known_without_a_gap_from_2019) {
    const auto known = rules::late_law();
    for (const auto& rule : known.rules.rows()) {
        if (rule.method == ledger::RateMethod::fixed || rule.series == "IT_LEGAL_RATE") continue;
        for (int half = 0; half < 15; ++half) {
            const auto day = core::add_months("2019-01-01"_iso, 6 * half, 1);
            BOOST_TEST((known.rates.beginning_on(rule.basis.country, rule.series, day) != nullptr),
                       rule.basis.country.code() << " " << core::to_iso(day));
        }
    }
    for (core::Date day = "2019-01-01"_iso; day <= "2026-07-01"_iso; day += date::days(1))
        BOOST_TEST_REQUIRE(known.rates.in_force(country("PL"), "NBP_REFERENCE", day) != nullptr);
}

BOOST_AUTO_TEST_CASE(compensation_tiers_of_each_law) {
    const auto known = rules::late_law();
    const auto tiers = [&](std::string_view law, core::Date due_on) {
        std::string text;
        for (const auto& tier : known.tiers.of(country(law), due_on))
            text += core::to_decimal(tier.gross_from) + ":" + core::to_decimal(tier.amount) + " ";
        return text;
    };
    BOOST_TEST(tiers("PL", "2019-12-31"_iso) == "0.00:40.00 ");
    BOOST_TEST(tiers("PL", "2020-01-01"_iso) == "0.00:40.00 5000.01:70.00 50000.00:100.00 ");
    BOOST_TEST(tiers("DE", "2026-01-01"_iso) == "0.00:40.00 ");
    BOOST_TEST(tiers("GB", "2026-01-01"_iso) == "0.00:40.00 1000.00:70.00 10000.00:100.00 ");
    BOOST_TEST(tiers("US", "2026-01-01"_iso) == "");
}

BOOST_AUTO_TEST_SUITE_END()
