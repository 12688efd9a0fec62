#pragma once
// camt.053 files written piece by piece, so that a test shows what it is about and nothing else.

#include "adapters/bank/camt.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::test {

inline const std::string camt02 = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
inline const std::string camt08 = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
inline const std::string iban = "PL34109010140000071219812875";

inline std::string element(const std::string& name, const std::string& content) {
    return "<" + name + ">" + content + "</" + name + ">\n";
}
inline std::string amount(const std::string& value, const std::string& currency = "EUR") {
    return "<Amt Ccy=\"" + currency + "\">" + value + "</Amt>\n";
}
// A balance on 2026-09-16, on the credit side.
inline std::string balance(const std::string& kind, const std::string& value,
                           const std::string& day = "2026-09-16") {
    return element("Bal", "<Tp><CdOrPrtry><Cd>" + kind + "</Cd></CdOrPrtry></Tp>" + amount(value) +
                              element("CdtDbtInd", "CRDT") + "<Dt><Dt>" + day + "</Dt></Dt>");
}
inline const std::string account =
    "<Acct><Id><IBAN>" + iban + "</IBAN></Id><Ccy>EUR</Ccy></Acct>\n";

// An entry's parts that must be there, booked on 2026-09-16, with `more` after them.
inline std::string entry_xml(const std::string& value, const std::string& more = {},
                             const std::string& sign = "CRDT", const std::string& status = "BOOK") {
    return element("Ntry", amount(value) + element("CdtDbtInd", sign) + element("Sts", status) +
                               "<BookgDt><Dt>2026-09-16</Dt></BookgDt>\n" + more);
}
inline std::string details(const std::string& transactions) {
    return element("NtryDtls", transactions);
}
inline std::string transaction(const std::string& content) { return element("TxDtls", content); }
inline std::string remittance(const std::string& text) {
    return "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>";
}

inline std::string document(const std::string& statements, const std::string& space = camt02) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"" + space +
           "\"><BkToCstmrStmt>\n" + statements + "</BkToCstmrStmt></Document>\n";
}
// One statement from 0.00 to `closing` with these entries.
inline std::string statement_xml(const std::string& entries, const std::string& closing) {
    return element("Stmt", element("Id", "S-1") + account + balance("OPBD", "0.00") +
                               balance("CLBD", closing) + entries);
}

// Every refusal as a sentence on a line of its own; empty when the file is accepted.
inline std::string refusals(std::string_view xml, std::size_t entries_max = bank::max_entries) {
    const auto read = bank::read_camt("s.xml", xml, entries_max);
    std::string text;
    if (read) return text;
    for (const auto& refusal : read.error()) text += core::to_sentence(refusal) + "\n";
    return text;
}

// The entries of the only statement; none when the file is refused (refusals() says why).
inline std::vector<statement::StatementEntry> entries_of(std::string_view xml) {
    auto read = bank::read_camt("s.xml", xml);
    return read && read->size() == 1 ? read->front().entries
                                     : std::vector<statement::StatementEntry>();
}

}  // namespace kvit::test
