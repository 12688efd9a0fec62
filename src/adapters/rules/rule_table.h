#pragma once
// One built-in rule file as rows with named columns. What does not read is a bug in our own data.

#include "adapters/tables/csv.h"
#include "kvit/core/country.h"
#include "kvit/core/date.h"
#include "kvit/core/ratio.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::rules {

class RuleRow {
  public:
    RuleRow(const std::vector<std::string>& header, const std::vector<std::string>& fields)
        : header_(header), fields_(fields) {}
    const std::string& text(std::string_view column) const;
    core::Country country(std::string_view column) const;
    core::Date day(std::string_view column) const;
    std::optional<int> year(std::string_view column) const;  // empty: none
    core::Ratio ratio(std::string_view column) const;
    bool yes(std::string_view column) const;  // "yes" or "no"

  private:
    const std::vector<std::string>& header_;
    const std::vector<std::string>& fields_;
};

class RuleTable {
  public:
    // `path` is one of resources: "rules/vat_rates.csv".
    explicit RuleTable(std::string_view path);
    // Every row made into a value by `make`, a function of RuleRow. Each tells its source and how
    // sure we are of it (status).
    template <class Make>
    auto rows(Make make) const {
        std::vector<decltype(make(std::declval<RuleRow>()))> values;
        for (std::size_t i = 1; i < records_.size(); ++i) {
            const RuleRow row(records_.front().fields, records_[i].fields);
            check_origin(row);
            values.push_back(make(row));
        }
        return values;
    }

  private:
    static void check_origin(const RuleRow& row);

    std::vector<tables::CsvRecord> records_;
};

}  // namespace kvit::rules
