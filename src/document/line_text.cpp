#include "kvit/core/invariant.h"
#include "kvit/document/invoice_view.h"
#include "kvit/document/number_format.h"
#include "period_text.h"
#include "share_days.h"

#include <algorithm>

namespace kvit::document {

namespace {

std::string_view section_of(ledger::LineKind kind) {
    switch (kind) {
        case ledger::LineKind::retainer:
            return "retainer";
        case ledger::LineKind::overage:
            return "overage";
        case ledger::LineKind::hourly:
            return "hourly";
        case ledger::LineKind::fixed:
            return "fixed";
        case ledger::LineKind::after_hours_work:
            return "after_hours_work";
        case ledger::LineKind::after_hours_contact:
            return "after_hours_contact";
        case ledger::LineKind::price_reduction:
            return "price_reduction";
        case ledger::LineKind::credited_before:
            return "credited_before";
    }
    KVIT_INVARIANT(false, "every kind of line is worded");
    return {};
}

// What is billed once has no period of its own, and what was credited before has said its own.
bool has_period(const ledger::RatedLine& line, const contract::Terms& terms) {
    if (line.kind == ledger::LineKind::credited_before) return false;
    return line.kind != ledger::LineKind::fixed ||
           std::ranges::none_of(terms.fixed, [&](const contract::FixedItem& item) {
               return item.title == line.title && item.per == contract::Per::once;
           });
}

}  // namespace

std::string period_text(core::Date from, core::Date until, core::Language language,
                        const Wording& wording) {
    const core::Date last = std::max(from, until - date::days(1));
    if (last == from) return date(language, from);
    return date(language, from) + wording.word(language, "format.range") + date(language, last);
}

std::string line_text(const ledger::RatedLine& line, const contract::Terms& terms,
                      core::Language language, const Wording& wording) {
    const int days = core::days_between(line.period_from, line.period_until);
    TemplateValues values;
    values.text = {
        {"title", line.title.empty() ? terms.title : line.title},
        {"service", line.service},
        {"quote", line.title},
        {"multiplier", decimal(language, line.multiplier)},
        {"period", period_text(line.period_from, line.period_until, language, wording)},
        {"days", std::to_string(days)},
        {"whole_days", std::to_string(line.share ? whole_days(days, *line.share) : days)},
        {"paused_days", std::to_string(line.paused_days)},
        {"business_days", std::to_string(line.business_days)},
    };
    const bool quoted = (line.kind == ledger::LineKind::hourly ||
                         line.kind == ledger::LineKind::after_hours_work) &&
                        !line.title.empty();
    values.flags = {
        {"quoted", quoted},
        {"has_service", !line.service.empty()},
        {"has_period", has_period(line, terms)},
        {"prorated", line.share.has_value()},
        {"paused", line.business_days > 0},
    };
    return wording.text(language, "line", section_of(line.kind), values) +
           wording.text(language, "line", "details", values);
}

}  // namespace kvit::document
