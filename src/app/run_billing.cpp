#include "kvit/app/run_billing.h"

#include "kvit/app/archive_documents.h"
#include "kvit/app/document_file.h"
#include "kvit/app/import_statement.h"
#include "kvit/core/invariant.h"
#include "kvit/document/invoice_view.h"
#include "kvit/ledger/billing_cycle.h"
#include "kvit/ledger/invoice_number.h"
#include "kvit/ledger/invoicing.h"
#include "kvit/ledger/journal.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace kvit::app {

namespace {

// A cycle to bill, small enough to hold for every contract at once.
struct Due {
    core::Date issue_on;
    core::ClientId client;
    core::ContractId contract;
    core::Date cycle_from;
};

std::vector<Due> due_cycles(const Store& store, const core::BusinessId& business,
                            core::Date through) {
    std::vector<Due> due;
    store.for_each_contract(business, [&](const contract::Contract& contract) {
        const auto billed = store.billed_cycles(business, contract.id);
        for (const auto& cycle : ledger::cycles_through(contract, through)) {
            if (!billed.contains(cycle.from)) {
                due.push_back({cycle.issue_on, contract.client, contract.id, cycle.from});
            }
        }
    });
    std::ranges::sort(due, {}, [](const Due& one) {
        return std::tuple(one.issue_on, one.client, one.contract, one.cycle_from);
    });
    return due;
}

// A changed number pattern makes a number that exists: the batch is undone, so that no number is
// lost.
struct NumberTaken {
    core::InvoiceNumber number;
};

// One cycle rated, with what must be remembered when it is billed.
struct RatedCycle {
    std::vector<ledger::RatedLine> lines;
    std::vector<Quote> quotes;
    std::vector<core::EntryKey> covered;  // work inside the retainer's hours
    std::vector<std::pair<core::Date, std::int64_t>> included_used;  // by cycle
};

// Rates and issues the cycles of one business, one transaction after the other.
class Run {
  public:
    Run(const Engine& engine, const contract::Business& business, const BillingRequest& request,
        BillingResult& result)
        : engine_(engine),
          store_(engine.store),
          business_(business),
          request_(request),
          result_(result) {
        const auto zone = engine.clock.time_zone(business.timezone);
        KVIT_INVARIANT(zone.has_value(), "a stored business has a known time zone");
        zone_ = *zone;
        const auto pattern = ledger::NumberPattern::parse(business.numbering.invoice);
        KVIT_INVARIANT(pattern.has_value(), "a stored number pattern is valid");
        pattern_ = *pattern;
    }

    void bill(const Due& due);

  private:
    core::Result<RatedCycle> rate(const contract::Contract& contract,
                                  const ledger::BillingCycle& cycle);
    core::Result<void> rate_one(const contract::Contract& contract,
                                const ledger::BillingCycle& cycle, bool fees, RatedCycle& rated);
    void gather(const contract::Contract& contract, const ledger::BillingCycle& cycle, bool fees,
                std::vector<contract::WorkEntry>& work, std::vector<contract::Contact>& contacts);
    std::vector<ledger::PausedRange> paused_ranges(const contract::Contract& contract) const;
    void issue(const contract::Client& client, const contract::Contract& contract,
               ledger::Invoice draft, const std::vector<core::EntryKey>& covered);
    void mark_sources(const ledger::Invoice& invoice, const std::vector<core::EntryKey>& covered);
    void remember_minutes(const contract::Contract& contract, const RatedCycle& rated);
    void fail(const contract::Contract& contract, core::Refusal refusal);

    const Engine& engine_;
    Store& store_;
    const contract::Business& business_;
    const BillingRequest& request_;
    BillingResult& result_;
    std::shared_ptr<const core::TimeZone> zone_;
    ledger::NumberPattern pattern_ = *ledger::NumberPattern::parse("{n}");
    std::set<core::ContractId> failed_;  // their later cycles wait, so that numbers stay in order
};

void Run::fail(const contract::Contract& contract, core::Refusal refusal) {
    failed_.insert(contract.id);
    refusal.where =
        "contract " + contract.id.str() + (refusal.where.empty() ? "" : ", " + refusal.where);
    result_.failures.push_back(std::move(refusal));
}

std::vector<ledger::PausedRange> Run::paused_ranges(const contract::Contract& contract) const {
    std::vector<ledger::PausedRange> ranges;
    const auto history = store_.status_history(business_.id, contract.id, request_.day);
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (history[i].status != policy::WorkStatus::paused) continue;
        const core::Date until =
            i + 1 < history.size() ? history[i + 1].since : request_.day + date::days(1);
        ranges.push_back({history[i].since, until});
    }
    return ranges;
}

// Work and contacts of a cycle that are not billed yet. A cycle billed in advance has none on its
// own invoice, however late that is issued: they go on the next one.
void Run::gather(const contract::Contract& contract, const ledger::BillingCycle& cycle, bool fees,
                 std::vector<contract::WorkEntry>& work, std::vector<contract::Contact>& contacts) {
    const bool in_advance = cycle.issue_on == cycle.from;
    if (fees && in_advance) return;
    work = store_.unbilled_work(business_.id, contract.id, cycle.from, cycle.until);
    for (auto& contact :
         store_.unbilled_contacts(business_.id, contract.client, cycle.from, cycle.until)) {
        const auto& terms = contract.terms_on(core::date_of(contact.at));
        const bool bills = terms.after_hours && terms.after_hours->applies_to_contacts;
        if (bills && (!contact.contract || *contact.contract == contract.id)) {
            contacts.push_back(std::move(contact));
        }
    }
}

core::Result<void> Run::rate_one(const contract::Contract& contract,
                                 const ledger::BillingCycle& cycle, bool fees, RatedCycle& rated) {
    std::vector<contract::WorkEntry> work;
    std::vector<contract::Contact> contacts;
    gather(contract, cycle, fees, work, contacts);
    if (!fees && work.empty() && contacts.empty()) return {};
    const auto paused = paused_ranges(contract);
    const ledger::RatingInput input{
        contract,
        cycle,
        work,
        contacts,
        store_.included_minutes_used(business_.id, contract.id, cycle.from),
        fees,
        paused,
        business_.country,
        engine_.calendar,
        *zone_};
    auto rating = ledger::rate_cycle(input);
    if (!rating) return tl::unexpected(rating.error());
    std::ranges::move(rating->lines, std::back_inserter(rated.lines));
    std::ranges::move(rating->covered, std::back_inserter(rated.covered));
    rated.included_used.emplace_back(cycle.from, rating->included_minutes_used);
    for (auto& held : rating->held) {
        const std::string id =
            contract.id.str() + "-" + core::to_iso(cycle.from) + "-" + held.service;
        rated.quotes.push_back({id, contract.client, contract.id, cycle.from, cycle.issue_on,
                                QuoteState::held, std::move(held)});
    }
    return {};
}

// The cycle itself, then late rows of earlier cycles that are billed already, each at its own
// terms.
core::Result<RatedCycle> Run::rate(const contract::Contract& contract,
                                   const ledger::BillingCycle& cycle) {
    RatedCycle rated;
    if (auto done = rate_one(contract, cycle, true, rated); !done)
        return tl::unexpected(done.error());
    const bool nothing_late =
        store_.unbilled_work(business_.id, contract.id, contract.from, cycle.from).empty() &&
        store_.unbilled_contacts(business_.id, contract.client, contract.from, cycle.from).empty();
    if (nothing_late) return rated;
    const auto billed = store_.billed_cycles(business_.id, contract.id);
    for (const auto& earlier : ledger::cycles_through(contract, cycle.issue_on)) {
        if (!billed.contains(earlier.from)) continue;
        if (auto done = rate_one(contract, earlier, false, rated); !done) {
            return tl::unexpected(done.error());
        }
    }
    return rated;
}

void Run::bill(const Due& due) {
    if (failed_.contains(due.contract)) return;
    const auto contract = store_.contract(business_.id, due.contract);
    const auto client = store_.client(business_.id, due.client);
    KVIT_INVARIANT(contract && client, "a contract and its client are stored");
    const auto cycles = ledger::cycles_through(*contract, request_.through);
    const auto cycle = std::ranges::find(cycles, due.cycle_from, &ledger::BillingCycle::from);
    KVIT_INVARIANT(cycle != cycles.end(), "a due cycle is one of its contract");

    auto rated = rate(*contract, *cycle);
    if (!rated) return fail(*contract, rated.error());
    std::ranges::copy(rated->quotes, std::back_inserter(result_.held));
    const bool anything_to_pay = std::ranges::any_of(
        rated->lines, [](const ledger::RatedLine& line) { return !line.net.is_zero(); });
    if (anything_to_pay) {
        const auto last = store_.last_issued_on(business_.id, ledger::InvoiceKind::invoice);
        const core::Date issued_on = std::max(cycle->issue_on, last.value_or(cycle->issue_on));
        auto draft = ledger::draft_invoice(
            {business_, *client, *contract, *cycle, issued_on, rated->lines, engine_.calendar,
             engine_.vat_rates, engine_.vat_currencies,
             [&](core::Currency currency, core::Currency bookkeeping, core::Date on) {
                 return store_.exchange_rate(business_.id, currency, bookkeeping, on);
             }});
        if (!draft) return fail(*contract, draft.error());
        for (auto& line : draft->lines) {
            line.text = document::line_text(line.rated, contract->terms_on(line.rated.period_from),
                                            client->language, engine_.wording);
        }
        if (request_.dry_run) {
            result_.invoices.push_back(std::move(*draft));
            return;
        }
        issue(*client, *contract, std::move(*draft), rated->covered);
        remember_minutes(*contract, *rated);
    }
    if (!request_.dry_run) {
        for (const Quote& quote : rated->quotes) store_.add_quote(business_.id, quote);
    }
}

void Run::issue(const contract::Client& client, const contract::Contract& contract,
                ledger::Invoice draft, const std::vector<core::EntryKey>& covered) {
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
    store_.add_document(business_.id, {id, "invoice", client.id, draft.issued_on,
                                       document::compose_invoice(view, engine_.wording),
                                       document_file(business_.id, draft.issued_on, id), "", ""});
    OutboxEntry message;
    message.id = id;
    message.decided_on = draft.issued_on;
    message.message = document::invoice_message(view, engine_.wording);
    store_.queue_message(business_.id, message);
    mark_sources(draft, covered);
    result_.invoices.push_back(std::move(draft));
}

// An entry that is split over lines (included and beyond, in hours and after) is marked with the
// first of them; work the retainer covers, with the invoice as a whole.
void Run::mark_sources(const ledger::Invoice& invoice, const std::vector<core::EntryKey>& covered) {
    std::set<core::EntryKey> marked;
    const auto fresh = [&](const std::vector<core::EntryKey>& keys) {
        std::vector<core::EntryKey> result;
        std::ranges::copy_if(keys, std::back_inserter(result),
                             [&](const core::EntryKey& key) { return marked.insert(key).second; });
        return result;
    };
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const auto& rated = invoice.lines[i].rated;
        const int line = static_cast<int>(i + 1);
        if (rated.kind == ledger::LineKind::after_hours_contact) {
            store_.mark_contacts_billed(business_.id, rated.sources, invoice.number, line);
        } else {
            store_.mark_work_billed(business_.id, fresh(rated.sources), invoice.number, line);
        }
    }
    store_.mark_work_billed(business_.id, fresh(covered), invoice.number, 0);
}

void Run::remember_minutes(const contract::Contract& contract, const RatedCycle& rated) {
    for (const auto& [cycle_from, minutes] : rated.included_used) {
        if (minutes > 0) {
            store_.set_included_minutes_used(business_.id, contract.id, cycle_from, minutes);
        }
    }
}

// Work that no invoice will ever carry, since its contract has none to come: for a person to
// settle.
void list_unbilled(const Store& store, const core::BusinessId& business, core::Date through,
                   BillingResult& result) {
    store.for_each_contract(business, [&](const contract::Contract& contract) {
        if (!contract.until || *contract.until > through) return;
        std::int64_t minutes = 0;
        for (const auto& entry :
             store.unbilled_work(business, contract.id, contract.from, *contract.until)) {
            minutes += entry.minutes;
        }
        if (minutes == 0) return;
        result.failures.push_back(
            {"contract " + contract.id.str(),
             std::to_string(minutes) +
                 " minutes of work are on no invoice and the contract ended on " +
                 core::to_iso(*contract.until),
             "bill them under another contract, or extend this one"});
    });
}

bool bill_batch(const Engine& engine, Run& run, std::span<const Due> due,
                const BillingRequest& request, BillingResult& result) {
    const std::size_t issued = result.invoices.size();
    const auto unit = engine.store.begin(request.day);
    try {
        for (const Due& one : due) run.bill(one);
    } catch (const NumberTaken& taken) {
        result.invoices.erase(result.invoices.begin() + static_cast<std::ptrdiff_t>(issued),
                              result.invoices.end());
        result.failures.push_back({"numbering.invoice",
                                   "the next number " + taken.number.str() + " exists already",
                                   "choose a pattern whose numbers differ from those before"});
        return false;
    }
    if (!request.dry_run) unit->commit();
    return true;
}

}  // namespace

BillingResult run_billing(const Engine& engine, const contract::Business& business,
                          const BillingRequest& request) {
    BillingResult result;
    Run run(engine, business, request, result);
    const auto due = due_cycles(engine.store, business.id, request.through);
    const auto batch = static_cast<std::size_t>(request.batch);
    for (std::size_t start = 0; start < due.size(); start += batch) {
        const std::size_t end = std::min(due.size(), start + batch);
        const std::span part(due.data() + start, end - start);
        if (!bill_batch(engine, run, part, request, result)) break;
        if (request.progress) request.progress(end, due.size());
    }
    list_unbilled(engine.store, business.id, request.through, result);
    if (request.dry_run) return result;
    result.matched = match_statements(engine.store, business.id, request.day);
    archive_documents(engine, business.id, request.day, result.failures);
    return result;
}

}  // namespace kvit::app
