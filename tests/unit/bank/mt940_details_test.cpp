// The layouts of :86:.

#include "unit/bank/mt940_samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;

BOOST_AUTO_TEST_SUITE(bank_mt940_details)

BOOST_AUTO_TEST_CASE(plain_text) {
    BOOST_TEST(told("") == "||");
    BOOST_TEST(told(text_field("UPLATA PO RACUNU FV/2026/09/001\r\n  ADRIA   TRAVEL\r\n")) ==
               "|||UPLATA PO RACUNU FV/2026/09/001|ADRIA TRAVEL");
    BOOST_TEST(told(text_field("020 no parts") + text_field("more")) == "|||020 no parts|more");
    // The supplement of :61: stands in where there is no other text.
    BOOST_TEST(told("", "X\r\nFV/1") == "||X|FV/1");
    BOOST_TEST(told(text_field("FV/2"), "X\r\nFV/1") == "||X|FV/2");
}

BOOST_AUTO_TEST_CASE(polish_parts_as_pko_and_mbank_write_them) {
    const std::string filler = "\r\n~22\xFF\r\n~23\xFF\r\n~24\xFF\r\n~25\xFF\r\n";
    BOOST_TEST(
        told(text_field("020~00152\r\n~20FAKTURA FV/2026/0\r\n~219/001" + filler +
                        "~3010205561\r\n~319000361245650140\r\n~32DRUGI MAZOWIECKI URZAD SKAR"
                        "\r\n~33BOWY WARSZAWA\r\n~60\xFF\r\n~63\xFF")) ==
        "DRUGI MAZOWIECKI URZAD SKARBOWY WARSZAWA|PL50102055619000361245650140||FAKTURA "
        "FV/2026/0|9/001");
    // mBank gives the code alone first, and its "29" is the account.
    BOOST_TEST(told(text_field("150") +
                    text_field("150~00B150PRZELEW\r\n~20FV/1\r\n~21\r\n~29" + pl_iban.substr(2) +
                               "\r\n~32LOL SP. Z O.O.     \r\n~33     UL. LOL 104\r\n~34150\r\n"
                               "~6222-222 WARSZAWA")) ==
               "LOL SP. Z O.O. UL. LOL 104|" + pl_iban + "||FV/1");
    BOOST_TEST(told(text_field("034~00EXGC~20/OPF/X/~32FISERV POLSKA ~33AKCYJNA")) ==
               "FISERV POLSKA AKCYJNA|||/OPF/X/");
}

BOOST_AUTO_TEST_CASE(polish_parts_as_pekao_and_ing_write_them) {
    BOOST_TEST(told(text_field("641^00PRZELEW ELIXIR^34000\r\n^3019401076^38" + pl_iban +
                               "\r\n^20wynagrodzenie z tytulu umow^21y o prac e\r\n^32BANKA "
                               "MONIKA\r\n^62PODCHORAZYCH 16/15")) ==
               "BANKA MONIKA|" + pl_iban + "||wynagrodzenie z tytulu umow|y o prac e");
    BOOST_TEST(told(text_field("<20Czynsz 6/2026\r\n<21fundusz\r\n<27JAN NOWAK\r\n<38" +
                               pl_iban.substr(2))) ==
               "JAN NOWAK|" + pl_iban + "||Czynsz 6/2026|fundusz");
    BOOST_TEST(told(text_field("<20Czynsz<27JAN NOWAK<32JAN NOWAK")) == "JAN NOWAK|||Czynsz");
    // Where 27 is no name, it is more of the remittance; so is 29 that is no account.
    BOOST_TEST(told(text_field("<20a<27b<29c<32JAN NOWAK")) == "JAN NOWAK|||a|b|c");
    // What is no mark with two digits is text.
    BOOST_TEST(told(text_field("<20a < b <c> <2d<21e")) == "|||a < b <c> <2d|e");
}

BOOST_AUTO_TEST_CASE(german_parts_and_their_words) {
    BOOST_TEST(
        told(text_field("166?00GUTSCHRIFT?10123?20EREF+E2E-7?21SVWZ+RE FV/2026/?2209/001"
                        "?30BYLADEM1001?31DE02120300000000202051?32Nordlicht?33GmbH?60more")) ==
        "Nordlicht GmbH|DE02120300000000202051|E2E-7|RE FV/2026/|09/001|more");
    BOOST_TEST(told(text_field("166?20EREF+NOTPROVIDED?21KREF+x?22SVWZ+a?23ABWA+b?24c")) == "|||a");
    BOOST_TEST(told(text_field("051?00UEBERWEISUNG?20RE 1?3012030000?31202051?32X")) ==
               "X|DE02120300000000202051||RE 1");
    BOOST_TEST(told(text_field("166?20a?2"
                               "\r\n1b ?99")) == "|||a?21b");
}

BOOST_AUTO_TEST_CASE(hungarian_parts_begin_lines) {
    BOOST_TEST(told(text_field("+00Jovairas\r\n+32Kiss Kft.")) == "Kiss Kft.|||Jovairas|Kiss Kft.");
    BOOST_TEST(told(text_field("+20Szamla FV/1\r\n+21tel +36 20 123\r\n+32Kiss Kft.")) ==
               "Kiss Kft.|||Szamla FV/1|tel +36 20 123");
}

BOOST_AUTO_TEST_CASE(words_between_slashes) {
    BOOST_TEST(
        told(text_field("/EREF/E2E-7/ORDP//NAME/ADRIA TRAVEL D.O.O./IBAN/HR1210010051863000160"
                        "/REMI/USTD//FV/2026/0\r\n9/001/")) ==
        "ADRIA TRAVEL D.O.O.|HR1210010051863000160|E2E-7|FV/2026/09/001");
    BOOST_TEST(
        told(text_field("/TRTP/SEPA/CNTP/DE02120300000000202051/BYLADEM1/Nordlicht/Kiel//REMI/"
                        "FV/1")) == "Nordlicht|DE02120300000000202051||FV/1");
    BOOST_TEST(told(text_field("/NAME/b")) == "b|||/NAME/b");
    BOOST_TEST(told(text_field("/REMIX/a/NAME/b")) == "|||/REMIX/a/NAME/b");
    const auto back = mt940_entries(
        mt940(entry_field("260916C1,00NTRFx") + text_field("/RTRN/AC04/REMI/FV/1"), "1001,00"));
    BOOST_TEST(back.at(0).returned == "AC04");
}

BOOST_AUTO_TEST_CASE(text_of_one_byte_per_letter) {
    const std::string utf8 = "Zażółć gęślą jaźń";
    BOOST_TEST(told(text_field("020~20" + utf8)) == "|||" + utf8);
    BOOST_TEST(told(text_field("020~20Za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9 ja\x9F\xF1")) ==
               "|||" + utf8);
    BOOST_TEST(told(text_field("020~20Za\xBF\xF3\xB3\xE6 g\xEA\xB6l\xB1 ja\xBC\xF1")) ==
               "|||" + utf8);
    BOOST_TEST(told(text_field("020~20Za\xBE\xA2\x88\x86 g\xA9\x98l\xA5 ja\xAB\xE4")) ==
               "|||" + utf8);
    // An entry is read by itself: its neighbours change nothing.
    const std::string one = entry_field("260916C1,00NTRFx") + text_field("020~20Su\xB9");
    const std::string other = entry_field("260916C1,00NTRFx") + text_field("020~20S\xA5\x98");
    const auto alone = mt940_entries(mt940(one, "1001,00"));
    const auto beside = mt940_entries(mt940(other + one, "1002,00"));
    BOOST_TEST(alone.at(0).remittance == beside.at(1).remittance, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
