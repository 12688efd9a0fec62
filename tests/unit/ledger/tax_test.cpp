#include "kvit/ledger/tax.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <tuple>

using namespace kvit;
using namespace kvit::test;
using contract::ClientKind;
using contract::VatCategory;
using core::Ratio;
using ledger::VatLine;
using ledger::VatRates;
using ledger::VatTreatment;

namespace {

VatRates rates() {
    return VatRates({{country("PL"), "2011-01-01"_iso, Ratio(23, 1)},
                     {country("PL"), "1993-07-05"_iso, Ratio(22, 1)},
                     {country("HU"), "2012-01-01"_iso, Ratio(27, 1)}});
}

contract::Business business(std::string_view where, bool registered = true) {
    return {.id = core::BusinessId("ada"),
            .name = "Ada",
            .country = country(where),
            .tax_id = "123",
            .address = {},
            .email = "",
            .phone = "",
            .booking_url = "",
            .logo = "",
            .language = core::Language::pl,
            .timezone = "Europe/Warsaw",
            .currency = currency("PLN"),
            .vat = {registered, ""},
            .numbering = {},
            .accounts = {}};
}

contract::Client client(std::string_view where, ClientKind kind, std::string tax_id = "") {
    return {.id = core::ClientId("c"),
            .name = "C",
            .country = country(where),
            .kind = kind,
            .tax_id = std::move(tax_id),
            .language = core::Language::pl,
            .email = "",
            .address = {}};
}

struct DefaultCase {
    const char* issuer;
    bool registered;
    const char* payer;
    ClientKind kind;
    const char* tax_id;
    VatCategory category;
    int percent;
};

VatTreatment standard(int percent) { return {VatCategory::S, Ratio(percent, 1)}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_tax)

BOOST_AUTO_TEST_CASE(the_rate_in_force_on_a_day) {
    const VatRates known = rates();
    BOOST_TEST((known.standard(country("PL"), "2010-12-31"_iso).value() == Ratio(22, 1)));
    BOOST_TEST((known.standard(country("PL"), "2011-01-01"_iso).value() == Ratio(23, 1)));
    BOOST_TEST((known.standard(country("PL"), "2026-01-01"_iso).value() == Ratio(23, 1)));
}

BOOST_AUTO_TEST_CASE(an_unknown_rate_is_refused_and_named) {
    const auto before = rates().standard(country("PL"), "1993-07-04"_iso);
    BOOST_REQUIRE(!before);
    BOOST_TEST(before.error().what == "the standard VAT rate of PL on 1993-07-04 is not known");
    BOOST_TEST(before.error().remedy ==
               "give the contract its own, vat = { category = \"S\", rate = \"…\" }");
    BOOST_TEST(!rates().standard(country("HR"), "2026-01-01"_iso));
}

BOOST_AUTO_TEST_CASE(defaults_from_the_two_countries) {
    const std::vector<DefaultCase> cases{
        {"PL", true, "PL", ClientKind::business, "", VatCategory::S, 23},
        {"PL", true, "PL", ClientKind::consumer, "", VatCategory::S, 23},
        {"PL", true, "PL", ClientKind::public_body, "", VatCategory::S, 23},
        {"PL", false, "PL", ClientKind::business, "", VatCategory::E, 0},
        {"PL", false, "DE", ClientKind::business, "", VatCategory::E, 0},
        {"PL", true, "HR", ClientKind::business, "69435151530", VatCategory::AE, 0},
        {"PL", true, "DE", ClientKind::consumer, "", VatCategory::S, 23},
        {"PL", true, "DE", ClientKind::public_body, "", VatCategory::S, 23},
        {"PL", true, "DE", ClientKind::public_body, "DE136695976", VatCategory::AE, 0},
        {"PL", true, "CH", ClientKind::business, "", VatCategory::O, 0},
        {"PL", true, "US", ClientKind::consumer, "", VatCategory::O, 0},
        {"US", true, "PL", ClientKind::business, "", VatCategory::O, 0},
        {"HU", true, "HU", ClientKind::business, "", VatCategory::S, 27},
    };
    for (const DefaultCase& c : cases) {
        BOOST_TEST_CONTEXT(c.issuer << " to " << c.payer) {
            const auto treatment = ledger::vat_treatment(business(c.issuer, c.registered),
                                                         client(c.payer, c.kind, c.tax_id), {},
                                                         "2026-02-01"_iso, rates());
            BOOST_REQUIRE(treatment);
            BOOST_TEST((*treatment == VatTreatment{c.category, Ratio(c.percent, 1)}));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_contracts_own_terms_win) {
    const auto treat = [](contract::VatTerms vat, std::string_view issuer = "PL") {
        contract::Terms terms;
        terms.vat = vat;
        return ledger::vat_treatment(business(issuer), client("PL", ClientKind::business, "1"),
                                     terms, "2026-02-01"_iso, rates());
    };
    BOOST_TEST((treat({VatCategory::S, Ratio(8, 1)}).value() == standard(8)));
    BOOST_TEST((treat({VatCategory::S, {}}).value() == standard(23)));
    BOOST_TEST((treat({VatCategory::Z, {}}).value() == VatTreatment{VatCategory::Z, Ratio()}));
    BOOST_TEST((treat({VatCategory::AE, {}}, "HR").value().category == VatCategory::AE));
    BOOST_TEST(!treat({VatCategory::S, {}}, "HR"));  // no row for HR: never another country's
}

BOOST_AUTO_TEST_CASE(categories_that_do_not_fit_the_two_parties) {
    constexpr auto firm = ClientKind::business, person = ClientKind::consumer;
    const std::string unregistered =
        "the business is not registered for VAT; leave the contract's vat out, or write vat = { "
        "category = \"E\" }.";
    const std::string no_number =
        "client \"c\" has no tax_id; write the client's tax_id, or vat = { category = \"S\" }.";
    const std::string consumer = "client \"c\" is a consumer; write vat = { category = \"S\" }.";
    const std::string not_elsewhere = "client \"c\" is not in another country of the EU; ";
    const std::vector<
        std::tuple<VatCategory, bool, const char*, ClientKind, const char*, std::string>>
        cases{
            {VatCategory::S, true, "PL", person, "", ""},
            {VatCategory::S, false, "PL", firm, "1", unregistered},
            {VatCategory::Z, false, "PL", firm, "1", unregistered},
            {VatCategory::K, false, "DE", firm, "1", unregistered},
            {VatCategory::G, false, "US", firm, "1", unregistered},
            {VatCategory::E, false, "PL", person, "", ""},
            {VatCategory::O, false, "US", person, "", ""},
            {VatCategory::AE, false, "DE", firm, "1", ""},
            {VatCategory::AE, true, "PL", firm, "1", ""},
            {VatCategory::AE, true, "DE", firm, "", no_number},
            {VatCategory::AE, true, "DE", ClientKind::public_body, "", no_number},
            {VatCategory::AE, true, "DE", person, "1", consumer},
            {VatCategory::K, true, "DE", firm, "1", ""},
            {VatCategory::K, true, "DE", firm, "", no_number},
            {VatCategory::K, true, "DE", person, "", consumer},
            {VatCategory::K, true, "PL", firm, "1",
             not_elsewhere + "write vat = { category = \"S\" }."},
            {VatCategory::K, true, "US", firm, "1",
             not_elsewhere + "write vat = { category = \"G\" }."},
            {VatCategory::G, true, "US", person, "", ""},
        };
    for (const auto& [category, registered, payer, kind, tax_id, why] : cases) {
        contract::Terms terms;
        terms.vat = contract::VatTerms{category, {}};
        const std::string code = ledger::code_of(category);
        const auto found =
            ledger::vat_category(business("PL", registered), client(payer, kind, tax_id), terms);
        const std::string expected =
            why.empty() ? "" : "VAT category " + code + " does not fit: " + why;
        BOOST_TEST((found ? "" : core::to_sentence(found.error())) == expected,
                   code << " to " << payer << ": "
                        << (found ? "accepted" : core::to_sentence(found.error())));
    }
    // The category that follows from the two countries is held to the same.
    BOOST_TEST(!ledger::vat_category(business("PL"), client("DE", firm), {}));
    contract::Business nameless = business("PL", false);
    nameless.tax_id = "";
    contract::Terms reverse;
    reverse.vat = contract::VatTerms{VatCategory::AE, {}};
    BOOST_TEST(core::to_sentence(
                   ledger::vat_category(nameless, client("DE", firm, "1"), reverse).error()) ==
               "VAT category AE does not fit: the business has no tax_id; write the business's "
               "tax_id.");
}

BOOST_AUTO_TEST_CASE(tax_is_rounded_once_per_group) {
    // Three lines of 0.02 at 23 %: 0.0046 each rounds to 0.00, their sum 0.06 to 0.0138 -> 0.01.
    const std::vector<std::pair<VatTreatment, core::Money>> nets{{standard(23), money("0.02")},
                                                                 {standard(23), money("0.02")},
                                                                 {standard(23), money("0.02")}};
    const auto vat = ledger::vat_summary(nets, currency("PLN"));
    BOOST_REQUIRE(vat);
    BOOST_TEST((*vat == std::vector<VatLine>{{standard(23), money("0.06"), money("0.01")}}));
}

BOOST_AUTO_TEST_CASE(half_a_minor_unit_goes_up_and_a_credit_mirrors_it) {
    const auto tax_of = [](std::string_view net, int percent) {
        const std::vector<std::pair<VatTreatment, core::Money>> nets{
            {standard(percent), money(net)}};
        return ledger::vat_summary(nets, currency("PLN")).value().front().tax;
    };
    BOOST_TEST((tax_of("0.50", 23) == money("0.12")));  // 0.115
    BOOST_TEST((tax_of("-0.50", 23) == money("-0.12")));
    BOOST_TEST((tax_of("0.49", 23) == money("0.11")));  // 0.1127
    BOOST_TEST((tax_of("0.00", 23) == money("0.00")));
}

BOOST_AUTO_TEST_CASE(groups_are_sorted_by_category_then_rate) {
    const VatTreatment zero{VatCategory::Z, Ratio()};
    const std::vector<std::pair<VatTreatment, core::Money>> nets{{zero, money("5.00")},
                                                                 {standard(23), money("1.00")},
                                                                 {standard(8), money("2.00")},
                                                                 {zero, money("1.00")}};
    const auto vat = ledger::vat_summary(nets, currency("PLN"));
    BOOST_REQUIRE(vat);
    const std::vector<VatLine> expected{{standard(8), money("2.00"), money("0.16")},
                                        {standard(23), money("1.00"), money("0.23")},
                                        {zero, money("6.00"), money("0.00")}};
    BOOST_TEST((*vat == expected));
    BOOST_TEST(ledger::vat_summary({}, currency("PLN")).value().empty());
}

BOOST_AUTO_TEST_CASE(forint_tax_is_whole_and_rounded_once) {
    const auto tax_of = [](std::string_view net, Ratio percent) {
        const std::vector<std::pair<VatTreatment, core::Money>> nets{
            {{VatCategory::S, percent}, money(net, "HUF")}};
        return ledger::vat_summary(nets, currency("HUF")).value().front().tax;
    };
    BOOST_TEST((tax_of("150", Ratio(27, 1)) == money("41", "HUF")));  // 40.50
    BOOST_TEST((tax_of("151", Ratio(27, 1)) == money("41", "HUF")));  // 40.77
    // 0.495 forint: fillér first (0.50) and then forint would give 1.
    BOOST_TEST((tax_of("9", Ratio(11, 2)) == money("0", "HUF")));
}

BOOST_AUTO_TEST_CASE(amounts_beyond_the_bound_are_refused) {
    const core::Money most(core::Money::max_minor, currency("PLN"));
    const std::vector<std::pair<VatTreatment, core::Money>> one{{standard(100), most}};
    BOOST_TEST(ledger::vat_summary(one, currency("PLN")).value().front().tax.minor() ==
               core::Money::max_minor);
    const std::vector<std::pair<VatTreatment, core::Money>> tax_too_large{{standard(101), most}};
    BOOST_TEST(!ledger::vat_summary(tax_too_large, currency("PLN")));
    const std::vector<std::pair<VatTreatment, core::Money>> base_too_large{
        {standard(0), most}, {standard(0), money("0.01")}};
    const auto refused = ledger::vat_summary(base_too_large, currency("PLN"));
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().what == "the sum of the lines is larger than kvit handles");
}

BOOST_AUTO_TEST_SUITE_END()
