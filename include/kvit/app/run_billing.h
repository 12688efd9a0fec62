#pragma once
// The billing run: every cycle whose issue date has come and that is not billed, each as its own
// invoice, in order of issue date, client, contract. Numbers are taken last, inside the batch's
// transaction.

#include "kvit/app/engine.h"
#include "kvit/ledger/invoice.h"

#include <functional>
#include <vector>

namespace kvit::app {

struct BillingRequest {
    core::Date through;  // issue dates up to and including it
    core::Date day;      // recorded on
    bool dry_run = false;
    int batch = 1000;                                                 // invoices per transaction
    std::function<void(std::size_t done, std::size_t all)> progress;  // may be empty
};

struct BillingResult {
    std::vector<ledger::Invoice> invoices;  // as issued; in a dry run without numbers
    std::vector<Quote> held;                // work held as quotes by this run
    core::Refusals failures;                // contracts that could not be billed, the rest was
    int matched = 0;                        // waiting receipts that found their invoice
};

BillingResult run_billing(const Engine& engine, const contract::Business& business,
                          const BillingRequest& request);

}  // namespace kvit::app
