// What the built-in rule files say: the calendar on days known otherwise, every VAT rate at its
// edges.

#include "adapters/rules/rules.h"

#include "adapters/resources/resources.h"
#include "adapters/rules/rule_table.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace kvit;
using core::operator""_iso;

namespace {

core::Country country(std::string_view code) { return core::Country::parse(code).value(); }

std::string due(std::string_view law, std::string_view raw) {
    return core::to_iso(
        rules::calendar().effective_due_date(country(law), core::parse_date(raw).value()));
}

// "23", or the refusal.
std::string rate(std::string_view code, std::string_view day) {
    const auto found = rules::vat_rates().standard(country(code), core::parse_date(day).value());
    return found ? core::to_decimal(*found) : core::to_sentence(found.error());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_rules)

BOOST_AUTO_TEST_CASE(public_holidays) {
    const std::tuple<const char*, const char*, bool> rows[] = {
        {"PL", "2026-01-06", true},  {"PL", "2010-01-06", false}, {"PL", "2024-12-24", false},
        {"PL", "2025-12-24", true},  {"PL", "2026-06-04", true},  // Corpus Christi
        {"HU", "2026-03-15", true},  {"HU", "2016-03-25", false}, {"HU", "2017-04-14", true},
        {"HR", "2026-05-30", true},  {"HR", "2019-06-25", true},  {"HR", "2020-06-25", false},
        {"HR", "2026-11-18", true},  {"IT", "2025-10-04", false}, {"IT", "2026-10-04", true},
        {"IT", "2026-06-02", true},  {"DE", "2026-04-03", true},  {"DE", "2026-11-01", false},
        {"AT", "2026-10-26", true},  {"AT", "2026-04-03", false}, {"CZ", "2026-09-28", true},
        {"SK", "2025-11-17", false}, {"SK", "2024-11-17", true},  {"SI", "2026-01-02", true},
        {"US", "2026-07-04", false},
    };
    for (const auto& [code, day, expected] : rows) {
        BOOST_TEST(
            rules::calendar().is_holiday(country(code), core::parse_date(day).value()) == expected,
            code << " " << day);
    }
}

BOOST_AUTO_TEST_CASE(moved_workdays_of_hungary) {
    const auto works = [](std::string_view code, core::Date day) {
        return rules::calendar().is_business_day(country(code), day);
    };
    BOOST_TEST(!works("HU", "2026-01-02"_iso));  // a Friday off …
    BOOST_TEST(works("HU", "2026-01-10"_iso));   // … worked on this Saturday
    BOOST_TEST(!works("HU", "2026-01-11"_iso));
    BOOST_TEST(!works("HU", "2026-01-17"_iso));
    BOOST_TEST(works("PL", "2026-01-02"_iso));
    BOOST_TEST(!works("PL", "2026-01-10"_iso));
}

BOOST_AUTO_TEST_CASE(terms_that_end_on_a_free_day) {
    // 2026-09-12 is a Saturday, 2026-09-13 a Sunday.
    for (const char* law : {"PL", "DE", "AT", "HU", "HR", "CZ", "SK", "SI"}) {
        BOOST_TEST(due(law, "2026-09-11") == "2026-09-11", law);
        BOOST_TEST(due(law, "2026-09-12") == "2026-09-14", law);
        BOOST_TEST(due(law, "2026-09-13") == "2026-09-14", law);
    }
    BOOST_TEST(due("IT", "2026-09-12") == "2026-09-12");
    BOOST_TEST(due("IT", "2026-09-13") == "2026-09-14");
    BOOST_TEST(due("PL", "2026-05-01") == "2026-05-04");  // Friday, Saturday, Constitution Day
    BOOST_TEST(due("PL", "2025-12-24") == "2025-12-29");
    BOOST_TEST(due("IT", "2026-08-15") == "2026-08-17");  // a Saturday, but a holiday
}

BOOST_AUTO_TEST_CASE(standard_vat_rates_change_on_their_day) {
    const std::tuple<const char*, const char*, const char*> rows[] = {
        {"PL", "2010-12-31", "22"}, {"PL", "2011-01-01", "23"}, {"PL", "2026-09-30", "23"},
        {"HU", "2009-06-30", "20"}, {"HU", "2009-07-01", "25"}, {"HU", "2011-12-31", "25"},
        {"HU", "2012-01-01", "27"}, {"HR", "2009-07-31", "22"}, {"HR", "2009-08-01", "23"},
        {"HR", "2012-02-29", "23"}, {"HR", "2012-03-01", "25"}, {"IT", "2011-09-16", "20"},
        {"IT", "2011-09-17", "21"}, {"IT", "2013-09-30", "21"}, {"IT", "2013-10-01", "22"},
        {"DE", "2006-12-31", "16"}, {"DE", "2007-01-01", "19"}, {"DE", "2020-06-30", "19"},
        {"DE", "2020-07-01", "16"}, {"DE", "2020-12-31", "16"}, {"DE", "2021-01-01", "19"},
        {"AT", "1984-01-01", "20"}, {"AT", "2026-09-30", "20"},
    };
    for (const auto& [code, day, percent] : rows) {
        BOOST_TEST(rate(code, day) == percent, code << " " << day);
    }
}

BOOST_AUTO_TEST_CASE(no_rate_is_ever_guessed) {
    for (const auto& [code, day] : {std::pair("AT", "1983-12-31"), std::pair("PL", "1993-07-04"),
                                    std::pair("FR", "2026-09-30"), std::pair("HR", "1997-12-31")}) {
        BOOST_TEST(rate(code, day) ==
                   "the standard VAT rate of " + std::string(code) + " on " + day +
                       " is not known; give the contract its own, vat = { category = \"S\", "
                       "rate = \"…\" }.");
    }
}

BOOST_AUTO_TEST_CASE(every_row_is_there_once) {
    std::set<std::string> seen;
    const auto once = [&](const rules::RuleRow& row) {
        return seen.insert(row.text("country") + row.text("since")).second;
    };
    const auto rates = rules::RuleTable("rules/vat_rates.csv").rows(once);
    BOOST_TEST(rates.size() == 16U);
    BOOST_TEST(std::ranges::count(rates, false) == 0);
    const auto due_days =
        rules::RuleTable("rules/due_day_rules.csv").rows([](const rules::RuleRow& row) {
            return row.text("country");
        });
    BOOST_TEST(due_days ==
                   (std::vector<std::string>{"PL", "DE", "AT", "HU", "HR", "IT", "CZ", "SK", "SI"}),
               boost::test_tools::per_element());
}

// The last day on which euro reference rates were published: Good Friday, Easter Monday and 1 May
// have none, whatever the country's own holidays.
BOOST_AUTO_TEST_CASE(days_of_euro_reference_rates) {
    const auto last = [](std::string_view day) {
        return core::to_iso(rules::calendar().business_day_on_or_before(
            country("EU"), core::parse_date(day).value()));
    };
    BOOST_TEST(last("2026-04-06") == "2026-04-02");
    BOOST_TEST(last("2026-05-01") == "2026-04-30");
    BOOST_TEST(last("2026-12-26") == "2026-12-24");
    BOOST_TEST(last("2026-10-03") == "2026-10-02");  // a Saturday
    BOOST_TEST(last("2025-10-03") == "2025-10-03");  // a holiday of Germany only
}

BOOST_AUTO_TEST_CASE(the_day_whose_exchange_rate_each_law_takes) {
    const std::tuple<const char*, const char*, const char*, const char*> rows[] = {
        // Friday 2026-05-01 is a holiday everywhere, Monday 2026-05-04 is none.
        {"PL", "2026-05-04", "2026-05-04", "2026-04-30"},
        {"PL", "2026-05-29", "2026-05-05", "2026-05-04"},  // issued before the supply
        {"HU", "2026-05-04", "2026-05-04", "2026-05-04"},
        {"HU", "2026-05-01", "2026-05-04", "2026-04-30"},
        {"HR", "2026-05-03", "2026-05-04", "2026-04-30"},
        {"IT", "2026-05-03", "2026-05-04", "2026-04-30"},
        {"IT", "2026-05-29", "2026-05-05", "2026-05-05"},
        {"DE", "2026-05-04", "2026-06-01", "2026-05-31"},  // the month's average
        {"AT", "2026-05-29", "2026-05-05", "2026-05-29"},
    };
    const auto currencies = rules::vat_currencies();
    for (const auto& [code, supplied_on, issued_on, expected] : rows) {
        const auto* rule = currencies.of(country(code));
        BOOST_REQUIRE(rule != nullptr);
        BOOST_TEST(core::to_iso(ledger::rate_day(*rule, rules::calendar(),
                                                 core::parse_date(supplied_on).value(),
                                                 core::parse_date(issued_on).value())) == expected,
                   code << " " << supplied_on);
    }
    BOOST_TEST(currencies.of(country("US")) == nullptr);
}

// Every country with standard rates has its texts for what services and small businesses need.
BOOST_AUTO_TEST_CASE(legal_texts_of_every_country_with_rates) {
    const auto& texts = rules::legal_texts();
    for (const char* code : {"PL", "HU", "HR", "IT", "DE", "AT"}) {
        for (const char* key : {"E", "AE", "AE_domestic", "K", "G", "O", "small_business"}) {
            const auto found = texts.find({country(code), key});
            BOOST_REQUIRE_MESSAGE(found != texts.end(), code << " " << key);
            BOOST_TEST(!(found->second.words + found->second.citation).empty(), code << " " << key);
            // The reverse charge is named in the issuer's own language (Directive art. 226 (11a)).
            const bool reverse = std::string_view(key).starts_with("AE");
            BOOST_TEST((!reverse || !found->second.words.empty()), code << " " << key);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_calendar_is_read_once) {
    BOOST_TEST(&rules::calendar() == &rules::calendar());
}

BOOST_AUTO_TEST_SUITE_END()
