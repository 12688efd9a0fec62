#pragma once
// Short ways to write statements, entries and open items.

#include "kvit/ledger/allocation.h"
#include "kvit/statement/bank_statement.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::test {

using core::operator""_iso;

inline core::Money money(std::string_view amount, std::string_view code = "EUR") {
    return core::parse_money(amount, core::Currency::parse(code).value()).value();
}

inline statement::StatementEntry entry(core::Money amount, std::vector<std::string> remittance = {},
                                       std::string reference = {}) {
    return {std::move(reference), amount, "2026-09-16"_iso, "2026-09-15"_iso, "", "ADRIA", "HR12",
            std::move(remittance)};
}

inline statement::BankStatement statement_of(std::vector<statement::StatementEntry> entries,
                                             core::Money opening, core::Money closing) {
    return {"S-1",
            "PL34109010140000071219812875",
            opening,
            closing,
            "2026-09-16"_iso,
            "2026-09-17"_iso,
            std::move(entries)};
}

inline ledger::OpenItem open_item(std::string number, core::Money open,
                                  std::string client = "adria") {
    return {core::InvoiceNumber(std::move(number)),
            ledger::InvoiceKind::invoice,
            core::ClientId(std::move(client)),
            core::ContractId("social"),
            "2026-09-01"_iso,
            "2026-09-15"_iso,
            money("1000", open.currency().code()),
            open};
}

}  // namespace kvit::test
