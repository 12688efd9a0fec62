#pragma once
// What the ledger's tests share: Polish holidays, Warsaw's wall clock, and short ways to write
// terms, work and contacts.

#include "kvit/contract/contract.h"
#include "kvit/contract/work_log.h"
#include "kvit/core/business_day.h"
#include "kvit/core/time_zone.h"
#include "kvit/ledger/rating.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::test {

using core::operator""_iso;

inline core::Currency currency(std::string_view code) {
    return core::Currency::parse(code).value();
}
inline core::Country country(std::string_view code) { return core::Country::parse(code).value(); }
inline core::Money money(std::string_view amount, std::string_view code = "PLN") {
    return core::parse_money(amount, currency(code)).value();
}

// Central European time by the rule of the Union: summer time from the last Sunday of March to the
// last of October, each at 01:00 UTC (Directive 2000/84/EC).
class WarsawZone : public core::TimeZone {
  public:
    core::Result<core::Instant> to_instant(core::LocalTime local) const override {
        const core::Instant winter{local.time_since_epoch() - std::chrono::hours(1)};
        const core::Instant summer{local.time_since_epoch() - std::chrono::hours(2)};
        const bool in_winter = to_local(winter) == local;
        const bool in_summer = to_local(summer) == local;
        if (in_winter && in_summer) return core::refuse("", "this hour comes twice", "");
        if (!in_winter && !in_summer) return core::refuse("", "this hour is skipped", "");
        return in_winter ? winter : summer;
    }
    core::LocalTime to_local(core::Instant instant) const override {
        const int year = core::year_of(date::floor<date::days>(instant));
        const bool summer = change(year, 3) <= instant && instant < change(year, 10);
        const auto offset = std::chrono::hours(summer ? 2 : 1);
        return core::LocalTime(
            std::chrono::floor<std::chrono::minutes>(instant.time_since_epoch() + offset));
    }

  private:
    static core::Instant change(int year, unsigned month) {
        const core::Date last = core::make_date(year, month, 31);
        const core::Date sunday = last - date::days(core::iso_weekday(last) % 7);
        return core::Instant(sunday) + std::chrono::hours(1);
    }
};

inline core::BusinessCalendar polish_calendar() {
    std::vector<core::HolidayRule> rules;
    for (const char* day : {"01-01", "01-06", "E+0", "E+1", "05-01", "05-03", "E+49", "E+60",
                            "08-15", "11-01", "11-11", "12-24", "12-25", "12-26"}) {
        rules.push_back({country("PL"), day, day, {}, {}});
    }
    return core::BusinessCalendar::from(rules, {}, {}).value();
}

inline contract::Retainer retainer(std::string_view fee, std::int64_t hours,
                                   std::string_view overage, std::string_view code = "PLN") {
    return {money(fee, code), hours * 60, money(overage, code), 0};
}

inline contract::Availability office_hours() {
    return {{true, true, true, true, true, false, false}, 9 * 60, 17 * 60};
}

inline contract::Contract contract_of(contract::Terms terms, core::Date from = "2026-01-01"_iso,
                                      std::string_view code = "PLN") {
    return {.id = core::ContractId("contract"),
            .client = core::ClientId("client"),
            .currency = currency(code),
            .from = from,
            .until = {},
            .cycle = contract::CyclePeriod::monthly,
            .billing_day = 1,
            .law = country("PL"),
            .versions = {{from, "", std::move(terms)}}};
}

// The key is the start and the service, so that tests can name an entry's source.
inline contract::WorkEntry work(std::string_view start, int minutes,
                                std::string_view service = "assistance") {
    const core::LocalTime local = core::parse_local_time(start).value();
    return {core::EntryKey(std::string(start) + " " + std::string(service)),
            core::ContractId("contract"),
            local,
            WarsawZone().to_instant(local).value(),
            minutes,
            std::string(service),
            ""};
}

inline contract::Contact contact(std::string_view at, int minutes,
                                 contract::Direction direction = contract::Direction::in) {
    const core::LocalTime local = core::parse_local_time(at).value();
    return {core::EntryKey("contact " + std::string(at)),
            core::ClientId("client"),
            {},
            local,
            WarsawZone().to_instant(local).value(),
            contract::Channel::phone,
            direction,
            minutes,
            ""};
}

// Everything a rating needs besides the contract; adjust the members, then call.
struct Rater {
    std::vector<contract::WorkEntry> work;
    std::vector<contract::Contact> contacts;
    std::vector<ledger::PausedRange> paused;
    std::int64_t included_minutes_used = 0;
    std::vector<ledger::IncludedMinutes> carried;
    bool fees = true;
    core::BusinessCalendar calendar = polish_calendar();
    WarsawZone zone;

    core::Result<ledger::Rating> operator()(const contract::Contract& contract,
                                            const ledger::BillingCycle& cycle) const {
        return ledger::rate_cycle({.contract = contract,
                                   .cycle = cycle,
                                   .work = work,
                                   .contacts = contacts,
                                   .included_minutes_used = included_minutes_used,
                                   .carried = carried,
                                   .fees = fees,
                                   .paused = paused,
                                   .business_country = country("PL"),
                                   .calendar = calendar,
                                   .zone = zone});
    }
};

// The cycle that begins (billed part) on `from`.
inline ledger::BillingCycle cycle_from(const contract::Contract& contract, core::Date from) {
    for (const auto& cycle : ledger::cycles_through(contract, from + date::days(800))) {
        if (cycle.from == from) return cycle;
    }
    throw std::logic_error("no cycle begins on " + core::to_iso(from));
}

// "overage assistance 120 x 160.00 = 320.00": a line in short, for comparisons that read well.
inline std::string brief(const ledger::RatedLine& line) {
    constexpr const char* kinds[] = {"retainer", "overage",    "hourly",
                                     "fixed",    "after-work", "after-contact"};
    const std::string what = line.service.empty() ? line.title : line.service;
    std::string text = kinds[static_cast<std::size_t>(line.kind)];
    if (!what.empty()) text += " " + what;
    text += " " + std::to_string(line.quantity) + " x " + core::to_decimal(line.price);
    if (line.share) {
        text += " * " + std::to_string(line.share->num()) + "/" + std::to_string(line.share->den());
    }
    if (line.business_days > 0) {
        text += " paused " + std::to_string(line.paused_days) + "/" +
                std::to_string(line.business_days);
    }
    return text + " = " + core::to_decimal(line.net);
}

inline std::vector<std::string> brief(const std::vector<ledger::RatedLine>& lines) {
    std::vector<std::string> texts;
    for (const ledger::RatedLine& line : lines) texts.push_back(brief(line));
    return texts;
}

}  // namespace kvit::test
