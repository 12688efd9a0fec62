#include "adapters/bank/csv_profile.h"

#include "adapters/bank/csv_values.h"
#include "adapters/resources/resources.h"
#include "adapters/tables/csv.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <utility>

namespace kvit::bank {

namespace {

constexpr const char* remedy = "see the settings in templates/bank/README.md";
constexpr std::string_view folder = "bank/", ending = ".csv";

using Words = std::string CsvProfile::*;
constexpr std::pair<std::string_view, Words> words[] = {
    {"booked_on", &CsvProfile::booked_on},
    {"value_on", &CsvProfile::value_on},
    {"amount", &CsvProfile::amount},
    {"credit", &CsvProfile::credit},
    {"debit", &CsvProfile::debit},
    {"side", &CsvProfile::side},
    {"currency", &CsvProfile::currency},
    {"account", &CsvProfile::account},
    {"payer_name", &CsvProfile::payer_name},
    {"payer_account", &CsvProfile::payer_account},
    {"end_to_end_id", &CsvProfile::end_to_end_id},
    {"reference", &CsvProfile::reference},
    {"balance", &CsvProfile::balance},
    {"text_from", &CsvProfile::text_from},
    {"credit_word", &CsvProfile::credit_word},
    {"debit_word", &CsvProfile::debit_word},
    {"payer_name_prefix", &CsvProfile::payer_name_prefix},
    {"payer_account_prefix", &CsvProfile::payer_account_prefix},
    {"account_label", &CsvProfile::account_label},
    {"currency_label", &CsvProfile::currency_label},
    {"opening_label", &CsvProfile::opening_label},
    {"closing_label", &CsvProfile::closing_label}};

bool set_delimiter(CsvProfile& profile, const std::string& value) {
    if (value != ";" && value != "," && value != "tab") return false;
    profile.delimiter = value == "tab" ? '\t' : value.front();
    return true;
}

bool set_form(CsvProfile& profile, const std::string& setting, const std::string& value) {
    if (setting == "delimiter") return set_delimiter(profile, value);
    if (setting == "encoding") {
        const auto page = text::code_page(value);
        if (page) profile.encoding = *page;
        return page.has_value();
    }
    if (setting == "date") {
        profile.date_form = value;
        return is_date_form(value);
    }
    if (setting == "decimal") {
        profile.decimal = value == "," ? ',' : '.';
        return value == "," || value == ".";
    }
    profile.has_header = value != "none";
    return setting == "header" && value == "none";
}

// False where the profile has no such setting, or not that value.
bool set(CsvProfile& profile, const std::string& setting, const std::string& value) {
    if (value.empty()) return false;
    if (setting == "text") {
        profile.texts.push_back(value);
        return true;
    }
    const auto* found =
        std::ranges::find(words, setting, [](const auto& pair) { return pair.first; });
    if (found == std::end(words)) return set_form(profile, setting, value);
    std::string& target = profile.*found->second;
    const bool is_new = target.empty();
    target = value;
    return is_new;
}

// What is wrong with the profile as a whole; empty where nothing is.
std::string misfit(const CsvProfile& profile) {
    if (profile.booked_on.empty()) return "no column has the booking day (booked_on)";
    if (profile.date_form.empty()) return "the form of dates (date) is missing";
    const bool two = !profile.credit.empty() && !profile.debit.empty();
    const bool some = !profile.credit.empty() || !profile.debit.empty();
    if (profile.amount.empty() ? !two : some)
        return "the amount is in one column (amount) or in two (credit and debit)";
    if (profile.side.empty() != (profile.credit_word.empty() || profile.debit_word.empty()))
        return "a column of the side (side) needs its two words (credit_word, debit_word)";
    return {};
}

}  // namespace

core::Checked<CsvProfile> read_profile(const std::string& file_name, std::string_view csv,
                                       const std::string& name) {
    const auto records = tables::read_csv(file_name, csv);
    if (!records) return tl::unexpected(records.error());
    core::Refusals refusals;
    CsvProfile profile;
    profile.name = name;
    const auto& header = records->front().fields;
    if (header.size() < 2 || header[0] != "setting" || header[1] != "value") {
        refusals.push_back(
            {file_name + ":1", "a profile begins with the columns setting,value", remedy});
        return tl::unexpected(std::move(refusals));
    }
    for (std::size_t i = 1; i < records->size(); ++i) {
        const auto& record = (*records)[i];
        if (set(profile, record.fields[0], record.fields[1])) continue;
        refusals.push_back({file_name + ":" + std::to_string(record.line),
                            "the setting \"" + record.fields[0] +
                                "\" is unknown, given twice, or has not the value \"" +
                                record.fields[1] + "\"",
                            remedy});
    }
    if (auto wrong = misfit(profile); refusals.empty() && !wrong.empty())
        refusals.push_back({file_name, std::move(wrong), remedy});
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    return profile;
}

std::vector<std::string> profile_names() {
    std::vector<std::string> names;
    for (std::string_view path : resources::below(folder)) {
        path.remove_prefix(folder.size());
        path.remove_suffix(ending.size());
        names.emplace_back(path);
    }
    return names;
}

core::Result<CsvProfile> built_in_profile(const std::string& name) {
    const auto names = profile_names();
    if (std::ranges::find(names, name) == names.end()) {
        std::string list;
        for (const auto& one : names) list += (list.empty() ? "" : ", ") + one;
        return core::refuse("--profile", "there is no profile \"" + name + "\"",
                            "use one of " + list + ", or the path of a file with your own");
    }
    const std::string path = std::string(folder) + name + std::string(ending);
    auto profile = read_profile(path, resources::file(path), name);
    KVIT_INVARIANT(profile.has_value(), "a built-in profile reads");
    return std::move(*profile);
}

}  // namespace kvit::bank
