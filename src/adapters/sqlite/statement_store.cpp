// StatementStore: entries of bank statements.

#include "adapters/json/personal_codec.h"
#include "adapters/sqlite/pages.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

namespace kvit::sqlite {

namespace {

struct ReadEntry {
    app::StoredStatementEntry stored;
    bool erased = false;  // who paid and why is no longer known
};

ReadEntry read_entry(const Query& query) {
    Row row(query, "statement entry");
    const auto key = row.id<core::EntryKey>();
    std::string reference = row.text();
    const core::Currency currency = row.currency();
    const core::Money amount = row.money(currency);
    const core::Date booked_on = row.day(), value_on = row.day();
    const auto state = row.named<app::EntryState>();
    std::string note = row.text();
    const std::int64_t ordinal = row.number();
    std::string payer = row.text();
    ReadEntry read{{key,
                    {std::move(reference), amount, booked_on, value_on, {}, {}, {}, {}},
                    state,
                    std::move(note),
                    ordinal,
                    std::move(payer)}};
    read.erased = !row.maybe([&] {
                          return row.decoded([&](std::string_view text) {
                              json::decode_personal(text, read.stored.entry);
                              return true;
                          });
                      })
                       .has_value();
    return read;
}

// Where who paid was erased, the rest decides.
bool same_content(const ReadEntry& known, statement::StatementEntry entry) {
    if (known.erased) {
        entry.end_to_end_id.clear();
        entry.payer_name.clear();
        entry.payer_iban.clear();
        entry.remittance.clear();
        entry.returned.clear();
        entry.credited_iban.clear();
    }
    return known.stored.entry.bank_reference == entry.bank_reference &&
           statement::same_booking(known.stored.entry, entry);
}

}  // namespace

app::Added Store::add_statement_entry(const core::BusinessId& business, const core::EntryKey& key,
                                      const std::string& payer,
                                      const statement::StatementEntry& entry,
                                      app::EntryState state) {
    unit();
    {
        Query query(connection_, R"sql(
            SELECT entry_key, bank_reference, currency, amount, booked_on, value_on, state,
                note, ordinal, payer, body
            FROM statement_entry_so_far
            WHERE business = $1 AND entry_key = $2)sql",
                    business, key);
        if (query.step())
            return same_content(read_entry(query), entry) ? app::Added::already_known
                                                          : app::Added::conflict;
    }
    run(connection_, R"sql(
        INSERT INTO statement_entry (business, entry_key, bank_reference, currency, amount,
            booked_on, value_on, ordinal, payer, personal, recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, (
            SELECT COALESCE(MAX(ordinal), 0) + 1 FROM statement_entry WHERE business = $1
        ), $8, $9, $10, $11))sql",
        business, key, entry.bank_reference, entry.amount.currency(), entry.amount.minor(),
        entry.booked_on, entry.value_on, payer,
        add_personal(business, json::encode_personal(entry)), unit().recorded_on(),
        unit().recorded_at());
    run(connection_, R"sql(
        INSERT INTO statement_entry_state (business, entry_key, state, note)
        VALUES ($1, $2, $3, ''))sql",
        business, key, state);
    return app::Added::added;
}

std::map<core::EntryKey, core::Money> Store::booked_under(const core::BusinessId& business,
                                                          const core::EntryKey& key) const {
    // '0' is the character after '/': everything that begins with KEY and the separator.
    static_assert(statement::part_separator == "//");
    std::map<core::EntryKey, core::Money> booked;
    Query query(connection_, R"sql(
        SELECT entry_key, currency, amount
        FROM statement_entry
        WHERE business = $1 AND (entry_key = $2 OR (entry_key >= $3 AND entry_key < $4)))sql",
                business, key, key.str() + "//", key.str() + "/0");
    while (query.step()) {
        Row row(query, "statement entry");
        const auto found = row.id<core::EntryKey>();
        const core::Currency currency = row.currency();
        booked.emplace(found, row.money(currency));
    }
    return booked;
}

std::vector<app::StoredStatementEntry> Store::unmatched_entries(
    const core::BusinessId& business) const {
    std::vector<app::StoredStatementEntry> entries;
    Query query(connection_, R"sql(
        SELECT entry_key, bank_reference, currency, amount, booked_on, value_on, state, note,
            ordinal, payer, body
        FROM statement_entry_so_far
        WHERE business = $1 AND state IN ('unmatched', 'returning')
        ORDER BY booked_on, entry_key)sql",
                business);
    while (query.step()) entries.push_back(read_entry(query).stored);
    return entries;
}

std::optional<app::StoredStatementEntry> Store::statement_entry(const core::BusinessId& business,
                                                                std::int64_t ordinal) const {
    Query query(connection_, R"sql(
        SELECT entry_key, bank_reference, currency, amount, booked_on, value_on, state, note,
            ordinal, payer, body
        FROM statement_entry_so_far
        WHERE business = $1 AND ordinal = $2)sql",
                business, ordinal);
    if (!query.step()) return std::nullopt;
    return read_entry(query).stored;
}

void Store::for_each_statement_entry(
    const core::BusinessId& business,
    const std::function<void(const app::StoredStatementEntry&)>& visit) const {
    in_pages<app::StoredStatementEntry>(
        [&](const app::StoredStatementEntry* last) {
            std::vector<app::StoredStatementEntry> page;
            const std::int64_t after = last != nullptr ? last->ordinal : 0;
            Query query(connection_, R"sql(
                SELECT entry_key, bank_reference, currency, amount, booked_on, value_on,
                    state, note, ordinal, payer, body
                FROM statement_entry_so_far
                WHERE business = $1 AND ordinal > $2
                ORDER BY ordinal LIMIT $3)sql",
                        business, after, page_rows);
            while (query.step()) page.push_back(read_entry(query).stored);
            return page;
        },
        visit);
}

std::vector<app::StoredStatementEntry> Store::receipts_of_amount(const core::BusinessId& business,
                                                                 core::Money amount) const {
    std::vector<app::StoredStatementEntry> receipts;
    Query query(connection_, R"sql(
        SELECT entry_key, bank_reference, currency, amount, booked_on, value_on, state, note,
            ordinal, payer, body
        FROM statement_entry_so_far
        WHERE business = $1 AND currency = $2 AND amount = $3
            AND state IN ('unmatched', 'matched')
        ORDER BY ordinal)sql",
                business, amount.currency(), amount.minor());
    while (query.step()) receipts.push_back(read_entry(query).stored);
    return receipts;
}

std::vector<core::ClientId> Store::clients_of_payer(const core::BusinessId& business,
                                                    const std::string& payer) const {
    std::vector<core::ClientId> clients;
    Query query(connection_, R"sql(
        SELECT client FROM payer_client WHERE business = $1 AND payer = $2 ORDER BY client)sql",
                business, payer);
    while (query.step()) {
        Row row(query, "a payer's client");
        clients.push_back(row.id<core::ClientId>());
    }
    return clients;
}

void Store::put_payer(const core::BusinessId& business, const std::string& payer,
                      const core::ClientId& client) {
    unit();
    run(connection_, R"sql(
        INSERT INTO payer_client (business, payer, client) VALUES ($1, $2, $3)
        ON CONFLICT (business, payer, client) DO NOTHING)sql",
        business, payer, client);
}

void Store::remove_payer(const core::BusinessId& business, const std::string& payer,
                         const core::ClientId& client) {
    unit();
    run(connection_, R"sql(
        DELETE FROM payer_client WHERE business = $1 AND payer = $2 AND client = $3)sql",
        business, payer, client);
}

void Store::set_entry_state(const core::BusinessId& business, const core::EntryKey& key,
                            app::EntryState state, const std::string& note) {
    unit();
    const std::int64_t changed = run(connection_, R"sql(
        UPDATE statement_entry_state SET state = $3, note = $4
        WHERE business = $1 AND entry_key = $2)sql",
                                     business, key, state, note);
    KVIT_INVARIANT(changed == 1, "the state set is of a known statement entry");
}

}  // namespace kvit::sqlite
