// Every way a camt.053 file is refused, word for word, and damage at every byte.

#include "adapters/bank/camt.h"
#include "adapters/system/file_system.h"
#include "unit/bank/camt_samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;

namespace {

// The valid file of one entry with one text replaced.
std::string changed(const std::string& from, const std::string& to) {
    std::string xml = document(statement_xml(entry_xml("1.00"), "1.00"));
    const auto at = xml.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
    return xml.replace(at, from.size(), to);
}

std::string missing(const std::string& element) {
    return "the element " + element +
           " is missing; ask the bank for a complete camt.053 statement.\n";
}

std::string sample() {
    return system::read_file(std::string(KVIT_SOURCE_DIR) +
                             "/tests/examples/studio-ada/statements/2026-09-16-EUR.xml");
}

const std::string again = "; download the statement again.\n";
const std::string cut_off = "the file ends in the middle: it was cut off or is no XML" + again;

}  // namespace

BOOST_AUTO_TEST_SUITE(bank_camt053_refusals)

BOOST_AUTO_TEST_CASE(the_unchanged_file_is_accepted) {
    BOOST_TEST(refusals(changed("1", "1")) == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_xml) {
    BOOST_TEST(refusals("") == "s.xml:1: the file is empty" + again);
    BOOST_TEST(refusals(" \n") == "s.xml:2: " + cut_off);
    BOOST_TEST(refusals(":20:MT940") ==
               "s.xml:1: the file is no well-formed XML (syntax error)" + again);
    BOOST_TEST(refusals("<Document xmlns=\"" + camt02 + "\"><A></B></Document>") ==
               "s.xml:1, element Document/A: the file is no well-formed XML (mismatched tag)" +
                   again);
    BOOST_TEST(refusals(changed("S-1", "S-1 &copy;")) ==
               "s.xml:3, element Stmt/Id: an entity is used that XML does not define" + again);
    BOOST_TEST(refusals(changed("S-1", "\xC5")) ==
               "s.xml:3, element Stmt/Id: the file holds bytes that are no UTF-8 text; save it as "
               "UTF-8, or download the statement again.\n");
    BOOST_TEST(refusals(changed("UTF-8", "windows-1250")) ==
               "s.xml:1: the character encoding that the file names is not supported; save it as "
               "UTF-8.\n");
    BOOST_TEST(refusals(changed("UTF-8", "UTF-16")) ==
               "s.xml:1: the character encoding that the file names is not supported; save it as "
               "UTF-8.\n");
    BOOST_TEST(refusals(std::string("<Document \0/>", 13)) ==
               "s.xml:1: the file is no well-formed XML (not well-formed (invalid token))" + again);
}

BOOST_AUTO_TEST_CASE(what_attacks_the_reader) {
    const std::string doctype = ": a document type declaration (DOCTYPE) is not accepted" + again;
    BOOST_TEST(
        refusals("<!DOCTYPE Document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<Document>&b;"
                 "</Document>") == "s.xml:1" + doctype);
    BOOST_TEST(refusals("\n<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><d/>") == "s.xml:2" + doctype);

    const auto nested = [](std::size_t depth) {  // below Document, BkToCstmrStmt, Stmt
        std::string open, close;
        for (std::size_t i = 0; i < depth; ++i) {
            open += "<a>";
            close += "</a>";
        }
        return document(element("Stmt", element("Id", "S-1") + account + balance("OPBD", "0.00") +
                                            balance("CLBD", "0.00") + open + close));
    };
    BOOST_TEST(refusals(nested(61)) == "");
    BOOST_TEST(refusals(nested(62)) ==
               "s.xml:11, element a/a: elements are nested more than 64 deep" + again);
    BOOST_TEST(refusals(nested(100'000)) ==
               "s.xml:11, element a/a: elements are nested more than 64 deep" + again);

    BOOST_TEST(refusals(changed("S-1", std::string(10'000, 'x'))) == "");
    BOOST_TEST(refusals(changed("S-1", std::string(10'001, 'x'))) ==
               "s.xml:3, element Stmt/Id: the text is longer than 10000 bytes" + again);
    BOOST_TEST(refusals(changed("<BookgDt>", "stray <BookgDt>")) ==
               "s.xml:14, element Stmt/Ntry: text stands where only elements may stand" + again);
    BOOST_TEST(refusals(changed("</Ntry>", "stray</Ntry>")) ==
               "s.xml:15, element Stmt/Ntry: text stands where only elements may stand" + again);
}

BOOST_AUTO_TEST_CASE(the_number_of_entries_is_bounded) {
    std::string entries;
    for (int i = 0; i < 3; ++i) entries += entry_xml("1.00");
    const std::string two = document(statement_xml(entry_xml("1.00") + entry_xml("1.00"), "2.00"));
    BOOST_TEST(refusals(two, 2) == "");
    BOOST_TEST(refusals(document(statement_xml(entries, "3.00")), 2) ==
               "s.xml:21, element Stmt/Ntry: the file has more than 2 entries; export shorter "
               "periods.\n");
    // Of the file, not of one statement; the default is a million.
    BOOST_TEST(refusals(document(statement_xml(entry_xml("1.00"), "1.00") +
                                 statement_xml(entry_xml("1.00"), "1.00")),
                        1)
                   .find("the file has more than 1 entries") != std::string::npos);
    BOOST_TEST(bank::max_entries == 1'000'000U);
}

BOOST_AUTO_TEST_CASE(missing_elements_are_named_with_the_line_of_their_parent) {
    const std::string statement = "s.xml:3, element Stmt: ", entry = "s.xml:11, element Ntry: ",
                      opening = "s.xml:5, element Bal: ";
    BOOST_TEST(refusals(changed("<Id>S-1</Id>", "")) == statement + missing("Id"));
    BOOST_TEST(refusals(changed("<Id>S-1</Id>", "<Id> \n </Id>")) == statement + missing("Id"));
    BOOST_TEST(refusals(changed("<IBAN>" + iban + "</IBAN>", "<Othr><Id>1</Id></Othr>")) ==
               statement + missing("Acct/Id/IBAN"));
    BOOST_TEST(refusals(changed("OPBD", "ITBD")) ==
               statement + missing("Bal with the opening balance (OPBD or PRCD)"));
    BOOST_TEST(refusals(changed("CLBD", "CLAV")) ==
               statement + missing("Bal with the closing balance (CLBD)"));
    BOOST_TEST(refusals(changed("<Amt Ccy=\"EUR\">0.00</Amt>", "")) == opening + missing("Amt"));
    BOOST_TEST(refusals(changed("<CdtDbtInd>CRDT</CdtDbtInd>", "")) ==
               opening + missing("CdtDbtInd"));
    BOOST_TEST(refusals(changed("<Dt><Dt>2026-09-16</Dt></Dt>", "")) == opening + missing("Dt"));
    BOOST_TEST(refusals(changed("<Ntry><Amt Ccy=\"EUR\">1.00</Amt>", "<Ntry>")) ==
               entry + missing("Amt"));
    BOOST_TEST(refusals(changed("<CdtDbtInd>CRDT</CdtDbtInd>\n<Sts>", "<Sts>")) ==
               entry + missing("CdtDbtInd"));
    BOOST_TEST(refusals(changed("<Sts>BOOK</Sts>", "")) == entry + missing("Sts"));
    BOOST_TEST(refusals(changed("<BookgDt><Dt>2026-09-16</Dt></BookgDt>", "")) ==
               entry + missing("BookgDt"));
    BOOST_TEST(
        refusals(document("")) ==
        "s.xml: the file holds no camt.053 statement; export the account's camt.053 statement.\n");
}

BOOST_AUTO_TEST_CASE(no_currency_anywhere_is_told_once) {
    BOOST_TEST(refusals(document(element("Stmt", element("Id", "S") + "<Acct><Id><IBAN>" + iban +
                                                     "</IBAN></Id></Acct>" + entry_xml("1.00") +
                                                     entry_xml("1.00")))) ==
               "s.xml:3, element Stmt: " + missing("Acct/Ccy"));
    BOOST_TEST(refusals(changed("<Ccy>EUR", "<Ccy>QQQ"))
                   .starts_with("s.xml:4, element Acct/Ccy: \"QQQ\" is not a currency kvit knows; "
                                "use one of AUD "));
}

BOOST_AUTO_TEST_CASE(values_that_do_not_read) {
    BOOST_TEST(
        refusals(changed(iban, "PL34109010140000071219812876")) ==
        "s.xml:4, element Id/IBAN: \"PL34109010140000071219812876\" is not an IBAN: its check "
        "digits do not fit" +
            again);
    const std::string like = "; write it like \"2400.00\", with a point and at most 2 decimals.\n";
    for (const char* text : {"1,00", "1.001", "+1.00", "1.00 EUR", "1e2", ".", "0x1"}) {
        BOOST_TEST(refusals(changed(
                       ">1.00</Amt>\n<CdtDbtInd>CRDT</CdtDbtInd>\n<Sts>",
                       ">" + std::string(text) + "</Amt>\n<CdtDbtInd>CRDT</CdtDbtInd>\n<Sts>")) ==
                   "s.xml:11, element Ntry/Amt: \"" + std::string(text) +
                       "\" is not an amount in EUR" + like);
    }
    BOOST_TEST(refusals(changed(">0.00<", ">-1.00<")) ==
               "s.xml:5, element Bal/Amt: the amount -1.00 is negative; amounts have no sign; "
               "CdtDbtInd says which side they are on.\n");
    BOOST_TEST(
        refusals(changed("<Ntry><Amt Ccy=\"EUR\">", "<Ntry><Amt Ccy=\"USD\">")) ==
        "s.xml:11, element Ntry/Amt: the amount is in \"USD\", but the account is kept in EUR; "
        "export each account in its own currency.\n");
    BOOST_TEST(refusals(changed("<Ntry><Amt Ccy=\"EUR\">", "<Ntry><Amt>")) ==
               "s.xml:11, element Ntry/Amt: the amount is in \"\", but the account is kept in EUR; "
               "export each account in its own currency.\n");
    BOOST_TEST(
        refusals(changed("<Amt Ccy=\"EUR\">0.00", "<Amt Ccy=\"PLN\">0.00")) ==
        "s.xml:5, element Bal/Amt: the amount is in \"PLN\", but the account is kept in EUR; "
        "export each account in its own currency.\n");
    BOOST_TEST(
        refusals(changed("CRDT</CdtDbtInd>\n<Sts>", "CREDIT</CdtDbtInd>\n<Sts>")) ==
        "s.xml:12, element Ntry/CdtDbtInd: \"CREDIT\" is no side of the account; CRDT or DBIT "
        "is accepted.\n");
    BOOST_TEST(
        refusals(changed("BOOK", "BOOKED")) ==
        "s.xml:13, element Ntry/Sts: \"BOOKED\" is no known status; BOOK, PDNG, INFO or FUTR "
        "is accepted.\n");
    BOOST_TEST(
        refusals(changed("<BookgDt>", "<RvslInd>yes</RvslInd><BookgDt>")) ==
        "s.xml:14, element Ntry/RvslInd: \"yes\" is neither true nor false; true or false is "
        "accepted.\n");
    for (const char* day : {"2026-02-30", "16.09.2026", "2026-09-16x", "2026-09-16+2:00",
                            "2026-9-16", "2026-09-16+02-00", "2026-09-16 "}) {
        const bool accepted = std::string_view(day).ends_with(' ');  // spaces around do not matter
        BOOST_TEST(
            refusals(changed("<BookgDt><Dt>2026-09-16", "<BookgDt><Dt>" + std::string(day))) ==
            (accepted ? ""
                      : "s.xml:14, element Ntry/BookgDt: \"" + std::string(day) +
                            "\" is not a date; dates are written 2026-01-31.\n"));
    }
    BOOST_TEST(
        refusals(changed("<Sts>BOOK</Sts>", "<Sts>BOOK</Sts><ValDt><Dt>soon</Dt></ValDt>")) ==
        "s.xml:13, element Ntry/ValDt: \"soon\" is not a date; dates are written "
        "2026-01-31.\n");
}

BOOST_AUTO_TEST_CASE(given_twice) {
    const std::string twice = ": the element is given twice" + again;
    BOOST_TEST(refusals(changed("<Id>S-1</Id>", "<Id>S-1</Id><Id>S-2</Id>")) ==
               "s.xml:3, element Stmt/Id" + twice);
    BOOST_TEST(refusals(changed("<Sts>BOOK</Sts>", "<Sts>BOOK</Sts><Sts><Cd>BOOK</Cd></Sts>")) ==
               "s.xml:13, element Sts/Cd" + twice);
    BOOST_TEST(refusals(changed("<Sts>", "<Amt Ccy=\"USD\">1.00</Amt><Sts>")) ==
               "s.xml:13, element Ntry/Amt" + twice);
    BOOST_TEST(refusals(changed("<Ntry>", balance("CLBD", "1.00") + "<Ntry>")) ==
               "s.xml:11, element Bal: the balance CLBD is given twice" + again);
}

BOOST_AUTO_TEST_CASE(what_does_not_add_up) {
    BOOST_TEST(
        refusals(changed("0.00", "0.01")) ==
        "s.xml:3, element Stmt: statement S-1: opening balance and entries give 1.01 EUR, but "
        "the closing balance is 1.00 EUR; an entry is missing or changed; download the "
        "statement again.\n");
    BOOST_TEST(
        refusals(changed("<BookgDt><Dt>2026-09-16", "<BookgDt><Dt>2026-09-17")) ==
        "s.xml:3, element Stmt: statement S-1: an entry of 1.00 EUR is booked on 2026-09-17, "
        "but the statement covers 2026-09-16 to 2026-09-16" +
            again);
    BOOST_TEST(refusals(changed("<Dt><Dt>2026-09-16", "<Dt><Dt>2026-09-17")) ==
               "s.xml:3, element Stmt: statement S-1: it begins on 2026-09-17, after its end on "
               "2026-09-16" +
                   again);
}

BOOST_AUTO_TEST_CASE(everything_wrong_is_told_up_to_a_hundred) {
    std::string entries;
    for (int i = 0; i < 150; ++i) entries += entry_xml("1,00");
    const std::string text = refusals(document(statement_xml(entries, "0.00")));
    BOOST_TEST(std::ranges::count(text, '\n') == 100);
    BOOST_TEST(text.starts_with("s.xml:11, element Ntry/Amt: \"1,00\" is not an amount in EUR"));
    // Beyond the hundredth nothing is believed either: the second statement lacks its balances.
    BOOST_TEST(
        std::ranges::count(refusals(document(statement_xml(entries, "0.00") +
                                             element("Stmt", element("Id", "S-2") + account))),
                           '\n') == 100);
    const std::string two = refusals(document(statement_xml(entry_xml("1,00"), "0.00") +
                                              statement_xml(entry_xml("2.00"), "1.00")));
    BOOST_TEST(std::ranges::count(two, '\n') == 2);
    BOOST_TEST(two.find("opening balance and entries give 2.00 EUR") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(cut_at_every_byte) {
    const std::string whole = sample();
    const auto expected = bank::read_camt("s.xml", whole);
    BOOST_REQUIRE(expected.has_value());
    std::size_t accepted = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto read = bank::read_camt("s.xml", std::string_view(whole).substr(0, size));
        if (!read) {
            BOOST_TEST(!read.error().empty());
            continue;
        }
        ++accepted;
        BOOST_REQUIRE_EQUAL(read->size(), 1U);
        BOOST_TEST((read->front().entries == expected->front().entries), "cut at " << size);
        BOOST_TEST(whole.find_first_not_of(" \r\n", size) == std::string::npos, "cut at " << size);
    }
    BOOST_TEST(accepted == whole.size() - whole.find_last_not_of("\r\n") - 1);
}

BOOST_AUTO_TEST_CASE(cut_in_the_middle_of_an_entry) {
    const std::string whole = document(statement_xml(entry_xml("1.00"), "1.00"));
    BOOST_TEST(refusals(whole.substr(0, whole.find("<Sts>") + 2)) ==
               "s.xml:13, element Stmt/Ntry: " + cut_off);
    BOOST_TEST(refusals(whole.substr(0, whole.find("BOOK") + 2)) ==
               "s.xml:13, element Ntry/Sts: " + cut_off);
}

BOOST_AUTO_TEST_CASE(damaged_at_every_byte) {
    const std::string whole = sample();
    std::size_t refused = 0, accepted = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const unsigned flip : {0x01U, 0x02U, 0x04U, 0x10U, 0x20U, 0x80U, 0xFFU}) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ flip);
            const auto read = bank::read_camt("s.xml", damaged);
            if (!read) {
                ++refused;
                BOOST_TEST(!read.error().front().what.empty());
                continue;
            }
            ++accepted;
            for (const auto& statement : *read) {
                BOOST_TEST(statement::check(statement).has_value(), "byte " << at);
            }
        }
    }
    BOOST_TEST(refused > accepted);
    BOOST_TEST(accepted > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
