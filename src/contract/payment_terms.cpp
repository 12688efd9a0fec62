#include "kvit/contract/payment_terms.h"

namespace kvit::contract {

namespace {

core::Date due(const NetDays& terms, core::Date issued_on) {
    const core::Date day = issued_on + date::days(terms.days);
    return terms.end_of_month ? core::last_day_of_month(day) : day;
}

core::Date due(const DayOfMonth& terms, core::Date issued_on) {
    const auto anchor = static_cast<unsigned>(terms.day);
    const core::Date this_month = core::add_months(issued_on, 0, anchor);
    return this_month > issued_on ? this_month : core::add_months(issued_on, 1, anchor);
}

}  // namespace

core::Date due_on_raw(const PaymentTerms& terms, core::Date issued_on) {
    return std::visit([&](const auto& kind) { return due(kind, issued_on); }, terms);
}

}  // namespace kvit::contract
