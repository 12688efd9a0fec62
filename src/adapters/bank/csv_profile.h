#pragma once
// What a bank's CSV export looks like: data of templates/bank/NAME.csv, whose README has the
// settings.

#include "adapters/text/code_page.h"
#include "kvit/core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::bank {

struct CsvProfile {
    std::string name;
    char delimiter = ';';
    text::CodePage encoding = text::CodePage::utf8;
    bool has_header = true;
    std::string date_form;  // "yyyy-mm-dd"
    char decimal = ',';
    // Columns, by header or "#3"; empty: the export has none.
    std::string booked_on, value_on, amount, credit, debit, side, currency, account;
    std::string payer_name, payer_account, end_to_end_id, reference, balance, text_from;
    std::vector<std::string> texts;
    std::string credit_word, debit_word;
    std::string payer_name_prefix, payer_account_prefix;
    std::string account_label, currency_label, opening_label, closing_label;

    bool tells_balances() const {
        return !balance.empty() || (!opening_label.empty() && !closing_label.empty());
    }
};

// Refuses what does not read or does not fit together, with its line.
core::Checked<CsvProfile> read_profile(const std::string& file_name, std::string_view csv,
                                       const std::string& name);

// The built-in one; refuses an unknown name, with those that there are.
core::Result<CsvProfile> built_in_profile(const std::string& name);
std::vector<std::string> profile_names();  // sorted

}  // namespace kvit::bank
