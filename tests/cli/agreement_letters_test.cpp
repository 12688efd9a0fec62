// Letters that recall what was agreed, and wording for the agreement.
#include "cli/desk.h"

using kvit::test::Desk;
using kvit::test::read_file;
namespace fs = std::filesystem;

namespace {

const std::string rich = R"([[contract]]
id = "biuro"
client = "lumen"
title = "Asysta"
currency = "PLN"
from = 2026-01-01
cycle = "monthly"
terms = { days = 7 }
suspension_clause = "§ 9"
retainer = { fee = "2400.00", hours = "16", overage = "160.00" }
scope = ["assistance"]
rate = [ { service = "consulting", hourly = "220.00" } ]
channel = "email"
availability = { days = "Mon-Fri", from = "09:00", to = "17:00" }
after_hours = { multiplier = "1.50", min_minutes = 15, applies_to = ["work", "contact"] }
)";

const std::string bare = R"(
[[contract]]
id = "golo"
client = "lumen"
title = "Hosting"
currency = "PLN"
from = 2026-02-01
cycle = "monthly"
terms = { days = 14 }
fixed = [ { title = "Hosting", amount = "19.00", per = "cycle" } ]
)";

class Bureau : public Desk {
  public:
    explicit Bureau(const std::string& contracts = rich, const std::string& booking = "") {
        BOOST_REQUIRE_EQUAL(run({"init"}), 0);
        std::string toml = agreement(contracts);
        if (!booking.empty())
            toml.insert(toml.find("language ="), "booking_url = \"" + booking + "\"\n");
        const int code = run({"apply", write("a.toml", toml), "--as-of", "2026-01-01"});
        BOOST_REQUIRE_MESSAGE(code == 0, complained);
    }
    int letter(std::vector<std::string> words) {
        words.insert(words.begin(), "letter");
        words.insert(words.end(), {"--as-of", "2026-03-10"});
        return run(words);
    }
    bool says(const std::string& text) const { return said.find(text) != std::string::npos; }
    void refuses(const std::vector<std::string>& words, const std::string& sentence) {
        BOOST_TEST(letter(words) == 1, sentence);
        BOOST_TEST(complained == "kvit: " + sentence + "\n");
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_letters)

BOOST_AUTO_TEST_CASE(office_hours_with_their_prices_and_the_package) {
    Bureau office;
    BOOST_TEST(office.letter({"office-hours", "lumen", "--price", "400.00", "--dry-run"}) == 0,
               office.complained);
    BOOST_TEST(office.says("poniedziałek–piątek, 09:00–17:00"));
    BOOST_TEST(office.says("330,00\u00a0PLN"));  // 220.00 × 1.5
    BOOST_TEST(office.says("240,00\u00a0PLN"));  // 160.00 × 1.5
    BOOST_TEST(office.says("za 400,00\u00a0PLN netto"));
    BOOST_TEST(office.letter({"office-hours", "biuro", "--price", "400.00"}) == 0);
    BOOST_TEST(office.says("Wrote biuro-office-hours-2026-03-10"));
    BOOST_TEST(office.run({"send", "--as-of", "2026-03-10"}) == 0);
    BOOST_TEST(fs::exists(office.path("outbox") / "biuro.biuro-office-hours-2026-03-10.eml"));
    BOOST_TEST(office.run({"verify", "--quiet"}) == 0);
}

BOOST_AUTO_TEST_CASE(channel_price_and_extra_hours) {
    Bureau office;
    BOOST_TEST(office.letter({"agreed-channel", "biuro", "--dry-run"}) == 0);
    BOOST_TEST(office.says("e-mail (biuro@ewa.example)"));
    BOOST_TEST(office.says("cotygodniowe spotkanie"));
    BOOST_TEST(office.letter({"price", "biuro", "--dry-run"}) == 0);
    BOOST_TEST(office.says("są już najlepszymi"));
    BOOST_TEST(office.says("2\u00a0400,00\u00a0PLN"));
    BOOST_TEST(office.letter({"extra-hours", "biuro", "--hours", "3.5", "--on", "2026-03-16",
                              "--dry-run"}) == 0);
    BOOST_TEST(office.says("od 16.03.2026 r."));
    BOOST_TEST(office.says("3:30"));
    BOOST_TEST(office.says("560,00\u00a0PLN"));  // 3.5 × 160.00
}

BOOST_AUTO_TEST_CASE(scope_answers_with_the_quote_and_the_booking_link) {
    Bureau office(rich, "https://ewa.example/termin");
    office.import_work("biuro,2026-01-12T10:00,90,consulting,porada\n", "2026-01-31");
    const int billed = office.run({"bill", "--through", "2026-02-01", "--as-of", "2026-02-01"});
    BOOST_TEST((billed == 0 || billed == 3), office.complained);
    BOOST_TEST(office.letter({"scope", "biuro", "--dry-run"}) == 0, office.complained);
    BOOST_TEST(office.says("https://ewa.example/termin"));
    BOOST_TEST(office.says("330,00\u00a0PLN"));
    const std::string quote = "biuro-2026-01-01-consulting";
    BOOST_TEST(office.letter({"scope", "biuro", "--quote", quote}) == 0);
    BOOST_TEST(office.says("Wrote " + quote + "-scope-2026-03-10"));
    office.refuses({"scope", "biuro", "--quote", "other"},
                   "contract \"biuro\": it has no quote \"other\"; kvit quote list names them.");
    BOOST_REQUIRE_EQUAL(office.run({"quote", "decline", quote, "--on", "2026-03-10"}), 0);
    office.refuses({"scope", "biuro"},
                   "contract \"biuro\": no work outside the agreement is held as a quote; name an "
                   "answered one with --quote; kvit quote list names them.");
}

BOOST_AUTO_TEST_CASE(of_several_quotes_one_must_be_named_and_an_unpriced_one_waits) {
    Bureau office;
    office.import_work(
        "biuro,2026-01-12T10:00,90,consulting,porada\nbiuro,2026-01-13T10:00,60,design,logo\n",
        "2026-01-31");
    const int billed = office.run({"bill", "--through", "2026-02-01", "--as-of", "2026-02-01"});
    BOOST_TEST((billed == 0 || billed == 3), office.complained);
    office.refuses({"scope", "biuro"},
                   "contract \"biuro\": 2 quotes are held; say which with --quote; kvit quote list "
                   "names them.");
    office.refuses({"scope", "biuro", "--quote", "biuro-2026-01-01-design"},
                   "quote biuro-2026-01-01-design: no rate is agreed for its work; agree on a rate "
                   "for the service first.");
}

BOOST_AUTO_TEST_CASE(what_is_not_agreed_is_refused_with_the_term_to_agree_on) {
    Bureau office(rich + bare);
    const std::string golo = "contract \"golo\": ";
    office.refuses({"office-hours", "golo", "--price", "400.00"},
                   golo +
                       "no office hours with a price outside them are agreed; agree on "
                       "availability and after_hours, and apply the agreement.");
    office.refuses({"agreed-channel", "golo"},
                   golo +
                       "no channel is agreed; agree on channel = \"email\", \"phone\", "
                       "\"chat\" or \"meeting\", and apply the agreement.");
    office.refuses({"extra-hours", "golo", "--hours", "2"},
                   golo +
                       "no price for hours beyond the included ones is agreed; agree on the "
                       "retainer's overage, and apply the agreement.");
    office.refuses({"office-hours", "biuro"},
                   "office-hours to biuro: the price of the 24-hour package it offers is missing; "
                   "give it per billing cycle, as in --price 400.00.");
    office.refuses({"agreed-channel", "lumen"},
                   "client \"lumen\": 2 contracts are in force; name the one the letter is about: "
                   "biuro, golo.");
    office.refuses({"nudge", "lumen", "--hours", "2"},
                   "letter nudge: it has no option --hours; leave it out.");
    for (const std::string hours : {"", "0", "x", "1001", "0.001"}) {
        office.refuses({"extra-hours", "biuro", "--hours", hours},
                       "--hours: \"" + hours +
                           "\" is not a number of hours to the minute; write hours as in --hours "
                           "3.5, above 0 and at most 1000.");
    }
    BOOST_TEST(office.run({"letter", "price", "lumen", "--as-of", "2025-12-01"}) == 1);
    BOOST_TEST(office.complains("no contract is in force on 2025-12-01"));
}

BOOST_AUTO_TEST_CASE(hours_without_an_hourly_price_and_under_a_package_have_no_letter) {
    std::string covered = rich;
    covered +=
        "fixed = [ { title = \"24h\", amount = \"400.00\", per = \"cycle\", "
        "covers_after_hours = true } ]\n";
    Bureau office(covered);
    office.refuses({"office-hours", "biuro", "--price", "1.00"},
                   "contract \"biuro\": its 24-hour package covers every hour; nothing is charged "
                   "outside the office hours; no letter is needed.");
    Bureau unpriced(bare +
                    "availability = { days = \"Mon-Fri\", from = \"09:00\", to = \"17:00\" }\n"
                    "after_hours = { multiplier = \"1.50\", applies_to = [\"work\"] }\n");
    unpriced.refuses({"office-hours", "golo", "--price", "1.00"},
                     "contract \"golo\": no hourly price is agreed, so none follows for after "
                     "hours; agree on a rate or on the retainer's overage.");
}

BOOST_AUTO_TEST_CASE(clauses_word_the_terms_and_say_what_is_left_out) {
    Bureau office(rich + bare);
    BOOST_TEST(office.run({"clauses", "biuro"}) == 0, office.complained);
    BOOST_TEST(office.complained == "");
    for (const std::string words :
         {"7\u00a0dni po dniu jej wystawienia", "Jeżeli 8\u00a0dni po terminie płatności",
          "proporcjonalnie obniżane", "pomnożonej przez 1,5", "usługi: assistance.",
          "jednym kanałem: e-mail"})
        BOOST_TEST(office.says(words), words);
    BOOST_TEST(office.run({"clauses", "golo", "-o", office.path("c.txt").string()}) == 0);
    BOOST_TEST(read_file(office.path("c.txt")).find("Wstrzymanie prac") != std::string::npos);
    BOOST_TEST(office.complained ==
               "kvit: contract \"golo\" has no term for: office hours and surcharge; left out.\n"
               "kvit: contract \"golo\" has no term for: scope; left out.\n"
               "kvit: contract \"golo\" has no term for: agreed channel; left out.\n");
    BOOST_TEST(office.run({"clauses", "biuro", "--format", "json"}) == 2);
    BOOST_TEST(office.run({"clauses", "nothing"}) == 1);
    BOOST_TEST(office.complained ==
               "kvit: there is no contract \"nothing\"; give an id as the agreement names it.\n");
}

BOOST_AUTO_TEST_SUITE_END()
