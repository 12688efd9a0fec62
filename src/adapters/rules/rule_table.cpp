#include "adapters/rules/rule_table.h"

#include "adapters/resources/resources.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <utility>

namespace kvit::rules {

const std::string& RuleRow::text(std::string_view column) const {
    const auto found = std::ranges::find(header_, column);
    KVIT_INVARIANT(found != header_.end(), "a rule file has the columns that are read");
    return fields_[static_cast<std::size_t>(found - header_.begin())];
}

core::Country RuleRow::country(std::string_view column) const {
    const auto country = core::Country::parse(text(column));
    KVIT_INVARIANT(country.has_value(), "a rule names a country");
    return *country;
}

core::Date RuleRow::day(std::string_view column) const {
    const auto day = core::parse_date(text(column));
    KVIT_INVARIANT(day.has_value(), "a rule has dates of the calendar");
    return *day;
}

std::optional<int> RuleRow::year(std::string_view column) const {
    if (text(column).empty()) return std::nullopt;
    const auto day = core::parse_date(text(column) + "-01-01");
    KVIT_INVARIANT(day.has_value(), "a rule has years of four digits");
    return core::year_of(*day);
}

core::Ratio RuleRow::ratio(std::string_view column) const {
    const auto ratio = core::parse_ratio(text(column));
    KVIT_INVARIANT(ratio.has_value(), "a rule has numbers");
    return *ratio;
}

bool RuleRow::yes(std::string_view column) const {
    const std::string& answer = text(column);
    KVIT_INVARIANT(answer == "yes" || answer == "no", "a rule answers yes or no");
    return answer == "yes";
}

RuleTable::RuleTable(std::string_view path) {
    auto records = tables::read_csv(std::string(path), resources::file(path));
    KVIT_INVARIANT(records.has_value(), "a built-in rule file reads as CSV");
    records_ = std::move(*records);
}

void RuleTable::check_origin(const RuleRow& row) {
    constexpr std::string_view stati[] = {"verified", "single-source", "derived", "from-memory",
                                          "conflict-from-2027"};
    KVIT_INVARIANT(std::ranges::find(stati, row.text("status")) != std::end(stati),
                   "a rule tells how sure we are of it");
    KVIT_INVARIANT(!row.text("source").empty(), "a rule names its source");
}

}  // namespace kvit::rules
