#include "kvit/document/credit_note_view.h"

#include "adapters/templates/wording.h"
#include "document/samples.h"
#include "document/spaces.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace kvit;
using contract::VatCategory;
using core::Language;
using ledger::CreditAll;
using ledger::CreditAmount;
using ledger::CreditLine;
using samples::CreditSample;
using samples::money;
using samples::nb;
using Cells = std::vector<std::string>;

namespace {

template <class T>
std::vector<T> blocks_of(const document::Document& document) {
    std::vector<T> found;
    for (const auto& block : document.blocks) {
        if (const T* match = std::get_if<T>(&block)) found.push_back(*match);
    }
    return found;
}

bool has_paragraph(const document::Document& document, std::string_view part) {
    return std::ranges::any_of(blocks_of<document::Paragraph>(document),
                               [&](const document::Paragraph& paragraph) {
                                   return paragraph.text.find(part) != std::string::npos;
                               });
}

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();

    document::Document compose(const CreditSample& sample, std::string_view paid = "0.00") const {
        return document::compose_credit_note(
            sample.view(samples::price(paid, sample.client.language)), *wording);
    }
    document::Message message(const CreditSample& sample, std::string_view paid = "0.00") const {
        return document::credit_note_message(
            sample.view(samples::price(paid, sample.client.language)), *wording);
    }
    std::string title(Language language, const ledger::Credit& credit) const {
        return compose(CreditSample(language, credit)).title;
    }
};

const CreditAmount zloty_123{money("123.00", "PLN")};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_credit_note_view, Fixture)

BOOST_AUTO_TEST_CASE(each_country_has_its_own_name_for_it) {
    BOOST_TEST(title(Language::pl, CreditAll{}) == "Faktura korygująca KOR/2026/003");
    BOOST_TEST(title(Language::pl, CreditLine{1}) == "Faktura korygująca KOR/2026/003");
    BOOST_TEST(title(Language::hu, CreditLine{1}) == "Módosító számla KOR/2026/003");
    BOOST_TEST(title(Language::hu, CreditAll{}) == "Érvénytelenítő számla KOR/2026/003");
    BOOST_TEST(title(Language::hr, CreditAll{}) == "Odobrenje KOR/2026/003");
    BOOST_TEST(title(Language::it, CreditAll{}) == "Nota di credito KOR/2026/003");
    BOOST_TEST(title(Language::de, CreditAll{}) == "Rechnungskorrektur KOR/2026/003");
    BOOST_TEST(title(Language::en, CreditAll{}) == "Credit note KOR/2026/003");
}

BOOST_AUTO_TEST_CASE(it_names_the_invoice_and_the_reason) {
    const auto document = compose(CreditSample(Language::pl, CreditLine{3}));
    const auto facts = blocks_of<document::AddressAndFacts>(document).at(0).facts;
    const auto has = [&](std::string_view label, std::string_view value) {
        return std::ranges::any_of(facts, [&](const document::LabelledValue& row) {
            return row.label == label && row.value == value;
        });
    };
    BOOST_TEST(has("Data wystawienia", "20.10.2026"));
    BOOST_TEST(has("Do faktury", "FV/2026/10/001"));
    BOOST_TEST(has("Data wystawienia faktury", "01.10.2026"));
    BOOST_TEST(has_paragraph(
        document, "Przyczyna korekty: Projekt logo był już ujęty na fakturze FV/2026/09/004"));
}

BOOST_AUTO_TEST_CASE(a_line_keeps_its_number_and_counts_below_zero) {
    const auto tables =
        blocks_of<document::Table>(compose(CreditSample(Language::pl, CreditLine{4})));
    BOOST_TEST(tables.at(0).columns.at(0).title == "Poz. faktury");
    BOOST_REQUIRE(tables.at(0).rows.size() == 1u);
    const auto& cells = tables.at(0).rows.at(0).cells;
    BOOST_TEST(cells.at(0) == "4");
    BOOST_TEST(cells.at(2) == nb("−1:35~godz."));
    BOOST_TEST(cells.at(3) == nb("160,00~/ godz."));
    BOOST_TEST(cells.at(4) == "−253,33");
    BOOST_TEST(cells.at(5) == "23%");
    const auto amount = blocks_of<document::Table>(compose(CreditSample(Language::pl, zloty_123)));
    const Cells expected{"–",           "Obniżenie ceny: Asysta biurowa, 01.09.2026–30.09.2026",
                         nb("−1~szt."), "100,00",
                         "−100,00",     "23%"};
    BOOST_TEST(amount.at(0).rows.at(0).cells == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(before_change_and_after) {
    const auto tables = blocks_of<document::Table>(compose(CreditSample(Language::pl, zloty_123)));
    BOOST_REQUIRE(tables.size() == 2u);
    const auto& rows = tables[1].rows;
    const std::vector<Cells> expected{
        {"Wartość netto (23%)", nb("3~070,60"), "−100,00", nb("2~970,60")},
        {"Kwota VAT (23%)", "706,24", "−23,00", "683,24"},
        {"Wartość brutto", nb("3~776,84"), "−123,00", nb("3~653,84")}};
    BOOST_REQUIRE(rows.size() == 3u);
    for (std::size_t i = 0; i < rows.size(); ++i)
        BOOST_TEST(rows[i].cells == expected[i], boost::test_tools::per_element());
    BOOST_TEST(rows.back().strong);
}

BOOST_AUTO_TEST_CASE(several_rates_are_told_apart_and_summed) {
    CreditSample sample(Language::pl, zloty_123);
    sample.invoice.vat.push_back(
        {{VatCategory::S, {8, 1}}, money("50.00", "PLN"), money("4.00", "PLN")});
    sample.invoice.net += money("50.00", "PLN");
    sample.invoice.tax += money("4.00", "PLN");
    sample.invoice.gross += money("54.00", "PLN");
    const auto tables = blocks_of<document::Table>(compose(sample));
    std::vector<std::string> labels;
    for (const auto& row : tables.at(1).rows) labels.push_back(row.cells.at(0));
    const Cells expected{"Wartość netto (23%)", "Kwota VAT (23%)", "Wartość netto (8%)",
                         "Kwota VAT (8%)",      "Razem netto",     "Razem VAT",
                         "Wartość brutto"};
    BOOST_TEST(labels == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_left_to_pay_comes_with_where_to_pay_it) {
    const CreditSample sample(Language::pl, zloty_123);
    const auto document = compose(sample, "500.00");
    const auto totals = blocks_of<document::Totals>(document).at(0).rows;
    BOOST_REQUIRE(totals.size() == 2u);
    BOOST_TEST(totals[0].value == nb("−123,00~PLN"));
    BOOST_TEST(totals[1].value == nb("3~153,84~PLN"));
    BOOST_TEST(totals[1].strong);
    const auto box = blocks_of<document::PaymentBox>(document).at(0).rows;
    BOOST_TEST(box.at(4).value == "FV/2026/10/001");  // the invoice is paid, not the note
    const auto text = message(sample, "500.00").text;
    BOOST_TEST(text.find("zmniejsza należność z tej faktury o " + nb("123,00~PLN")) !=
               std::string::npos);
    BOOST_TEST(text.find("Tytuł przelewu: FV/2026/10/001") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_was_paid_already_stands_to_the_client) {
    const CreditSample sample(Language::pl, zloty_123);
    const auto document = compose(sample, "3700.00");
    const auto totals = blocks_of<document::Totals>(document).at(0).rows;
    BOOST_REQUIRE(totals.size() == 3u);
    BOOST_TEST(totals[1].label == "Nadpłata na Państwa koncie");
    BOOST_TEST(totals[1].value == nb("46,16~PLN"));
    BOOST_TEST(totals[2].value == nb("0,00~PLN"));
    BOOST_TEST(blocks_of<document::PaymentBox>(document).empty());
    BOOST_TEST(has_paragraph(document, nb("Zapłaconą już kwotę 46,16~PLN")));
    BOOST_TEST(message(sample, "3700.00").text.find("Zapłaconą już kwotę") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_mistake_is_admitted_and_nothing_is_left) {
    const CreditSample sample(Language::pl, CreditAll{});
    const auto mail = message(sample);
    BOOST_TEST(mail.subject ==
               "Faktura korygująca KOR/2026/003 do faktury FV/2026/10/001 – Studio Ada Adrianna "
               "Wójcik");
    BOOST_TEST(mail.text.find("popełniliśmy błąd, za który przepraszamy") != std::string::npos);
    BOOST_TEST(mail.text.find("zmniejsza należność z tej faktury do zera") != std::string::npos);
    BOOST_TEST(mail.text.find("nie trzeba nic płacić") != std::string::npos);
    BOOST_REQUIRE(mail.attachments.size() == 1u);
    BOOST_TEST(mail.attachments[0].str() == "KOR/2026/003");
    BOOST_TEST(blocks_of<document::PaymentBox>(compose(sample)).empty());
}

BOOST_AUTO_TEST_CASE(the_law_is_cited_as_on_the_invoice) {
    BOOST_TEST(has_paragraph(compose(CreditSample(Language::hr, CreditAll{})),
                             "Prijenos porezne obveze (reverse charge)"));
    BOOST_TEST(!has_paragraph(compose(CreditSample(Language::pl, CreditAll{})), "reverse charge"));
}

BOOST_AUTO_TEST_SUITE_END()
