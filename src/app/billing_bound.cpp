#include "billing_bound.h"

#include "billing_schedule.h"

#include <algorithm>
#include <map>

namespace kvit::app {

namespace {

constexpr std::int64_t harmless = 200;  // invoices on one day
constexpr std::int64_t growth = 3;      // times the largest day before

// Has the cycle a fee by any of its terms? A one-off only where these terms are new in it.
bool has_fees(const contract::Contract& contract, const ledger::BillingCycle& cycle) {
    for (std::size_t i = 0; i < contract.versions.size(); ++i) {
        const auto& [since, note, terms] = contract.versions[i];
        const core::Date from = i == 0 ? contract.from : since;
        const bool over =
            i + 1 < contract.versions.size() && contract.versions[i + 1].since <= cycle.from;
        if (over || from >= cycle.until) continue;
        const bool is_new = from >= cycle.from;
        const bool any = std::ranges::any_of(terms.fixed, [&](const contract::FixedItem& item) {
            return item.per == contract::Per::cycle || is_new;
        });
        if (any || terms.retainer) return true;
    }
    return false;
}

// `entries_from`: what is pending since then would be on this invoice.
bool may_bill(const Store& store, const core::BusinessId& business,
              const contract::Contract& contract, const ledger::BillingCycle& cycle,
              core::Date entries_from) {
    return has_fees(contract, cycle) ||
           !store.unbilled_work(business, contract.id, entries_from, cycle.until).empty();
}

// Invoices by the day they would be issued on; never before the last number's day.
std::map<core::Date, std::int64_t> count_by_day(const Store& store,
                                                const core::BusinessId& business,
                                                core::Date through) {
    std::map<core::Date, std::int64_t> counts;
    const auto last = store.last_issued_on(business, ledger::InvoiceKind::invoice);
    const auto count = [&](core::Date issue_on) {
        ++counts[std::max(issue_on, last.value_or(issue_on))];
    };
    constexpr int page_size = 1000;
    std::optional<ScheduledCycle> after;
    for (;;) {
        const auto page = store.due_cycles(business, through, after, page_size);
        if (page.empty()) return counts;
        for (const ScheduledCycle& due : page) {
            const auto contract = store.contract(business, due.contract);
            if (is_closing(*contract, due.cycle_from)) {
                count(due.issue_on);
                continue;
            }
            core::Date entries_from = contract->from;
            auto cycle = ledger::cycle_at(*contract, due.cycle_from);
            for (; cycle && cycle->issue_on <= through;
                 cycle = ledger::cycle_at(*contract, cycle->until)) {
                if (store.is_billed(business, contract->id, cycle->from)) continue;
                if (may_bill(store, business, *contract, *cycle, entries_from))
                    count(cycle->issue_on);
                entries_from = cycle->from;
            }
        }
        after = page.back();
    }
}

core::Refusal too_many(core::Date day, std::int64_t count, std::int64_t most) {
    return {"billing run",
            std::to_string(count) + " invoices would be dated " + core::to_iso(day) +
                (most > 0 ? ", and no day before had more than " + std::to_string(most)
                          : ", and no day before had any"),
            "look at kvit bill --dry-run --allow-large, and if they are right, run kvit bill with "
            "--allow-large"};
}

}  // namespace

DueCount count_due(const Store& store, const core::BusinessId& business, core::Date through) {
    const auto counts = count_by_day(store, business, through);
    DueCount due;
    std::int64_t most = -1;  // on a day before; asked for only where it matters
    for (const auto& [day, count] : counts) {
        due.all += static_cast<std::size_t>(count);
        const std::int64_t on_day = count + store.invoices_on(business, day);
        if (on_day <= harmless || due.too_large) continue;
        if (most < 0) most = store.most_invoices_before(business, day);
        for (const auto& [earlier, invoices] : counts) {
            if (earlier >= day) break;
            most = std::max(most, invoices + store.invoices_on(business, earlier));
        }
        if (on_day > growth * most) due.too_large = too_many(day, on_day, most);
    }
    return due;
}

}  // namespace kvit::app
