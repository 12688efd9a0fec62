// LedgerStore: a client's account as the client sees it, and what was sold.

#include "adapters/sqlite/pages.h"
#include "adapters/sqlite/store.h"

namespace kvit::sqlite {

namespace {

struct ReadPosting {
    std::int64_t sequence = 0;
    app::AccountEntry entry;  // with the posting's amount and, where it has one, its item
};

// Columns: item or key, currency, effective day, sequence, kind, document, number, item, amount.
ReadPosting read_posting(const Query& query) {
    Row row(query, "a posting of the account of journal entry");
    row.view();
    const core::Currency currency = row.currency();
    const core::Date on = row.day();
    const std::int64_t sequence = row.number();
    const auto kind = row.named<ledger::EntryKind>();
    const auto document = row.maybe([&] { return row.named<ledger::InvoiceKind>(); });
    const auto number = row.maybe([&] { return row.id<core::InvoiceNumber>(); });
    const auto item = row.maybe([&] { return row.id<core::InvoiceNumber>(); });
    ReadPosting read{sequence,
                     {.on = on,
                      .kind = kind,
                      .document = document,
                      .number = number.value_or(core::InvoiceNumber()),
                      .amount = row.money(currency)}};
    if (item) read.entry.items.push_back(*item);
    return read;
}

}  // namespace

// One client's part of two indexes, sorted: an entry's postings come together.
void Store::for_each_account_entry(
    const core::BusinessId& business, const core::ClientId& client, core::Date as_of,
    std::optional<core::Date> known_on,
    const std::function<void(const app::AccountEntry&)>& visit) const {
    Query query(connection_, R"sql(
        SELECT e.entry_key, p.currency, p.effective_on, p.sequence, e.kind, own.kind, own.number,
            p.item, p.amount
        FROM (
            SELECT q.currency, q.effective_on, q.sequence, q.line, q.item, q.amount
            FROM invoice i
            JOIN posting q ON q.business = i.business AND q.item = i.number
            WHERE i.business = $1 AND i.client = $2 AND q.effective_on <= $3
                AND q.recorded_on <= $4
            UNION ALL
            SELECT u.currency, u.effective_on, u.sequence, u.line, u.item, u.amount
            FROM posting u
            WHERE u.business = $1 AND u.account = 'unapplied' AND u.subject = $2
                AND u.effective_on <= $3 AND u.recorded_on <= $4) p
        JOIN journal_entry e ON e.business = $1 AND e.sequence = p.sequence
        LEFT JOIN invoice own ON own.business = $1 AND own.issued_on = p.effective_on
            AND own.sequence = p.sequence
        ORDER BY p.currency, p.effective_on, p.sequence, p.line)sql",
                business, client, as_of, known_on.value_or(core::end_of_days));
    std::optional<ReadPosting> running;
    const auto finish = [&] {
        if (running && !running->entry.amount.is_zero()) visit(running->entry);
    };
    while (query.step()) {
        ReadPosting next = read_posting(query);
        const bool same = running && running->sequence == next.sequence &&
                          running->entry.amount.currency() == next.entry.amount.currency();
        if (!same) {
            finish();
            running = std::move(next);
            continue;
        }
        running->entry.amount += next.entry.amount;
        for (auto& item : next.entry.items) running->entry.items.push_back(std::move(item));
    }
    finish();
}

std::map<std::pair<core::ClientId, core::Currency>, app::Sales> Store::sales(
    const core::BusinessId& business, core::Date from, core::Date through,
    std::optional<core::Date> known_on) const {
    std::map<std::pair<core::ClientId, core::Currency>, app::Sales> sales;
    Query query(connection_, R"sql(
        SELECT i.client, i.currency, CAST(SUM(i.net) AS BIGINT), CAST(SUM(i.gross) AS BIGINT)
        FROM invoice i
        JOIN journal_entry e ON e.business = i.business AND e.sequence = i.sequence
        WHERE i.business = $1 AND i.issued_on >= $2 AND i.issued_on <= $3
            AND e.recorded_on <= $4 AND i.kind <> 'interest_note'
        GROUP BY i.client, i.currency
        ORDER BY i.client, i.currency)sql",
                business, from, through, known_on.value_or(core::end_of_days));
    while (query.step()) {
        Row row(query, "sales to client");
        const auto client = row.id<core::ClientId>();
        const core::Currency currency = row.currency();
        const core::Money net = row.money(currency);
        sales.emplace(std::pair(client, currency), app::Sales{net, row.money(currency)});
    }
    return sales;
}

}  // namespace kvit::sqlite
