#include "kvit/document/invoice_view.h"

#include "adapters/templates/wording.h"
#include "document/samples.h"
#include "document/spaces.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace kvit;
using contract::VatCategory;
using core::Language;
using samples::money;
using samples::nb;

namespace {

template <class T>
std::vector<T> blocks_of(const document::Document& document) {
    std::vector<T> found;
    for (const auto& block : document.blocks) {
        if (const T* match = std::get_if<T>(&block)) found.push_back(*match);
    }
    return found;
}

std::string value_of(const std::vector<document::LabelledValue>& rows, std::string_view label) {
    for (const auto& row : rows) {
        if (row.label == label) return row.value;
    }
    return "(no row " + std::string(label) + ")";
}

bool has_paragraph(const document::Document& document, std::string_view text) {
    return std::ranges::any_of(
        blocks_of<document::Paragraph>(document),
        [&](const document::Paragraph& paragraph) { return paragraph.text == text; });
}

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();
    contract::Business business = samples::studio();
    contract::Client client = samples::client_of(Language::pl);
    contract::Contract contract = samples::first_contract(Language::pl);
    ledger::Invoice invoice = samples::full_invoice(Language::pl);

    document::Document compose() const {
        return document::compose_invoice({business, client, contract, invoice}, *wording);
    }
    document::Message message() const {
        return document::invoice_message({business, client, contract, invoice}, *wording);
    }
    void use_client(Language language) {
        client = samples::client_of(language);
        contract = samples::first_contract(language);
        invoice = samples::full_invoice(language);
    }
    ledger::Invoice one_line(ledger::VatTreatment vat, std::string_view amount,
                             std::string_view currency) const {
        return samples::invoice_of({samples::line(ledger::LineKind::retainer, 1, ledger::Unit::item,
                                                  money(amount, currency))},
                                   vat, samples::currency(currency));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_invoice_view, Fixture)

BOOST_AUTO_TEST_CASE(title_language_and_metadata) {
    const document::Document document = compose();
    BOOST_CHECK(document.language == Language::pl);
    BOOST_TEST(document.title == "Faktura FV/2026/10/001");
    BOOST_TEST(document.author == "Studio Ada Adrianna Wójcik");
    BOOST_TEST(document.page_label == "Strona {page} z {pages}");
    BOOST_TEST(!document.landscape);
    BOOST_TEST(blocks_of<document::Heading>(document).at(0).text == "Faktura FV/2026/10/001");
}

BOOST_AUTO_TEST_CASE(four_different_dates_and_the_period) {
    invoice.supplied_on = samples::day("2026-09-30");
    invoice.due_on_raw = samples::day("2026-10-17");  // a Saturday
    invoice.due_on = samples::day("2026-10-19");
    const auto facts = blocks_of<document::AddressAndFacts>(compose()).at(0).facts;
    BOOST_TEST(value_of(facts, "Data wystawienia") == "01.10.2026");
    BOOST_TEST(value_of(facts, "Data wykonania usługi") == "30.09.2026");
    BOOST_TEST(value_of(facts, "Okres rozliczeniowy") == "01.09.2026–30.09.2026");
    BOOST_TEST(value_of(facts, "Termin płatności") == "19.10.2026");
    BOOST_TEST(value_of(facts, "Waluta") == "PLN");
}

BOOST_AUTO_TEST_CASE(totals_and_vat_add_up) {
    const document::Document document = compose();
    const auto totals = blocks_of<document::Totals>(document).at(0).rows;
    BOOST_TEST(value_of(totals, "Razem netto") == nb("3~070,60~PLN"));
    BOOST_TEST(value_of(totals, "Razem VAT") == nb("706,24~PLN"));
    BOOST_TEST(value_of(totals, "Do zapłaty") == nb("3~776,84~PLN"));
    BOOST_TEST(totals.back().strong);
    const auto tables = blocks_of<document::Table>(document);
    BOOST_REQUIRE_EQUAL(tables.size(), 2u);
    BOOST_TEST(tables[0].rows.size() == 7u);
    const std::vector<std::string> vat{"23%", nb("3~070,60"), "706,24", nb("3~776,84")};
    BOOST_TEST(tables[1].rows.at(0).cells == vat, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(hours_show_the_price_of_an_hour) {
    const auto row = blocks_of<document::Table>(compose()).at(0).rows.at(3).cells;
    BOOST_TEST(row.at(2) == nb("1:35~godz."));
    BOOST_TEST(row.at(3) == nb("160,00~/ godz."));
    BOOST_TEST(row.at(4) == "253,33");
}

BOOST_AUTO_TEST_CASE(the_stored_text_of_a_line_is_what_is_printed) {
    invoice.lines.at(0).text = "Worded when issued";
    BOOST_TEST(blocks_of<document::Table>(compose()).at(0).rows.at(0).cells.at(1) ==
               "Worded when issued");
}

BOOST_AUTO_TEST_CASE(tax_numbers_carry_the_prefix_across_a_border_only) {
    auto address = blocks_of<document::AddressAndFacts>(compose()).at(0).address;
    BOOST_TEST(address.back() == "NIP: 5272814305");
    BOOST_TEST(blocks_of<document::Letterhead>(compose()).at(0).details.at(2) == "NIP: 6772310459");
    use_client(Language::hu);
    address = blocks_of<document::AddressAndFacts>(compose()).at(0).address;
    BOOST_TEST(address.at(address.size() - 2) == "Magyarország");
    BOOST_TEST(address.back() == "Közösségi adószám: HU13456724");
    BOOST_TEST(blocks_of<document::Letterhead>(compose()).at(0).details.at(3) ==
               "Közösségi adószám: PL6772310459");
    use_client(Language::en);  // outside the Union
    address = blocks_of<document::AddressAndFacts>(compose()).at(0).address;
    BOOST_TEST(address.at(2) == "Bristol BS1 4DJ");
    BOOST_TEST(address.back() == "Tax ID: 365684514");
}

BOOST_AUTO_TEST_CASE(a_german_number_keeps_its_prefix_at_home) {
    use_client(Language::de);
    business.country = samples::country("DE");
    business.tax_id = "811569869";
    BOOST_TEST(blocks_of<document::AddressAndFacts>(compose()).at(0).address.back() ==
               "USt-IdNr.: DE136695976");
}

BOOST_AUTO_TEST_CASE(a_consumer_without_a_number_has_no_such_line) {
    client.kind = contract::ClientKind::consumer;
    client.tax_id = "";
    BOOST_TEST(blocks_of<document::AddressAndFacts>(compose()).at(0).address.back() ==
               "00-807 Warszawa");
}

BOOST_AUTO_TEST_CASE(the_account_is_the_one_in_the_currency_of_the_invoice) {
    auto box = blocks_of<document::PaymentBox>(compose()).at(0).rows;
    BOOST_TEST(value_of(box, "IBAN") == nb("PL61~1090~1014~0000~0712~1981~2874"));
    BOOST_TEST(value_of(box, "BIC") == "WBKPPLPP");
    BOOST_TEST(value_of(box, "Tytuł przelewu") == "FV/2026/10/001");
    BOOST_TEST(value_of(box, "Kwota") == nb("3~776,84~PLN"));
    business.accounts.at(0).bic = "";
    BOOST_TEST(value_of(blocks_of<document::PaymentBox>(compose()).at(0).rows, "BIC") ==
               "(no row BIC)");
    use_client(Language::hr);
    box = blocks_of<document::PaymentBox>(compose()).at(0).rows;
    BOOST_TEST(value_of(box, "IBAN") == nb("PL34~1090~1014~0000~0712~1981~2875"));
}

BOOST_AUTO_TEST_CASE(without_an_account_in_the_currency_no_account_is_named) {
    business.accounts.erase(business.accounts.begin());
    const document::Document document = compose();
    const auto box = blocks_of<document::PaymentBox>(document).at(0).rows;
    BOOST_TEST(value_of(box, "IBAN") == "(no row IBAN)");
    BOOST_TEST(value_of(box, "BIC") == "(no row BIC)");
    BOOST_TEST(value_of(box, "Kwota") == nb("3~776,84~PLN"));
    const auto facts = blocks_of<document::AddressAndFacts>(document).at(0).facts;
    BOOST_TEST(value_of(facts, "Sposób płatności") == "(no row Sposób płatności)");
    BOOST_TEST(message().text.find("IBAN") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_to_pay_asks_for_nothing) {
    invoice = one_line({VatCategory::S, {23, 1}}, "0.00", "PLN");
    BOOST_TEST(blocks_of<document::PaymentBox>(compose()).empty());
    BOOST_TEST(message().text.find("IBAN") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(legal_texts_of_every_category_but_the_standard_rate) {
    const auto texts = [&](VatCategory category) {
        invoice = one_line({category, {0, 1}}, "100.00", "PLN");
        return blocks_of<document::Paragraph>(compose());
    };
    BOOST_TEST(texts(VatCategory::S).size() == 1u);  // the thanks
    for (const VatCategory category : {VatCategory::Z, VatCategory::E, VatCategory::AE,
                                       VatCategory::K, VatCategory::G, VatCategory::O})
        BOOST_TEST(texts(category).size() == 2u);
    BOOST_TEST(texts(VatCategory::AE).at(0).text == "Odwrotne obciążenie: VAT rozlicza nabywca.");
    client.country = samples::country("CZ");
    BOOST_TEST(texts(VatCategory::AE).at(0).text ==
               "Odwrotne obciążenie (reverse charge): VAT rozlicza nabywca – art. 44 i 196 "
               "dyrektywy 2006/112/WE.\nPodstawa prawna: art. 28b ust. 1 ustawy z 11 marca 2004 r. "
               "o podatku od towarów i usług");
}

BOOST_AUTO_TEST_CASE(words_the_issuers_law_wants_stand_in_its_own_language) {
    use_client(Language::de);
    invoice = one_line({VatCategory::AE, {0, 1}}, "100.00", "EUR");
    const std::string in_german =
        "Steuerschuldnerschaft des Leistungsempfängers (reverse charge) – Artikel 44 und 196 der "
        "Richtlinie 2006/112/EG.";
    const auto text = [&] { return blocks_of<document::Paragraph>(compose()).at(0).text; };
    BOOST_TEST(text() == in_german +
                             "\nOdwrotne obciążenie. Rechtsgrundlage: art. 28b ust. 1 ustawy z 11 "
                             "marca 2004 r. o podatku od towarów i usług");
    business.country = samples::country("AT");
    BOOST_TEST(text() == in_german +
                             "\nÜbergang der Steuerschuld auf den Leistungsempfänger. "
                             "Rechtsgrundlage: § 3a Abs. 6, § 11 Abs. 1a UStG 1994");
    business.country = samples::country("FR");  // no row: nothing is made up
    BOOST_TEST(text() == in_german);
}

BOOST_AUTO_TEST_CASE(vat_in_the_bookkeeping_currency_with_its_rate) {
    BOOST_TEST(!has_paragraph(compose(), "Kurs przeliczenia VAT"));
    use_client(Language::hu);
    invoice = one_line({VatCategory::S, {23, 1}}, "100000", "HUF");
    invoice.bookkeeping_tax = ledger::BookkeepingTax{samples::money("250.98", "PLN"),
                                                     {samples::currency("HUF"),
                                                      {100, 1},
                                                      {10'912, 10'000},
                                                      samples::currency("PLN"),
                                                      samples::day("2026-09-29"),
                                                      "NBP 189/A/NBP/2026"}};
    const auto totals = blocks_of<document::Totals>(compose()).at(0).rows;
    BOOST_REQUIRE_EQUAL(totals.size(), 4u);
    BOOST_TEST(totals[1].value == nb("23~000~HUF"));
    BOOST_TEST(totals[2].label == "Áfa összesen (PLN)");
    BOOST_TEST(totals[2].value == nb("250,98~PLN"));
    BOOST_TEST(totals[3].strong);
    BOOST_TEST(blocks_of<document::Paragraph>(compose()).at(0).text ==
               nb("Az áfa átszámításának árfolyama: 100~HUF = 1,0912~PLN (2026.~09.~29., NBP "
                  "189/A/NBP/2026)"));
}

BOOST_AUTO_TEST_CASE(one_text_for_each_category_however_many_groups) {
    invoice = one_line({VatCategory::AE, {0, 1}}, "100.00", "PLN");
    invoice.vat.push_back(invoice.vat.front());
    BOOST_TEST(blocks_of<document::Paragraph>(compose()).size() == 2u);
}

BOOST_AUTO_TEST_CASE(an_issuer_without_vat_prints_the_ground_of_the_exemption) {
    business.vat = {false, "Zwolnienie na podstawie art. 113 ust. 1 ustawy o VAT."};
    invoice = one_line({VatCategory::E, {0, 1}}, "100.00", "PLN");
    BOOST_TEST(has_paragraph(compose(), "Zwolnienie na podstawie art. 113 ust. 1 ustawy o VAT."));
    BOOST_TEST(!has_paragraph(compose(), "Zwolnienie z VAT."));
    business.vat.exemption = "";
    BOOST_TEST(has_paragraph(compose(),
                             "Sprzedawca korzysta ze zwolnienia podmiotowego z VAT.\n"
                             "Podstawa prawna: art. 113 ust. 1 i 9 ustawy z 11 marca "
                             "2004 r. o podatku od towarów i usług"));
    business.vat.registered = true;  // exempt by what it sells
    BOOST_TEST(has_paragraph(compose(),
                             "Zwolnienie z VAT.\nPodstawa prawna: art. 43 ust. 1 ustawy "
                             "z 11 marca 2004 r. o podatku od towarów i usług"));
}

BOOST_AUTO_TEST_CASE(a_draft_says_that_it_is_one) {
    invoice.number = core::InvoiceNumber();
    BOOST_TEST(compose().title == "Projekt faktury");
}

BOOST_AUTO_TEST_CASE(the_message_goes_to_the_client_with_the_document_attached) {
    const document::Message mail = message();
    BOOST_TEST(mail.from_email == "biuro@studio-ada.example");
    BOOST_TEST(mail.to_name == "Lumen Oświetlenie Sp. z o.o.");
    BOOST_TEST(mail.to_email == "faktury@lumen.example");
    BOOST_TEST(mail.subject == "Faktura FV/2026/10/001 – Studio Ada Adrianna Wójcik");
    BOOST_REQUIRE_EQUAL(mail.attachments.size(), 1u);
    BOOST_TEST(mail.attachments[0].str() == "FV/2026/10/001");
    // Copied into a bank's form, so with ordinary spaces.
    BOOST_TEST(mail.text.find("IBAN: PL61 1090 1014 0000 0712 1981 2874\n") != std::string::npos);
    business.phone = "";
    BOOST_TEST(message().text.ends_with("Z poważaniem\nStudio Ada Adrianna Wójcik\n"));
}

BOOST_AUTO_TEST_SUITE_END()
