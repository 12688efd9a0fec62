#include "adapters/rules/rules.h"

#include "adapters/resources/resources.h"
#include "adapters/rules/rule_table.h"
#include "kvit/core/invariant.h"

namespace kvit::rules {

namespace {

std::vector<core::HolidayRule> holidays() {
    return RuleTable("rules/holiday_rules.csv").rows([](const RuleRow& row) {
        return core::HolidayRule{row.country("country"), row.text("rule"), row.text("name"),
                                 row.year("from_year"), row.year("to_year")};
    });
}

// "hu_moved_workdays.csv" holds those of HU, and so on for every country with such a file.
std::vector<core::MovedWorkday> moved_workdays() {
    constexpr std::string_view folder = "rules/";
    constexpr std::string_view ending = "_moved_workdays.csv";
    std::vector<core::MovedWorkday> moved;
    for (const std::string_view path : resources::below(folder)) {
        if (!path.ends_with(ending)) continue;
        std::string code(path.substr(folder.size(), path.size() - folder.size() - ending.size()));
        for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        const auto country = core::Country::parse(code);
        KVIT_INVARIANT(country.has_value(), "a file of moved workdays begins with its country");
        for (auto& each : RuleTable(path).rows([&](const RuleRow& row) {
                 return core::MovedWorkday{*country, row.day("rest_day"),
                                           row.day("worked_saturday")};
             })) {
            moved.push_back(each);
        }
    }
    return moved;
}

std::vector<core::DueDayRule> due_day_rules() {
    return RuleTable("rules/due_day_rules.csv").rows([](const RuleRow& row) {
        return core::DueDayRule{row.country("country"), row.yes("saturday_moves")};
    });
}

ledger::RateDay rate_day(const std::string& word) {
    if (word == "business_day_before") return ledger::RateDay::business_day_before;
    if (word == "supply_day") return ledger::RateDay::supply_day;
    KVIT_INVARIANT(word == "supply_month", "a currency rule names its day");
    return ledger::RateDay::supply_month;
}

}  // namespace

const core::BusinessCalendar& calendar() {
    static const core::BusinessCalendar calendar = [] {
        auto read = core::BusinessCalendar::from(holidays(), moved_workdays(), due_day_rules());
        KVIT_INVARIANT(read.has_value(), "the built-in calendar rules read");
        return *std::move(read);
    }();
    return calendar;
}

ledger::VatRates vat_rates() {
    return ledger::VatRates(RuleTable("rules/vat_rates.csv").rows([](const RuleRow& row) {
        return ledger::VatRate{row.country("country"), row.day("since"),
                               row.ratio("standard_percent")};
    }));
}

ledger::VatCurrencyRules vat_currencies() {
    return ledger::VatCurrencyRules(
        RuleTable("rules/vat_currency.csv").rows([](const RuleRow& row) {
            return ledger::VatCurrencyRule{row.country("country"), rate_day(row.text("rate_of")),
                                           row.yes("issue_date_first"),
                                           row.country("published_in")};
        }));
}

const LegalTexts& legal_texts() {
    static const LegalTexts texts = [] {
        LegalTexts read;
        RuleTable("rules/vat_texts.csv").rows([&](const RuleRow& row) {
            const bool is_new =
                read.emplace(std::pair(row.country("country"), row.text("category")),
                             document::LegalText{row.text("words"), row.text("citation")})
                    .second;
            KVIT_INVARIANT(is_new, "a country has one legal text for a category");
            return is_new;
        });
        return read;
    }();
    return texts;
}

}  // namespace kvit::rules
