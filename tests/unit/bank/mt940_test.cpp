// What MT940 files mean once read.

#include "adapters/bank/mt940.h"

#include "adapters/system/file_system.h"
#include "unit/bank/mt940_samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;

namespace {

std::string days(const statement::StatementEntry& entry) {
    return core::to_iso(entry.value_on) + " " + core::to_iso(entry.booked_on);
}

std::string brief(std::string_view bytes) {
    const std::string refused = mt940_refusals(bytes);
    std::string text = refused;
    for (const auto& entry : mt940_entries(bytes)) {
        text += entry.bank_reference + " " + core::to_decimal(entry.amount) + " " + entry.returned +
                ";";
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bank_mt940)

BOOST_AUTO_TEST_CASE(a_statement_with_its_entries) {
    const std::string bytes =
        mt940(entry_field("2609150916CN300,00N152E2E-1//6460500500000513\r\n152 0") +
                  text_field("020~00152\r\n~20FV/2026/09/001\r\n~32ADRIA TRAVEL\r\n~38" + pl_iban) +
                  entry_field("260916D0000000100,5NMSCNONREF"),
              "1199,50");
    BOOST_TEST(mt940_refusals(bytes) == "");
    const auto read = bank::read_mt940("s.sta", bytes);
    BOOST_REQUIRE(read.has_value());
    const auto& one = read->front();
    BOOST_TEST(one.id == "00152");
    BOOST_TEST(one.iban == pl_iban);
    BOOST_TEST(core::to_decimal(one.opening) == "1000.00");
    BOOST_TEST(core::to_decimal(one.closing) == "1199.50");
    BOOST_TEST(one.has_balances);
    BOOST_REQUIRE_EQUAL(one.entries.size(), 2U);
    const statement::StatementEntry expected{"6460500500000513",
                                             {30000, one.opening.currency()},
                                             one.until,
                                             one.until - date::days(1),
                                             "E2E-1",
                                             "ADRIA TRAVEL",
                                             pl_iban,
                                             {"FV/2026/09/001"}};
    BOOST_TEST((one.entries[0] == expected));
    BOOST_TEST(core::to_decimal(one.entries[1].amount) == "-100.50");
    BOOST_TEST(days(one.entries[1]) == "2026-09-16 2026-09-16");
    BOOST_TEST(one.entries[1].end_to_end_id == "");
}

BOOST_AUTO_TEST_CASE(the_side_of_an_entry) {
    BOOST_TEST(brief(mt940(entry_field("260916C1,00NTRFx") + entry_field("260916DR2,00NTRFx") +
                               entry_field("260916RC4,00NTRFx") +
                               entry_field("260916RDN8,00NTRFx") + entry_field("260916C0,00NTRFx"),
                           "1003,00")) == " 1.00 ; -2.00 ; -4.00 reversal; 8.00 reversal;");
}

BOOST_AUTO_TEST_CASE(a_short_reference_is_a_counter) {
    const auto reference = [](const std::string& text) {
        return mt940_entries(mt940(entry_field("260916C1,00NTRF" + text), "1001,00")).at(0);
    };
    BOOST_TEST(reference("x//123456").bank_reference == "123456");
    BOOST_TEST(reference("x//12345").bank_reference == "");
    BOOST_TEST(reference("x//CEN2301020").bank_reference == "CEN2301020");
    BOOST_TEST(reference("NONREF//GUTSCHRIFT").bank_reference == "");
    BOOST_TEST(reference("x//0000000000").bank_reference == "");
    BOOST_TEST(reference("NONREF//NONREF").bank_reference == "");
    BOOST_TEST(reference("NONREF//123456").end_to_end_id == "");
    BOOST_TEST(reference("KREF+//123456").end_to_end_id == "");
    BOOST_TEST(reference("").end_to_end_id == "");
    BOOST_TEST(reference(" 00000029217 ").end_to_end_id == "00000029217");
}

BOOST_AUTO_TEST_CASE(the_year_of_the_booking_day_is_the_nearest) {
    const auto read = [](const std::string& line, const std::string& day) {
        const auto entries =
            mt940_entries(":20:1\n:25:" + pl_iban + "\n:28C:1\n:60F:C" + day +
                          "PLN0,\n:61:" + line + "C1,NTRFx\n:62F:C" + day + "PLN1,\n");
        return entries.size() == 1 ? days(entries[0]) : "none";
    };
    BOOST_TEST(read("2612311231", "261231") == "2026-12-31 2026-12-31");
    BOOST_TEST(read("2612310102", "270102") == "2026-12-31 2027-01-02");
    BOOST_TEST(read("2701021231", "261231") == "2027-01-02 2026-12-31");
    BOOST_TEST(read("2403010229", "240301") == "2024-03-01 2024-02-29");
    BOOST_TEST(read("2603010229", "260301") == "none");
}

BOOST_AUTO_TEST_CASE(accounts_become_ibans) {
    const auto account = [](const std::string& text) {
        const auto read = bank::read_mt940(
            "s", ":20:1\n:25:" + text + "\n:60F:C260916EUR0,\n:62F:C260916EUR0,\n");
        return read ? read->front().iban : core::to_sentence(read.error().front());
    };
    BOOST_TEST(account("PL 61 1090 1014 0000 0712 1981 2874") == pl_iban);
    BOOST_TEST(account("WBKPPLPP/" + pl_iban) == pl_iban);
    BOOST_TEST(account("61109010140000071219812874PLN") == pl_iban);
    BOOST_TEST(account("117730161111101800000000") == "HU42117730161111101800000000");
    BOOST_TEST(account("11773016-11111018") == "HU42117730161111101800000000");
    BOOST_TEST(account("1001005-1863000160") == "HR1210010051863000160");
    BOOST_TEST(account("12030000/202051") == "DE02120300000000202051");
    BOOST_TEST(account("12345") ==
               "s:2, field :25:: it is no account number that kvit knows as an IBAN; ask the bank "
               "for statements with the IBAN.");
}

BOOST_AUTO_TEST_CASE(blocks_headers_and_several_statements) {
    const std::string one = mt940(entry_field("260916C1,00NTRFx"), "1001,00");
    const std::string block = "\x01{1:F01WBKPPLPPAXXX0000000000}{2:I940WBKPPLPPXXXXN}{4:\r\n";
    const std::string in_block =
        block + one.substr(0, one.size() - 3) + "-}{5:{CHK:123456789012}}\x03";
    const auto count = [](const std::string& bytes) {
        const auto read = bank::read_mt940("s", bytes);
        return read ? read->size() : 0U;
    };
    BOOST_TEST(count(one) == 1U);
    BOOST_TEST(count("\xEF\xBB\xBF" + one + one) == 2U);
    BOOST_TEST(count(in_block) == 1U);
    BOOST_TEST(count(in_block + "\r\n" + in_block) == 2U);
    BOOST_TEST(count("GIBACZPX 0800\r\n940 N2\r\n\r\n" + one) == 1U);
    // Without the line that ends a message, the next begins where it begins.
    std::string bare = one;
    bare.erase(bare.size() - 3);
    BOOST_TEST(count(bare + bare) == 2U);
    BOOST_TEST(bank::looks_like_mt940(one));
    BOOST_TEST(bank::looks_like_mt940(in_block));
    BOOST_TEST(bank::looks_like_mt940("GIBACZPX 0800\r\n940 N2\r\n\r\n" + one));
    BOOST_TEST(!bank::looks_like_mt940("<Document>"));
    BOOST_TEST(!bank::looks_like_mt940(""));
}

BOOST_AUTO_TEST_CASE(pages_are_one_statement) {
    const auto page = [](const std::string& opening, const std::string& entry,
                         const std::string& closing) {
        return ":20:1\n:25:" + pl_iban + "\n:28C:7/1\n:60" + opening + "\n:61:260916" + entry +
               "NTRFx\n:62" + closing + "\n-\n";
    };
    const std::string first = page("F:C260916PLN10,", "C1,", "M:C260916PLN11,");
    const std::string second = page("M:C260916PLN11,", "C1,", "M:C260916PLN12,");
    const std::string last = page("M:C260916PLN12,", "C1,", "F:C260916PLN13,");
    const auto read = bank::read_mt940("s", first + second + last);
    BOOST_REQUIRE(read.has_value());
    BOOST_REQUIRE_EQUAL(read->size(), 1U);
    BOOST_TEST(read->front().entries.size() == 3U);
    const auto keys = statement::entry_keys(
        read->front(), [](std::string_view text) { return std::string(text); });
    BOOST_TEST(keys[2].str().ends_with("#3"));  // equal bookings of two pages stay two

    const std::string together = "; put all its pages into one file.\n";
    const std::string follow =
        "the page does not follow the one before; put all pages of the "
        "statement into one file, in order.\n";
    BOOST_TEST(mt940_refusals(first + second) ==
               "s.sta:1, field :20:: the last page of the statement is missing" + together);
    BOOST_TEST(mt940_refusals(second + last) ==
               "s.sta:1, field :20:: the first page of the statement is missing" + together);
    BOOST_TEST(mt940_refusals(first + last) == "s.sta:8, field :20:: " + follow);
    BOOST_TEST(mt940_refusals(first + first) == "s.sta:8, field :20:: " + follow);
    std::string other = second;
    other.replace(other.find(pl_iban), pl_iban.size(), "PL34109010140000071219812875");
    BOOST_TEST(mt940_refusals(first + other + last) == "s.sta:8, field :20:: " + follow);
}

BOOST_AUTO_TEST_CASE(the_days_a_statement_covers) {
    const auto covered = [](const std::string& day) {
        const std::string bytes = mt940(entry_field("260916" + day + "C1,00NTRFx"), "1001,00");
        const auto read = bank::read_mt940("s.sta", bytes);
        return read ? core::to_iso(read->front().from) + " " + core::to_iso(read->front().until)
                    : mt940_refusals(bytes);
    };
    BOOST_TEST(covered("0916") == "2026-09-16 2026-09-16");
    BOOST_TEST(covered("0616") == "2026-06-16 2026-09-16");
    BOOST_TEST(covered("0615") ==
               "s.sta:5, field :61:: the booking date lies long before the opening "
               "balance; download the statement again.\n");
    BOOST_TEST(covered("0917") ==
               "s.sta:1, field :20:: statement 00152: an entry of 1.00 PLN is booked "
               "on 2026-09-17, but the statement covers 2026-09-16 to 2026-09-16; "
               "download the statement again.\n");
}

// The seeds of the fuzz target are what is known of the banks' files.
BOOST_AUTO_TEST_CASE(samples_of_every_layout) {
    const std::string folder = std::string(KVIT_SOURCE_DIR) + "/tests/fuzz/corpus/mt940";
    for (const auto& name : system::list_folder(folder)) {
        const auto bytes = system::read_file(folder + "/" + name);
        BOOST_TEST(bank::looks_like_mt940(bytes), name);
        BOOST_TEST(mt940_refusals(bytes) == "", name);
    }
    const auto polish = mt940_entries(system::read_file(folder + "/polish.sta"));
    BOOST_REQUIRE_EQUAL(polish.size(), 2U);
    BOOST_TEST(polish[0].payer_name == "ŻÓŁTY SŁOŃ");
    BOOST_TEST(polish[0].remittance.at(0) == "Zapłata FV/2026/09/001");
    const auto german = mt940_entries(system::read_file(folder + "/german.sta"));
    BOOST_REQUIRE_EQUAL(german.size(), 1U);
    BOOST_TEST(german[0].payer_name == "Müller GmbH");
    BOOST_TEST(german[0].end_to_end_id == "E2E-7");
}

BOOST_AUTO_TEST_SUITE_END()
