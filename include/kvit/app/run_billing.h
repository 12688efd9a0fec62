#pragma once
// The billing run: every cycle whose issue date has come and that is not billed, each as its own
// invoice, in order of issue date, client, contract. Numbers are taken last, inside the batch's
// transaction. What is due is read from the schedule a batch at a time: memory and time follow what
// is billed, not what there is.

#include "kvit/app/engine.h"
#include "kvit/ledger/billing_cycle.h"
#include "kvit/ledger/invoice.h"

#include <functional>
#include <vector>

namespace kvit::app {

struct BillingRequest {
    core::Date through;  // issue dates up to and including it
    core::Date day;      // recorded on
    bool dry_run = false;
    bool allow_large = false;  // lifts the bound on a run that is much larger than those before
    int batch = 1000;          // invoices per transaction
    // Each invoice, once it is issued for good; in a dry run, without a number. May be empty.
    std::function<void(const ledger::Invoice&)> issued;
    std::function<void(std::size_t done, std::size_t all)> progress;  // may be empty
};

// Included hours, in minutes, of a running cycle that are nearly used up.
struct HoursWarning {
    core::ClientId client;
    core::ContractId contract;
    ledger::BillingCycle cycle;
    int percent = 0;                     // the threshold that was reached: 80 or 100
    std::int64_t granted = 0, used = 0;  // hours carried over included; used may be more
    std::optional<core::Money> overage;  // hourly price of what comes beyond
    bool is_new = true;                  // not told before
};

struct BillingResult {
    std::size_t issued = 0;   // invoices; in a dry run those that would be
    std::vector<Quote> held;  // work held as quotes by this run
    core::Refusals failures;  // contracts that could not be billed, the rest was
    std::vector<HoursWarning> hours;
    int matched = 0;  // waiting receipts that found their invoice
};

// Refuses, with nothing issued, a run beyond the bound: more than 200 invoices of one issue date
// and more than three times those of the largest earlier one.
core::Result<BillingResult> run_billing(const Engine& engine, const contract::Business& business,
                                        const BillingRequest& request);

}  // namespace kvit::app
