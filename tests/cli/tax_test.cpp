// VAT from the agreement to the invoice: exchange rates, legal grounds, what does not fit.
#include "cli/office.h"

#include <boost/test/unit_test.hpp>

using kvit::test::Office;
using kvit::test::read_file;

namespace {

const std::string header = "date,currency,per,rate,bookkeeping_currency,source\n";
const std::string january = "2026-01-30,EUR,1,4.2615,PLN,NBP 20/A/NBP/2026\n";

// A Polish business that bills a consumer in Germany in EUR, with Polish VAT.
const std::string agreement = R"([business]
id = "ada"
name = "Studio Ada"
country = "PL"
tax_id = "6772310459"
address = { street = "ul. Długa 7/3", city = "Kraków", postcode = "31-147" }
email = "biuro@ada.example"
language = "pl"
timezone = "Europe/Warsaw"
currency = "PLN"
vat = { registered = true }

[business.numbering]
invoice = "{n}-{premises}-{device}"
premises = "P1"
device = "2"

[[client]]
id = "anna"
name = "Anna Schmidt"
country = "DE"
kind = "consumer"
language = "de"
email = "anna@schmidt.example"
address = { street = "Große Straße 5", city = "Flensburg", postcode = "24937" }

[[client]]
id = "lumen"
name = "Lumen Sp. z o.o."
country = "PL"
kind = "business"
tax_id = "5272814305"
language = "pl"
email = "faktury@lumen.example"
address = { street = "al. Jerozolimskie 100", city = "Warszawa", postcode = "00-807" }

[[contract]]
id = "anna-texte"
client = "anna"
title = "Texte"
currency = "EUR"
from = 2026-01-01
cycle = "monthly"
billing_day = 1
terms = { days = 14 }
retainer = { fee = "100.00", hours = "1" }

[[contract]]
id = "lumen-biuro"
client = "lumen"
title = "Biuro"
currency = "PLN"
from = 2026-01-01
cycle = "monthly"
billing_day = 1
terms = { days = 14 }
retainer = { fee = "100.00", hours = "1" }
)";

class Desk : public Office {
  public:
    explicit Desk(const std::string& text = agreement) {
        BOOST_REQUIRE_EQUAL(run({"init"}), 0);
        BOOST_REQUIRE_MESSAGE(apply(text) == 0, complained);
    }
    int apply(const std::string& text) {
        return run({"apply", write("a.toml", text), "--as-of", "2026-01-01"});
    }
    int import_fx(const std::string& rows, const std::string& day = "2026-02-01") {
        return run({"import", "fx", "-", "--as-of", day}, header + rows);
    }
    int bill(const std::string& day = "2026-02-01") {
        return run({"bill", "--through", day, "--as-of", day});
    }
};

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tax)

BOOST_AUTO_TEST_CASE(a_missing_rate_holds_only_its_own_invoice) {
    Desk office;
    BOOST_TEST(office.bill() == 3);
    BOOST_TEST(office.complained.find(
                   "contract anna-texte: its VAT must be stated in PLN too, and the exchange rate "
                   "of 2026-01-30 is not known; import the row \"2026-01-30,EUR,1,…,PLN,…\" "
                   "(date,currency,per,rate,bookkeeping_currency,source) with kvit import fx FILE "
                   "and bill again.") != std::string::npos,
               office.complained);
    BOOST_TEST(office.run({"show", "1-P1-2", "--as-of", "2026-02-01"}) == 0);
    BOOST_TEST(office.said.find("Lumen") != std::string::npos);
    // A rate of the day before or after does not help.
    BOOST_TEST(office.import_fx("2026-01-29,EUR,1,4.25,PLN,NBP\n2026-02-01,EUR,1,4.25,PLN,NBP\n") ==
               0);
    BOOST_TEST(office.bill() == 3);
    BOOST_TEST(office.import_fx(january) == 0);
    BOOST_TEST(office.said == "1 exchange rate added, 0 already known.\n");
    BOOST_TEST(office.bill() == 0);
    BOOST_TEST(office.run({"show", "2-P1-2", "--as-of", "2026-02-01"}) == 0);
    BOOST_TEST(office.said.find("98,01\u00a0PLN") != std::string::npos,
               office.said);  // 23 × 4.2615
    BOOST_TEST(office.said.find("1\u00a0EUR = 4,2615\u00a0PLN (30.01.2026, NBP 20/A/NBP/2026)") !=
                   std::string::npos,
               office.said);
    BOOST_TEST(office.run({"verify", "--as-of", "2026-02-01"}) == 0, office.said);
    // Paid at another rate: 123 EUR at 4.3115 instead of 4.2615, told once both are known.
    BOOST_TEST(office.run({"pay", "2-P1-2", "123.00", "--on", "2026-02-10", "--as-of",
                           "2026-02-10"}) == 0);
    BOOST_TEST(office.run({"show", "2-P1-2", "--as-of", "2026-02-10"}) == 0);
    BOOST_TEST(office.said.ends_with("2026-02-10  paid 123.00 EUR, open 0.00 EUR\n"));
    BOOST_TEST(office.import_fx("2026-02-09,EUR,1,4.3115,PLN,NBP\n", "2026-02-10") == 0);
    BOOST_TEST(office.run({"show", "2-P1-2", "--as-of", "2026-02-10"}) == 0);
    BOOST_TEST(
        office.said.ends_with("2026-02-10  paid 123.00 EUR, open 0.00 EUR; exchange "
                              "difference 6.15 PLN (for information)\n"));
}

BOOST_AUTO_TEST_CASE(rates_imported_again_and_rates_that_contradict) {
    Desk office;
    BOOST_TEST(office.import_fx(january + january) == 0);
    BOOST_TEST(office.said == "1 exchange rate added, 1 already known.\n");
    const auto before = read_file(office.path("kvit.db"));
    BOOST_TEST(office.import_fx(january) == 0);
    BOOST_TEST(office.said == "0 exchange rates added, 1 already known.\n");
    BOOST_TEST(
        office.import_fx("2026-01-29,EUR,1,4.25,PLN,NBP\n2026-01-30,EUR,1,4.2616,PLN,NBP\n") == 1);
    BOOST_TEST(office.complained.find(
                   "standard input:3: 1 EUR = 4.2616 PLN on 2026-01-30 (NBP) contradicts what was "
                   "imported before: 1 EUR = 4.2615 PLN on 2026-01-30 (NBP 20/A/NBP/2026); correct "
                   "the row; a rate that was imported stays.") != std::string::npos,
               office.complained);
    BOOST_TEST(office.import_fx(january, "2026-01-29") == 1);
    BOOST_TEST(
        office.complained.find("standard input:2: the rate of 2026-01-30 is not known on "
                               "2026-01-29 yet; correct the column date") != std::string::npos,
        office.complained);
    BOOST_TEST(office.import_fx("2026-01-30,USD,1,4.1,PLN,\u4e0a\u6d77\n") == 1);
    BOOST_TEST(office.complained.find("the letter \"\u4e0a\" (U+4E0A) cannot be printed") !=
                   std::string::npos,
               office.complained);
    BOOST_TEST((read_file(office.path("kvit.db")) == before));
}

BOOST_AUTO_TEST_CASE(categories_that_do_not_fit_are_refused_when_they_are_agreed) {
    Desk office;
    const auto refuses = [&](const std::string& from, const std::string& to,
                             const std::string& part) {
        const auto before = read_file(office.path("kvit.db"));
        BOOST_TEST(office.apply(with(agreement, from, to)) == 1, to);
        BOOST_TEST(office.complained.find(part) != std::string::npos,
                   "says: " << office.complained << "  expected: " << part);
        BOOST_TEST((read_file(office.path("kvit.db")) == before));
    };
    const std::string anna = "title = \"Texte\"\n";
    refuses(anna, anna + "vat = { category = \"AE\" }\n",
            "VAT category AE does not fit: client \"anna\" is a consumer; write vat = { category = "
            "\"S\" }.");
    refuses("kind = \"consumer\"", "kind = \"business\"",
            "VAT category AE does not fit: client \"anna\" has no tax_id; write the client's "
            "tax_id, or vat = { category = \"S\" }.");
    refuses("title = \"Biuro\"\n", "title = \"Biuro\"\nvat = { category = \"K\" }\n",
            "VAT category K does not fit: client \"lumen\" is not in another country of the EU");
    const std::string biuro = "title = \"Biuro\"\n";
    const std::string unregistered = with(agreement, "registered = true", "registered = false");
    BOOST_TEST(office.apply(with(unregistered, biuro, biuro + "vat = { category = \"S\" }\n")) ==
               1);
    BOOST_TEST(office.complained.find("VAT category S does not fit: the business is not registered "
                                      "for VAT; leave the contract's vat out") != std::string::npos,
               office.complained);
}

BOOST_AUTO_TEST_CASE(a_small_business_prints_the_ground_of_its_exemption) {
    Desk office(with(agreement, "registered = true", "registered = false"));
    BOOST_TEST(office.bill() == 0, office.complained);
    BOOST_TEST(office.run({"show", "1-P1-2", "--as-of", "2026-02-01"}) == 0);
    BOOST_TEST(office.said.find("Rechtsgrundlage: art. 113 ust. 1 i 9") != std::string::npos,
               office.said);
    std::string french = with(agreement, "registered = true", "registered = false");
    french = with(with(french, "country = \"PL\"\ntax_id = \"6772310459\"", "country = \"FR\""),
                  "id = \"ada\"", "id = \"bruno\"");
    BOOST_TEST(office.apply(french) == 1);
    BOOST_TEST(office.complained.find("kvit does not know the exemption of FR; write the legal "
                                      "text that its invoices must show") != std::string::npos,
               office.complained);
}

BOOST_AUTO_TEST_SUITE_END()
