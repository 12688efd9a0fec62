// LedgerStore: the journal and what is open.

#include "adapters/sqlite/pages.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

#include <array>

namespace kvit::sqlite {

namespace {

ledger::RecordedEntry read_entry(const Query& query) {
    Row row(query, "journal entry");
    const auto key = row.id<core::EntryKey>();
    const std::int64_t sequence = row.number();
    const auto kind = row.named<ledger::EntryKind>();
    const core::Date effective_on = row.day(), recorded_on = row.day();
    const core::Instant recorded_at = row.instant();
    return {.sequence = sequence,
            .recorded_on = recorded_on,
            .recorded_at = recorded_at,
            .entry = {.key = key,
                      .kind = kind,
                      .effective_on = effective_on,
                      .reverses = row.maybe([&] { return row.id<core::EntryKey>(); }),
                      .postings = {}}};
}

ledger::Posting read_posting(Row& row) {
    const auto account = row.named<ledger::Account>();
    std::string subject = row.text();
    const core::Currency currency = row.currency();
    const core::Money amount = row.money(currency);
    return {account, std::move(subject), amount, row.id<core::InvoiceNumber>()};
}

ledger::OpenItem read_item(Row& row) {
    const auto number = row.id<core::InvoiceNumber>();
    const auto kind = row.named<ledger::InvoiceKind>();
    const auto client = row.id<core::ClientId>();
    const auto contract = row.id<core::ContractId>();
    const core::Date issued_on = row.day(), due_on = row.day();
    const core::Currency currency = row.currency();
    return {number,
            kind,
            client,
            contract,
            issued_on,
            due_on,
            row.money(currency),
            row.money(currency)};
}

// Postings of one item in order of their days: what is open, and since when nothing is.
class RunningItem {
  public:
    explicit RunningItem(ledger::OpenItem item)
        : state_{std::move(item), std::nullopt},
          open_(core::Money::zero(state_.item.gross.currency())) {}

    const core::InvoiceNumber& number() const { return state_.item.number; }
    core::Date issued_on() const { return state_.item.issued_on; }
    core::Currency currency() const { return open_.currency(); }
    void post(core::Money amount, core::Date on) {
        open_ += amount;
        if (!open_.is_zero())
            state_.settled_on.reset();
        else if (!state_.settled_on)
            state_.settled_on = on;
    }
    app::ItemState state() const {
        app::ItemState state = state_;
        state.item.open = open_;
        return state;
    }

  private:
    app::ItemState state_;
    core::Money open_;
};

// Rows of an item (its columns, then day and amount of one posting), items together and in order.
// An item is none before it is issued, whatever was posted on it; said in SQL, that would lead
// SQLite astray.
std::vector<app::ItemState> fold_items(Query& query, core::Date as_of) {
    std::vector<app::ItemState> states;
    std::optional<RunningItem> running;
    const auto finish = [&] {
        if (running && running->issued_on() <= as_of) states.push_back(running->state());
    };
    while (query.step()) {
        Row row(query, "invoice");
        if (!running || running->number().str() != query.text(0)) {
            finish();
            running.emplace(read_item(row));
        } else {
            constexpr int columns_of_item = 9;
            row.skip(columns_of_item);
        }
        const core::Date on = row.day();
        running->post(row.money(running->currency()), on);
    }
    finish();
    return states;
}

}  // namespace

std::optional<core::Date> Store::last_recorded_on(const core::BusinessId& business) const {
    Query query(connection_, R"sql(
        SELECT entry_key, recorded_on FROM journal_entry
        WHERE business = $1 ORDER BY sequence DESC LIMIT 1)sql",
                business);
    if (!query.step()) return std::nullopt;
    Row row(query, "journal entry");
    row.view();
    return row.day();
}

std::int64_t Store::append_entry(const core::BusinessId& business,
                                 const ledger::JournalEntry& entry) {
    KVIT_INVARIANT(!entry.key.empty(), "a journal entry has a key");
    KVIT_INVARIANT(ledger::is_balanced(entry), "a journal entry balances");
    std::int64_t sequence = 1;
    {
        Query query(connection_, R"sql(
            SELECT COALESCE(MAX(sequence), 0) + 1 FROM journal_entry WHERE business = $1)sql",
                    business);
        query.step();
        sequence = query.number(0);
    }
    run(connection_, R"sql(
        INSERT INTO journal_entry (business, sequence, entry_key, kind, effective_on, recorded_on,
            recorded_at, reverses)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql",
        business, sequence, entry.key, entry.kind, entry.effective_on, unit().recorded_on(),
        unit().recorded_at(), entry.reverses);
    return sequence;
}

void Store::append_postings(const core::BusinessId& business, std::int64_t sequence,
                            const ledger::JournalEntry& entry) {
    int line = 0;
    for (const ledger::Posting& posting : entry.postings) {
        const bool has_item = !posting.item.empty();
        KVIT_INVARIANT(has_item == (posting.account == ledger::Account::receivable),
                       "receivable postings, and only they, name an item");
        run(connection_, R"sql(
            INSERT INTO posting (business, sequence, line, account, subject, currency, amount,
                item, effective_on, recorded_on)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql",
            business, sequence, ++line, posting.account, posting.subject, posting.amount.currency(),
            posting.amount.minor(), has_item ? std::optional(posting.item) : std::nullopt,
            entry.effective_on, unit().recorded_on());
        if (has_item) move_open_item(business, posting.item, posting.amount);
    }
}

void Store::move_open_item(const core::BusinessId& business, const core::InvoiceNumber& number,
                           core::Money amount) {
    if (amount.is_zero()) return;
    const auto item = open_item(business, number);
    KVIT_INVARIANT(item && item->gross.currency() == amount.currency(),
                   "a receivable posting is on an invoice of its currency");
    const core::Money open = item->open + amount;
    if (item->open.is_zero())
        run(connection_, R"sql(
            INSERT INTO open_item (business, number, client, currency, due_on, kind, contract,
                issued_on, gross, still_open)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql",
            business, number, item->client, amount.currency(), item->due_on, item->kind,
            item->contract, item->issued_on, item->gross.minor(), open.minor());
    else if (open.is_zero())
        run(connection_, R"sql(DELETE FROM open_item WHERE business = $1 AND number = $2)sql",
            business, number);
    else
        run(connection_, R"sql(
            UPDATE open_item SET still_open = $3 WHERE business = $1 AND number = $2)sql",
            business, number, open.minor());
}

std::optional<ledger::RecordedEntry> Store::entry(const core::BusinessId& business,
                                                  const core::EntryKey& key) const {
    std::optional<ledger::RecordedEntry> found;
    {
        Query query(connection_, R"sql(
            SELECT entry_key, sequence, kind, effective_on, recorded_on, recorded_at, reverses
            FROM journal_entry WHERE business = $1 AND entry_key = $2)sql",
                    business, key);
        if (!query.step()) return std::nullopt;
        found = read_entry(query);
    }
    Query query(connection_, R"sql(
        SELECT sequence, account, subject, currency, amount, item
        FROM posting WHERE business = $1 AND sequence = $2 ORDER BY line)sql",
                business, found->sequence);
    while (query.step()) {
        Row row(query, "a posting of journal entry");
        row.view();
        found->entry.postings.push_back(read_posting(row));
    }
    return found;
}

app::Added Store::add_entry(const core::BusinessId& business, const ledger::JournalEntry& entry) {
    unit();
    if (const auto known = this->entry(business, entry.key))
        return known->entry == entry ? app::Added::already_known : app::Added::conflict;
    append_postings(business, append_entry(business, entry), entry);
    return app::Added::added;
}

void Store::for_each_entry(const core::BusinessId& business,
                           const std::function<void(const ledger::RecordedEntry&)>& visit) const {
    in_pages<ledger::RecordedEntry>(
        [&](const ledger::RecordedEntry* last) {
            std::vector<ledger::RecordedEntry> page;
            const std::int64_t after = last != nullptr ? last->sequence : 0;
            Query entries(connection_, R"sql(
                SELECT entry_key, sequence, kind, effective_on, recorded_on, recorded_at, reverses
                FROM journal_entry WHERE business = $1 AND sequence > $2
                ORDER BY sequence LIMIT $3)sql",
                          business, after, page_rows);
            while (entries.step()) page.push_back(read_entry(entries));
            if (page.empty()) return page;
            Query postings(connection_, R"sql(
                SELECT sequence, account, subject, currency, amount, item
                FROM posting WHERE business = $1 AND sequence > $2 AND sequence <= $3
                ORDER BY sequence, line)sql",
                           business, after, page.back().sequence);
            std::size_t at = 0;
            while (postings.step()) {
                Row row(postings, "a posting of journal entry");
                const std::int64_t sequence = row.number();
                while (at < page.size() && page[at].sequence < sequence) ++at;
                if (at == page.size() || page[at].sequence != sequence)
                    row.unreadable("it has no entry");
                page[at].entry.postings.push_back(read_posting(row));
            }
            return page;
        },
        visit);
}

void Store::for_each_open_item(const core::BusinessId& business,
                               const std::function<void(const ledger::OpenItem&)>& visit) const {
    in_pages<ledger::OpenItem>(
        [&](const ledger::OpenItem* last) {
            std::vector<ledger::OpenItem> page;
            page.reserve(page_rows);
            Query query(connection_, R"sql(
                SELECT number, kind, client, contract, issued_on, due_on, currency, gross,
                    still_open
                FROM open_item
                WHERE business = $1 AND (client, currency, due_on, number) > ($2, $3, $4, $5)
                ORDER BY client, currency, due_on, number LIMIT $6)sql",
                        business, last != nullptr ? last->client.str() : std::string(),
                        last != nullptr ? last->gross.currency().code() : std::string(),
                        last != nullptr ? core::to_iso(last->due_on) : std::string(),
                        last != nullptr ? last->number.str() : std::string(), page_rows);
            while (query.step()) {
                Row row(query, "open item");
                page.push_back(read_item(row));
            }
            return page;
        },
        visit);
}

std::optional<ledger::OpenItem> Store::open_item(const core::BusinessId& business,
                                                 const core::InvoiceNumber& number) const {
    Query query(connection_, R"sql(
        SELECT i.number, i.kind, i.client, i.contract, i.issued_on, i.due_on, i.currency, i.gross,
            COALESCE(o.still_open, 0)
        FROM invoice i
        LEFT JOIN open_item o ON o.business = i.business AND o.number = i.number
        WHERE i.business = $1 AND i.number = $2)sql",
                business, number);
    if (!query.step()) return std::nullopt;
    Row row(query, "invoice");
    return read_item(row);
}

// One pass over invoice_by_client and, within it, posting_of_item: both give their order, nothing
// is sorted.
std::vector<app::ItemState> Store::items_as_of(const core::BusinessId& business, core::Date as_of,
                                               std::optional<core::Date> known_on,
                                               const std::optional<core::ClientId>& client) const {
    if (client) {
        Query query(connection_, R"sql(
            SELECT i.number, i.kind, i.client, i.contract, i.issued_on, i.due_on, i.currency,
                i.gross, 0, p.effective_on, p.amount
            FROM invoice i
            JOIN posting p ON p.business = i.business AND p.item = i.number
            WHERE i.business = $1 AND p.effective_on <= $2 AND p.recorded_on <= $3
                AND i.client = $4
            ORDER BY i.client, i.currency, i.due_on, i.number, p.effective_on, p.sequence,
                p.line)sql",
                    business, as_of, known_on.value_or(end_of_days), *client);
        return fold_items(query, as_of);
    }
    Query query(connection_, R"sql(
        SELECT i.number, i.kind, i.client, i.contract, i.issued_on, i.due_on, i.currency,
            i.gross, 0, p.effective_on, p.amount
        FROM invoice i
        JOIN posting p ON p.business = i.business AND p.item = i.number
        WHERE i.business = $1 AND p.effective_on <= $2 AND p.recorded_on <= $3
        ORDER BY i.client, i.currency, i.due_on, i.number, p.effective_on, p.sequence,
            p.line)sql",
                business, as_of, known_on.value_or(end_of_days));
    return fold_items(query, as_of);
}

std::map<std::pair<core::ClientId, core::Currency>, core::Money> Store::unapplied_as_of(
    const core::BusinessId& business, core::Date as_of, std::optional<core::Date> known_on) const {
    std::map<std::pair<core::ClientId, core::Currency>, core::Money> cash;
    Query query(connection_, R"sql(
        SELECT subject, currency, CAST(-SUM(amount) AS BIGINT)
        FROM posting
        WHERE business = $1 AND account = 'unapplied' AND subject <> ''
            AND effective_on <= $2 AND recorded_on <= $3
        GROUP BY subject, currency HAVING SUM(amount) <> 0
        ORDER BY subject, currency)sql",
                business, as_of, known_on.value_or(end_of_days));
    while (query.step()) {
        Row row(query, "unapplied cash of client");
        const auto client = row.id<core::ClientId>();
        const core::Currency currency = row.currency();
        cash.emplace(std::pair(client, currency), row.money(currency));
    }
    return cash;
}

}  // namespace kvit::sqlite
