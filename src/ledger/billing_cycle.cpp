#include "kvit/ledger/billing_cycle.h"

#include "kvit/core/invariant.h"

#include <algorithm>

namespace kvit::ledger {

namespace {

using contract::Billed;
using contract::Contract;
using contract::CyclePeriod;
using core::Date;

int months_of(CyclePeriod period) {
    switch (period) {
        case CyclePeriod::monthly:
            return 1;
        case CyclePeriod::quarterly:
            return 3;
        case CyclePeriod::yearly:
            return 12;
        case CyclePeriod::weekly:
        case CyclePeriod::once:
            break;
    }
    return 0;
}

// First day of the whole cycle that `contract.from` falls in: the last anchor on or before it.
Date first_anchor(const Contract& contract) {
    if (contract.cycle == CyclePeriod::weekly) {
        const int back = (core::iso_weekday(contract.from) - contract.billing_day + 7) % 7;
        return contract.from - date::days(back);
    }
    const auto anchor = static_cast<unsigned>(contract.billing_day);
    const Date this_month = core::add_months(contract.from, 0, anchor);
    return this_month <= contract.from ? this_month : core::add_months(contract.from, -1, anchor);
}

// First day of the whole cycle number `index`, always counted from the first one: no drift.
Date anchor_at(const Contract& contract, Date first, int index) {
    if (contract.cycle == CyclePeriod::weekly) return first + date::weeks(index);
    return core::add_months(first, index * months_of(contract.cycle),
                            static_cast<unsigned>(contract.billing_day));
}

Date issue_day(const Contract& contract, Date from, Date until) {
    return contract.terms_on(from).billed == Billed::advance ? from : until;
}

std::optional<BillingCycle> single_cycle(const Contract& contract) {
    const bool in_advance = contract.terms_on(contract.from).billed == Billed::advance;
    if (!contract.until && !in_advance) return std::nullopt;  // nothing says when it is over
    const Date until = contract.until.value_or(contract.from + date::days(1));
    if (until <= contract.from) return std::nullopt;
    return BillingCycle{contract.from, until, contract.from, until,
                        issue_day(contract, contract.from, until)};
}

// Nothing once the contract is over. The part of the first whole cycle before `from` is left out.
std::optional<BillingCycle> cycle_number(const Contract& contract, Date first, int index) {
    const Date whole_from = anchor_at(contract, first, index);
    const Date whole_until = anchor_at(contract, first, index + 1);
    const Date from = std::max(whole_from, contract.from);
    const Date until = contract.until ? std::min(whole_until, *contract.until) : whole_until;
    if (from >= until) return std::nullopt;
    return BillingCycle{from, until, whole_from, whole_until, issue_day(contract, from, until)};
}

void check_billing_day(const Contract& contract) {
    const int last_anchor = contract.cycle == CyclePeriod::weekly ? 7 : 31;
    KVIT_INVARIANT(contract.billing_day >= 1 && contract.billing_day <= last_anchor,
                   "a billing day is a weekday or a day of the month");
}

// A number that is not beyond the cycle of `day`, and near it.
int index_before(const Contract& contract, Date first, Date day) {
    constexpr int longest_month = 31;
    const int days_per_cycle =
        contract.cycle == CyclePeriod::weekly ? 7 : months_of(contract.cycle) * longest_month;
    return std::max(0, core::days_between(first, day) / days_per_cycle - 1);
}

}  // namespace

std::vector<BillingCycle> cycles_through(const Contract& contract, Date through) {
    std::vector<BillingCycle> cycles;
    auto cycle = cycle_at(contract, contract.from);
    while (cycle && cycle->from <= through) {
        if (cycle->issue_on <= through) cycles.push_back(*cycle);
        cycle = cycle_at(contract, cycle->until);
    }
    return cycles;
}

std::optional<BillingCycle> cycle_at(const Contract& contract, Date day) {
    if (contract.cycle == CyclePeriod::once) {
        const auto cycle = single_cycle(contract);
        return cycle && day < cycle->until ? cycle : std::nullopt;
    }
    check_billing_day(contract);
    const Date first = first_anchor(contract);
    for (int index = index_before(contract, first, day);; ++index) {
        const auto cycle = cycle_number(contract, first, index);
        if (!cycle || day < cycle->until) return cycle;
    }
}

}  // namespace kvit::ledger
