#pragma once
// What every reader of statements promises.

#include "kvit/contract/plain_text.h"
#include "kvit/statement/bank_statement.h"
#include "promises.h"

#include <string>
#include <vector>

namespace kvit::fuzz {

inline void check_entries(const statement::BankStatement& statement) {
    for (const auto& entry : statement.entries) {
        std::string text = entry.bank_reference + entry.end_to_end_id + entry.payer_name +
                           entry.payer_iban + entry.returned;
        for (const auto& line : entry.remittance) text += line;
        KVIT_INVARIANT(contract::valid_utf8_prefix(text) == text.size(), "text is UTF-8");
        KVIT_INVARIANT(std::ranges::none_of(text, [](char c) { return c == '\x1b' || c == '\0'; }),
                       "text has no control characters");
        KVIT_INVARIANT(!entry.amount.is_zero(), "an entry moves money");
    }
}

inline void check_statements(const core::Checked<std::vector<statement::BankStatement>>& read) {
    if (!read) return check_refusals(read.error());
    KVIT_INVARIANT(!read->empty(), "who accepts has read something");
    for (const auto& statement : *read) {
        KVIT_INVARIANT(statement::check(statement).has_value(), "what is accepted adds up");
        auto keys = statement::entry_keys(statement,
                                          [](std::string_view text) { return std::string(text); });
        KVIT_INVARIANT(keys.size() == statement.entries.size(), "every entry has a key");
        std::ranges::sort(keys);
        KVIT_INVARIANT(std::ranges::adjacent_find(keys) == keys.end(),
                       "no two entries share a key");
        check_entries(statement);
    }
}

}  // namespace kvit::fuzz
