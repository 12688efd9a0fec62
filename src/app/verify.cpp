#include "kvit/app/verify.h"

#include "kvit/core/environment_error.h"
#include "kvit/ledger/credit_note.h"
#include "kvit/ledger/journal.h"

#include <algorithm>
#include <map>
#include <set>

namespace kvit::app {

namespace {

// Collects differences of one check and tells the first few.
class Finding {
  public:
    explicit Finding(std::string name) : name_(std::move(name)) {}

    void expect(bool holds, const std::string& otherwise) {
        if (holds) return;
        if (++count_ <= 3) text_ += (text_.empty() ? "" : "; ") + otherwise;
    }

    Check check(const std::string& compared) const {
        if (count_ == 0) return {name_, true, compared};
        const std::string more = count_ > 3 ? " (and " + std::to_string(count_ - 3) + " more)" : "";
        return {name_, false, text_ + more};
    }

  private:
    std::string name_;
    std::string text_;
    int count_ = 0;
};

std::string counted(std::size_t count, const std::string& what) {
    return std::to_string(count) + " " + what;
}

Check check_database(const Store& store) {
    Finding finding("database");
    for (const auto& damage : store.damage()) finding.expect(false, damage);
    return finding.check("the file is sound");
}

// What one pass over the journal gives.
struct JournalSums {
    std::map<core::InvoiceNumber, core::Money> receivable;  // open by item
    std::map<core::Currency, core::Money> of_nobody;        // received, of no client yet
    std::set<core::EntryKey> issue_entries;
};

void add_postings(const ledger::JournalEntry& entry, JournalSums& sums) {
    for (const auto& posting : entry.postings) {
        const auto zero = core::Money::zero(posting.amount.currency());
        if (posting.account == ledger::Account::unapplied && posting.subject.empty())
            sums.of_nobody.try_emplace(zero.currency(), zero).first->second -= posting.amount;
        if (posting.account != ledger::Account::receivable) continue;
        sums.receivable.try_emplace(posting.item, zero).first->second += posting.amount;
    }
}

Check check_journal(const Store& store, const core::BusinessId& business, JournalSums& sums) {
    Finding finding("journal");
    std::int64_t expected = 1;
    std::optional<core::Date> recorded;
    store.for_each_entry(business, [&](const ledger::RecordedEntry& recorded_entry) {
        const auto& entry = recorded_entry.entry;
        const std::string name = "entry " + std::to_string(recorded_entry.sequence);
        finding.expect(recorded_entry.sequence == expected,
                       name + " stands where " + std::to_string(expected) + " should");
        finding.expect(ledger::is_balanced(entry), name + " does not balance");
        finding.expect(!recorded || *recorded <= recorded_entry.recorded_on,
                       name + " is recorded before its predecessor");
        recorded = recorded_entry.recorded_on;
        expected = recorded_entry.sequence + 1;
        if (entry.kind == ledger::EntryKind::issue) sums.issue_entries.insert(entry.key);
        add_postings(entry, sums);
    });
    return finding.check(
        counted(static_cast<std::size_t>(expected - 1), "entries balance, in sequence"));
}

bool vat_follows(const ledger::Invoice& invoice) {
    std::vector<std::pair<ledger::VatTreatment, core::Money>> nets;
    for (const auto& line : invoice.lines) nets.emplace_back(line.vat, line.rated.net);
    const auto vat = ledger::vat_summary(nets, invoice.currency);
    return vat && *vat == invoice.vat;
}

bool bookkeeping_follows(const ledger::Invoice& invoice) {
    if (!invoice.bookkeeping_tax) return true;
    const auto again = ledger::converted(invoice.tax, invoice.bookkeeping_tax->rate);
    return again && *again == invoice.bookkeeping_tax->tax;
}

// A credit note is the difference between two states of its invoice.
bool note_follows(const Store& store, const core::BusinessId& business,
                  const ledger::Invoice& note) {
    const auto invoice = store.invoice(business, note.corrects);
    auto earlier = store.credit_notes_of(business, note.corrects);
    earlier.erase(std::ranges::find(earlier, note.number, &ledger::Invoice::number), earlier.end());
    const auto before = ledger::state_after(*invoice, earlier);
    return ledger::credited_bookkeeping_tax(*invoice, before, note.tax) == note.bookkeeping_tax &&
           ledger::credited_vat(before, note.lines) == note.vat &&
           !ledger::state_with(before, note).gross.is_negative();
}

void expect_totals(const Store& store, const core::BusinessId& business,
                   const ledger::Invoice& invoice, Finding& finding) {
    const std::string name = invoice.number.str();
    const bool is_note = invoice.kind == ledger::InvoiceKind::credit_note;
    if (is_note) {
        finding.expect(
            note_follows(store, business, invoice),
            name + ": its VAT does not follow from what it changes of " + invoice.corrects.str());
    } else {
        finding.expect(vat_follows(invoice),
                       name + ": the VAT summary does not follow from the lines");
        finding.expect(bookkeeping_follows(invoice),
                       name +
                           ": its VAT in the bookkeeping currency does not follow from the "
                           "exchange rate");
    }
    core::Money net = core::Money::zero(invoice.currency);
    core::Money tax = core::Money::zero(invoice.currency);
    for (const auto& line : invoice.lines) net += line.rated.net;
    for (const auto& group : invoice.vat) tax += group.tax;
    finding.expect(net == invoice.net, name + ": the lines do not add up to the net");
    finding.expect(tax == invoice.tax, name + ": the VAT summary does not add up to the VAT");
    finding.expect(invoice.net + invoice.tax == invoice.gross,
                   name + ": net and VAT do not add up to the gross");
}

Check check_invoices(const Store& store, const core::BusinessId& business,
                     const JournalSums& sums) {
    Finding finding("invoices");
    std::size_t count = 0;
    store.for_each_invoice(business, [&](const ledger::Invoice& invoice) {
        ++count;
        expect_totals(store, business, invoice, finding);
        finding.expect(sums.issue_entries.contains(ledger::issue_key(invoice.number)),
                       invoice.number.str() + " is not in the journal");
    });
    finding.expect(count == sums.issue_entries.size(),
                   "the journal posts " + counted(sums.issue_entries.size(), "invoices, ") +
                       counted(count, "are stored"));
    return finding.check(counted(count, "invoices add up and are posted"));
}

// Series without gap or repeat, in order of issue date.
Check check_numbers(const Store& store, const contract::Business& business) {
    Finding finding("numbers");
    std::map<std::pair<ledger::InvoiceKind, std::string>, std::int64_t> last;
    std::optional<core::Date> issued_on;
    std::size_t count = 0;
    store.for_each_invoice(business.id, [&](const ledger::Invoice& invoice) {
        ++count;
        const std::int64_t n = ++last[{invoice.kind, invoice.series_period}];
        finding.expect(invoice.series_number == n, invoice.number.str() + " is number " +
                                                       std::to_string(invoice.series_number) +
                                                       " of its series where " + std::to_string(n) +
                                                       " should stand");
        finding.expect(!issued_on || *issued_on <= invoice.issued_on,
                       invoice.number.str() + " is dated before its predecessor");
        issued_on = invoice.issued_on;
    });
    return finding.check(counted(count, "numbers without gap, in order of date"));
}

Check check_open_items(const Store& store, const core::BusinessId& business, JournalSums& sums) {
    Finding finding("open_items");
    std::size_t count = 0;
    store.for_each_open_item(business, [&](const ledger::OpenItem& item) {
        ++count;
        const auto posted = sums.receivable.find(item.number);
        const bool same = posted != sums.receivable.end() && posted->second == item.open;
        finding.expect(same,
                       item.number.str() + " is open with another amount than the journal says");
        finding.expect(!item.open.is_negative() && item.open <= item.gross,
                       item.number.str() + " is open with more than it was issued for");
        if (posted != sums.receivable.end()) sums.receivable.erase(posted);
    });
    for (const auto& [number, amount] : sums.receivable) {
        finding.expect(amount.is_zero(), number.str() + " is open in the journal only");
    }
    return finding.check(counted(count, "open items equal the journal"));
}

// What came in is a client's, or it waits for a person or was set aside by one.
Check check_receipts(const Store& store, const core::BusinessId& business,
                     const JournalSums& sums) {
    Finding finding("receipts");
    std::size_t count = 0;
    std::map<core::Currency, core::Money> waiting;
    store.for_each_statement_entry(business, [&](const StoredStatementEntry& stored) {
        const core::Money amount = stored.entry.amount;
        if (amount.is_positive()) ++count;
        if (stored.state != EntryState::unmatched && stored.state != EntryState::not_ours) return;
        waiting.try_emplace(amount.currency(), core::Money::zero(amount.currency()))
            .first->second += amount;
    });
    for (const auto& [currency, amount] : sums.of_nobody) {
        const auto found = waiting.find(currency);
        const auto there = found == waiting.end() ? core::Money::zero(currency) : found->second;
        finding.expect(there == amount, "the journal has " + with_currency(amount) +
                                            " of no client, the bank statements " +
                                            core::to_decimal(there));
        if (found != waiting.end()) waiting.erase(found);
    }
    for (const auto& [currency, amount] : waiting) {
        finding.expect(amount.is_zero(),
                       with_currency(amount) + " of the bank statements are not in the journal");
    }
    return finding.check(counted(count, "receipts, each a client's, waiting or set aside"));
}

Check check_documents(const Engine& engine, const core::BusinessId& business) {
    Finding finding("documents");
    const auto documents = engine.store.documents(business, true);
    for (const auto& document : documents) {
        const std::string name = document.id.str();
        if (document.sha256.empty()) {
            finding.expect(false, name + " has no file yet; kvit send or kvit bill makes it");
            continue;
        }
        try {
            const std::string bytes = engine.archive.load(document.file);
            finding.expect(engine.archive.sha256(bytes) == document.sha256,
                           document.file + " was changed since it was issued");
        } catch (const core::EnvironmentError& error) {
            finding.expect(false, error.what());
            continue;
        }
        if (document.renderer != engine.renderer.version()) continue;
        const std::string again = engine.renderer.render(document.snapshot);
        finding.expect(engine.archive.sha256(again) == document.sha256,
                       name + " would be rendered differently from its snapshot");
    }
    return finding.check(counted(documents.size(), "documents, files as issued"));
}

// No work is paused without a notice that left before and named a day not later than the pause.
Check check_pauses(const Store& store, const core::BusinessId& business) {
    Finding finding("pauses");
    std::size_t count = 0;
    const auto notices = store.notices(business, std::nullopt);
    const core::Date end = store.last_reviewed_on(business).value_or(core::Date());
    store.for_each_contract(business, [&](const contract::Contract& contract) {
        for (const auto& status : store.status_history(business, contract.id, end)) {
            if (status.status != policy::WorkStatus::paused) continue;
            ++count;
            const bool announced = std::ranges::any_of(notices, [&](const Notice& notice) {
                return notice.client == contract.client && notice.currency == contract.currency &&
                       notice.announces_pause_on && *notice.announces_pause_on <= status.since &&
                       notice.sent_on && *notice.sent_on < status.since;
            });
            finding.expect(announced, contract.id.str() + " was paused on " +
                                          core::to_iso(status.since) +
                                          " without a warning sent before");
        }
    });
    return finding.check(counted(count, "pauses, each announced before"));
}

}  // namespace

std::vector<Check> verify(const Engine& engine, const contract::Business& business) {
    const Store& store = engine.store;
    JournalSums sums;
    std::vector<Check> checks;
    checks.push_back(check_database(store));
    checks.push_back(check_journal(store, business.id, sums));
    checks.push_back(check_invoices(store, business.id, sums));
    checks.push_back(check_numbers(store, business));
    checks.push_back(check_receipts(store, business.id, sums));
    checks.push_back(check_open_items(store, business.id, sums));
    checks.push_back(check_documents(engine, business.id));
    checks.push_back(check_pauses(store, business.id));
    return checks;
}

}  // namespace kvit::app
