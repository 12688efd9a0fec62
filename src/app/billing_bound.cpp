#include "billing_bound.h"

#include "billing_schedule.h"

#include <algorithm>
#include <map>

namespace kvit::app {

namespace {

constexpr std::int64_t harmless = 200;  // invoices on one day
constexpr std::int64_t growth = 3;      // times the largest day before

bool has_fees(const contract::Terms& terms) { return terms.retainer || !terms.fixed.empty(); }

bool may_bill(const Store& store, const core::BusinessId& business,
              const contract::Contract& contract, const ledger::BillingCycle& cycle) {
    return has_fees(contract.terms_on(cycle.until - date::days(1))) ||
           !store.unbilled_work(business, contract.id, contract.from, cycle.until).empty() ||
           !store.accepted_quotes(business, contract.id).empty();
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
            auto cycle = ledger::cycle_at(*contract, due.cycle_from);
            for (; cycle && cycle->issue_on <= through;
                 cycle = ledger::cycle_at(*contract, cycle->until)) {
                if (may_bill(store, business, *contract, *cycle)) count(cycle->issue_on);
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
