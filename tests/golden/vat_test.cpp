// VAT as its reader sees it: an invoice for every language and category, what each country's law
// wants said, VAT in the bookkeeping currency, and whole forint.

#include "adapters/rules/rules.h"
#include "adapters/templates/wording.h"
#include "adapters/text/text_table.h"
#include "dump.h"
#include "samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using contract::VatCategory;
using core::Language;

namespace {

constexpr int width = 100;

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();

    // Lines, sums and legal texts; who, when and where to pay is in invoice.txt.
    std::string text(const contract::Business& business, const contract::Client& client,
                     const ledger::Invoice& invoice) const {
        const contract::Contract contract = samples::first_contract(client.language);
        document::Document document =
            document::compose_invoice({business, client, contract, invoice}, *wording);
        document.footer.clear();
        std::erase_if(document.blocks, [](const document::Block& block) {
            return std::holds_alternative<document::Letterhead>(block) ||
                   std::holds_alternative<document::AddressAndFacts>(block) ||
                   std::holds_alternative<document::PaymentBox>(block);
        });
        return text::render(document, width, false);
    }
};

contract::Business issuer(std::string_view country, std::string_view currency) {
    contract::Business business = samples::studio();
    business.country = samples::country(country);
    business.currency = samples::currency(currency);
    return business;
}

ledger::Invoice one_fee(std::string_view amount, core::Currency currency,
                        ledger::VatTreatment vat) {
    ledger::Invoice invoice =
        samples::invoice_of({samples::line(ledger::LineKind::retainer, 1, ledger::Unit::item,
                                           core::parse_money(amount, currency).value())},
                            vat, currency);
    const std::vector<std::pair<ledger::VatTreatment, core::Money>> nets{{vat, invoice.net}};
    invoice.vat = ledger::vat_summary(nets, currency).value();
    invoice.tax = invoice.vat.front().tax;
    invoice.gross = invoice.net + invoice.tax;
    return invoice;
}

constexpr VatCategory categories[] = {VatCategory::S,  VatCategory::Z, VatCategory::E,
                                      VatCategory::AE, VatCategory::K, VatCategory::G,
                                      VatCategory::O};

std::string legal_paragraph(const document::Document& document) {
    for (const auto& block : document.blocks) {
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block))
            return paragraph->text;
    }
    return {};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(vat, Fixture)

BOOST_AUTO_TEST_CASE(an_invoice_for_every_language_and_category) {
    for (const Language language : core::all_languages()) {
        std::string all;
        for (const VatCategory category : categories) {
            contract::Client client = samples::client_of(language);
            // A client of the issuer's own country is told of no border.
            if (category == VatCategory::AE || category == VatCategory::K) {
                if (language == Language::pl) client.country = samples::country("CZ");
                if (language == Language::en) client.country = samples::country("IE");
            }
            const ledger::VatTreatment vat{
                category, category == VatCategory::S ? core::Ratio(23, 1) : core::Ratio()};
            all += "#### " + ledger::code_of(category) + "\n" +
                   text(samples::studio(), client,
                        one_fee("800", samples::currency_of(language), vat)) +
                   "\n";
        }
        const std::string name = std::string(core::code_of(language)) + "/vat.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, all), "");
    }
}

// In the issuer's own language and in English.
BOOST_AUTO_TEST_CASE(what_the_law_of_every_issuer_wants_said) {
    const std::tuple<const char*, Language> issuers[] = {
        {"PL", Language::pl}, {"HU", Language::hu}, {"HR", Language::hr},
        {"IT", Language::it}, {"DE", Language::de}, {"AT", Language::de}};
    std::string all;
    for (const auto& [country, own] : issuers) {
        for (const bool registered : {true, false}) {
            for (const VatCategory category : categories) {
                if (category == VatCategory::S || (!registered && category != VatCategory::E))
                    continue;
                for (const bool at_home : {false, true}) {
                    if (at_home && category != VatCategory::AE) continue;
                    for (const Language language : {own, Language::en}) {
                        contract::Business business = issuer(country, "EUR");
                        business.vat.registered = registered;
                        contract::Client client = samples::client_of(language);
                        client.country = samples::country(at_home ? country : "BE");
                        const contract::Contract contract = samples::first_contract(language);
                        const ledger::Invoice invoice =
                            one_fee("800", samples::currency("EUR"), {category, {}});
                        all += std::string(country) + " " + ledger::code_of(category) +
                               (registered ? "" : " small business") + (at_home ? " at home" : "") +
                               ", " + std::string(core::code_of(language)) + "\n" +
                               legal_paragraph(document::compose_invoice(
                                   {business, client, contract, invoice}, *wording)) +
                               "\n\n";
                    }
                }
            }
        }
    }
    BOOST_CHECK_EQUAL(golden::compare("vat_texts.txt", all), "");
}

BOOST_AUTO_TEST_CASE(vat_in_the_bookkeeping_currency) {
    struct Sample {
        Language language;
        const char *country, *books, *currency;
        int percent;
        core::Ratio per, rate;
        const char *on, *source;
    };
    const std::vector<Sample> cases{
        {Language::pl,
         "PL",
         "PLN",
         "EUR",
         23,
         {1, 1},
         {42'615, 10'000},
         "2026-09-29",
         "NBP 189/A/NBP/2026"},
        {Language::hu, "HU", "HUF", "EUR", 27, {1, 1}, {39'187, 100}, "2026-09-30", "MNB"},
        {Language::hr, "HR", "EUR", "CHF", 25, {9'412, 10'000}, {1, 1}, "2026-09-30", "ECB"},
        {Language::it, "IT", "EUR", "USD", 22, {11'734, 10'000}, {1, 1}, "2026-09-30", "BCE"},
        {Language::de,
         "DE",
         "EUR",
         "CHF",
         19,
         {9'398, 10'000},
         {1, 1},
         "2026-09-30",
         "BMF, Durchschnittskurs September 2026"},
        {Language::en, "AT", "EUR", "JPY", 20, {17'321, 100}, {1, 1}, "2026-09-30", "ECB"},
    };
    for (const Sample& c : cases) {
        const contract::Business business = issuer(c.country, c.books);
        contract::Client client = samples::client_of(c.language);
        client.kind = contract::ClientKind::consumer;
        ledger::Invoice invoice = one_fee("1234", samples::currency(c.currency),
                                          {VatCategory::S, core::Ratio(c.percent, 1)});
        const auto lookup = [&](core::Currency from, core::Currency into, core::Date on) {
            BOOST_TEST(core::to_iso(on) == c.on);
            return std::optional(ledger::ExchangeRate{from, c.per, c.rate, into, on, c.source});
        };
        const auto rules = rules::vat_currencies();
        invoice.bookkeeping_tax =
            ledger::bookkeeping_tax(business, invoice.tax, invoice.supplied_on, invoice.issued_on,
                                    {rules, rules::calendar(), lookup})
                .value();
        const std::string name =
            std::string(core::code_of(c.language)) + "/vat_in_bookkeeping_currency.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text(business, client, invoice)), "");
    }
}

BOOST_AUTO_TEST_CASE(a_hungarian_invoice_in_whole_forint) {
    const ledger::Invoice invoice =
        one_fee("123457", samples::currency("HUF"), {VatCategory::S, core::Ratio(27, 1)});
    BOOST_CHECK_EQUAL(
        golden::compare("hu/invoice_in_forint.txt",
                        text(issuer("HU", "HUF"), samples::client_of(Language::hu), invoice)),
        "");
}

BOOST_AUTO_TEST_SUITE_END()
