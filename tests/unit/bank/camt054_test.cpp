// Notifications: bookings before their statement, and what both have in common.

#include "adapters/bank/camt.h"
#include "unit/bank/camt_samples.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace kvit;
using namespace kvit::test;

namespace {

const std::string camt054 = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.";

std::string notification_xml(const std::string& entries) {
    return element("Ntfctn", element("Id", "N-1") + "<CreDtTm>2026-09-17T08:00:00</CreDtTm>\n" +
                                 account + entries);
}

std::string notified(const std::string& entries, const std::string& version = "08") {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"" + camt054 + version +
           "\"><BkToCstmrDbtCdtNtfctn>\n" + notification_xml(entries) +
           "</BkToCstmrDbtCdtNtfctn></Document>\n";
}

const std::string reference = "<AcctSvcrRef>R1</AcctSvcrRef>";

}  // namespace

BOOST_AUTO_TEST_SUITE(bank_camt054)

BOOST_AUTO_TEST_CASE(a_notification_runs_from_its_first_to_its_last_booking) {
    std::string later = entry_xml("2.50", "<AcctSvcrRef>R2</AcctSvcrRef>", "DBIT");
    later.replace(later.find("2026-09-16"), 10, "2026-09-18");
    const auto read = bank::read_camt("n.xml", notified(later + entry_xml("10.00", reference)));
    BOOST_REQUIRE(read.has_value());
    const statement::BankStatement& one = read->front();
    BOOST_TEST(one.id == "N-1");
    BOOST_TEST(one.iban == iban);
    BOOST_TEST(!one.has_balances);
    BOOST_TEST(core::to_decimal(one.opening) == "0.00");
    BOOST_TEST(core::to_decimal(one.closing) == "7.50");
    BOOST_TEST(core::to_iso(one.from) == "2026-09-16");
    BOOST_TEST(core::to_iso(one.until) == "2026-09-18");
    BOOST_TEST(one.entries.size() == 2U);
    BOOST_TEST(statement::check(one).has_value());
    BOOST_TEST(bank::read_camt("s", document(statement_xml("", "0.00")))->front().has_balances);
}

BOOST_AUTO_TEST_CASE(a_notification_without_booked_entries_is_of_the_day_it_was_made) {
    const std::string xml = notified(entry_xml("1.00", "", "CRDT", "PDNG"));
    BOOST_TEST(refusals(xml) == "");
    const auto read = bank::read_camt("n.xml", xml);
    BOOST_TEST(read->front().entries.empty());
    BOOST_TEST(core::to_iso(read->front().from) == "2026-09-17");
    BOOST_TEST(core::to_iso(read->front().until) == "2026-09-17");
    std::string undated = xml;
    undated.replace(undated.find("<CreDtTm>"), 38, "");
    BOOST_TEST(refusals(undated) ==
               "s.xml:3, element Ntfctn: the element CreDtTm is missing; ask the bank for a "
               "complete camt.054 notification.\n");
}

BOOST_AUTO_TEST_CASE(versions_02_to_13) {
    for (const char* version : {"02", "04", "08", "13"}) {
        BOOST_TEST(refusals(notified(entry_xml("1.00", reference), version)) == "", version);
    }
    for (const char* version : {"01", "14"}) {
        BOOST_TEST(refusals(notified("", version))
                       .starts_with("s.xml:2, element Document: this is no camt.053 statement and "
                                    "no camt.054 notification: it has the namespace " +
                                    camt054 + version));
    }
    // The items of one message are nothing in the other.
    std::string crossed = notified(entry_xml("1.00", reference));
    crossed.replace(crossed.find("camt.054"), 8, "camt.053");
    BOOST_TEST(refusals(crossed) ==
               "s.xml: the file holds no camt.053 statement; export the "
               "account's camt.053 statement.\n");
}

BOOST_AUTO_TEST_CASE(an_entry_without_reference_is_refused) {
    const std::string refused =
        "s.xml:6, element Ntfctn/Ntry: the entry has no bank reference (AcctSvcrRef), so it could "
        "not be told from the same booking in a statement and would count twice; import the "
        "account's statement (camt.053) instead.\n";
    BOOST_TEST(refusals(notified(entry_xml("1.00"))) == refused);
    BOOST_TEST(refusals(notified(entry_xml("1.00", "<AcctSvcrRef>NONREF</AcctSvcrRef>"))) ==
               refused);
    // A batch whose parts alone have one may stand in the statement as a whole.
    const auto part = [](const std::string& own) {
        return transaction("<Refs><AcctSvcrRef>" + own + "</AcctSvcrRef></Refs>" + amount("1.00"));
    };
    BOOST_TEST(refusals(notified(entry_xml("2.00", details(part("x") + part("y"))))) == refused);
    BOOST_TEST(refusals(notified(entry_xml("1.00", details(part("x"))))) == "");
    BOOST_TEST(refusals(notified(entry_xml("2.00", reference + details(part("x") + part("y"))))) ==
               "");
    // What is not booked needs none.
    BOOST_TEST(refusals(notified(entry_xml("1.00", "", "CRDT", "INFO"))) == "");
}

BOOST_AUTO_TEST_CASE(an_entry_has_one_key_in_notification_and_statement) {
    const std::string entry =
        entry_xml("3.00", reference + details(transaction(amount("1.00") + remittance("FV/1")) +
                                              transaction(amount("2.00") + remittance("FV/2"))));
    const auto notification = bank::read_camt("n.xml", notified(entry));
    const auto statement = bank::read_camt("s.xml", document(statement_xml(entry, "3.00")));
    BOOST_REQUIRE(notification.has_value());
    BOOST_REQUIRE(statement.has_value());
    const core::Hasher plain = [](std::string_view text) { return std::string(text); };
    const auto keys = statement::entry_keys(notification->front(), plain);
    BOOST_REQUIRE_EQUAL(keys.size(), 2U);
    BOOST_TEST(keys[0].str() == iban + ":R1//1");
    BOOST_TEST((keys == statement::entry_keys(statement->front(), plain)));
    BOOST_TEST((notification->front().entries == statement->front().entries));
}

BOOST_AUTO_TEST_CASE(charges_are_told_and_taken_off_where_that_adds_up) {
    const auto part = [](const std::string& gross, const std::string& charge) {
        return transaction(amount(gross) + "<Chrgs><Rcrd>" + amount(charge) + "</Rcrd></Chrgs>");
    };
    const auto entries = entries_of(document(statement_xml(
        entry_xml("9.00", details(part("4.00", "0.40") + part("6.00", "0.60"))), "9.00")));
    BOOST_REQUIRE_EQUAL(entries.size(), 2U);
    BOOST_TEST(core::to_decimal(entries[0].amount) == "3.60");
    BOOST_TEST(core::to_decimal(entries[1].amount) == "5.40");
    BOOST_TEST(entries[1].remittance == std::vector<std::string>{"charges 0.60 EUR"},
               boost::test_tools::per_element());
    // Neither with nor without charges: the batch stays whole. Charges abroad say nothing.
    for (const std::string& wrong : {part("4.00", "0.40") + part("6.00", "0.50"),
                                     part("4.00", "0,40") + part("6.00", "0.60")}) {
        BOOST_TEST(
            entries_of(document(statement_xml(entry_xml("9.00", details(wrong)), "9.00"))).size() ==
            1U);
    }
    // Version 02 has one amount; that of the entry is told of a whole.
    const auto whole = entries_of(document(statement_xml(
        entry_xml("95.00", "<Chrgs>" + amount("5.00", "USD") + "</Chrgs>"), "95.00")));
    BOOST_REQUIRE_EQUAL(whole.size(), 1U);
    BOOST_TEST(whole[0].remittance == std::vector<std::string>{"charges 5.00 USD"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_came_back_says_so) {
    const auto returned = [](const std::string& more, const std::string& sign) {
        const auto entries = entries_of(
            document(element("Stmt", element("Id", "S") + account + balance("OPBD", "10.00") +
                                         balance("CLBD", sign == "CRDT" ? "11.00" : "9.00") +
                                         entry_xml("1.00", more, sign))));
        BOOST_REQUIRE_EQUAL(entries.size(), 1U);
        return core::to_decimal(entries[0].amount) + " " + entries[0].returned;
    };
    const auto reason = [](const std::string& content) {
        return details(transaction("<RtrInf>" + content + "</RtrInf>"));
    };
    BOOST_TEST(returned(reason("<Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf>"), "DBIT") ==
               "-1.00 AC04 closed");
    BOOST_TEST(returned(reason("<Rsn><Prtry>X1</Prtry></Rsn>"), "CRDT") == "1.00 X1");
    BOOST_TEST(returned(reason(""), "CRDT") == "1.00 returned");
    BOOST_TEST(returned("<RvslInd>true</RvslInd>", "DBIT") == "-1.00 reversal");
    BOOST_TEST(returned("<RvslInd>1</RvslInd>", "CRDT") == "1.00 reversal");
    BOOST_TEST(returned("<RvslInd>false</RvslInd>", "CRDT") == "1.00 ");
    BOOST_TEST(returned(details(transaction("")), "CRDT") == "1.00 ");
}

BOOST_AUTO_TEST_CASE(cut_and_damaged_at_every_byte) {
    const std::string whole = notified(
        entry_xml("3.00", reference + details(transaction(amount("1.00") + remittance("FV/1")) +
                                              transaction(amount("2.00") + remittance("FV/2")))) +
        entry_xml("1.00", "<AcctSvcrRef>R2</AcctSvcrRef>", "DBIT"));
    const auto expected = bank::read_camt("n.xml", whole);
    BOOST_REQUIRE(expected.has_value());
    const std::size_t end = whole.rfind('>');
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto read = bank::read_camt("n.xml", std::string_view(whole).substr(0, size));
        BOOST_TEST(read.has_value() == (size > end), "cut at " << size);
    }
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const unsigned flip : {0x01U, 0x02U, 0x04U, 0x10U, 0x20U, 0x80U, 0xFFU}) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ flip);
            const auto read = bank::read_camt("n.xml", damaged);
            refused += read ? 0U : 1U;
            if (!read) continue;
            // No balance proves an amount here; but nothing is believed that cannot be known again.
            for (const auto& statement : *read) {
                BOOST_TEST(statement::check(statement).has_value(), "byte " << at);
                BOOST_TEST(std::ranges::none_of(statement.entries, [](const auto& entry) {
                    return entry.bank_reference.empty();
                }));
            }
        }
    }
    BOOST_TEST(refused > 1000U);
}

BOOST_AUTO_TEST_SUITE_END()
