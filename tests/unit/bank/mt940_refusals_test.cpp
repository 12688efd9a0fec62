// Every way an MT940 file is refused, word for word, and damage at every byte.

#include "unit/bank/mt940_samples.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace kvit;
using namespace kvit::test;

namespace {

const std::string again = "; download the statement again.\n";

// The valid file of one entry with one text replaced.
std::string changed(const std::string& from, const std::string& to) {
    std::string bytes = mt940(entry_field("2609160916C1,00NTRFX") + text_field("FV/1"), "1001,00");
    const auto at = bytes.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
    return bytes.replace(at, from.size(), to);
}

std::string refused(const std::string& from, const std::string& to) {
    return mt940_refusals(changed(from, to));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bank_mt940_refusals)

BOOST_AUTO_TEST_CASE(the_unchanged_file_is_accepted) { BOOST_TEST(refused("1", "1") == ""); }

BOOST_AUTO_TEST_CASE(what_is_no_statement) {
    const std::string none =
        "s.sta:1: the file holds no MT940 statement; export the account's statement.\n";
    BOOST_TEST(mt940_refusals("") == none);
    BOOST_TEST(mt940_refusals("<Document/>\n") == none);
    BOOST_TEST(mt940_refusals(":25:X") ==
               "s.sta:1, field :25:: the field stands outside of a message, which :20: begins" +
                   again);
}

BOOST_AUTO_TEST_CASE(what_attacks_the_reader) {
    BOOST_TEST(refused("FV", std::string("F\0V", 3)) ==
               "s.sta:6: the line holds a control character" + again);
    BOOST_TEST(refused("FV", "F\x1B[31mV") ==
               "s.sta:6: the line holds a control character" + again);
    BOOST_TEST(refused("FV", "F\rV") == "s.sta:6: the line holds a control character" + again);
    BOOST_TEST(refused("FV/1", std::string(9'996, 'x')) == "");
    BOOST_TEST(refused("FV/1", std::string(5'000, 'x') + "\r\n" + std::string(5'000, 'x')) ==
               "s.sta:7: the field is longer than 10000 bytes" + again);
    const std::string entry = entry_field("260916C1,00NTRFX");
    BOOST_TEST(mt940_refusals(mt940(entry + entry, "1002,00"), 2) == "");
    BOOST_TEST(mt940_refusals(mt940(entry + entry + entry, "1003,00"), 2) ==
               "s.sta:7, field :61:: the file has more than 2 entries; export shorter periods.\n");
}

BOOST_AUTO_TEST_CASE(missing_and_misplaced_fields) {
    const auto missing = [](const std::string& tag) {
        return "s.sta:1, field :20:: the field :" + tag +
               ": is missing in the message; the file was cut off; download the statement again.\n";
    };
    BOOST_TEST(refused(":25:/" + pl_iban + "\r\n", "") == missing("25"));
    BOOST_TEST(refused(":62F:C260916PLN1001,00\r\n", "") == missing("62F"));
    BOOST_TEST(mt940_refusals(":20:1\n:25:" + pl_iban + "\n:62F:C260916PLN1,\n") == missing("60F"));
    BOOST_TEST(refused(":60F:C260916PLN1000,00\r\n", "") ==
               "s.sta:4, field :61:: the entry does not stand between the balances" + again);
    BOOST_TEST(refused(":64:", ":61:260916C1,00NTRFX\r\n:64:") ==
               "s.sta:8, field :61:: the entry does not stand between the balances" + again);
    BOOST_TEST(refused(":61:", ":86:x\r\n:61:") ==
               "s.sta:5, field :86:: the text stands below no entry" + again);
    BOOST_TEST(refused(":86:", ":96:") == "s.sta:6, field :96:: MT940 has no such field" + again);
    BOOST_TEST(refused(":28C:", ":25:" + pl_iban + "\r\n:28C:") ==
               "s.sta:3, field :25:: the field is given twice" + again);
    BOOST_TEST(refused(":64:", ":62F:C260916PLN1001,00\r\n:64:") ==
               "s.sta:8, field :62F:: the field is given twice" + again);
    BOOST_TEST(refused(":61:", ":28C:1\r\n:61:").starts_with("s.sta:5, field :28C:: "));
    BOOST_TEST(refused(":28C:00152", ":21:X\r\n:13D:X\r\n:NS:22x\r\ny") == "");
    BOOST_TEST(refused(":61:", ":25:" + pl_iban + "\r\n:61:")
                   .find("the field stands below the opening balance") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(text_below_a_field) {
    BOOST_TEST(refused("00152\r\n", "00152\r\nx\r\n") ==
               "s.sta:3, field :28C:: text stands below the field" + again);
    const std::string below =
        "s.sta:5, field :61:: more than a line of text stands below the entry" + again;
    BOOST_TEST(refused("NTRFX\r\n", "NTRFX\r\na\r\n") == "");
    BOOST_TEST(refused("NTRFX\r\n", "NTRFX\r\na\r\nb\r\n") == below);
    // A damaged tag is no supplement: what it began would be lost.
    for (const char* tag : {"?86:", ":8x:", ":x6:", ":86;"})
        BOOST_TEST(refused(":86:", tag) == below);
}

BOOST_AUTO_TEST_CASE(values_that_do_not_read) {
    for (const char* text : {"X260916PLN1000,00", "C261316PLN1000,00", "C26091PLN1000,00",
                             "C260916pln1000,00", "C260916PLN1000.00", "C260916PLN1000",
                             "C260916PLN,00", "C260916PLN1000,00x", "C260916PLN1000,001", ""}) {
        BOOST_TEST(refused("C260916PLN1000,00", text) ==
                       "s.sta:4, field :60F:: it is no balance; a balance is written "
                       "C260916EUR1234,56.\n",
                   text);
    }
    BOOST_TEST(refused("C260916PLN1000,00", "C260916QQQ1000,00")
                   .starts_with("s.sta:4, field :60F:: \"QQQ\" is not a currency kvit knows; "));
    BOOST_TEST(refused(":64:C260916", ":64:C2609x6").starts_with("s.sta:8, field :64:: it is no "));
    const auto entry = [](const std::string& line) {
        return refused("2609160916C1,00NTRFX", line);
    };
    const std::string place = "s.sta:5, field :61:: the ";
    BOOST_TEST(entry("261316C1,00NTRFX") ==
               place + "value date is no date; dates are written 260916.\n");
    BOOST_TEST(entry("2609161316C1,00NTRFX") ==
               place + "booking date is no date; dates are written 0916.\n");
    BOOST_TEST(entry("26091609C1,00NTRFX") ==
               place + "booking date is no date; dates are written 0916.\n");
    BOOST_TEST(entry("260916X1,00NTRFX") == place + "side is none of C, D, RC and RD" + again);
    const std::string amount = place +
                               "amount is no amount in PLN; amounts have a comma and no more "
                               "decimals than the currency.\n";
    for (const char* text : {"1.00", "1", ",5", "1,001", "-1,00", "9999999999999999,00"}) {
        BOOST_TEST(entry("260916C" + std::string(text) + "NTRFX") == amount, text);
    }
    BOOST_TEST(entry("260916C1,00") == place + "type of the booking is missing" + again);
    BOOST_TEST(entry("260916C1,00XTRFX") == place + "type of the booking is missing" + again);
}

BOOST_AUTO_TEST_CASE(what_does_not_add_up) {
    BOOST_TEST(
        refused("1001,00", "1001,01") ==
        "s.sta:1, field :20:: statement 00152: opening balance and entries give 1001.00 PLN, "
        "but the closing balance is 1001.01 PLN; an entry is missing or changed; download the "
        "statement again.\n");
    BOOST_TEST(refused("62F:C260916PLN", "62F:C260916EUR")
                   .find("the opening balance is in PLN, the closing balance in EUR") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(cut_and_damaged_at_every_byte) {
    const std::string utf8 = "ZA\xC5\xBB\xC3\x93\xC5\x81\xC4\x86";
    const std::string whole =
        "{1:F01WBKPPLPPAXXX0000000000}{4:\r\n" +
        mt940(entry_field("2609160916CN300,00N152E2E-1//6460500500000513\r\n152 0") +
                  text_field("020~00152\r\n~20FV/2026/09/001\r\n~32" + utf8) +
                  entry_field("260916D100,00NMSCNONREF") +
                  text_field("/NAME/ADRIA/REMI/FV/2026/09/002"),
              "1200,00");
    const auto expected = bank::read_mt940("s.sta", whole);
    BOOST_REQUIRE(expected.has_value());
    std::size_t accepted = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto read = bank::read_mt940("s.sta", std::string_view(whole).substr(0, size));
        if (!read) {
            BOOST_TEST(read.error().front().where.starts_with("s.sta:"));
            continue;
        }
        ++accepted;
        BOOST_REQUIRE_EQUAL(read->size(), 1U);
        BOOST_TEST((read->front().entries == expected->front().entries), "cut at " << size);
    }
    BOOST_TEST(accepted > 0U);  // behind the closing balance nothing is kept

    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const unsigned flip :
             {0x01U, 0x02U, 0x04U, 0x08U, 0x10U, 0x20U, 0x40U, 0x80U, 0xFFU}) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ flip);
            const auto read = bank::read_mt940("s.sta", damaged);
            if (!read) {
                ++refused;
                BOOST_TEST(!read.error().front().what.empty());
                continue;
            }
            BOOST_REQUIRE_EQUAL(read->size(), 1U);
            const auto& one = read->front();
            BOOST_TEST(statement::check(one).has_value(), "byte " << at);
            BOOST_TEST((one.opening == expected->front().opening), "byte " << at);
            BOOST_TEST((one.closing == expected->front().closing), "byte " << at);
            BOOST_REQUIRE_EQUAL(one.entries.size(), 2U);
            for (std::size_t i = 0; i < 2; ++i) {
                const auto& entry = one.entries[i];
                BOOST_TEST((entry.amount == expected->front().entries[i].amount), "byte " << at);
                BOOST_TEST(!entry.remittance.empty(), "byte " << at << " flip " << flip);
            }
        }
    }
    BOOST_TEST(refused > 1000U);
}

BOOST_AUTO_TEST_CASE(everything_wrong_is_told_up_to_a_hundred) {
    std::string entries;
    for (int i = 0; i < 150; ++i) entries += entry_field("260916C1.00NTRFX");
    const std::string text = mt940_refusals(mt940(entries, "1000,00"));
    BOOST_TEST(std::ranges::count(text, '\n') == 100);
}

BOOST_AUTO_TEST_SUITE_END()
