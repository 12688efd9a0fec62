#pragma once
// Bank statements of the desk's account, a day at a time.

#include <fmt/format.h>

#include <string>
#include <vector>

namespace kvit::test {

struct Booking {
    std::string amount;  // negative: money out
    std::string text;
    std::string name = "LUMEN SP. Z O.O.";
    std::string iban{};
    std::string to{};  // the account of ours it came in on, where told
};

// A statement of one day; each booking has a reference of its own.
inline std::string statement_file(const std::string& day, const std::vector<Booking>& bookings) {
    long long sum = 0;
    std::string entries;
    int n = 0;
    for (const auto& [amount, text, name, iban, to] : bookings) {
        const bool out = amount.front() == '-';
        const std::string size = out ? amount.substr(1) : amount;
        const long long minor = std::stoll(size.substr(0, size.size() - 3)) * 100 +
                                std::stoll(size.substr(size.size() - 2));
        sum += out ? -minor : minor;
        entries += fmt::format(
            "<Ntry><Amt Ccy=\"PLN\">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{}"
            "</Dt></BookgDt><AcctSvcrRef>{}-{}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>"
            "{}</Nm></Dbtr>{}{}</RltdPties><RmtInf><Ustrd>{}</Ustrd></RmtInf></TxDtls></NtryDtls>"
            "</Ntry>\n",
            size, out ? "DBIT" : "CRDT", day, day, ++n, name,
            iban.empty() ? "" : "<DbtrAcct><Id><IBAN>" + iban + "</IBAN></Id></DbtrAcct>",
            to.empty() ? "" : "<CdtrAcct><Id><IBAN>" + to + "</IBAN></Id></CdtrAcct>", text);
    }
    const auto balance = [&](const char* kind, long long minor) {
        return fmt::format(
            "<Bal><Tp><CdOrPrtry><Cd>{}</Cd></CdOrPrtry></Tp><Amt Ccy=\"PLN\">{}.{:02}</Amt>"
            "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{}</Dt></Dt></Bal>",
            kind, minor / 100, minor % 100, day);
    };
    constexpr long long opening = 10'000'00;
    return "<?xml version=\"1.0\"?><Document "
           "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>S-" +
           day +
           "</Id><Acct><Id><IBAN>PL61109010140000071219812874</IBAN></Id><Ccy>PLN</Ccy></Acct>" +
           balance("OPBD", opening) + balance("CLBD", opening + sum) + entries +
           "</Stmt></BkToCstmrStmt></Document>";
}

}  // namespace kvit::test
