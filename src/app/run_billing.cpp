#include "kvit/app/run_billing.h"

#include "billing_bound.h"
#include "billing_schedule.h"
#include "hours_watch.h"
#include "kvit/app/archive_documents.h"
#include "kvit/app/import_statement.h"
#include "kvit/core/invariant.h"
#include "kvit/document/invoice_view.h"
#include "kvit/document/quote_view.h"
#include "kvit/ledger/invoice_number.h"
#include "kvit/ledger/invoicing.h"
#include "kvit/ledger/journal.h"
#include "put_document.h"
#include "rate_contract.h"

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>

namespace kvit::app {

namespace {

// A changed number pattern makes a number that exists: the batch is undone, so that no number is
// lost.
struct NumberTaken {
    core::InvoiceNumber number;
};

// Bills the cycles of one business, in the order of the schedule.
class Run {
  public:
    Run(const Engine& engine, const contract::Business& business, const BillingRequest& request,
        BillingResult& result)
        : engine_(engine),
          store_(engine.store),
          business_(business),
          request_(request),
          result_(result),
          rater_(engine, business, request.day) {
        const auto pattern = ledger::NumberPattern::parse(business.numbering.invoice);
        KVIT_INVARIANT(pattern.has_value(), "a stored number pattern is valid");
        pattern_ = *pattern;
    }

    // About a batch of cycles; false when nothing more is due.
    bool bill_batch();
    // The batch is done: for good, or only to be shown.
    void commit(UnitOfWork& unit);
    const ContractRater& rater() const { return rater_; }

  private:
    void bill(const ScheduledCycle& due);
    // Tells whether the contract's next cycle can follow.
    bool bill(const contract::Client& client, const contract::Contract& contract,
              const ledger::BillingCycle& cycle);
    core::Result<void> bill_lines(const contract::Client& client,
                                  const contract::Contract& contract,
                                  const ledger::BillingCycle& cycle, const RatedContract& rated);
    void issue(const contract::Client& client, const contract::Contract& contract,
               ledger::Invoice draft, const RatedContract& rated);
    void mark_sources(const ledger::Invoice& invoice, const RatedContract& rated);
    void hold(const contract::Client& client, const contract::Contract& contract,
              const Quote& quote);
    void fail(const contract::Contract& contract, core::Refusal refusal);

    const Engine& engine_;
    Store& store_;
    const contract::Business& business_;
    const BillingRequest& request_;
    BillingResult& result_;
    ContractRater rater_;
    ledger::NumberPattern pattern_ = *ledger::NumberPattern::parse("{n}");
    std::optional<ScheduledCycle> last_;        // dealt with; what is due comes behind it
    std::vector<ledger::Invoice> uncommitted_;  // of this batch
};

void Run::fail(const contract::Contract& contract, core::Refusal refusal) {
    refusal.where =
        "contract " + contract.id.str() + (refusal.where.empty() ? "" : ", " + refusal.where);
    result_.failures.push_back(std::move(refusal));
}

// The cycle's invoice, and the contract's next one where that has the same issue date: a change to
// billing in advance makes two.
void Run::bill(const ScheduledCycle& due) {
    const auto contract = store_.contract(business_.id, due.contract);
    const auto client = store_.client(business_.id, due.client);
    KVIT_INVARIANT(contract && client, "a contract and its client are stored");
    for (auto next = std::optional(due); next && next->issue_on == due.issue_on;
         next = store_.scheduled(business_.id, due.contract)) {
        const auto cycle = is_closing(*contract, next->cycle_from)
                               ? closing_cycle(next->cycle_from)
                               : *ledger::cycle_at(*contract, next->cycle_from);
        if (!bill(*client, *contract, cycle)) return;
        schedule_after(store_, business_.id, *contract, cycle);
    }
}

// A contract that fails keeps its place in the schedule, so that its numbers stay in order.
bool Run::bill(const contract::Client& client, const contract::Contract& contract,
               const ledger::BillingCycle& cycle) {
    const auto rated = rater_.rate(contract, cycle);
    if (!rated) {
        fail(contract, rated.error());
        return false;
    }
    if (auto billed = bill_lines(client, contract, cycle, *rated); !billed) {
        fail(contract, billed.error());
        return false;
    }
    for (const Quote& quote : rated->held) {
        hold(client, contract, quote);
        result_.held.push_back(quote);
    }
    return true;
}

core::Result<void> Run::bill_lines(const contract::Client& client,
                                   const contract::Contract& contract,
                                   const ledger::BillingCycle& cycle, const RatedContract& rated) {
    const bool anything_to_pay = std::ranges::any_of(
        rated.lines, [](const ledger::RatedLine& line) { return !line.net.is_zero(); });
    const auto remember_hours = [&] {
        for (const auto& hours : rated.included) {
            if (hours.granted > 0 || hours.used > 0)
                store_.put_included_minutes(business_.id, contract.id, hours);
        }
    };
    if (!anything_to_pay) {
        store_.mark_work_covered(business_.id, rated.covered, cycle.from);
        remember_hours();
        return {};
    }
    const auto last = store_.last_issued_on(business_.id, ledger::InvoiceKind::invoice);
    const core::Date issued_on = std::max(cycle.issue_on, last.value_or(cycle.issue_on));
    auto draft = ledger::draft_invoice(
        {business_, client, contract, cycle, issued_on, rated.lines, engine_.calendar,
         engine_.vat_rates, engine_.vat_currencies,
         [&](core::Currency currency, core::Currency bookkeeping, core::Date on) {
             return store_.exchange_rate(business_.id, currency, bookkeeping, on);
         }});
    if (!draft) return tl::unexpected(draft.error());
    for (auto& line : draft->lines) {
        line.text = document::line_text(line.rated, contract.terms_on(line.rated.period_from),
                                        client.language, engine_.wording);
    }
    issue(client, contract, std::move(*draft), rated);
    remember_hours();
    return {};
}

void Run::issue(const contract::Client& client, const contract::Contract& contract,
                ledger::Invoice draft, const RatedContract& rated) {
    // The number comes last: nothing that can be refused follows it.
    const auto n = store_.take_number(business_.id, ledger::InvoiceKind::invoice,
                                      pattern_.period_of(draft.issued_on), draft.issued_on);
    draft.number = pattern_.format(draft.issued_on, n);
    draft.series_period = pattern_.period_of(draft.issued_on);
    draft.series_number = n;
    if (store_.invoice(business_.id, draft.number)) throw NumberTaken{draft.number};
    store_.add_invoice(business_.id, draft, ledger::issue_entry(draft));
    const core::DocumentId id(draft.number.str());
    const document::InvoiceView view{business_, client, contract, draft};
    put_document(store_, business_.id,
                 {id, "invoice", client.id, draft.issued_on,
                  document::compose_invoice(view, engine_.wording),
                  document::invoice_message(view, engine_.wording)});
    mark_sources(draft, rated);
    for (const std::string& quote : rated.billed_quotes)
        store_.mark_quote_billed(business_.id, quote, draft.number);
    uncommitted_.push_back(std::move(draft));
}

// An entry that is split over lines (included and beyond, in hours and after) is marked with the
// first of them; work the retainer covers and contacts without a charge, with the invoice as a
// whole.
void Run::mark_sources(const ledger::Invoice& invoice, const RatedContract& rated) {
    std::set<core::EntryKey> marked;
    const auto fresh = [&](const std::vector<core::EntryKey>& keys) {
        std::vector<core::EntryKey> result;
        std::ranges::copy_if(keys, std::back_inserter(result),
                             [&](const core::EntryKey& key) { return marked.insert(key).second; });
        return result;
    };
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const auto& [kind, sources] =
            std::tie(invoice.lines[i].rated.kind, invoice.lines[i].rated.sources);
        const int line = static_cast<int>(i + 1);
        if (kind == ledger::LineKind::after_hours_contact) {
            store_.mark_contacts_billed(business_.id, sources, invoice.number, line);
        } else {
            store_.mark_work_billed(business_.id, fresh(sources), invoice.number, line);
        }
    }
    store_.mark_work_billed(business_.id, fresh(rated.covered), invoice.number, 0);
    store_.mark_contacts_billed(business_.id, rated.free_contacts, invoice.number, 0);
}

// The quote leaves at once, so that the client can say yes before the next invoice. One without a
// price waits for the owner to agree on it.
void Run::hold(const contract::Client& client, const contract::Contract& contract,
               const Quote& quote) {
    store_.add_quote(business_.id, quote);
    if (!quote.held.priced) return;
    const core::DocumentId id(quote.id);
    const document::QuoteView view{business_, client,        contract,
                                   quote.id,  quote.held_on, quote.held};
    put_document(
        store_, business_.id,
        {id, "quote", client.id, quote.held_on, document::compose_quote(view, engine_.wording),
         document::quote_message(view, engine_.wording)});
}

bool Run::bill_batch() {
    uncommitted_.clear();
    int looked_at = 0;
    for (;;) {
        const auto page = store_.due_cycles(business_.id, request_.through, last_, request_.batch);
        if (page.empty()) return false;
        for (const ScheduledCycle& due : page) {
            // A contract comes up again on a later day, perhaps before the rest of this page.
            if (due.issue_on != page.front().issue_on) break;
            if (looked_at++ >= request_.batch) return true;
            bill(due);
            last_ = due;
        }
    }
}

void Run::commit(UnitOfWork& unit) {
    if (!request_.dry_run) unit.commit();
    result_.issued += uncommitted_.size();
    if (!request_.issued) return;
    for (ledger::Invoice& invoice : uncommitted_) {
        if (request_.dry_run) invoice.number = core::InvoiceNumber();
        request_.issued(invoice);
    }
}

// A dry run is a run that is rolled back: it shows what would be, dates and late entries and all.
void bill_all(const Engine& engine, Run& run, const BillingRequest& request, std::size_t due,
              BillingResult& result) {
    std::unique_ptr<UnitOfWork> unit;
    for (bool more = true; more;) {
        const std::size_t held = result.held.size();
        if (!unit || !request.dry_run) {
            unit.reset();
            unit = engine.store.begin(request.day);
        }
        try {
            more = run.bill_batch();
        } catch (const NumberTaken& taken) {
            result.held.resize(held);
            result.failures.push_back({"numbering.invoice",
                                       "the next number " + taken.number.str() + " exists already",
                                       "choose a pattern whose numbers differ from those before"});
            return;
        }
        run.commit(*unit);
        if (request.progress) request.progress(std::min(result.issued, due), due);
    }
}

}  // namespace

core::Result<BillingResult> run_billing(const Engine& engine, const contract::Business& business,
                                        const BillingRequest& request) {
    const auto due = count_due(engine.store, business.id, request.through);
    if (due.too_large && !request.allow_large) return tl::unexpected(*due.too_large);
    BillingResult result;
    Run run(engine, business, request, result);
    bill_all(engine, run, request, due.all, result);
    result.hours = watch_hours(engine, business, run.rater(), request.day, request.dry_run);
    if (request.dry_run) return result;
    result.matched = match_statements(engine.store, business.id, request.day);
    archive_documents(engine, business.id, request.day, result.failures);
    return result;
}

}  // namespace kvit::app
