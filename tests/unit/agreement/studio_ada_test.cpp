// The example studio reads as it was written, down to the last term.

#include "agreement/read.h"
#include "tables/read_tables.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;

namespace {

core::Currency currency(std::string_view code) { return core::Currency::parse(code).value(); }
core::Country country(std::string_view code) { return core::Country::parse(code).value(); }
core::Money money(std::string_view amount, std::string_view code) {
    return core::parse_money(amount, currency(code)).value();
}
core::Date day(std::string_view text) { return core::parse_date(text).value(); }

app::Agreement example() {
    return agreement::read_agreement("studio-ada.toml", test::example_file("studio-ada.toml"),
                                     test::FakeClock())
        .value();
}

const contract::Contract& contract_of(const app::Agreement& agreement, std::string_view id) {
    for (const auto& contract : agreement.contracts)
        if (contract.value.id.str() == id) return contract.value;
    throw std::out_of_range("no such contract");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_studio_ada)

BOOST_AUTO_TEST_CASE(the_business) {
    const app::Agreement agreement = example();
    BOOST_TEST_REQUIRE(agreement.business.has_value());
    BOOST_TEST(agreement.business->where == "studio-ada.toml:2");
    const contract::Business& business = agreement.business->value;
    BOOST_TEST(business.id.str() == "studio-ada");
    BOOST_TEST(business.name == "Studio Ada Adrianna Wójcik");
    BOOST_TEST((business.country == country("PL")));
    BOOST_TEST(business.tax_id == "6772310459");
    BOOST_TEST((business.address == contract::Address{"ul. Długa 7/3", "Kraków", "31-147"}));
    BOOST_TEST(business.email == "biuro@studio-ada.example");
    BOOST_TEST(business.phone == "+48 12 000 00 00");
    BOOST_TEST(business.booking_url.empty());
    BOOST_TEST(business.logo.empty());
    BOOST_TEST((business.language == core::Language::pl));
    BOOST_TEST(business.timezone == "Europe/Warsaw");
    BOOST_TEST((business.currency == currency("PLN")));
    BOOST_TEST((business.vat == contract::VatStatus{true, ""}));
    BOOST_TEST((business.numbering == contract::Numbering{"FV/{yyyy}/{mm}/{n:3}",
                                                          "KOR/{yyyy}/{n:3}", "NO/{yyyy}/{n:3}"}));
    BOOST_TEST_REQUIRE(business.accounts.size() == 3);
    BOOST_TEST(
        (business.accounts[1] ==
         contract::BankAccount{currency("EUR"), "PL34109010140000071219812875", "WBKPPLPP"}));
    BOOST_TEST((business.accounts[2].currency == currency("HUF")));
}

BOOST_AUTO_TEST_CASE(the_clients) {
    const app::Agreement agreement = example();
    std::string ids, tax_ids, places;
    for (const auto& client : agreement.clients) {
        ids += client.value.id.str() + " ";
        tax_ids += client.value.tax_id + " ";
        places += client.where.substr(client.where.find(':')) + " ";
    }
    BOOST_TEST(ids == "adria balaton kowalska lumen nord verde ");
    BOOST_TEST(tax_ids == "69435151530 13456724-2-07  5272814305 136695976 07643520567 ");
    BOOST_TEST(places == ":35 :45 :55 :64 :74 :84 ");
    const contract::Client& kowalska = agreement.clients[2].value;
    BOOST_TEST(kowalska.name == "Zofia Kowalska-Żółkiewska");
    BOOST_TEST((kowalska.kind == contract::ClientKind::consumer));
    BOOST_TEST((kowalska.country == country("PL")));
    BOOST_TEST((kowalska.language == core::Language::pl));
    BOOST_TEST(kowalska.email == "zofia@kowalska.example");
    BOOST_TEST((kowalska.address == contract::Address{"ul. Źródlana 4", "Łódź", "90-001"}));
    BOOST_TEST((agreement.clients[4].value.language == core::Language::de));
}

BOOST_AUTO_TEST_CASE(a_retainer_in_arrears) {
    const app::Agreement agreement = example();
    const contract::Contract& contract = contract_of(agreement, "adria-social");
    BOOST_TEST(contract.client.str() == "adria");
    BOOST_TEST((contract.currency == currency("EUR")));
    BOOST_TEST((contract.from == day("2026-01-01")));
    BOOST_TEST(!contract.until.has_value());
    BOOST_TEST((contract.cycle == contract::CyclePeriod::monthly));
    BOOST_TEST(contract.billing_day == 1);
    BOOST_TEST((contract.law == country("PL")));  // the business's
    BOOST_TEST_REQUIRE(contract.versions.size() == 1);
    BOOST_TEST((contract.versions[0].since == contract.from));
    const contract::Terms& terms = contract.versions[0].terms;
    BOOST_TEST(terms.title == "Vođenje društvenih mreža");
    BOOST_TEST((terms.billed == contract::Billed::arrears));
    BOOST_TEST((terms.payment == contract::PaymentTerms(contract::NetDays{14, false})));
    BOOST_TEST(terms.policy.str() == "standard");
    BOOST_TEST(terms.suspension_clause == "§ 7 ust. 2");
    BOOST_TEST((terms.retainer ==
                contract::Retainer{money("800", "EUR"), 20 * 60, money("48", "EUR"), 0}));
    BOOST_TEST((terms.scope == std::vector<std::string>{"social", "newsletter"}));
    BOOST_TEST((terms.out_of_scope == contract::OutOfScope::quote));
    BOOST_TEST((terms.paused_days == contract::PausedDays::bill));
    BOOST_TEST(
        (terms.rates == std::vector<contract::ServiceRate>{{"social", money("40", "EUR")},
                                                           {"consulting", money("90", "EUR")}}));
    BOOST_TEST(terms.fixed.empty());
    BOOST_TEST((terms.vat == contract::VatTerms{contract::VatCategory::AE, {}}));
    BOOST_TEST(!terms.availability.has_value());
    BOOST_TEST(!terms.after_hours.has_value());
    BOOST_TEST(terms.channel.empty());
}

BOOST_AUTO_TEST_CASE(an_amendment_starts_from_the_terms_before) {
    const app::Agreement agreement = example();
    const contract::Contract& contract = contract_of(agreement, "lumen-asysta");
    BOOST_TEST_REQUIRE(contract.versions.size() == 2);
    const contract::Terms& first = contract.versions[0].terms;
    BOOST_TEST((first.retainer ==
                contract::Retainer{money("2400", "PLN"), 16 * 60, money("160", "PLN"), 0}));
    BOOST_TEST((first.availability ==
                contract::Availability{{true, true, true, true, true, false, false}, 540, 1020}));
    BOOST_TEST((first.after_hours == contract::AfterHours{core::Ratio(3, 2), 15, true, true}));
    BOOST_TEST((first.vat == contract::VatTerms{contract::VatCategory::S, core::Ratio(23, 1)}));
    BOOST_TEST((first.out_of_scope == contract::OutOfScope::bill));
    BOOST_TEST((contract.versions[1].since == day("2026-07-01")));
    BOOST_TEST(contract.versions[1].note == "Aneks nr 1: nowa stawka");
    contract::Terms expected = first;
    expected.retainer = contract::Retainer{money("2600", "PLN"), 16 * 60, money("170", "PLN"), 0};
    BOOST_TEST((contract.versions[1].terms == expected));
}

BOOST_AUTO_TEST_CASE(the_other_contracts) {
    const app::Agreement agreement = example();
    BOOST_TEST(agreement.contracts.size() == 6);
    BOOST_TEST(agreement.law_from_business.empty());
    BOOST_TEST(agreement.policies.empty());
    const auto& balaton = contract_of(agreement, "balaton-shop").versions[0].terms;
    BOOST_TEST((balaton.fixed == std::vector<contract::FixedItem>{{"Havi ügyfélszolgálati díj",
                                                                   money("180000", "HUF"),
                                                                   contract::Per::cycle, false}}));
    BOOST_TEST(balaton.policy.str() == "gentle");
    BOOST_TEST(balaton.suspension_clause.empty());
    BOOST_TEST((balaton.paused_days == contract::PausedDays::prorate));
    const auto& nord = contract_of(agreement, "nord-redaktion");
    BOOST_TEST((nord.cycle == contract::CyclePeriod::quarterly));
    BOOST_TEST((nord.versions[0].terms.billed == contract::Billed::advance));
    BOOST_TEST((contract_of(agreement, "verde-ore").versions[0].terms.payment ==
                contract::PaymentTerms(contract::NetDays{30, true})));
    BOOST_TEST((contract_of(agreement, "kowalska-biuro").from == day("2026-01-15")));
}

BOOST_AUTO_TEST_SUITE_END()
