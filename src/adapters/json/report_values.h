#pragma once
// Values as the reports' JSON writes them.

#include "adapters/json/report_rows.h"
#include "kvit/core/date.h"
#include "kvit/core/money.h"
#include "kvit/policy/decision.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::json {

inline ReportJson iso(core::Date day) { return core::to_iso(day); }
inline ReportJson iso(const std::optional<core::Date>& day) {
    return day ? iso(*day) : ReportJson(nullptr);
}
inline ReportJson text_or_null(std::string_view text) {
    return text.empty() ? ReportJson(nullptr) : ReportJson(std::string(text));
}
inline ReportJson amount(core::Money money) { return core::to_decimal(money); }
ReportJson reasons_of(const std::vector<policy::Reason>& reasons);
ReportJson by_currency(const std::vector<core::Money>& amounts);

// Doubles appear in statistics only; two decimals say what they can say.
double rounded(double value, double steps = 100);
ReportJson rounded(const std::optional<double>& value, double steps = 100);
template <class Number>
ReportJson or_null(const std::optional<Number>& value) {
    return value ? ReportJson(*value) : ReportJson(nullptr);
}

}  // namespace kvit::json
