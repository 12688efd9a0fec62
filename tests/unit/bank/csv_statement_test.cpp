// CSV exports by profile: each bank's sample, every refusal, and damage at every byte.

#include "adapters/bank/csv_statement.h"

#include "adapters/system/file_system.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace kvit;

namespace {

const std::string pl = "PL61109010140000071219812874", hu = "HU42117730161111101800000000",
                  it = "IT60X0542811101000000123456", hr = "HR1210010051863000160";

const std::vector<contract::BankAccount>& accounts() {
    static const std::vector<contract::BankAccount> known{
        {core::Currency::parse("PLN").value(), pl, ""},
        {core::Currency::parse("HUF").value(), hu, ""},
        {core::Currency::parse("EUR").value(), it, ""},
        {core::Currency::parse("EUR").value(), hr, ""}};
    return known;
}

core::Checked<std::vector<statement::BankStatement>> read(const std::string& profile,
                                                          std::string_view bytes,
                                                          const std::string& account = {},
                                                          std::size_t entries_max = 100) {
    return bank::read_csv_statement("s.csv", bytes, bank::built_in_profile(profile).value(),
                                    {account, accounts()}, entries_max);
}

std::string sample(const std::string& profile) {
    return system::read_file(std::string(KVIT_SOURCE_DIR) + "/tests/fuzz/corpus/bank_csv/" +
                             profile + ".csv");
}

std::string refusals(const std::string& profile, std::string_view bytes,
                     const std::string& account = {}, std::size_t entries_max = 100) {
    const auto statements = read(profile, bytes, account, entries_max);
    std::string text;
    if (statements) return text;
    for (const auto& refusal : statements.error()) text += core::to_sentence(refusal) + "\n";
    return text;
}

std::string changed(const std::string& profile, const std::string& from, const std::string& to) {
    std::string bytes = sample(profile);
    const auto at = bytes.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
    return bytes.replace(at, from.size(), to);
}

// The statement in a few words: account, balances, days, then each entry.
std::string brief(const std::string& profile, const std::string& account = {}) {
    const auto statements = read(profile, sample(profile), account);
    if (!statements) return refusals(profile, sample(profile), account);
    const auto& one = statements->front();
    std::string text = one.iban + " " + core::to_decimal(one.opening) + " " +
                       core::to_decimal(one.closing) + (one.has_balances ? "" : "?") + "\n";
    for (const auto& entry : one.entries) {
        text += core::to_iso(entry.booked_on) + " " + core::to_iso(entry.value_on) + " " +
                core::to_decimal(entry.amount) + "|" + entry.bank_reference + "|" +
                entry.end_to_end_id + "|" + entry.payer_name + "|" + entry.payer_iban;
        for (const auto& line : entry.remittance) text += "|" + line;
        text += "\n";
    }
    return text;
}

const std::string again = "; download the file again.\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(bank_csv_statement)

BOOST_AUTO_TEST_CASE(every_banks_sample) {
    BOOST_TEST(brief("mbank") ==
               pl + " -1000.00 195.00\n2026-08-02 2026-07-31 1200.00|||Żółć Sp. z o.o.|"
                    "PL76114020040000350282377196|FV/2026/08/001; dziękuję|PRZELEW PRZYCHODZĄCY\n"
                    "2026-08-03 2026-08-02 -5.00||||"
                    "|Prowizja|OPŁATA ZA KARTĘ\n");
    BOOST_TEST(brief("pko", pl) ==
               pl +
                   " -1000.00 195.00\n2026-08-02 2026-08-01 1200.00|||Żółć Sp. z o.o.|"
                   "PL76114020040000350282377196|Przelew na konto|Tytuł: FV/2026/08/001, dziękuję\n"
                   "2026-08-03 2026-08-03 -5.00|||||Opłata|Tytuł: OPŁATA\n");
    BOOST_TEST(brief("otp") == hu + " 0.00 119499.50\n2026-08-02 2026-08-01 120000.00|||Kiss Kft.|"
                                    "HU31117730169999999900000000|FV/2026/08/001|ÁTUTALÁS\n"
                                    "2026-08-03 2026-08-03 -500.50|||||DÍJ\n");
    BOOST_TEST(brief("erste") ==
               hu + " 0.00 119500.00?\n2026-08-02 2026-08-01 120000.00|||Kiss Kft.|"
                    "HU31117730169999999900000000|FV/2026/08/001|ÁTUTALÁS\n"
                    "2026-08-03 2026-08-03 -500.00|||||HAVI DÍJ\n");
    BOOST_TEST(brief("zaba", hr) ==
               hr + " 0.00 1195.00\n2026-08-02 2026-08-02 1200.00|2026080200001||||FV/2026/08/001 "
                    "hvala\n2026-08-03 2026-08-03 -5.00|2026080300002||||Naknada\n");
    BOOST_TEST(brief("intesa", it) ==
               it + " 0.00 1195.00?\n2026-08-02 2026-08-01 1200.00|||||Bonifico a Vostro favore|"
                    "FV/2026/08/001 già pagata\n2026-08-03 2026-08-03 -5.00|||||Commissioni\n");
    BOOST_TEST(brief("generic") ==
               pl + " 0.00 1195.00\n2026-08-02 2026-08-01 1200.00|R1|E2E-1|Adria|" + hr +
                   "|FV/2026/08/001, hvala\n2026-08-03 2026-08-03 -5.00|R2||||fee\n");
    const auto mbank = read("mbank", sample("mbank"));
    BOOST_TEST(mbank->front().id == "mbank 2026-08-02 to 2026-08-03");
}

BOOST_AUTO_TEST_CASE(our_account) {
    const std::string name = "; name our account in it with --account IBAN.\n";
    BOOST_TEST(refusals("generic", sample("generic"), pl) == "");
    BOOST_TEST(refusals("generic", sample("generic"), hu) ==
               "s.csv:2, column account: the file is of the account " + pl + ", not of " + hu +
                   name);
    BOOST_TEST(
        refusals("generic", sample("generic"), "x") ==
        "s.csv:2, column account: --account is no account number that kvit knows as an IBAN" +
            name);
    BOOST_TEST(
        refusals("pko", sample("pko")) ==
        "s.csv:1: exports of the profile pko do not tell our account; name it with --account "
        "IBAN.\n");
    BOOST_TEST(refusals("mbank", changed("mbank", "61 1090", "62 1090")) ==
               "s.csv:7, column #Numer rachunku: our account is no number that kvit knows as an "
               "IBAN" +
                   again);
    BOOST_TEST(refusals("intesa", sample("intesa"), "DE02120300000000202051") ==
               "s.csv:1: the currency of DE02120300000000202051 is unknown; add the account to the "
               "agreement as [[business.account]].\n");
    BOOST_TEST(refusals("mbank", changed("mbank", "PLN;", "QQQ;")) ==
               "s.csv:5, column #Waluta: the currency is none that kvit knows" + again);
    std::string two = changed("generic", "PLN," + pl + ",,,,R2", "PLN," + hu + ",,,,R2");
    BOOST_TEST(refusals("generic", two) ==
               "s.csv:3, column account: the row is of another account than the first; export each "
               "account by itself.\n");
    two = changed("generic", "-5.00,PLN", "-5.00,EUR");
    BOOST_TEST(refusals("generic", two)
                   .starts_with("s.csv:3, column currency: the row is in another currency than the "
                                "first; export each"));
}

BOOST_AUTO_TEST_CASE(what_is_no_export) {
    BOOST_TEST(refusals("generic", "").starts_with("s.csv:1: the file is empty"));
    BOOST_TEST(
        refusals("intesa", "a;b\n", it) ==
        "s.csv:1: no row names the columns of the profile intesa, \"Data contabile\", \"Data "
        "valuta\", \"Accrediti\", \"Addebiti\", \"Descrizione\", \"Descrizione estesa\"; choose "
        "the profile of the bank, or describe its export (templates/bank/README.md).\n");
    const std::string header = sample("zaba").substr(0, sample("zaba").find('\n') + 1);
    BOOST_TEST(refusals("zaba", header, hr) ==
               "s.csv:1: the file holds no booking; export a longer period.\n");
    BOOST_TEST(
        refusals("generic", sample("generic").substr(0, sample("generic").size() - 1)) ==
        "s.csv:3: the last line has no line end, so the file may have been cut off; download "
        "it again, or add the line end where the file is whole.\n");
    BOOST_TEST(refusals("mbank", changed("mbank", "dzi", "dz\x81")) ==
               "s.csv:12: the line holds a byte that is no letter in the encoding of the profile "
               "mbank; save the file as UTF-8, or download it again.\n");
    BOOST_TEST(refusals("generic", sample("generic"), "", 1) ==
               "s.csv:3: the file has more than 1 bookings; export shorter periods.\n");
}

BOOST_AUTO_TEST_CASE(values_that_do_not_read) {
    BOOST_TEST(refusals("generic", changed("generic", "2026-08-02", "02.08.2026")) ==
               "s.csv:2, column booked_on: it is no day; days are written yyyy-mm-dd.\n");
    BOOST_TEST(refusals("generic", changed("generic", "2026-08-01", "2026-08-32")) ==
               "s.csv:2, column value_on: it is no day; days are written yyyy-mm-dd.\n");
    BOOST_TEST(refusals("generic", changed("generic", "1200.00", "1200,00x")) != "");
    BOOST_TEST(refusals("erste", changed("erste", "120 000,00", "120.0")) ==
               "s.csv:2, column Összeg: it is no amount in HUF; amounts are written 1234,50.\n");
    BOOST_TEST(refusals("erste", changed("erste", ";T;", ";X;")) ==
               "s.csv:3, column Terhelés vagy jóváírás (T/J): the side is none, or not that of the "
               "amount's sign; J and T are accepted.\n");
    BOOST_TEST(refusals("erste", changed("erste", ";T;", ";J;")) != "");
    BOOST_TEST(
        refusals("intesa", changed("intesa", ";;-5,00", ";1,00;-5,00"), it) ==
        "s.csv:4, column Accrediti: not one of credit and debit is filled, but both or none" +
            again);
    BOOST_TEST(refusals("intesa", changed("intesa", ";;-5,00", ";;"), it) != "");
}

BOOST_AUTO_TEST_CASE(what_does_not_add_up) {
    const std::string follow =
        "the balances do not follow from the amounts, oldest or newest first; a "
        "row is missing or changed; download the file again.\n";
    BOOST_TEST(refusals("zaba", changed("zaba", "1.195,00", "1.195,01"), hr).ends_with(follow));
    BOOST_TEST(
        refusals("mbank", changed("mbank", "-5,00;195,00", "-6,00;195,00")).ends_with(follow));
    BOOST_TEST(refusals("mbank", changed("mbank", "-1 000,00 PLN", "-1 001,00 PLN"))
                   .find("opening balance and entries give 194.00 PLN, but the closing balance is "
                         "195.00 PLN") != std::string::npos);
    std::string cut = sample("mbank");
    cut.resize(cut.find(";;;;;;#Saldo"));
    BOOST_TEST(
        refusals("mbank", cut) ==
        "s.csv:1, column #Saldo końcowe: the balance at this label is missing or no amount; the "
        "file may have been cut off; download it again.\n");
}

BOOST_AUTO_TEST_CASE(too_much_money_is_a_refusal_and_no_overflow) {
    std::string bytes = sample("erste").substr(0, sample("erste").find('\n') + 1);
    for (int i = 0; i < 100'000; ++i) {
        bytes += "2026.08.02;;117730161111101800000000;;;999999999999,00;J;;\n";
    }
    BOOST_TEST(refusals("erste", bytes, "", 100'000) ==
               "s.csv:92235: the bookings add up to more than kvit handles" + again);
}

BOOST_AUTO_TEST_CASE(the_encoding) {
    // A file that was saved again as UTF-8 reads the same.
    const auto one = read("mbank", sample("mbank"));
    const auto page = text::to_utf8(sample("mbank"), text::CodePage::cp1250).value();
    const auto other = read("mbank", page);
    BOOST_REQUIRE(other.has_value());
    BOOST_TEST((one->front().entries == other->front().entries));
    BOOST_TEST(refusals("generic", "\xEF\xBB\xBF" + sample("generic")) == "");
}

BOOST_AUTO_TEST_CASE(cut_and_damaged_at_every_byte) {
    for (const auto& [profile, account] : {std::pair<std::string, std::string>{"mbank", ""},
                                           {"pko", pl},
                                           {"otp", ""},
                                           {"erste", ""},
                                           {"zaba", hr},
                                           {"intesa", it},
                                           {"generic", ""}}) {
        const std::string whole = sample(profile);
        const auto expected = read(profile, whole, account);
        BOOST_REQUIRE_MESSAGE(expected.has_value(), profile);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto cut = read(profile, std::string_view(whole).substr(0, size), account);
            if (!cut) {
                BOOST_TEST(cut.error().front().where.starts_with("s.csv:"));
                continue;
            }
            // Only whole rows, each as it was: at the end of a line.
            BOOST_TEST(whole[size - 1] == '\n', profile << " cut at " << size);
            for (const auto& entry : cut->front().entries) {
                BOOST_TEST(std::ranges::count(expected->front().entries, entry) == 1);
            }
        }
        std::size_t refused = 0;
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (const unsigned flip : {0x01U, 0x02U, 0x04U, 0x10U, 0x40U, 0x80U, 0xFFU}) {
                std::string damaged = whole;
                damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ flip);
                const auto read_again = read(profile, damaged, account);
                refused += read_again ? 0U : 1U;
                if (!read_again) continue;
                BOOST_TEST(statement::check(read_again->front()).has_value());
                // Where the file tells balances, no amount is believed that they do not prove.
                if (!expected->front().has_balances) continue;
                BOOST_TEST(read_again->front().entries.size() == expected->front().entries.size(),
                           profile << " byte " << at);
            }
        }
        BOOST_TEST(refused > 300U, profile);
    }
}

BOOST_AUTO_TEST_SUITE_END()
