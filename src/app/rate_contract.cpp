#include "rate_contract.h"

#include "billing_schedule.h"
#include "kvit/core/invariant.h"
#include "paused_ranges.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace kvit::app {

namespace {

bool bills_contacts(const contract::Contract& contract) {
    return std::ranges::any_of(contract.versions, [](const contract::TermsVersion& version) {
        return version.terms.after_hours && version.terms.after_hours->applies_to_contacts;
    });
}

bool is_in_advance(const ledger::BillingCycle& cycle) { return cycle.issue_on == cycle.from; }

// The hours of `granted` may be used for this many cycles more.
int rollover_of(const contract::Contract& contract, const ledger::BillingCycle& granted) {
    const auto& retainer = contract.terms_on(granted.until - date::days(1)).retainer;
    return retainer ? retainer->rollover_cycles : 0;
}

// How many cycles `later` is behind `earlier`; more than `most` is as good as never.
int cycles_behind(const contract::Contract& contract, ledger::BillingCycle earlier,
                  const ledger::BillingCycle& later, int most) {
    int behind = 0;
    while (earlier.from < later.from && behind <= most) {
        const auto next = ledger::cycle_at(contract, earlier.until);
        if (!next) return most + 1;
        earlier = *next;
        ++behind;
    }
    return behind;
}

std::int64_t used_of(const std::vector<ledger::IncludedMinutes>& known, core::Date cycle_from) {
    const auto own = std::ranges::find(known, cycle_from, &ledger::IncludedMinutes::cycle_from);
    return own == known.end() ? 0 : own->used;
}

// What earlier cycles left and did not lapse before `cycle`, oldest first.
std::vector<ledger::IncludedMinutes> carried_to(const contract::Contract& contract,
                                                const ledger::BillingCycle& cycle,
                                                const std::vector<ledger::IncludedMinutes>& known) {
    std::vector<ledger::IncludedMinutes> carried;
    for (const auto& hours : known) {
        if (hours.cycle_from >= cycle.from || hours.used >= hours.granted) continue;
        const auto granted = ledger::cycle_at(contract, hours.cycle_from);
        if (!granted) continue;
        const int rollover = rollover_of(contract, *granted);
        if (cycles_behind(contract, *granted, cycle, rollover) <= rollover)
            carried.push_back(hours);
    }
    return carried;
}

// A quote's id is a file's name, too: what is no letter or digit becomes a hyphen.
std::string slug(std::string text) {
    for (char& c : text) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (!plain) c = '-';
    }
    return text;
}

// Cycles draw on the same hours: each rating goes on where the one before it stopped.
void put_hours(std::vector<ledger::IncludedMinutes>& all, const ledger::IncludedMinutes& hours) {
    const auto found =
        std::ranges::find(all, hours.cycle_from, &ledger::IncludedMinutes::cycle_from);
    if (found == all.end())
        all.push_back(hours);
    else
        found->used = hours.used;
}

}  // namespace

ContractRater::ContractRater(const Engine& engine, const contract::Business& business,
                             core::Date day)
    : engine_(engine), business_(business), day_(day) {
    const auto zone = engine.clock.time_zone(business.timezone);
    KVIT_INVARIANT(zone.has_value(), "a stored business has a known time zone");
    zone_ = *zone;
}

// Work, and the contacts that bill under this contract, that no invoice or quote has taken.
ContractRater::Entries ContractRater::entries(const contract::Contract& contract, core::Date from,
                                              core::Date until) const {
    Entries found;
    found.work = engine_.store.unbilled_work(business_.id, contract.id, from, until);
    if (!bills_contacts(contract)) return found;
    for (auto& contact :
         engine_.store.unbilled_contacts(business_.id, contract.client, from, until)) {
        const auto& terms = contract.terms_on(core::date_of(contact.at));
        const bool bills = terms.after_hours && terms.after_hours->applies_to_contacts;
        if (bills && (!contact.contract || *contact.contract == contract.id)) {
            found.contacts.push_back(std::move(contact));
        }
    }
    return found;
}

core::Result<ledger::Rating> ContractRater::rate_cycle(const contract::Contract& contract,
                                                       const ledger::BillingCycle& cycle,
                                                       const Entries& entries, bool fees,
                                                       const RatedContract& so_far) const {
    const auto paused = paused_ranges(engine_.store, business_.id, contract.id, day_);
    auto known = engine_.store.included_minutes(business_.id, contract.id);
    for (const auto& hours : so_far.included) put_hours(known, hours);
    std::ranges::sort(known, {}, &ledger::IncludedMinutes::cycle_from);
    const auto carried = carried_to(contract, cycle, known);
    return ledger::rate_cycle({contract, cycle, entries.work, entries.contacts,
                               used_of(known, cycle.from), carried, fees, paused, business_.country,
                               engine_.calendar, *zone_});
}

core::Result<ledger::Rating> ContractRater::rate_so_far(const contract::Contract& contract,
                                                        const ledger::BillingCycle& cycle,
                                                        core::Date last) const {
    Entries so_far;
    so_far.work =
        engine_.store.unbilled_work(business_.id, contract.id, cycle.from, last + date::days(1));
    return rate_cycle(contract, cycle, so_far, false, {});
}

// More work of a cycle and service that has a quote makes another one: what was asked for stays.
std::string ContractRater::free_quote_id(const contract::Contract& contract, core::Date cycle_from,
                                         const std::string& service,
                                         const std::vector<Quote>& others) const {
    const std::string id = contract.id.str() + "-" + core::to_iso(cycle_from) + "-" + slug(service);
    std::string free = id;
    const auto is_taken = [&] {
        return std::ranges::find(others, free, &Quote::id) != others.end() ||
               engine_.store.quote(business_.id, free);
    };
    for (int n = 2; is_taken(); ++n) free = id + "-" + std::to_string(n);
    return free;
}

core::Result<void> ContractRater::add_cycle(const contract::Contract& contract,
                                            const ledger::BillingCycle& cycle,
                                            const Entries& entries, bool fees, core::Date held_on,
                                            RatedContract& rated) const {
    auto rating = rate_cycle(contract, cycle, entries, fees, rated);
    if (!rating) return tl::unexpected(rating.error());
    std::set<core::EntryKey> charged;
    for (auto& line : rating->lines) {
        charged.insert(line.sources.begin(), line.sources.end());
        rated.lines.push_back(std::move(line));
    }
    for (const auto& contact : entries.contacts) {
        if (!charged.contains(contact.key)) rated.free_contacts.push_back(contact.key);
    }
    std::ranges::move(rating->covered, std::back_inserter(rated.covered));
    for (const auto& hours : rating->carried) put_hours(rated.included, hours);
    put_hours(rated.included, rating->included);
    for (auto& held : rating->held) {
        Quote quote;
        quote.id = free_quote_id(contract, cycle.from, held.service, rated.held);
        quote.client = contract.client;
        quote.contract = contract.id;
        quote.cycle_from = cycle.from;
        quote.held_on = held_on;
        quote.held = std::move(held);
        rated.held.push_back(std::move(quote));
    }
    return {};
}

// Entries of earlier cycles that are dealt with, each cycle rated on its own: those that have their
// invoice, and those billed in advance, also where they had nothing to pay.
core::Result<void> ContractRater::add_late(const contract::Contract& contract,
                                           const ledger::BillingCycle& cycle,
                                           RatedContract& rated) const {
    Entries all =
        entries(contract, contract.from, std::min(cycle.from, contract.until.value_or(cycle.from)));
    std::map<core::Date, Entries> by_cycle;
    const auto cycle_of = [&](core::Date day) {
        return ledger::cycle_at(contract, day).value_or(cycle).from;
    };
    for (auto& entry : all.work)
        by_cycle[cycle_of(core::date_of(entry.start))].work.push_back(std::move(entry));
    for (auto& contact : all.contacts)
        by_cycle[cycle_of(core::date_of(contact.at))].contacts.push_back(std::move(contact));
    for (const auto& [from, late] : by_cycle) {
        const auto earlier = *ledger::cycle_at(contract, from);
        const bool dealt_with =
            is_in_advance(earlier) || engine_.store.is_billed(business_.id, contract.id, from);
        if (!dealt_with) continue;
        auto added = add_cycle(contract, earlier, late, false, cycle.issue_on, rated);
        if (!added) return added;
    }
    return {};
}

// Only what was accepted by the issue date, so that running late gives the same.
core::Result<void> ContractRater::add_quotes(const contract::Contract& contract,
                                             const ledger::BillingCycle& cycle,
                                             RatedContract& rated) const {
    for (Quote& quote : engine_.store.accepted_quotes(business_.id, contract.id)) {
        if (quote.answer->answered_on > cycle.issue_on) continue;
        auto priced = quote.answer->hourly
                          ? ledger::priced_at(std::move(quote.held), *quote.answer->hourly)
                          : core::Result<ledger::HeldQuote>(std::move(quote.held));
        if (!priced) return tl::unexpected(priced.error());
        for (ledger::RatedLine& line : priced->lines) {
            line.title = quote.id;
            rated.lines.push_back(std::move(line));
        }
        rated.billed_quotes.push_back(quote.id);
    }
    return {};
}

core::Result<RatedContract> ContractRater::rate(const contract::Contract& contract,
                                                const ledger::BillingCycle& cycle) const {
    RatedContract rated;
    core::Result<void> added;
    if (!is_closing(contract, cycle.from)) {
        // A cycle billed in advance has no work yet, however late it is billed: that goes on the
        // next invoice, so that running early or late gives the same.
        const Entries own =
            is_in_advance(cycle) ? Entries{} : entries(contract, cycle.from, cycle.until);
        added = add_cycle(contract, cycle, own, true, cycle.issue_on, rated);
    }
    if (added) added = add_late(contract, cycle, rated);
    if (added) added = add_quotes(contract, cycle, rated);
    if (!added) return tl::unexpected(added.error());
    return rated;
}

}  // namespace kvit::app
