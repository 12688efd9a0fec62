// LedgerStore: what is open, now and as of any day.

#include "adapters/sqlite/pages.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

#include <utility>

namespace kvit::sqlite {

namespace {

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

std::vector<ledger::OpenItem> Store::open_items_of(const core::BusinessId& business,
                                                   const core::ClientId& client,
                                                   core::Currency currency) const {
    std::vector<ledger::OpenItem> items;
    Query query(connection_, R"sql(
        SELECT number, kind, client, contract, issued_on, due_on, currency, gross, still_open
        FROM open_item WHERE business = $1 AND client = $2 AND currency = $3
        ORDER BY due_on, number)sql",
                business, client, currency);
    while (query.step()) {
        Row row(query, "open item");
        items.push_back(read_item(row));
    }
    return items;
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
                    business, as_of, known_on.value_or(core::end_of_days), *client);
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
                business, as_of, known_on.value_or(core::end_of_days));
    return fold_items(query, as_of);
}

std::vector<app::ItemMovement> Store::item_movements(const core::BusinessId& business,
                                                     const core::InvoiceNumber& number,
                                                     core::Date as_of) const {
    Query query(connection_, R"sql(
        SELECT e.entry_key, p.effective_on, e.kind, p.currency, p.amount
        FROM posting p
        JOIN journal_entry e ON e.business = p.business AND e.sequence = p.sequence
        WHERE p.business = $1 AND p.item = $2 AND p.effective_on <= $3
        ORDER BY p.effective_on, p.sequence, p.line)sql",
                business, number, as_of);
    std::vector<app::ItemMovement> movements;
    while (query.step()) {
        Row row(query, "journal entry");
        row.view();
        const core::Date on = row.day();
        const auto kind = row.named<ledger::EntryKind>();
        const core::Currency currency = row.currency();
        movements.push_back({on, kind, row.money(currency)});
    }
    return movements;
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
                business, as_of, known_on.value_or(core::end_of_days));
    while (query.step()) {
        Row row(query, "unapplied cash of client");
        const auto client = row.id<core::ClientId>();
        const core::Currency currency = row.currency();
        cash.emplace(std::pair(client, currency), row.money(currency));
    }
    return cash;
}

std::vector<ledger::CashMovement> Store::cash_movements(const core::BusinessId& business,
                                                        const core::ClientId& client,
                                                        core::Currency currency) const {
    std::vector<ledger::CashMovement> movements;
    Query query(connection_, R"sql(
        SELECT subject, effective_on, amount FROM posting
        WHERE business = $1 AND account = 'unapplied' AND subject = $2 AND currency = $3
        ORDER BY effective_on)sql",
                business, client, currency);
    while (query.step()) {
        Row row(query, "unapplied cash of client");
        row.view();
        const core::Date on = row.day();
        movements.push_back({on, -row.money(currency)});
    }
    return movements;
}

std::vector<ledger::JournalEntry> Store::set_offs(const core::BusinessId& business,
                                                  const core::ClientId& client,
                                                  core::Currency currency) const {
    std::vector<core::EntryKey> keys;
    {
        Query query(connection_, R"sql(
            SELECT e.entry_key FROM posting p
            JOIN journal_entry e ON e.business = p.business AND e.sequence = p.sequence
            WHERE p.business = $1 AND p.account = 'unapplied' AND p.subject = $2
                AND p.currency = $3 AND e.kind = 'set_off'
                AND NOT EXISTS (SELECT 1 FROM journal_entry r
                    WHERE r.business = e.business AND r.entry_key = 'reversal:' || e.entry_key)
            ORDER BY e.sequence DESC)sql",
                    business, client, currency);
        while (query.step()) {
            Row row(query, "a set-off");
            keys.push_back(row.id<core::EntryKey>());
        }
    }
    std::vector<ledger::JournalEntry> entries;
    for (const auto& key : keys) entries.push_back(entry(business, key)->entry);
    return entries;
}

}  // namespace kvit::sqlite
