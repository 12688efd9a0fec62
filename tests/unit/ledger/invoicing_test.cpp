#include "kvit/ledger/invoicing.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using contract::VatCategory;
using core::Ratio;
using ledger::VatLine;
using ledger::VatTreatment;

namespace {

contract::Business ada() {
    contract::Business business{.id = core::BusinessId("ada"),
                                .name = "Ada",
                                .country = country("PL"),
                                .tax_id = "",
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
    return business;
}

contract::Client lumen() {
    return {.id = core::ClientId("client"),
            .name = "Lumen",
            .country = country("PL"),
            .kind = contract::ClientKind::business,
            .tax_id = "",
            .language = core::Language::pl,
            .email = "",
            .address = {}};
}

ledger::RatedLine line(const char* title, core::Money net) {
    return {.kind = ledger::LineKind::fixed,
            .service = "",
            .title = title,
            .multiplier = Ratio(1, 1),
            .quantity = 1,
            .unit = ledger::Unit::item,
            .price = net,
            .net = net,
            .period_from = "2026-01-01"_iso,
            .period_until = "2026-02-01"_iso,
            .share = {},
            .paused_days = 0,
            .business_days = 0,
            .sources = {}};
}

core::Result<ledger::Invoice> draft(const contract::Contract& contract,
                                    const ledger::BillingCycle& cycle, core::Date issued_on,
                                    std::vector<ledger::RatedLine> lines,
                                    const ledger::ExchangeRateLookup& exchange_rate = {}) {
    const contract::Business business = ada();
    const contract::Client client = lumen();
    const core::BusinessCalendar calendar = polish_calendar();
    const ledger::VatRates rates({{country("PL"), "2011-01-01"_iso, Ratio(22, 1)},
                                  {country("PL"), "2026-02-01"_iso, Ratio(23, 1)}});
    const ledger::VatCurrencyRules currencies(
        {{country("PL"), ledger::RateDay::business_day_before, true, country("PL")}});
    return ledger::draft_invoice({business, client, contract, cycle, issued_on, std::move(lines),
                                  calendar, rates, currencies, exchange_rate});
}

contract::Contract seven_days() {
    contract::Terms terms;
    terms.payment = contract::NetDays{7, false};
    return contract_of(terms);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_invoicing)

BOOST_AUTO_TEST_CASE(dates_tax_and_totals_of_a_cycle_in_arrears) {
    const auto contract = seven_days();
    const auto cycle = cycle_from(contract, "2026-01-01"_iso);
    const auto invoice = draft(contract, cycle, cycle.issue_on,
                               {line("Fee", money("2400.00")), line("Hosting", money("19.99"))});
    BOOST_REQUIRE(invoice);
    BOOST_TEST(invoice->number.empty());
    BOOST_TEST((invoice->kind == ledger::InvoiceKind::invoice));
    BOOST_TEST(invoice->client.str() == "client");
    BOOST_TEST(invoice->contract.str() == "contract");
    BOOST_TEST((invoice->cycle_from == "2026-01-01"_iso));
    BOOST_TEST((invoice->cycle_until == "2026-02-01"_iso));
    BOOST_TEST((invoice->supplied_on == "2026-01-31"_iso));
    BOOST_TEST((invoice->issued_on == "2026-02-01"_iso));
    BOOST_TEST((invoice->due_on_raw == "2026-02-08"_iso));  // a Sunday
    BOOST_TEST((invoice->due_on == "2026-02-09"_iso));
    // Supplied on 2026-01-31: the rate before it rises on the issue date. 2419.99 x 22 % =
    // 532.3978.
    const VatTreatment treatment{VatCategory::S, Ratio(22, 1)};
    BOOST_TEST(
        (invoice->vat == std::vector<VatLine>{{treatment, money("2419.99"), money("532.40")}}));
    BOOST_TEST((invoice->net == money("2419.99")));
    BOOST_TEST((invoice->tax == money("532.40")));
    BOOST_TEST((invoice->gross == money("2952.39")));
    BOOST_REQUIRE(invoice->lines.size() == 2U);
    BOOST_TEST(invoice->lines[1].text == "Hosting");
    BOOST_TEST((invoice->lines[1].vat == treatment));
    BOOST_TEST((invoice->lines[1].rated == line("Hosting", money("19.99"))));
}

BOOST_AUTO_TEST_CASE(in_advance_the_supply_date_is_the_issue_date) {
    auto contract = seven_days();
    contract.versions.front().terms.billed = contract::Billed::advance;
    const auto cycle = cycle_from(contract, "2026-01-01"_iso);
    const auto on_time = draft(contract, cycle, "2026-01-01"_iso, {line("Fee", money("100.00"))});
    BOOST_TEST((on_time->supplied_on == "2026-01-01"_iso));
    BOOST_TEST((on_time->tax == money("22.00")));
    const auto later = draft(contract, cycle, "2026-02-03"_iso, {line("Fee", money("100.00"))});
    BOOST_TEST((later->supplied_on == "2026-02-03"_iso));
    BOOST_TEST((later->tax == money("23.00")));
}

BOOST_AUTO_TEST_CASE(an_invoice_issued_late_is_due_from_its_issue_and_keeps_its_cycle) {
    const auto contract = seven_days();
    const auto cycle = cycle_from(contract, "2026-01-01"_iso);
    const auto invoice = draft(contract, cycle, "2026-02-05"_iso, {line("Fee", money("1.00"))});
    BOOST_TEST((invoice->issued_on == "2026-02-05"_iso));
    BOOST_TEST((invoice->due_on_raw == "2026-02-12"_iso));
    BOOST_TEST((invoice->due_on == "2026-02-12"_iso));
    BOOST_TEST((invoice->supplied_on == "2026-01-31"_iso));
    BOOST_TEST((invoice->cycle_until == "2026-02-01"_iso));
}

BOOST_AUTO_TEST_CASE(the_terms_of_the_cycles_last_day_decide) {
    auto contract = seven_days();
    contract::Terms later = contract.versions.front().terms;
    later.payment = contract::NetDays{30, true};
    later.vat = contract::VatTerms{VatCategory::E, {}};
    contract.versions.push_back({"2026-01-31"_iso, "Aneks", later});
    const auto cycle = cycle_from(contract, "2026-01-01"_iso);
    const auto invoice = draft(contract, cycle, cycle.issue_on, {line("Fee", money("1.00"))});
    BOOST_TEST((invoice->due_on_raw == "2026-03-31"_iso));
    BOOST_TEST((invoice->vat.front().treatment.category == VatCategory::E));
    contract.versions.back().since = "2026-02-01"_iso;  // the next cycle's
    const auto before = draft(contract, cycle, cycle.issue_on, {line("Fee", money("1.00"))});
    BOOST_TEST((before->due_on_raw == "2026-02-08"_iso));
}

BOOST_AUTO_TEST_CASE(a_draft_without_lines_is_zero) {
    const auto contract = seven_days();
    const auto cycle = cycle_from(contract, "2026-01-01"_iso);
    const auto invoice = draft(contract, cycle, cycle.issue_on, {});
    BOOST_REQUIRE(invoice);
    BOOST_TEST(invoice->vat.empty());
    BOOST_TEST(invoice->gross.is_zero());
}

BOOST_AUTO_TEST_CASE(refuses_an_unknown_rate_and_a_total_beyond_the_bound) {
    auto contract = seven_days();
    contract.from = "2010-01-01"_iso;
    const auto early = cycle_from(contract, "2010-01-01"_iso);
    const auto unknown = draft(contract, early, early.issue_on, {line("Fee", money("1.00"))});
    BOOST_REQUIRE(!unknown);
    BOOST_TEST(unknown.error().what == "the standard VAT rate of PL on 2010-01-31 is not known");

    contract = seven_days();
    const auto cycle = cycle_from(contract, "2026-01-01"_iso);
    const core::Money most(core::Money::max_minor, currency("PLN"));
    contract.versions.front().terms.vat = contract::VatTerms{VatCategory::E, {}};
    BOOST_TEST(draft(contract, cycle, cycle.issue_on, {line("Fee", most)}).has_value());
    const auto net =
        draft(contract, cycle, cycle.issue_on, {line("Fee", most), line("More", money("0.01"))});
    BOOST_REQUIRE(!net);
    BOOST_TEST(net.error().what == "the invoice's total is larger than kvit handles");
    contract.versions.front().terms.vat = contract::VatTerms{VatCategory::S, Ratio(1, 1)};
    BOOST_TEST(!draft(contract, cycle, cycle.issue_on, {line("Fee", most)}).has_value());
}

BOOST_AUTO_TEST_CASE(tax_in_another_currency_is_told_in_the_bookkeeping_currency_too) {
    contract::Terms terms;
    terms.payment = contract::NetDays{7, false};
    const auto contract = contract_of(terms, "2026-01-01"_iso, "EUR");
    const auto cycle = cycle_from(contract, "2026-01-01"_iso);
    const ledger::ExchangeRate nbp{currency("EUR"), Ratio(1, 1),      Ratio(42'615, 10'000),
                                   currency("PLN"), "2026-01-30"_iso, "NBP 20/A/NBP/2026"};
    std::vector<std::string> asked;
    const auto lookup = [&](core::Currency from, core::Currency into, core::Date on) {
        asked.push_back(from.code() + into.code() + core::to_iso(on));
        return on == nbp.on ? std::optional(nbp) : std::nullopt;
    };
    const auto invoice =
        draft(contract, cycle, cycle.issue_on, {line("Fee", money("100.00", "EUR"))}, lookup);
    BOOST_REQUIRE(invoice);
    // Supplied on Saturday 2026-01-31: the rate of the Friday before. 22.00 x 4.2615 = 93.753.
    BOOST_TEST((invoice->bookkeeping_tax == ledger::BookkeepingTax{money("93.75"), nbp}));
    BOOST_TEST(asked == std::vector<std::string>{"EURPLN2026-01-30"},
               boost::test_tools::per_element());
    // No other day's rate, however near.
    const auto later = draft(contract, cycle_from(contract, "2026-02-01"_iso), "2026-03-01"_iso,
                             {line("Fee", money("100.00", "EUR"))}, lookup);
    BOOST_REQUIRE(!later);
    BOOST_TEST(core::to_sentence(later.error()) ==
               "its VAT must be stated in PLN too, and the exchange rate of 2026-02-27 is not "
               "known; import the row \"2026-02-27,EUR,1,…,PLN,…\" (date,currency,per,rate,"
               "bookkeeping_currency,source) with kvit import fx FILE and bill again.");
}

BOOST_AUTO_TEST_CASE(without_tax_no_exchange_rate_is_needed) {
    const auto never = [](core::Currency, core::Currency, core::Date) {
        BOOST_ERROR("no rate is asked for");
        return std::optional<ledger::ExchangeRate>();
    };
    contract::Terms terms;
    terms.vat = contract::VatTerms{VatCategory::O, {}};
    const auto abroad = contract_of(terms, "2026-01-01"_iso, "EUR");
    const auto cycle = cycle_from(abroad, "2026-01-01"_iso);
    const auto invoice =
        draft(abroad, cycle, cycle.issue_on, {line("Fee", money("100.00", "EUR"))}, never);
    BOOST_REQUIRE(invoice);
    BOOST_TEST(!invoice->bookkeeping_tax.has_value());
    const auto at_home = seven_days();
    BOOST_TEST(!draft(at_home, cycle_from(at_home, "2026-01-01"_iso), cycle.issue_on,
                      {line("Fee", money("100.00"))}, never)
                    ->bookkeeping_tax.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
