// Statements and notifications of one account: whatever comes first, nothing counts twice.

#include "cli/desk.h"

#include <boost/test/unit_test.hpp>

using namespace kvit::test;

namespace {

const std::string account =
    "<Acct><Id><IBAN>PL61109010140000071219812874</IBAN></Id><Ccy>PLN</Ccy></Acct>";

std::string zloty(const std::string& value) { return "<Amt Ccy=\"PLN\">" + value + "</Amt>"; }

std::string entry(const std::string& value, const std::string& more) {
    return "<Ntry>" + zloty(value) +
           "<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-02-13</Dt></BookgDt>" +
           "<AcctSvcrRef>B1</AcctSvcrRef>" + more + "</Ntry>";
}

std::string part(const std::string& value, const std::string& text) {
    return "<NtryDtls><TxDtls>" + zloty(value) +
           "<RltdPties><Dbtr><Nm>Adria</Nm></Dbtr></RltdPties><RmtInf><Ustrd>" + text +
           "</Ustrd></RmtInf></TxDtls></NtryDtls>";
}

const std::string parts = part("100.00", "thanks") + part("50.00", "for nothing");

std::string message(const std::string& kind, const std::string& root, const std::string& content) {
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + kind + ".001.08\"><" + root + ">" +
           content + "</" + root + "></Document>";
}

std::string statement(const std::string& entries, const std::string& closing) {
    const auto balance = [](const std::string& kind, const std::string& value) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + kind + "</Cd></CdOrPrtry></Tp>" + zloty(value) +
               "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-02-13</Dt></Dt></Bal>";
    };
    return message("camt.053", "BkToCstmrStmt",
                   "<Stmt><Id>S</Id>" + account + balance("OPBD", "0.00") +
                       balance("CLBD", closing) + entries + "</Stmt>");
}

std::string notification(const std::string& entries) {
    return message("camt.054", "BkToCstmrDbtCdtNtfctn",
                   "<Ntfctn><Id>N</Id><CreDtTm>2026-02-13T09:00:00</CreDtTm>" + account + entries +
                       "</Ntfctn>");
}

struct Bank : Desk {
    Bank() { open(""); }
    // "ENTRIES KNOWN" of the one statement in the file.
    std::string import(const std::string& text) {
        const auto told = json({"import", "bank", write("b.txt", text), "--as-of", "2026-02-16"});
        return std::to_string(told.at("entries").get<int>()) + " " +
               std::to_string(told.at("already_known").get<int>());
    }
    std::string refused(const std::string& text) {
        BOOST_TEST(run({"import", "bank", write("b.txt", text), "--as-of", "2026-02-16"}) == 1);
        return complained;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(bank)

BOOST_AUTO_TEST_CASE(a_notification_and_its_statement_count_once) {
    const std::string details = part("150.00", "thanks");
    Bank office;
    BOOST_TEST(office.import(notification(entry("150.00", details))) == "1 0");
    BOOST_TEST(office.import(notification(entry("150.00", details))) == "1 1");
    BOOST_TEST(office.import(statement(entry("150.00", details), "150.00")) == "1 1");
    // The statement often tells less.
    BOOST_TEST(office.import(statement(entry("150.00", ""), "150.00")) == "1 1");
    BOOST_TEST(office.import(statement(entry("150.00", "<AddtlNtryInf>Batch</AddtlNtryInf>"),
                                       "150.00")) == "1 1");
}

BOOST_AUTO_TEST_CASE(a_batch_whole_and_in_parts_counts_once) {
    Bank parts_first;
    BOOST_TEST(parts_first.import(notification(entry("150.00", parts))) == "2 0");
    BOOST_TEST(parts_first.import(statement(entry("150.00", ""), "150.00")) == "1 1");
    BOOST_TEST(parts_first.import(statement(entry("150.00", parts), "150.00")) == "2 2");

    Bank whole_first;
    BOOST_TEST(whole_first.import(statement(entry("150.00", ""), "150.00")) == "1 0");
    BOOST_TEST(whole_first.import(notification(entry("150.00", parts))) == "2 2");
    BOOST_TEST(whole_first.import(statement(entry("150.00", ""), "150.00")) == "1 1");
}

BOOST_AUTO_TEST_CASE(a_batch_of_another_sum_is_refused) {
    const std::string refused =
        "a batch with the bank's reference \"B1\" was imported before with another sum; ask the "
        "bank which of the two is right.";
    Bank office;
    BOOST_TEST(office.import(notification(entry("150.00", parts))) == "2 0");
    const std::string said = office.refused(statement(entry("149.00", ""), "149.00"));
    BOOST_TEST(said.find("statement \"S\", entry 1: " + refused) != std::string::npos, said);
    BOOST_TEST(office.import(notification(entry("150.00", parts))) == "2 2");
    Bank other;
    BOOST_TEST(other.import(statement(entry("149.00", ""), "149.00")) == "1 0");
    BOOST_TEST(other.refused(notification(entry("150.00", parts))).find("with another sum") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_batch_and_its_charge_may_share_a_reference) {
    std::string both = entry("150.00", parts) + entry("1.00", "");
    Bank office;
    BOOST_TEST(office.import(statement(both, "151.00")) == "3 0");
    BOOST_TEST(office.import(statement(both, "151.00")) == "3 3");
}

BOOST_AUTO_TEST_CASE(mt940_is_recognised_and_its_reference_is_the_one_of_camt) {
    const auto mt940 = [](const std::string& text) {
        return ":20:1\r\n:25:PL61109010140000071219812874\r\n:28C:7\r\n:60F:C260213PLN0,\r\n"
               ":61:2602130213CN150,00NTRFNONREF//REF000001\r\n:86:" +
               text + "\r\n:62F:C260213PLN150,00\r\n-\r\n";
    };
    std::string camt = statement(entry("150.00", part("150.00", "thanks")), "150.00");
    camt.replace(camt.find("B1"), 2, "REF000001");
    Bank office;
    BOOST_TEST(office.import(mt940("020~20thanks~32Adria")) == "1 0");
    BOOST_TEST(office.import(mt940("020~20thanks~32Adria")) == "1 1");
    BOOST_TEST(office.import(camt) == "1 1");
    BOOST_TEST(office.refused(mt940("020~20thanks~32Nordlicht"))
                   .find("the bank's reference \"REF000001\" was imported before with other "
                         "content") != std::string::npos);
    const std::string unknown = office.refused("date,amount\n");
    BOOST_TEST(
        unknown.find("b.txt:1: this is neither camt.053 or camt.054 (XML) nor MT940; "
                     "where it is the bank's CSV export, say which bank's: --profile with one "
                     "of erste, generic, intesa, mbank, otp, pko, zaba.") != std::string::npos,
        unknown);
}

// A statement on a day in February, from 0 to what the entries sum up to.
std::string mt940(const std::string& day, const std::string& entries, const std::string& closing) {
    return ":20:1\r\n:25:PL61109010140000071219812874\r\n:28C:7\r\n:60F:C2602" + day + "PLN0,\r\n" +
           entries + ":62F:C2602" + day + "PLN" + closing + "\r\n-\r\n";
}
std::string booked(const std::string& day, const std::string& amount, const std::string& text,
                   const std::string& reference = "NONREF") {
    return ":61:2602" + day + "C" + amount + "NTRF" + reference + "\r\n:86:" + text + "\r\n";
}

BOOST_AUTO_TEST_CASE(equal_bookings_stay_two_and_overlapping_exports_add_nothing) {
    const std::string twin = booked("13", "50,", "thanks");
    Bank office;
    BOOST_TEST(office.import(mt940("13", twin, "50,")) == "1 0");          // in the morning
    BOOST_TEST(office.import(mt940("13", twin + twin, "100,")) == "2 1");  // in the evening
    BOOST_TEST(office.import(mt940("13", twin + twin, "100,")) == "2 2");
    // The week holds the day.
    const std::string week =
        booked("12", "1,", "before") + twin + twin + booked("14", "50,", "thanks");
    BOOST_TEST(office.import(mt940("14", week, "151,")) == "4 2");
}

BOOST_AUTO_TEST_CASE(a_file_counts_whole_or_not_at_all) {
    const std::string good = mt940("13", booked("13", "50,", "thanks"), "50,");
    const std::string known = mt940("12", booked("12", "7,", "a", "X//REF000001"), "7,");
    const std::string conflict = mt940("12", booked("12", "8,", "a", "X//REF000001"), "8,");
    const std::string wrong = mt940("12", booked("12", "8,", "a"), "9,");
    Bank office;
    BOOST_TEST(office.import(known) == "1 0");
    BOOST_TEST(office.refused(good + conflict).find("with other content") != std::string::npos);
    BOOST_TEST(office.refused(good + wrong).find("b.txt:9, field :20:") != std::string::npos);
    BOOST_TEST(office.import(good) == "1 0");
}

BOOST_AUTO_TEST_CASE(csv_by_profile) {
    const std::string pko =
        "Data operacji,Data waluty,Typ transakcji,Kwota,Waluta,Saldo po transakcji,Opis "
        "transakcji\n"
        "2026-02-13,2026-02-13,Przelew,+150.00,PLN,+150.00,FV/1\n";
    Bank office;
    const std::string path = office.write("pko.csv", pko);
    const std::vector<std::string> import{"import", "bank", path, "--as-of", "2026-02-16"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), import.begin(), import.end());
        return more;
    };
    const std::vector<std::string> whole =
        with({"--profile", "pko", "--account", "PL61 1090 1014 0000 0712 1981 2874"});
    BOOST_TEST(office.run(whole) == 3);
    BOOST_TEST(office.said ==
               "Statement pko 2026-02-13 to 2026-02-13: 1 entry, 0 matched, 0 "
               "ambiguous, 1 unmatched, 0 already known.\n");
    BOOST_TEST(office.json(whole).at("already_known") == 1);
    BOOST_TEST(office.run(with({"--profile", "pko"})) == 1);
    BOOST_TEST(office.complains("name it with --account IBAN"));
    BOOST_TEST(office.run(with({"--profile", "santander"})) == 1);
    BOOST_TEST(office.complains("there is no profile \"santander\"; use one of erste, generic, "));
    // The bank's own reference makes it one with what other files tell.
    BOOST_TEST(office.run({"import", "bank", "-", "--profile", "generic", "--as-of", "2026-02-16"},
                          "booked_on,value_on,amount,currency,account,payer_name,payer_account,"
                          "end_to_end_id,reference,text,balance\n") == 1);
    BOOST_TEST(office.complains("standard input:1: the file holds no booking"));
}

BOOST_AUTO_TEST_CASE(a_profile_of_ones_own) {
    Bank office;
    const std::string profile = office.write(
        "my.csv",
        "setting,value\ndate,dd.mm.yyyy\ndelimiter,;\nbooked_on,Day\namount,Sum\ntext,What\n");
    const std::string path = office.write("e.txt", "Day;Sum;What\n13.02.2026;150,00;FV/1\n");
    BOOST_TEST(office.run({"import", "bank", path, "--profile", profile, "--account",
                           "PL61109010140000071219812874", "--as-of", "2026-02-16"}) == 3);
    BOOST_TEST(
        office.said.ends_with("Statement my 2026-02-13 to 2026-02-13 tells no balances: whether "
                              "an entry is missing could not be checked.\n"));
    BOOST_TEST(office.run({"import", "bank", path, "--profile", office.write("x.csv", "a,b\n"),
                           "--as-of", "2026-02-16"}) == 1);
    BOOST_TEST(office.complains("a profile begins with the columns setting,value"));
}

BOOST_AUTO_TEST_SUITE_END()
