// A whole small business, January to October 2026, worked out by hand: six contracts of a studio in
// Kraków, from the work log to gross and due date.
#include "fixtures.h"
#include "kvit/ledger/invoicing.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <array>
#include <string>

using namespace kvit;
using namespace kvit::test;
using contract::VatCategory;
using core::Ratio;

namespace {

using Texts = std::vector<std::string>;
using Days = std::vector<int>;

contract::VatTerms reverse_charge() { return {VatCategory::AE, {}}; }
contract::VatTerms polish_vat() { return {VatCategory::S, Ratio(23, 1)}; }

contract::Terms base_terms(int net_days, contract::VatTerms vat) {
    contract::Terms terms;
    terms.payment = contract::NetDays{net_days, false};
    terms.paused_days = contract::PausedDays::bill;
    terms.vat = vat;
    return terms;
}

// `minutes` of work on each of the days, at the time of day given.
void log(Rater& rater, const std::vector<Days>& by_month, const char* time, int minutes,
         const char* service) {
    for (std::size_t month = 0; month < by_month.size(); ++month) {
        for (const int day : by_month[month]) {
            rater.work.push_back(
                work(fmt::format("2026-{:02}-{:02}T{}", month + 1, day, time), minutes, service));
        }
    }
}

struct Year {
    Texts invoices;  // "2026-02-01 due 2026-02-09 net 2400.00 tax 552.00 gross 2952.00"
    std::vector<Texts> lines;
    Texts held;  // "2026-03-01 consulting 120 x 90.00 = 180.00"
    std::vector<std::int64_t> included_used;
};

// Bills every cycle through 2026-11-01, as a billing run would.
Year bill(const contract::Contract& contract, const Rater& log) {
    const contract::Business business{.id = core::BusinessId("studio-ada"),
                                      .name = "Studio Ada",
                                      .country = country("PL"),
                                      .tax_id = "6772310459",
                                      .address = {},
                                      .email = "",
                                      .phone = "",
                                      .booking_url = "",
                                      .logo = "",
                                      .language = core::Language::pl,
                                      .timezone = "Europe/Warsaw",
                                      .currency = currency("PLN"),
                                      .vat = {},
                                      .numbering = {},
                                      .accounts = {}};
    const contract::Client client{.id = contract.client,
                                  .name = "",
                                  .country = country("PL"),
                                  .kind = contract::ClientKind::business,
                                  .tax_id = "5272814305",
                                  .language = core::Language::pl,
                                  .email = "",
                                  .address = {}};
    const ledger::VatRates no_rates({});
    const ledger::VatCurrencyRules no_currencies({});
    Year year;
    for (const auto& cycle : ledger::cycles_through(contract, "2026-11-01"_iso)) {
        Rater month = log;
        const auto outside = [&](core::LocalTime at) {
            return core::date_of(at) < cycle.from || core::date_of(at) >= cycle.until;
        };
        std::erase_if(month.work, [&](const auto& entry) { return outside(entry.start); });
        std::erase_if(month.contacts, [&](const auto& entry) { return outside(entry.at); });
        const auto rating = month(contract, cycle).value();
        year.lines.push_back(brief(rating.lines));
        year.included_used.push_back(rating.included.used);
        for (const auto& held : rating.held) {
            year.held.push_back(fmt::format("{} {} {} x {} = {}", core::to_iso(cycle.from),
                                            held.service, ledger::minutes_of(held),
                                            core::to_decimal(held.lines[0].price),
                                            core::to_decimal(ledger::net_of(held))));
        }
        const auto invoice = ledger::draft_invoice({business,
                                                    client,
                                                    contract,
                                                    cycle,
                                                    cycle.issue_on,
                                                    rating.lines,
                                                    log.calendar,
                                                    no_rates,
                                                    no_currencies,
                                                    {}})
                                 .value();
        year.invoices.push_back(
            fmt::format("{} due {} net {} tax {} gross {}", core::to_iso(invoice.issued_on),
                        core::to_iso(invoice.due_on), core::to_decimal(invoice.net),
                        core::to_decimal(invoice.tax), core::to_decimal(invoice.gross)));
    }
    return year;
}

#define CHECK_TEXTS(actual, ...) \
    BOOST_TEST((actual) == (Texts{__VA_ARGS__}), boost::test_tools::per_element())

contract::Contract lumen() {
    contract::Terms terms = base_terms(7, polish_vat());
    terms.retainer = retainer("2400.00", 16, "160.00");
    terms.scope = {"assistance"};
    terms.out_of_scope = contract::OutOfScope::bill;
    terms.rates = {{"consulting", money("220.00")}};
    terms.availability = office_hours();
    terms.after_hours = contract::AfterHours{Ratio(3, 2), 15, true, true};
    contract::Contract contract = contract_of(terms);
    terms.retainer = retainer("2600.00", 16, "170.00");
    contract.versions.push_back({"2026-07-01"_iso, "Aneks nr 1: nowa stawka", terms});
    return contract;
}

Rater lumen_log() {
    Rater rater;
    log(rater,
        {{2, 7, 9, 13, 15, 19, 21, 23},
         {2, 4, 6, 10, 12, 16, 18, 20},
         {2, 4, 6, 10, 12, 16, 18, 20, 24},
         {1, 3, 8, 10, 14, 16, 20, 22},
         {4, 6, 8, 12, 14, 18, 20, 22},
         {1, 3, 8, 10, 12, 16, 18, 22, 24},
         {1, 3, 7, 9, 13, 15, 17, 21},
         {3, 5, 7, 11, 13, 17, 19, 21},
         {1, 3, 7, 9, 11, 15, 17, 21, 23},
         {1, 5, 7, 9, 13, 15, 19, 21}},
        "09:30", 120, "assistance");
    rater.work.push_back(work("2026-05-12T19:00", 60));
    rater.contacts = {contact("2026-02-07T11:20", 30), contact("2026-06-06T20:10", 30)};
    return rater;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_studio_ada_year)

// Eight or nine entries of two hours a month against 16 included hours; VAT 23 %; due 7 days after
// issue, moved off Sundays (February, March, November) and a Saturday (August).
//   Jan  16 h                                           2400.00
//   Feb  16 h, call on Saturday the 7th: 30 min at 240  2400 + 120 = 2520.00
//   Mar  18 h: 2 h at 160                               2400 + 320 = 2720.00
//   Apr  16 h                                           2400.00
//   May  16 h, 60 min after 17:00 at 240                2400 + 240 = 2640.00
//   Jun  18 h: 320; call on Saturday the 6th: 120       2400 + 440 = 2840.00
//   Jul  16 h at the amended 2600                       2600.00
//   Aug  16 h                                           2600.00
//   Sep  18 h: 2 h at 170                               2600 + 340 = 2940.00
//   Oct  16 h                                           2600.00
BOOST_AUTO_TEST_CASE(lumen_retainer_overage_after_hours_and_an_amendment) {
    const Year year = bill(lumen(), lumen_log());
    CHECK_TEXTS(year.invoices, "2026-02-01 due 2026-02-09 net 2400.00 tax 552.00 gross 2952.00",
                "2026-03-01 due 2026-03-09 net 2520.00 tax 579.60 gross 3099.60",
                "2026-04-01 due 2026-04-08 net 2720.00 tax 625.60 gross 3345.60",
                "2026-05-01 due 2026-05-08 net 2400.00 tax 552.00 gross 2952.00",
                "2026-06-01 due 2026-06-08 net 2640.00 tax 607.20 gross 3247.20",
                "2026-07-01 due 2026-07-08 net 2840.00 tax 653.20 gross 3493.20",
                "2026-08-01 due 2026-08-10 net 2600.00 tax 598.00 gross 3198.00",
                "2026-09-01 due 2026-09-08 net 2600.00 tax 598.00 gross 3198.00",
                "2026-10-01 due 2026-10-08 net 2940.00 tax 676.20 gross 3616.20",
                "2026-11-01 due 2026-11-09 net 2600.00 tax 598.00 gross 3198.00");
    CHECK_TEXTS(year.lines[1], "retainer 1 x 2400.00 = 2400.00",
                "after-contact 30 x 240.00 = 120.00");
    CHECK_TEXTS(year.lines[4], "retainer 1 x 2400.00 = 2400.00",
                "after-work assistance 60 x 240.00 = 240.00");
    CHECK_TEXTS(year.lines[5], "retainer 1 x 2400.00 = 2400.00",
                "overage assistance 120 x 160.00 = 320.00", "after-contact 30 x 240.00 = 120.00");
    CHECK_TEXTS(year.lines[8], "retainer 1 x 2600.00 = 2600.00",
                "overage assistance 120 x 170.00 = 340.00");
    BOOST_TEST(year.included_used == std::vector<std::int64_t>(10, 960),
               boost::test_tools::per_element());
}

// Ten entries of 110 minutes: 1100 of 1200 included minutes every month. `social` has a rate of its
// own, which inside the scope is not used.
BOOST_AUTO_TEST_CASE(adria_pays_the_flat_fee_while_within_its_hours) {
    contract::Terms terms = base_terms(14, reverse_charge());
    terms.retainer = retainer("800.00", 20, "48.00", "EUR");
    terms.scope = {"social", "newsletter"};
    terms.rates = {{"social", money("40.00", "EUR")}, {"consulting", money("90.00", "EUR")}};
    Rater rater;
    log(rater,
        {{2, 5, 7, 8, 9, 12, 13, 14, 15, 16},
         {2, 3, 4, 5, 6, 9, 10, 11, 12, 13},
         {2, 3, 4, 5, 6, 9, 10, 11, 12, 13},
         {1, 2, 3, 7, 8, 9, 10, 13, 14, 15},
         {4, 5, 6, 7, 8, 11, 12, 13, 14, 15},
         {1, 2, 3, 5, 8, 9, 10, 11, 12, 15},
         {1, 2, 3, 6, 7, 8, 9, 10, 13, 14},
         {3, 4, 5, 6, 7, 10, 11, 12, 13, 14},
         {1, 2, 3, 4, 7, 8, 9, 10, 11, 14},
         {1, 2, 5, 6, 7, 8, 9, 12, 13, 14}},
        "10:00", 110, "social");
    rater.contacts = {contact("2026-09-10T12:00", 10)};  // no after-hours terms: not billed
    const Year year = bill(contract_of(terms, "2026-01-01"_iso, "EUR"), rater);
    CHECK_TEXTS(year.invoices, "2026-02-01 due 2026-02-16 net 800.00 tax 0.00 gross 800.00",
                "2026-03-01 due 2026-03-16 net 800.00 tax 0.00 gross 800.00",
                "2026-04-01 due 2026-04-15 net 800.00 tax 0.00 gross 800.00",
                "2026-05-01 due 2026-05-15 net 800.00 tax 0.00 gross 800.00",
                "2026-06-01 due 2026-06-15 net 800.00 tax 0.00 gross 800.00",
                "2026-07-01 due 2026-07-15 net 800.00 tax 0.00 gross 800.00",
                "2026-08-01 due 2026-08-17 net 800.00 tax 0.00 gross 800.00",
                "2026-09-01 due 2026-09-15 net 800.00 tax 0.00 gross 800.00",
                "2026-10-01 due 2026-10-15 net 800.00 tax 0.00 gross 800.00",
                "2026-11-01 due 2026-11-16 net 800.00 tax 0.00 gross 800.00");
    BOOST_TEST(year.included_used == std::vector<std::int64_t>(10, 1100),
               boost::test_tools::per_element());
    BOOST_TEST(year.held.empty());
}

// 95 + 100 + 105 + 110 = 410 minutes a month at 45.00: 6 h 50 min are 307.50. Two hours of
// consulting in March and in July are out of scope: held as quotes of 180.00. Due 30 days after
// issue, then the end of that month: 2026-05-31 is a Sunday, 10-31 a Saturday before All Saints' on
// Sunday.
BOOST_AUTO_TEST_CASE(verde_by_the_hour_with_quotes) {
    contract::Terms terms = base_terms(30, reverse_charge());
    terms.payment = contract::NetDays{30, true};
    terms.scope = {"assistance"};
    terms.rates = {{"assistance", money("45.00", "EUR")}, {"consulting", money("90.00", "EUR")}};
    const std::vector<std::array<int, 4>> days{
        {2, 9, 15, 21}, {2, 6, 12, 18}, {2, 6, 12, 18}, {1, 8, 14, 20}, {4, 8, 14, 20},
        {1, 8, 12, 18}, {1, 7, 13, 17}, {3, 7, 13, 19}, {1, 7, 11, 17}, {1, 7, 13, 19}};
    Rater rater;
    for (std::size_t month = 0; month < days.size(); ++month) {
        for (std::size_t i = 0; i < 4; ++i) {
            rater.work.push_back(
                work(fmt::format("2026-{:02}-{:02}T14:00", month + 1, days[month][i]),
                     95 + 5 * static_cast<int>(i)));
        }
    }
    rater.work.push_back(work("2026-03-09T11:00", 120, "consulting"));
    rater.work.push_back(work("2026-07-08T11:00", 120, "consulting"));
    const Year year = bill(contract_of(terms, "2026-01-01"_iso, "EUR"), rater);
    CHECK_TEXTS(year.invoices, "2026-02-01 due 2026-03-31 net 307.50 tax 0.00 gross 307.50",
                "2026-03-01 due 2026-03-31 net 307.50 tax 0.00 gross 307.50",
                "2026-04-01 due 2026-06-01 net 307.50 tax 0.00 gross 307.50",
                "2026-05-01 due 2026-06-01 net 307.50 tax 0.00 gross 307.50",
                "2026-06-01 due 2026-07-31 net 307.50 tax 0.00 gross 307.50",
                "2026-07-01 due 2026-07-31 net 307.50 tax 0.00 gross 307.50",
                "2026-08-01 due 2026-08-31 net 307.50 tax 0.00 gross 307.50",
                "2026-09-01 due 2026-11-02 net 307.50 tax 0.00 gross 307.50",
                "2026-10-01 due 2026-11-02 net 307.50 tax 0.00 gross 307.50",
                "2026-11-01 due 2026-12-31 net 307.50 tax 0.00 gross 307.50");
    CHECK_TEXTS(year.lines[2], "hourly assistance 410 x 45.00 = 307.50");
    CHECK_TEXTS(year.held, "2026-03-01 consulting 120 x 90.00 = 180.00",
                "2026-07-01 consulting 120 x 90.00 = 180.00");
}

// 350.00 a month from the 15th of January: 350 x 17/31 = 191.935 -> 191.94; 23 % of it 44.1462
// -> 44.15.
BOOST_AUTO_TEST_CASE(kowalska_begins_in_the_middle_of_a_month) {
    contract::Terms terms = base_terms(14, polish_vat());
    terms.fixed = {{"Abonament miesięczny", money("350.00"), contract::Per::cycle, false}};
    const Year year = bill(contract_of(terms, "2026-01-15"_iso), {});
    CHECK_TEXTS(year.invoices, "2026-02-01 due 2026-02-16 net 191.94 tax 44.15 gross 236.09",
                "2026-03-01 due 2026-03-16 net 350.00 tax 80.50 gross 430.50",
                "2026-04-01 due 2026-04-15 net 350.00 tax 80.50 gross 430.50",
                "2026-05-01 due 2026-05-15 net 350.00 tax 80.50 gross 430.50",
                "2026-06-01 due 2026-06-15 net 350.00 tax 80.50 gross 430.50",
                "2026-07-01 due 2026-07-15 net 350.00 tax 80.50 gross 430.50",
                "2026-08-01 due 2026-08-17 net 350.00 tax 80.50 gross 430.50",
                "2026-09-01 due 2026-09-15 net 350.00 tax 80.50 gross 430.50",
                "2026-10-01 due 2026-10-15 net 350.00 tax 80.50 gross 430.50",
                "2026-11-01 due 2026-11-16 net 350.00 tax 80.50 gross 430.50");
    CHECK_TEXTS(year.lines[0], "fixed Abonament miesięczny 1 x 350.00 * 17/31 = 191.94");
}

// 180000 forint a month; 9 May is a Saturday, 9 August a Sunday.
BOOST_AUTO_TEST_CASE(balaton_pays_whole_forint) {
    contract::Terms terms = base_terms(8, reverse_charge());
    terms.fixed = {
        {"Havi ügyfélszolgálati díj", money("180000", "HUF"), contract::Per::cycle, false}};
    const Year year = bill(contract_of(terms, "2026-01-01"_iso, "HUF"), {});
    Texts expected;
    for (const char* dates :
         {"02-01 due 2026-02-09", "03-01 due 2026-03-09", "04-01 due 2026-04-09",
          "05-01 due 2026-05-11", "06-01 due 2026-06-09", "07-01 due 2026-07-09",
          "08-01 due 2026-08-10", "09-01 due 2026-09-09", "10-01 due 2026-10-09",
          "11-01 due 2026-11-09"}) {
        expected.push_back(fmt::format("2026-{} net 180000.00 tax 0.00 gross 180000.00", dates));
    }
    BOOST_TEST(year.invoices == expected, boost::test_tools::per_element());
}

// 1500.00 a quarter, asked for on its first day.
BOOST_AUTO_TEST_CASE(nord_pays_each_quarter_in_advance) {
    contract::Terms terms = base_terms(7, reverse_charge());
    terms.billed = contract::Billed::advance;
    terms.fixed = {{"Quartalspauschale", money("1500.00", "EUR"), contract::Per::cycle, false}};
    contract::Contract contract = contract_of(terms, "2026-01-01"_iso, "EUR");
    contract.cycle = contract::CyclePeriod::quarterly;
    CHECK_TEXTS(bill(contract, {}).invoices,
                "2026-01-01 due 2026-01-08 net 1500.00 tax 0.00 gross 1500.00",
                "2026-04-01 due 2026-04-08 net 1500.00 tax 0.00 gross 1500.00",
                "2026-07-01 due 2026-07-08 net 1500.00 tax 0.00 gross 1500.00",
                "2026-10-01 due 2026-10-08 net 1500.00 tax 0.00 gross 1500.00");
}

BOOST_AUTO_TEST_SUITE_END()
