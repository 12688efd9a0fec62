#pragma once
// What a cycle costs: the agreed terms applied to the work and contacts of the cycle. Pure: the
// same input gives the same lines, whatever the order of the entries.

#include "kvit/contract/contract.h"
#include "kvit/contract/work_log.h"
#include "kvit/core/business_day.h"
#include "kvit/core/money.h"
#include "kvit/core/result.h"
#include "kvit/core/time_zone.h"
#include "kvit/ledger/billing_cycle.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kvit::ledger {

enum class LineKind {
    retainer,
    overage,
    hourly,
    fixed,
    after_hours_work,
    after_hours_contact,
    // On credit notes only: an amount off the whole, and the same added back by a later note.
    price_reduction,
    credited_before
};
enum class Unit { item, minute };  // UN/ECE Rec 20: C62 and MIN

// One line before tax. For Unit::minute the price is per 60 and net is computed once from the
// minutes.
struct RatedLine {
    LineKind kind;
    std::string service;  // empty for retainer and fixed items
    // A fixed item's own; of an accepted quote its id; of `credited_before` the notes it adds back;
    // else empty, worded by document/.
    std::string title;
    core::Ratio multiplier{1, 1};
    std::int64_t quantity = 1;  // items or minutes
    Unit unit = Unit::item;
    core::Money price;                     // per item, or per 60 minutes, multiplier included
    core::Money net;                       // rounded half up to the minor unit; HUF to whole forint
    core::Date period_from, period_until;  // what it covers, until exclusive
    std::optional<core::Ratio> share;      // of the whole cycle, where prorated by calendar days
    int paused_days = 0;                   // business days cut by a pause, of...
    int business_days = 0;                 // ...this many; 0 where nothing was cut
    // Work entries or contacts it bills; a retainer: the work it covers. An entry that is split (at
    // the end of the included hours, at a boundary of the office hours) stands in each line it is
    // part of.
    std::vector<core::EntryKey> sources;
    // What the line stands for of each source, one for one. A line in minutes: they add up to its
    // quantity, so a short contact counts as the least that bills. A retainer: what it covers.
    std::vector<std::int64_t> source_minutes{};
    // Work that the retainer of the cycle includes, on its own lines and on those beyond it; else
    // 0.
    std::int64_t included_minutes = 0;
    bool operator==(const RatedLine&) const = default;
};

// Work outside the scope of a contract with out_of_scope = quote: rated, but billed only once
// agreed.
struct HeldQuote {
    std::string service;
    bool priced = true;            // false: no rate is agreed for part of it, whose price is zero
    std::vector<RatedLine> lines;  // one per rate and multiplier, as they are billed when accepted
    bool operator==(const HeldQuote&) const = default;
};
std::int64_t minutes_of(const HeldQuote& quote);
core::Money net_of(const HeldQuote& quote);  // of at least one line
// The parts without a rate at `hourly` times their multiplier; the others as they were held.
core::Result<HeldQuote> priced_at(HeldQuote quote, core::Money hourly);

// The included hours of one cycle, in minutes: what the retainer grants and what work has drawn.
struct IncludedMinutes {
    core::Date cycle_from;
    std::int64_t granted = 0;
    std::int64_t used = 0;  // 0 to granted; a pause learned of late can leave less than was used
    bool operator==(const IncludedMinutes&) const = default;
};

// Half-open ranges of days on which the contract was paused.
struct PausedRange {
    core::Date from, until;
};

struct RatingInput {
    const contract::Contract& contract;
    BillingCycle cycle;
    std::span<const contract::WorkEntry> work;  // of this cycle, not billed or held before
    std::span<const contract::Contact>
        contacts;                            // likewise; only those that bill under this contract
    std::int64_t included_minutes_used = 0;  // drawn from this cycle's hours before
    // What earlier cycles left and has not lapsed, oldest first: drawn before the cycle's own.
    std::span<const IncludedMinutes> carried;
    bool fees = true;  // false: only the late rows of a cycle whose fees were billed before
    std::span<const PausedRange> paused;
    core::Country business_country;
    const core::BusinessCalendar& calendar;
    const core::TimeZone& zone;
};

struct Rating {
    std::vector<RatedLine>
        lines;  // retainer, fixed, overage, hourly by service, after-hours; stable
    std::vector<HeldQuote> held;
    IncludedMinutes included;              // the cycle's own hours, after this rating
    std::vector<IncludedMinutes> carried;  // as given, after this rating
    std::vector<core::EntryKey> covered;   // work the retainer covers, also where fees is false
};

// Refuses an amount beyond Money::max_minor, and work whose service has no rate, is not covered by
// a retainer and would be billed ("add a rate for …"). A cycle that an amendment cuts is rated in
// parts, each at its own terms (fee, hours and fixed items prorated by calendar days of the whole
// cycle); what the amendment leaves alone stays one line. The parts share their included hours.
core::Result<Rating> rate_cycle(const RatingInput& input);

// The contract terms that decide payment, policy and VAT of a cycle: last day, or first in advance.
core::Date deciding_day(const contract::Contract& contract, const BillingCycle& cycle);

}  // namespace kvit::ledger
