// What camt.053 files mean once read.

#include "adapters/bank/camt.h"
#include "adapters/system/file_system.h"
#include "unit/bank/camt_samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using core::operator""_iso;

namespace {

std::string brief(const std::vector<statement::StatementEntry>& entries) {
    std::string text;
    for (const auto& entry : entries) {
        text += entry.bank_reference + " " + core::to_decimal(entry.amount);
        for (const auto& line : entry.remittance) text += " [" + line + "]";
        text += ";";
    }
    return text;
}

std::string read_brief(const std::string& entries, const std::string& closing) {
    const std::string xml = document(statement_xml(entries, closing));
    const std::string refused = refusals(xml);
    return refused.empty() ? brief(entries_of(xml)) : refused;
}

const std::string folder = std::string(KVIT_SOURCE_DIR) + "/tests/examples/studio-ada/statements";

}  // namespace

BOOST_AUTO_TEST_SUITE(bank_camt053)

BOOST_AUTO_TEST_CASE(reads_the_studios_statement) {
    const auto read =
        bank::read_camt("2026-09-16-EUR.xml", system::read_file(folder + "/2026-09-16-EUR.xml"));
    BOOST_REQUIRE(read.has_value());
    BOOST_REQUIRE_EQUAL(read->size(), 1U);
    const statement::BankStatement& statement = read->front();
    BOOST_TEST(statement.id == "EUR-2026-09-16");
    BOOST_TEST(statement.iban == "PL34109010140000071219812875");
    BOOST_TEST(core::to_decimal(statement.opening) == "14252.50");
    BOOST_TEST(core::to_decimal(statement.closing) == "14552.50");
    BOOST_TEST(core::to_iso(statement.from) == "2026-09-16");
    BOOST_TEST(core::to_iso(statement.until) == "2026-09-16");
    BOOST_REQUIRE_EQUAL(statement.entries.size(), 1U);
    const statement::StatementEntry expected{
        "SA000043",
        core::Money(30000, core::Currency::parse("EUR").value()),
        "2026-09-16"_iso,
        "2026-09-16"_iso,
        "",
        "ADRIA TRAVEL D.O.O.",
        "",
        {"djelomično FV/2026/09/001"}};
    BOOST_TEST((statement.entries.front() == expected));
}

BOOST_AUTO_TEST_CASE(reads_every_statement_of_the_studio) {
    std::size_t entries = 0;
    const auto names = system::list_folder(folder);
    BOOST_TEST(names.size() == 47U);
    for (const auto& name : names) {
        const auto read = bank::read_camt(name, system::read_file(folder + "/" + name));
        BOOST_REQUIRE_MESSAGE(read.has_value(), name);
        BOOST_TEST(statement::check(read->front()).has_value());
        entries += read->front().entries.size();
    }
    BOOST_TEST(entries == 48U);
}

BOOST_AUTO_TEST_CASE(reads_version_08_with_its_own_structure) {
    const std::string parties =
        "<RltdPties><Dbtr><Pty><Nm>Nordlicht Müßiggang GmbH</Nm></Pty></Dbtr>"
        "<DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></RltdPties>";
    const std::string entry = element(
        "Ntry",
        "<NtryRef>1</NtryRef>" + amount("12.30") + element("CdtDbtInd", "CRDT") +
            "<Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-09-16T10:11:12+02:00</DtTm></BookgDt>"
            "<ValDt><Dt>2026-09-17</Dt></ValDt><AcctSvcrRef>R1</AcctSvcrRef>" +
            details(transaction("<Refs><EndToEndId>E-1</EndToEndId></Refs>" + amount("12.30") +
                                element("CdtDbtInd", "CRDT") + parties + remittance("RE 1"))));
    const std::string xml = document(
        element("Stmt", element("Id", "S-8") +
                            "<FrToDt><FrDtTm>2026-09-10T00:00:00</FrDtTm>"
                            "<ToDtTm>2026-09-17T00:00:00</ToDtTm></FrToDt>" +
                            account + balance("OPBD", "100") + balance("CLBD", "112.30") + entry),
        camt08);
    BOOST_TEST(refusals(xml) == "");
    const auto read = bank::read_camt("s.xml", xml);
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(core::to_iso(read->front().from) == "2026-09-10");
    BOOST_TEST(core::to_iso(read->front().until) == "2026-09-16");
    const auto& found = read->front().entries.at(0);
    BOOST_TEST(found.payer_name == "Nordlicht Müßiggang GmbH");
    BOOST_TEST(found.payer_iban == "DE02120300000000202051");
    BOOST_TEST(found.end_to_end_id == "E-1");
    BOOST_TEST(found.bank_reference == "R1");
    BOOST_TEST(core::to_iso(found.booked_on) == "2026-09-16");
    BOOST_TEST(core::to_iso(found.value_on) == "2026-09-17");
    BOOST_TEST(found.remittance == std::vector<std::string>{"RE 1"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(accepts_versions_02_to_13_and_no_other) {
    const std::string stem = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
    for (const char* version : {"02", "03", "04", "06", "08", "10", "13"}) {
        BOOST_TEST(refusals(document(statement_xml("", "0.00"), stem + version)) == "", version);
    }
    for (const std::string& space :
         {stem + "01", stem + "14", stem + "2", stem + "02x", stem,
          std::string("urn:iso:std:iso:20022:tech:xsd:camt.052.001.02")}) {
        BOOST_TEST(refusals(document(statement_xml("", "0.00"), space)) ==
                   "s.xml:2, element Document: this is no camt.053 statement and no "
                   "camt.054 notification: it has the namespace " +
                       space + "; export the account's statement as camt.053, version 02 to 13.\n");
    }
    BOOST_TEST(refusals("<Document/>") ==
               "s.xml:1, element Document: this is no camt.053 statement and no camt.054 "
               "notification: it has no namespace; "
               "export the account's statement as camt.053, version 02 to 13.\n");
    BOOST_TEST(refusals("<html xmlns=\"" + camt02 + "\"/>")
                   .starts_with("s.xml:1, element html: this is no camt.053 statement"));
}

BOOST_AUTO_TEST_CASE(prefixed_and_foreign_elements) {
    std::string xml = document(statement_xml(entry_xml("1.00"), "1.00"));
    // A prefix for the same namespace changes nothing.
    std::string prefixed;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        prefixed += xml[i];
        if (xml[i] == '<' && xml[i + 1] != '?') {
            if (xml[i + 1] == '/') prefixed += xml[++i];
            prefixed += "c:";
        }
    }
    prefixed.replace(prefixed.find("xmlns="), 6, "xmlns:c=");
    BOOST_TEST(refusals(prefixed) == "");
    BOOST_TEST(brief(entries_of(prefixed)) == " 1.00;");
    // Elements of other namespaces are skipped, whatever they hold.
    const std::string foreign = "<SplmtryData xmlns=\"urn:bank\">text <Amt>7</Amt> text" +
                                std::string(20'000, 'x') + "</SplmtryData>";
    BOOST_TEST(read_brief(entry_xml("1.00", foreign), "1.00") == " 1.00;");
}

BOOST_AUTO_TEST_CASE(only_booked_entries_count) {
    BOOST_TEST(read_brief(entry_xml("1.00", "", "CRDT", "PDNG") + entry_xml("2.00") +
                              entry_xml("4.00", "", "CRDT", "INFO") +
                              entry_xml("8.00", "", "CRDT", "<Cd>FUTR</Cd>") +
                              entry_xml("0.00", "<AcctSvcrRef>zero</AcctSvcrRef>"),
                          "2.00") == " 2.00;");
}

BOOST_AUTO_TEST_CASE(the_sign_is_the_indicators_of_reversals_too) {
    BOOST_TEST(read_brief(entry_xml("5.00", "<AcctSvcrRef>a</AcctSvcrRef>") +
                              entry_xml("2.00", "<RvslInd>true</RvslInd>", "DBIT") +
                              entry_xml("1.00", "<RvslInd>false</RvslInd>", "DBIT"),
                          "2.00") == "a 5.00; -2.00; -1.00;");
    const std::string overdrawn = document(
        element("Stmt", element("Id", "S") + account +
                            "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp>" + amount("3.00") +
                            "<CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2026-09-16</Dt></Dt></Bal>" +
                            balance("CLBD", "1.00") + entry_xml("4.00")));
    BOOST_TEST(refusals(overdrawn) == "");
    BOOST_TEST(core::to_decimal(bank::read_camt("s", overdrawn)->front().opening) == "-3.00");
}

BOOST_AUTO_TEST_CASE(a_batch_is_split_where_its_amounts_are_given) {
    const auto part = [](const std::string& value, const std::string& text,
                         const std::string& reference) {
        return transaction(
            (reference.empty() ? "" : "<Refs><AcctSvcrRef>" + reference + "</AcctSvcrRef></Refs>") +
            amount(value) + remittance(text));
    };
    const std::string shared = "<AcctSvcrRef>B</AcctSvcrRef>";
    // Own references where each has one, else counted; below the entry's.
    BOOST_TEST(read_brief(entry_xml("3.00", shared + details(part("1.00", "FV/1", "x") +
                                                             part("2.00", "FV/2", "y"))),
                          "3.00") == "B//x 1.00 [FV/1];B//y 2.00 [FV/2];");
    BOOST_TEST(read_brief(entry_xml("3.00", shared + details(part("1.00", "FV/1", "x") +
                                                             part("2.00", "FV/2", "x"))),
                          "3.00") == "B//1 1.00 [FV/1];B//2 2.00 [FV/2];");
    BOOST_TEST(
        read_brief(entry_xml("3.00", details(part("1.00", "FV/1", "") + part("2.00", "FV/2", ""))),
                   "3.00") == " 1.00 [FV/1]; 2.00 [FV/2];");
    // In details of their own; a part of 0.00 is left out.
    BOOST_TEST(read_brief(entry_xml("3.00", shared + details(part("3.00", "FV/1", "")) +
                                                details(part("0.00", "FV/2", ""))),
                          "3.00") == "B//1 3.00 [FV/1];");
    // Version 02 has the amount below AmtDtls; a part may have the other sign.
    const std::string old_style =
        transaction("<AmtDtls><TxAmt>" + amount("4.00") + "</TxAmt></AmtDtls>") +
        transaction("<AmtDtls><InstdAmt>" + amount("1.00") +
                    "</InstdAmt></AmtDtls><CdtDbtInd>DBIT</CdtDbtInd>");
    BOOST_TEST(read_brief(entry_xml("3.00", shared + details(old_style)), "3.00") ==
               "B//1 4.00;B//2 -1.00;");
}

BOOST_AUTO_TEST_CASE(a_batch_stays_whole_where_its_amounts_do_not_add_up) {
    const std::string shared = "<AcctSvcrRef>B</AcctSvcrRef>";
    const std::string about = "<AddtlNtryInf>2 payments</AddtlNtryInf>";
    const std::string without = transaction(remittance("FV/1")) + transaction(remittance("FV/2"));
    const std::string wrong = transaction(amount("1.00") + remittance("FV/1")) +
                              transaction(amount("1.99") + remittance("FV/2"));
    const std::string abroad = transaction(amount("1.00", "USD")) + transaction(amount("2.00"));
    const std::string unreadable = transaction(amount("1,00")) + transaction(amount("2.00"));
    for (const std::string& parts : {without, wrong, abroad, unreadable}) {
        BOOST_TEST(read_brief(entry_xml("3.00", shared + details(parts) + about), "3.00") ==
                   "B 3.00 [2 payments];");
        BOOST_TEST(read_brief(entry_xml("3.00", shared + details(parts)), "3.00") == "B 3.00;");
    }
    // One transaction is shown, but the bank counts more: its text says nothing about the rest.
    const std::string counted =
        "<Btch><NbOfTxs>2</NbOfTxs></Btch>" + transaction(amount("1.00") + remittance("FV/1"));
    BOOST_TEST(read_brief(entry_xml("3.00", shared + details(counted)), "3.00") == "B 3.00;");
    const std::string one = "<Btch><NbOfTxs>1</NbOfTxs></Btch>" + transaction(remittance("FV/1"));
    BOOST_TEST(read_brief(entry_xml("3.00", shared + details(one)), "3.00") == "B 3.00 [FV/1];");
    BOOST_TEST(read_brief(entry_xml("3.00", shared + details("")), "3.00") == "B 3.00;");
}

BOOST_AUTO_TEST_CASE(what_the_payer_wrote) {
    const std::string structured =
        "<RmtInf><Ustrd> FV/1 \n  second </Ustrd><Ustrd>line</Ustrd>"
        "<Strd><RfrdDocInf><Nb>FV/2</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf>"
        "<AddtlRmtInf>more</AddtlRmtInf></Strd></RmtInf>";
    const std::string additional = "<AddtlTxInf>about it</AddtlTxInf>";
    BOOST_TEST(read_brief(entry_xml("1.00", details(transaction(structured + additional))),
                          "1.00") == " 1.00 [FV/1 second] [line] [FV/2] [RF18] [more];");
    BOOST_TEST(read_brief(entry_xml("1.00", details(transaction(additional)) +
                                                "<AddtlNtryInf>entry</AddtlNtryInf>"),
                          "1.00") == " 1.00 [about it];");
    BOOST_TEST(read_brief(entry_xml("1.00", details(transaction("")) +
                                                "<AddtlNtryInf>entry</AddtlNtryInf>"),
                          "1.00") == " 1.00 [entry];");
    // Control characters that XML lets through never reach a terminal; accents do.
    BOOST_TEST(
        read_brief(
            entry_xml("1.00", details(transaction(remittance("a\xC2\x9B"
                                                             "31mż&#x7F;&amp;&lt;\xC2\xA0")))),
            "1.00") == " 1.00 [a 31mż &<\xC2\xA0];");
}

BOOST_AUTO_TEST_CASE(who_paid) {
    const auto payer = [](const std::string& parties) {
        const auto entries = entries_of(document(statement_xml(
            entry_xml("1.00", details(transaction(element("RltdPties", parties)))), "1.00")));
        BOOST_REQUIRE_EQUAL(entries.size(), 1U);
        return entries[0].payer_name + "|" + entries[0].payer_iban;
    };
    const std::string ultimate = "<UltmtDbtr><Nm>Ultimate</Nm></UltmtDbtr>";
    const std::string creditor =
        "<Cdtr><Nm>We</Nm></Cdtr><CdtrAcct><Id><IBAN>PL1</IBAN></Id></CdtrAcct>";
    BOOST_TEST(payer("<Dbtr><Nm>Payer</Nm></Dbtr>" + ultimate + creditor) == "Payer|");
    BOOST_TEST(payer(ultimate) == "Ultimate|");
    BOOST_TEST(payer(creditor) == "|");
    BOOST_TEST(payer("<DbtrAcct><Id><Othr><Id>123</Id></Othr></Id></DbtrAcct>") == "|123");
}

BOOST_AUTO_TEST_CASE(words_for_no_reference_are_no_reference) {
    for (const char* nothing : {"NOTPROVIDED", "NOT PROVIDED", "NONREF", ""}) {
        const std::string xml = document(statement_xml(
            entry_xml("1.00", element("AcctSvcrRef", nothing) +
                                  details(transaction("<Refs>" + element("AcctSvcrRef", "T") +
                                                      element("EndToEndId", nothing) + "</Refs>"))),
            "1.00"));
        const auto entries = entries_of(xml);
        BOOST_REQUIRE_EQUAL(entries.size(), 1U);
        BOOST_TEST(entries[0].bank_reference == "T");  // the only transaction's, then
        BOOST_TEST(entries[0].end_to_end_id == "");
    }
}

BOOST_AUTO_TEST_CASE(the_days_a_statement_covers) {
    const auto days = [](const std::string& before, const std::string& opening) {
        const auto read = bank::read_camt(
            "s.xml", document(element("Stmt", element("Id", "S") + before + account + opening +
                                                  balance("CLBD", "0.00", "2026-09-16+02:00"))));
        BOOST_REQUIRE(read.has_value());
        return core::to_iso(read->front().from) + " " + core::to_iso(read->front().until);
    };
    BOOST_TEST(days("", balance("OPBD", "0.00", "2026-09-14")) == "2026-09-14 2026-09-16");
    BOOST_TEST(days("", balance("OPBD", "0.00", "2026-09-14Z")) == "2026-09-14 2026-09-16");
    // The closing balance of the statement before: this one begins the day after.
    BOOST_TEST(days("", balance("PRCD", "0.00", "2026-09-14")) == "2026-09-15 2026-09-16");
    BOOST_TEST(days("", balance("PRCD", "0.00", "2026-09-16")) == "2026-09-16 2026-09-16");
    BOOST_TEST(days("", balance("PRCD", "7.00", "2026-09-01") + balance("OPBD", "0.00")) ==
               "2026-09-16 2026-09-16");
    BOOST_TEST(days("<FrToDt><FrDtTm>2026-09-01T00:00:00</FrDtTm></FrToDt>",
                    balance("OPBD", "0.00", "2026-09-14")) == "2026-09-01 2026-09-16");
}

BOOST_AUTO_TEST_CASE(several_statements_and_accounts) {
    const std::string first = statement_xml(entry_xml("1.00"), "1.00");
    std::string second = statement_xml(entry_xml("2.00"), "2.00");
    for (std::size_t at = 0; (at = second.find("EUR", at)) != std::string::npos;) {
        second.replace(at, 3, "HUF");
    }
    second.replace(second.find(iban), iban.size(), "PL07109010140000071219812876");
    const auto read = bank::read_camt("s.xml", document(first + second + first));
    BOOST_REQUIRE(read.has_value());
    BOOST_REQUIRE_EQUAL(read->size(), 3U);
    BOOST_TEST(brief(read->at(0).entries) == " 1.00;");
    BOOST_TEST(brief(read->at(1).entries) == " 2.00;");
    BOOST_TEST(read->at(1).iban == "PL07109010140000071219812876");
    BOOST_TEST(read->at(1).closing.currency().code() == "HUF");
    BOOST_TEST(read->at(2).entries.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_currency_may_be_the_balances) {
    std::string xml = document(statement_xml(entry_xml("1.00"), "1.00"));
    const std::string currency = "<Ccy>EUR</Ccy>";
    xml.erase(xml.find(currency), currency.size());
    BOOST_TEST(refusals(xml) == "");
    BOOST_TEST(brief(entries_of(xml)) == " 1.00;");
}

BOOST_AUTO_TEST_CASE(other_encodings_that_xml_parsers_know) {
    std::string xml =
        document(statement_xml(entry_xml("1.00", details(transaction(remittance("M\xFC"
                                                                                "ller")))),
                               "1.00"));
    xml.replace(xml.find("UTF-8"), 5, "ISO-8859-1");
    BOOST_TEST(refusals(xml) == "");
    BOOST_TEST(brief(entries_of(xml)) == " 1.00 [Müller];");
}

BOOST_AUTO_TEST_SUITE_END()
