#pragma once
// Terms that the tests of rating share, and ways to look at its lines.

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace kvit::test {

using contract::Per;
using contract::Terms;
using core::Ratio;

using Texts = std::vector<std::string>;

// 16 hours a month for 2400.00, then 160.00 an hour; consulting is out of scope.
inline Terms with_retainer() {
    Terms terms;
    terms.retainer = retainer("2400.00", 16, "160.00");
    terms.scope = {"assistance"};
    terms.out_of_scope = contract::OutOfScope::bill;
    terms.rates = {{"consulting", money("220.00")}};
    return terms;
}

inline Terms with_after_hours(Ratio multiplier = Ratio(3, 2), int min_minutes = 15) {
    Terms terms = with_retainer();
    terms.availability = office_hours();
    terms.after_hours = contract::AfterHours{multiplier, min_minutes, true, true};
    return terms;
}

inline Terms hourly_only(const char* service, std::string_view hourly,
                         std::string_view code = "PLN") {
    Terms terms;
    terms.rates = {{service, money(hourly, code)}};
    return terms;
}

inline Terms with_fixed(std::vector<contract::FixedItem> items) {
    Terms terms;
    terms.fixed = std::move(items);
    return terms;
}

inline void amend(contract::Contract& contract, core::Date since, Terms terms) {
    contract.versions.push_back({since, "Aneks", std::move(terms)});
}

inline Texts lines_of(const Rater& rater, const contract::Contract& contract, core::Date from) {
    const auto rating = rater(contract, cycle_from(contract, from));
    BOOST_REQUIRE_MESSAGE(rating, (rating ? "" : core::to_sentence(rating.error())));
    return brief(rating->lines);
}

inline Texts keys(const std::vector<core::EntryKey>& entries) {
    Texts texts;
    for (const auto& key : entries) texts.push_back(key.str());
    return texts;
}

#define CHECK_TEXTS(actual, ...) \
    BOOST_TEST((actual) == (Texts{__VA_ARGS__}), boost::test_tools::per_element())

}  // namespace kvit::test
