// The forms that follow a number, in each language, where the rules change.

#include "adapters/templates/wording.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace kvit;
using core::Language;

namespace {

constexpr std::array<long long, 13> counts{0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111};

void check(Language language, std::string_view key, const std::vector<std::string>& forms) {
    const auto wording = templates::built_in_wording();
    BOOST_REQUIRE_EQUAL(forms.size(), counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        BOOST_CHECK_MESSAGE(wording->counted(language, key, counts[i]) == forms[i],
                            core::code_of(language)
                                << " " << counts[i] << ": expected " << forms[i] << ", is "
                                << wording->counted(language, key, counts[i]));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_plural)

BOOST_AUTO_TEST_CASE(polish_days_and_invoices) {
    check(Language::pl, "plural.days",
          {"dni", "dzień", "dni", "dni", "dni", "dni", "dni", "dni", "dni", "dni", "dni", "dni",
           "dni"});
    check(Language::pl, "plural.invoices",
          {"faktur", "faktura", "faktury", "faktury", "faktur", "faktur", "faktur", "faktur",
           "faktur", "faktury", "faktur", "faktur", "faktur"});
}

BOOST_AUTO_TEST_CASE(hungarian_stays_singular_after_a_number) {
    check(Language::hu, "plural.days", std::vector<std::string>(counts.size(), "nap"));
    check(Language::hu, "plural.invoices", std::vector<std::string>(counts.size(), "számla"));
}

BOOST_AUTO_TEST_CASE(croatian_days_and_invoices) {
    check(Language::hr, "plural.days",
          {"dana", "dan", "dana", "dana", "dana", "dana", "dana", "dana", "dan", "dana", "dana",
           "dan", "dana"});
    check(Language::hr, "plural.invoices",
          {"računa", "račun", "računa", "računa", "računa", "računa", "računa", "računa", "račun",
           "računa", "računa", "račun", "računa"});
}

BOOST_AUTO_TEST_CASE(italian_german_and_english_have_one_and_other) {
    const auto forms = [](const std::string& one, const std::string& other) {
        std::vector<std::string> all(counts.size(), other);
        all[1] = one;
        return all;
    };
    check(Language::it, "plural.days", forms("giorno", "giorni"));
    check(Language::it, "plural.invoices", forms("fattura", "fatture"));
    check(Language::de, "plural.days", forms("Tag", "Tage"));
    check(Language::de, "plural.invoices", forms("Rechnung", "Rechnungen"));
    check(Language::en, "plural.days", forms("day", "days"));
    check(Language::en, "plural.invoices", forms("invoice", "invoices"));
}

BOOST_AUTO_TEST_CASE(a_thousand) {
    const auto wording = templates::built_in_wording();
    BOOST_TEST(wording->counted(Language::pl, "plural.invoices", 1000) == "faktur");
    BOOST_TEST(wording->counted(Language::hr, "plural.days", 1000) == "dana");
    BOOST_TEST(wording->counted(Language::hr, "plural.days", 1001) == "dan");
    BOOST_TEST(wording->counted(Language::pl, "plural.invoices", 1002) == "faktury");
    BOOST_TEST(wording->counted(Language::en, "plural.days", 1000) == "days");
}

BOOST_AUTO_TEST_SUITE_END()
