#include "kvit/document/line_reason.h"

#include "ledger/rating_fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using ledger::LineKind;
using ledger::RatedLine;
using ledger::Unit;

namespace {

RatedLine line(LineKind kind, std::int64_t quantity = 1, std::size_t sources = 0) {
    RatedLine line{.kind = kind,
                   .service = "",
                   .title = "",
                   .multiplier = Ratio(1, 1),
                   .quantity = quantity,
                   .unit = quantity > 1 ? Unit::minute : Unit::item,
                   .price = money("100.00"),
                   .net = money("100.00"),
                   .period_from = "2026-03-01"_iso,
                   .period_until = "2026-04-01"_iso,
                   .share = {},
                   .paused_days = 0,
                   .business_days = 0,
                   .sources = {},
                   .source_minutes = {},
                   .included_minutes = 0};
    for (std::size_t i = 0; i < sources; ++i) {
        line.sources.emplace_back(std::to_string(i));
        line.source_minutes.push_back(quantity / static_cast<std::int64_t>(sources));
    }
    return line;
}

template <class Change>
RatedLine with(RatedLine line, Change change) {
    change(line);
    return line;
}

struct Case {
    RatedLine line;
    std::string reason;
};

void check(const contract::Contract& contract, const std::vector<Case>& cases,
           core::Date cycle_from = "2026-03-01"_iso) {
    for (const Case& c : cases)
        BOOST_TEST(document::line_reason(c.line, contract, cycle_from) == c.reason);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_line_reason)

BOOST_AUTO_TEST_CASE(every_kind_of_line) {
    Terms terms = with_after_hours();
    terms.fixed = {{"Hosting", money("19.00"), Per::cycle}, {"Logo", money("500.00"), Per::once}};
    const auto contract = contract_of(terms);
    const auto service = [](RatedLine& l) { l.service = "consulting"; };
    const auto night = [](RatedLine& l) { l.multiplier = Ratio(3, 2); };
    check(contract,
          {{line(LineKind::retainer), "retainer, whole cycle 2026-03-01 to 2026-03-31"},
           {with(line(LineKind::retainer, 1, 2),
                 [](RatedLine& l) {
                     l.source_minutes = {900, 50};
                     l.included_minutes = 960;
                 }),
            "retainer, whole cycle 2026-03-01 to 2026-03-31, 15:50 of 16:00 h used"},
           {with(line(LineKind::fixed), [](RatedLine& l) { l.title = "Hosting"; }),
            "fixed item, whole cycle 2026-03-01 to 2026-03-31"},
           {with(line(LineKind::overage, 200, 2), [](RatedLine& l) { l.included_minutes = 960; }),
            "3:20 h beyond the 16:00 h included, from 2 entries"},
           {with(line(LineKind::hourly, 60, 1), service),
            "1:00 h at the rate of consulting, from 1 entry"},
           {with(line(LineKind::after_hours_work, 90, 2), night),
            "1:30 h outside Mon-Fri 09:00-17:00, x 1.50, from 2 entries"},
           {with(line(LineKind::after_hours_contact, 15, 1), night),
            "0:15 h outside Mon-Fri 09:00-17:00, x 1.50, from 1 contact of at least 15 min"},
           {with(line(LineKind::after_hours_contact, 90, 3), night),
            "1:30 h outside Mon-Fri 09:00-17:00, x 1.50, from 3 contacts of at least 15 min"}});
    check(contract_of(with_after_hours(Ratio(5, 4), 0)),
          {{with(line(LineKind::after_hours_contact, 20, 1),
                 [](RatedLine& l) { l.multiplier = Ratio(5, 4); }),
            "0:20 h outside Mon-Fri 09:00-17:00, x 1.25, from 1 contact"}});
}

BOOST_AUTO_TEST_CASE(a_line_of_an_accepted_quote_names_it) {
    const auto quoted = [](RatedLine& l) {
        l.service = "consulting";
        l.title = "q-1";
        l.period_from = "2026-01-01"_iso;
        l.period_until = "2026-02-01"_iso;
    };
    check(contract_of(with_retainer()),
          {{with(line(LineKind::hourly, 60, 1), quoted),
            "1:00 h at the rate of consulting, from 1 entry, quote q-1, accepted"}});
}

BOOST_AUTO_TEST_CASE(what_is_cut_from_a_fee) {
    const auto part = [](RatedLine& l) {
        l.period_from = "2026-03-15"_iso;
        l.share = Ratio(17, 31);
    };
    const auto paused = [](RatedLine& l) {
        l.paused_days = 3;
        l.business_days = 21;
    };
    check(contract_of(with_retainer()),
          {{with(line(LineKind::retainer), part),
            "retainer, 2026-03-15 to 2026-03-31, prorated 17 of 31 days"},
           {with(line(LineKind::fixed), paused),
            "fixed item, whole cycle 2026-03-01 to 2026-03-31, cut by 3 of 21 business days "
            "paused"},
           {with(with(line(LineKind::retainer), part), paused),
            "retainer, 2026-03-15 to 2026-03-31, prorated 17 of 31 days, cut by 3 of 21 business "
            "days paused"},
           {with(line(LineKind::retainer),
                 [](RatedLine& l) {  // 14 of 28 days is kept as 1/2
                     l.period_from = "2026-02-15"_iso;
                     l.period_until = "2026-03-01"_iso;
                     l.share = Ratio(1, 2);
                 }),
            "retainer, 2026-02-15 to 2026-02-28, prorated 14 of 28 days, late, of the cycle "
            "2026-02-01"}});
}

BOOST_AUTO_TEST_CASE(once_and_by_whom_it_was_agreed) {
    auto contract = contract_of(
        with_fixed({{"Logo", money("500.00"), Per::once}, {"Host", money("9.00"), Per::cycle}}));
    const auto logo = [](RatedLine& l) { l.title = "Logo"; };
    check(contract, {{with(line(LineKind::fixed),
                           [&](RatedLine& l) {
                               logo(l);
                               l.period_from = "2026-01-01"_iso;
                           }),
                      "once, first agreed 2026-01-01"}});
    // Repeated by an amendment it is still of the first; what the amendment brings is its own.
    contract.versions.push_back({"2026-03-20"_iso, "Aneks nr 1",
                                 with_fixed({{"Logo", money("500.00"), Per::once},
                                             {"Baner", money("100.00"), Per::once}})});
    check(contract, {{with(line(LineKind::fixed), [](RatedLine& l) { l.title = "Baner"; }),
                      "once, first agreed 2026-03-20 (Aneks nr 1)"},
                     {with(line(LineKind::fixed), [](RatedLine& l) { l.title = "Host"; }),
                      "fixed item, whole cycle 2026-03-01 to 2026-03-31"}});
}

BOOST_AUTO_TEST_CASE(which_terms) {
    auto contract = contract_of(with_retainer());
    amend(contract, "2026-03-01"_iso, with_retainer());
    amend(contract, "2026-03-11"_iso, with_retainer());
    const auto from = [](core::Date day) {
        return with(line(LineKind::retainer), [&](RatedLine& l) { l.period_from = day; });
    };
    check(contract,
          {{from("2026-02-28"_iso), "retainer, whole cycle 2026-02-28 to 2026-03-31"},
           {from("2026-03-01"_iso),
            "retainer, whole cycle 2026-03-01 to 2026-03-31, at the terms since 2026-03-01"},
           {from("2026-03-10"_iso),
            "retainer, whole cycle 2026-03-10 to 2026-03-31, at the terms since 2026-03-01"},
           {from("2026-03-11"_iso),
            "retainer, whole cycle 2026-03-11 to 2026-03-31, at the terms since 2026-03-11"}},
          "2026-02-28"_iso);
}

BOOST_AUTO_TEST_CASE(work_of_an_earlier_cycle) {
    const auto hourly = with(line(LineKind::hourly, 60, 1), [](RatedLine& l) {
        l.service = "consulting";
        l.period_from = "2026-02-01"_iso;
        l.period_until = "2026-03-01"_iso;
    });
    Terms terms = hourly_only("consulting", "220.00");
    check(contract_of(terms),
          {{hourly,
            "1:00 h at the rate of consulting, from 1 entry, late, of the cycle "
            "2026-02-01"}});
    terms.billed = contract::Billed::advance;
    check(contract_of(terms),
          {{hourly,
            "1:00 h at the rate of consulting, from 1 entry, of the cycle 2026-02-01 "
            "billed in advance"}});
}

BOOST_AUTO_TEST_CASE(office_hours_of_any_week) {
    Terms terms = with_after_hours();
    const auto evening = line(LineKind::after_hours_work, 60, 1);
    const std::pair<std::array<bool, 7>, std::string> weeks[] = {
        {{true, true, true, false, true, false, false}, "Mon-Wed, Fri"},
        {{false, false, false, false, false, true, true}, "Sat-Sun"},
        {{true, false, true, false, true, false, true}, "Mon, Wed, Fri, Sun"}};
    for (const auto& [days, text] : weeks) {
        terms.availability = contract::Availability{days, 7 * 60 + 30, 1440};
        check(contract_of(terms),
              {{evening, "1:00 h outside " + text + " 07:30-24:00, x 1.00, from 1 entry"}});
    }
}

BOOST_AUTO_TEST_SUITE_END()
