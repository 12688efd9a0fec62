#pragma once
// MT940 files written piece by piece.

#include "adapters/bank/mt940.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::test {

inline const std::string pl_iban = "PL61109010140000071219812874";

// Entries between 1000.00 and `closing` PLN on 2026-09-16.
inline std::string mt940(const std::string& entries, const std::string& closing) {
    return ":20:MT940\r\n:25:/" + pl_iban + "\r\n:28C:00152\r\n:60F:C260916PLN1000,00\r\n" +
           entries + ":62F:C260916PLN" + closing + "\r\n:64:C260916PLN" + closing + "\r\n-\r\n";
}
inline std::string entry_field(const std::string& text) { return ":61:" + text + "\r\n"; }
inline std::string text_field(const std::string& text) { return ":86:" + text + "\r\n"; }

inline std::string mt940_refusals(std::string_view bytes,
                                  std::size_t entries_max = bank::max_entries) {
    const auto read = bank::read_mt940("s.sta", bytes, entries_max);
    std::string text;
    if (read) return text;
    for (const auto& refusal : read.error()) text += core::to_sentence(refusal) + "\n";
    return text;
}

// The entries of the only statement; none when the file is refused.
inline std::vector<statement::StatementEntry> mt940_entries(std::string_view bytes) {
    auto read = bank::read_mt940("s.sta", bytes);
    return read && read->size() == 1 ? read->front().entries
                                     : std::vector<statement::StatementEntry>();
}

// The only entry, of 1.00 with these fields :86:, as "NAME|ACCOUNT|END-TO-END|LINE|LINE…".
inline std::string told(const std::string& texts, const std::string& reference = "NONREF") {
    const std::string bytes =
        mt940(entry_field("2609160916C1,00N152" + reference) + texts, "1001,00");
    const auto entries = mt940_entries(bytes);
    if (entries.size() != 1) return mt940_refusals(bytes);
    const auto& one = entries.front();
    std::string text = one.payer_name + "|" + one.payer_iban + "|" + one.end_to_end_id;
    for (const auto& line : one.remittance) text += "|" + line;
    return text;
}

}  // namespace kvit::test
