#include "kvit/document/line_reason.h"

#include "kvit/core/invariant.h"
#include "kvit/document/number_format.h"
#include "kvit/ledger/billing_cycle.h"
#include "share_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace kvit::document {

namespace {

using contract::Contract;
using contract::TermsVersion;
using ledger::LineKind;
using ledger::RatedLine;

std::string hours(std::int64_t minutes) { return hours_minutes(minutes) + " h"; }

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string from_entries(const RatedLine& line) {
    return "from " + counted(line.sources.size(), "entry", "entries");
}

std::string days_text(core::Date from, core::Date until) {
    return core::to_iso(from) + " to " + core::to_iso(std::max(from, until - date::days(1)));
}

// "Mon-Fri", "Mon-Wed, Sat".
std::string weekdays_text(const std::array<bool, 7>& days) {
    constexpr std::array<std::string_view, 7> names{"Mon", "Tue", "Wed", "Thu",
                                                    "Fri", "Sat", "Sun"};
    std::string text;
    for (std::size_t first = 0; first < days.size(); ++first) {
        if (!days[first]) continue;
        std::size_t last = first;
        while (last + 1 < days.size() && days[last + 1]) ++last;
        text += (text.empty() ? "" : ", ") + std::string(names[first]);
        if (last > first) text += "-" + std::string(names[last]);
        first = last;
    }
    return text;
}

std::string office_hours_text(const contract::Terms& terms) {
    if (!terms.availability) return "the office hours";
    const auto& hours = *terms.availability;
    return fmt::format("{} {:02}:{:02}-{:02}:{:02}", weekdays_text(hours.days),
                       hours.from_minute / 60, hours.from_minute % 60, hours.until_minute / 60,
                       hours.until_minute % 60);
}

std::string multiplier_text(const RatedLine& line) {
    return "x " + core::to_decimal(line.multiplier, 2);
}

// The version that first agreed a one-off of this title, where that is within the line's cycle.
const TermsVersion* first_agreed_once(const RatedLine& line, const Contract& contract) {
    if (line.kind != LineKind::fixed || line.share || line.business_days > 0) return nullptr;
    const auto brings_it = [&](const TermsVersion& version) {
        return std::ranges::any_of(version.terms.fixed, [&](const contract::FixedItem& item) {
            return item.per == contract::Per::once && item.title == line.title;
        });
    };
    const auto found = std::ranges::find_if(contract.versions, brings_it);
    if (found == contract.versions.end()) return nullptr;
    const bool in_cycle = line.period_from <= found->since && found->since < line.period_until;
    return in_cycle ? &*found : nullptr;
}

// What a fee covers, and what was taken off it.
void add_flat(const RatedLine& line, std::vector<std::string>& parts) {
    const std::string period = days_text(line.period_from, line.period_until);
    if (line.share) {
        const int days = core::days_between(line.period_from, line.period_until);
        parts.push_back(period);
        parts.push_back(fmt::format("prorated {} of {} days", days, whole_days(days, *line.share)));
    } else {
        parts.push_back("whole cycle " + period);
    }
    if (line.business_days > 0) {
        parts.push_back(fmt::format("cut by {} of {} business days paused", line.paused_days,
                                    line.business_days));
    }
    if (!line.sources.empty()) {
        std::int64_t covered = 0;
        for (const std::int64_t minutes : line.source_minutes) covered += minutes;
        parts.push_back(
            fmt::format("{} of {} used", hours_minutes(covered), hours(line.included_minutes)));
    }
}

void add_kind(const RatedLine& line, const Contract& contract, std::vector<std::string>& parts) {
    const contract::Terms& terms = contract.terms_on(line.period_from);
    switch (line.kind) {
        case LineKind::retainer:
            parts.emplace_back("retainer");
            return add_flat(line, parts);
        case LineKind::fixed:
            parts.emplace_back("fixed item");
            return add_flat(line, parts);
        case LineKind::overage:
            parts.push_back(hours(line.quantity) + " beyond the " + hours(line.included_minutes) +
                            " included");
            parts.push_back(from_entries(line));
            return;
        case LineKind::hourly:
            parts.push_back(hours(line.quantity) + " at the rate of " + line.service);
            parts.push_back(from_entries(line));
            return;
        case LineKind::after_hours_work:
            parts.push_back(hours(line.quantity) + " outside " + office_hours_text(terms));
            parts.push_back(multiplier_text(line));
            parts.push_back(from_entries(line));
            return;
        case LineKind::after_hours_contact:
            parts.push_back(hours(line.quantity) + " outside " + office_hours_text(terms));
            parts.push_back(multiplier_text(line));
            parts.push_back("from " + counted(line.sources.size(), "contact", "contacts"));
            if (terms.after_hours && terms.after_hours->min_minutes > 0)
                parts.back() += fmt::format(" of at least {} min", terms.after_hours->min_minutes);
            return;
        case LineKind::price_reduction:
        case LineKind::credited_before:
            break;  // on credit notes, whose reason a person gives
    }
    KVIT_INVARIANT(false, "every kind of line of an invoice has its reason");
}

// Work of a cycle before the invoice's own: late where that was billed with its work, expected
// where it was billed in advance.
void add_earlier_cycle(const RatedLine& line, const Contract& contract, core::Date cycle_from,
                       std::vector<std::string>& parts) {
    const bool by_the_hour =
        line.kind == LineKind::hourly || line.kind == LineKind::after_hours_work;
    if (by_the_hour && !line.title.empty()) {
        parts.push_back("quote " + line.title + ", accepted");
        return;
    }
    if (line.period_from >= cycle_from) return;
    for (const auto& cycle : ledger::cycles_through(contract, cycle_from)) {
        if (line.period_from < cycle.from || line.period_from >= cycle.until) continue;
        const bool in_advance = cycle.issue_on == cycle.from;
        const std::string of_cycle = "of the cycle " + core::to_iso(cycle.from);
        parts.push_back(in_advance ? of_cycle + " billed in advance" : "late, " + of_cycle);
    }
}

void add_amendment(const RatedLine& line, const Contract& contract,
                   std::vector<std::string>& parts) {
    const auto& versions = contract.versions;
    const auto next =
        std::ranges::upper_bound(versions, line.period_from, {}, &TermsVersion::since);
    if (next - versions.begin() < 2) return;
    parts.push_back("at the terms since " + core::to_iso(std::prev(next)->since));
}

}  // namespace

std::string line_reason(const RatedLine& line, const Contract& contract, core::Date cycle_from) {
    if (const TermsVersion* once = first_agreed_once(line, contract)) {
        return "once, first agreed " + core::to_iso(once->since) +
               (once->note.empty() ? "" : " (" + once->note + ")");
    }
    std::vector<std::string> parts;
    add_kind(line, contract, parts);
    add_earlier_cycle(line, contract, cycle_from, parts);
    add_amendment(line, contract, parts);
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace kvit::document
