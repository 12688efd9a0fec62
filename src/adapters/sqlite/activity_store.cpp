#include "adapters/sqlite/activity_text.h"
#include "adapters/sqlite/pages.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <utility>

namespace kvit::sqlite {

namespace {

struct ReadWork {
    contract::WorkEntry entry;
    bool erased = false;
};

ReadWork read_work(const Query& query) {
    Row row(query, "work entry");
    contract::WorkEntry entry{row.id<core::EntryKey>(),
                              row.id<core::ContractId>(),
                              row.local_time(),
                              row.instant(),
                              row.integer(),
                              row.text(),
                              {}};
    Text note = read_text(row);
    entry.note = std::move(note.text);
    return {std::move(entry), note.erased};
}

std::optional<ReadWork> find_work(const Connection& connection, const core::BusinessId& business,
                                  const core::EntryKey& key) {
    Query query(connection, R"sql(
        SELECT w.entry_key, w.contract, w.starts, w.starts_at, w.minutes, w.service, w.personal,
            p.body
        FROM work_entry w
        LEFT JOIN personal_data p ON p.business = w.business AND p.hash = w.personal
        WHERE w.business = $1 AND w.entry_key = $2)sql",
                business, key);
    return query.step() ? std::optional(read_work(query)) : std::nullopt;
}

struct ReadContact {
    contract::Contact contact;
    bool erased = false;
};

ReadContact read_contact(const Query& query) {
    Row row(query, "contact");
    contract::Contact contact{row.id<core::EntryKey>(),
                              row.id<core::ClientId>(),
                              row.maybe([&] { return row.id<core::ContractId>(); }),
                              row.local_time(),
                              row.instant(),
                              row.named<contract::Channel>(),
                              row.named<contract::Direction>(),
                              row.integer(),
                              {}};
    Text subject = read_text(row);
    contact.subject = std::move(subject.text);
    return {std::move(contact), subject.erased};
}

std::optional<ReadContact> find_contact(const Connection& connection,
                                        const core::BusinessId& business,
                                        const core::EntryKey& key) {
    Query query(connection, R"sql(
        SELECT c.entry_key, c.client, c.contract, c.starts, c.starts_at, c.channel, c.direction,
            c.minutes, c.personal, p.body
        FROM contact c
        LEFT JOIN personal_data p ON p.business = c.business AND p.hash = c.personal
        WHERE c.business = $1 AND c.entry_key = $2)sql",
                business, key);
    return query.step() ? std::optional(read_contact(query)) : std::nullopt;
}

}  // namespace

app::Added Store::add_work(const core::BusinessId& business, const contract::WorkEntry& entry) {
    unit();
    if (auto known = find_work(connection_, business, entry.key)) {
        if (known->erased) known->entry.note = entry.note;
        return known->entry == entry ? app::Added::already_known : app::Added::conflict;
    }
    run(connection_, R"sql(
        INSERT INTO work_entry (business, entry_key, contract, starts, starts_at, minutes,
            service, personal, recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql",
        business, entry.key, entry.contract, entry.start, entry.start_at, entry.minutes,
        entry.service, add_text(business, entry.note), unit().recorded_on(), unit().recorded_at());
    run(connection_, R"sql(
        INSERT INTO work_pending (business, contract, starts, entry_key)
        VALUES ($1, $2, $3, $4))sql",
        business, entry.contract, entry.start, entry.key);
    return app::Added::added;
}

app::Added Store::add_contact(const core::BusinessId& business, const contract::Contact& contact) {
    unit();
    if (auto known = find_contact(connection_, business, contact.key)) {
        if (known->erased) known->contact.subject = contact.subject;
        return known->contact == contact ? app::Added::already_known : app::Added::conflict;
    }
    run(connection_, R"sql(
        INSERT INTO contact (business, entry_key, client, contract, starts, starts_at, channel,
            direction, minutes, personal, recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))sql",
        business, contact.key, contact.client, contact.contract, contact.at, contact.starts_at,
        contact.channel, contact.direction, contact.minutes, add_text(business, contact.subject),
        unit().recorded_on(), unit().recorded_at());
    run(connection_, R"sql(
        INSERT INTO contact_pending (business, client, starts, entry_key)
        VALUES ($1, $2, $3, $4))sql",
        business, contact.client, contact.at, contact.key);
    return app::Added::added;
}

std::vector<contract::WorkEntry> Store::unbilled_work(const core::BusinessId& business,
                                                      const core::ContractId& contract,
                                                      core::Date from, core::Date until) const {
    std::vector<contract::WorkEntry> entries;
    Query query(connection_, R"sql(
        SELECT w.entry_key, w.contract, w.starts, w.starts_at, w.minutes, w.service, w.personal,
            p.body
        FROM work_pending o
        JOIN work_entry w ON w.business = o.business AND w.entry_key = o.entry_key
        LEFT JOIN personal_data p ON p.business = w.business AND p.hash = w.personal
        WHERE o.business = $1 AND o.contract = $2 AND o.starts >= $3 AND o.starts < $4
        ORDER BY o.starts, o.entry_key)sql",
                business, contract, from, until);
    while (query.step()) entries.push_back(read_work(query).entry);
    return entries;
}

std::vector<contract::Contact> Store::unbilled_contacts(const core::BusinessId& business,
                                                        const core::ClientId& client,
                                                        core::Date from, core::Date until) const {
    std::vector<contract::Contact> contacts;
    Query query(connection_, R"sql(
        SELECT c.entry_key, c.client, c.contract, c.starts, c.starts_at, c.channel, c.direction,
            c.minutes, c.personal, p.body
        FROM contact_pending o
        JOIN contact c ON c.business = o.business AND c.entry_key = o.entry_key
        LEFT JOIN personal_data p ON p.business = c.business AND p.hash = c.personal
        WHERE o.business = $1 AND o.client = $2 AND o.starts >= $3 AND o.starts < $4
        ORDER BY o.starts, o.entry_key)sql",
                business, client, from, until);
    while (query.step()) contacts.push_back(read_contact(query).contact);
    return contacts;
}

std::vector<core::ContractId> Store::contracts_with_unbilled_work(
    const core::BusinessId& business) const {
    std::vector<core::ContractId> contracts;
    Query query(connection_, R"sql(
        SELECT DISTINCT contract FROM work_pending WHERE business = $1 ORDER BY contract)sql",
                business);
    while (query.step()) contracts.emplace_back(std::string(query.text(0)));
    return contracts;
}

void Store::mark_work_billed(const core::BusinessId& business,
                             const std::vector<core::EntryKey>& entries,
                             const core::InvoiceNumber& invoice, int line) {
    unit();
    for (const core::EntryKey& key : entries) {
        run(connection_, R"sql(
            INSERT INTO work_billed (business, entry_key, number, line)
            VALUES ($1, $2, $3, $4))sql",
            business, key, invoice, line);
        remove_pending_work(business, key);
    }
}

void Store::mark_work_covered(const core::BusinessId& business,
                              const std::vector<core::EntryKey>& entries, core::Date cycle_from) {
    unit();
    for (const core::EntryKey& key : entries) {
        run(connection_, R"sql(
            INSERT INTO work_covered (business, entry_key, cycle_from) VALUES ($1, $2, $3))sql",
            business, key, cycle_from);
        remove_pending_work(business, key);
    }
}

void Store::remove_pending_work(const core::BusinessId& business, const core::EntryKey& key) {
    run(connection_, R"sql(
        DELETE FROM work_pending
        WHERE business = $1 AND entry_key = $2 AND (contract, starts) = (
            SELECT contract, starts FROM work_entry WHERE business = $1 AND entry_key = $2))sql",
        business, key);
}

void Store::mark_contacts_billed(const core::BusinessId& business,
                                 const std::vector<core::EntryKey>& entries,
                                 const core::InvoiceNumber& invoice, int line) {
    unit();
    for (const core::EntryKey& key : entries) {
        run(connection_, R"sql(
            INSERT INTO contact_billed (business, entry_key, number, line)
            VALUES ($1, $2, $3, $4))sql",
            business, key, invoice, line);
        run(connection_, R"sql(
            DELETE FROM contact_pending
            WHERE business = $1 AND entry_key = $2 AND (client, starts) = (
                SELECT client, starts FROM contact WHERE business = $1 AND entry_key = $2))sql",
            business, key);
    }
}

std::vector<contract::WorkEntry> Store::work_entries(
    const core::BusinessId& business, const std::vector<core::EntryKey>& keys) const {
    std::vector<contract::WorkEntry> entries;
    for (const core::EntryKey& key : keys) {
        if (auto known = find_work(connection_, business, key))
            entries.push_back(std::move(known->entry));
    }
    std::ranges::sort(entries, {}, [](const contract::WorkEntry& entry) {
        return std::pair(entry.start, entry.key);
    });
    return entries;
}

std::vector<contract::Contact> Store::contacts(const core::BusinessId& business,
                                               const std::vector<core::EntryKey>& keys) const {
    std::vector<contract::Contact> contacts;
    for (const core::EntryKey& key : keys) {
        if (auto known = find_contact(connection_, business, key))
            contacts.push_back(std::move(known->contact));
    }
    std::ranges::sort(contacts, {}, [](const contract::Contact& contact) {
        return std::pair(contact.at, contact.key);
    });
    return contacts;
}

// By way of the contract's work: only that is in order of an index.
std::vector<contract::WorkEntry> Store::work_billed_by(const core::BusinessId& business,
                                                       const core::InvoiceNumber& invoice) const {
    std::vector<contract::WorkEntry> entries;
    Query query(connection_, R"sql(
        SELECT w.entry_key, w.contract, w.starts, w.starts_at, w.minutes, w.service, w.personal,
            p.body
        FROM invoice i
        JOIN work_entry w ON w.business = i.business AND w.contract = i.contract
        JOIN work_billed b ON b.business = w.business AND b.entry_key = w.entry_key
            AND b.number = i.number
        LEFT JOIN personal_data p ON p.business = w.business AND p.hash = w.personal
        WHERE i.business = $1 AND i.number = $2
        ORDER BY w.starts, w.entry_key)sql",
                business, invoice);
    while (query.step()) entries.push_back(read_work(query).entry);
    return entries;
}

void Store::for_each_work(
    const core::BusinessId& business, const core::ContractId& contract, core::Date from,
    core::Date through, std::optional<core::Date> known_on,
    const std::function<void(const contract::WorkEntry&, bool)>& visit) const {
    using Entry = std::pair<contract::WorkEntry, bool>;
    in_pages<Entry>(
        [&](const Entry* last) {
            std::vector<Entry> page;
            Query query(connection_, R"sql(
                SELECT w.entry_key, w.contract, w.starts, w.starts_at, w.minutes, w.service,
                    w.personal, p.body, i.number
                FROM work_entry w
                LEFT JOIN personal_data p ON p.business = w.business AND p.hash = w.personal
                LEFT JOIN work_billed b ON b.business = w.business AND b.entry_key = w.entry_key
                LEFT JOIN invoice i ON i.business = b.business AND i.number = b.number
                    AND i.issued_on <= $3
                WHERE w.business = $1 AND w.contract = $2 AND w.starts < $4
                    AND w.recorded_on <= $5 AND (w.starts, w.entry_key) > ($6, $7)
                ORDER BY w.starts, w.entry_key LIMIT $8)sql",
                        business, contract, through, through + date::days(1),
                        known_on.value_or(core::end_of_days),
                        last != nullptr ? core::to_iso(last->first.start) : core::to_iso(from),
                        last != nullptr ? last->first.key.str() : std::string(), page_rows);
            constexpr int billed_column = 8;
            while (query.step())
                page.emplace_back(read_work(query).entry, !query.is_null(billed_column));
            return page;
        },
        [&](const Entry& entry) { visit(entry.first, entry.second); });
}

void Store::for_each_contact(const core::BusinessId& business, const core::ClientId& client,
                             core::Date from, core::Date through,
                             std::optional<core::Date> known_on,
                             const std::function<void(const contract::Contact&)>& visit) const {
    in_pages<contract::Contact>(
        [&](const contract::Contact* last) {
            std::vector<contract::Contact> page;
            Query query(connection_, R"sql(
                SELECT c.entry_key, c.client, c.contract, c.starts, c.starts_at, c.channel,
                    c.direction, c.minutes, c.personal, p.body
                FROM contact c
                LEFT JOIN personal_data p ON p.business = c.business AND p.hash = c.personal
                WHERE c.business = $1 AND c.client = $2 AND c.starts < $3
                    AND c.recorded_on <= $4 AND (c.starts, c.entry_key) > ($5, $6)
                ORDER BY c.starts, c.entry_key LIMIT $7)sql",
                        business, client, through + date::days(1),
                        known_on.value_or(core::end_of_days),
                        last != nullptr ? core::to_iso(last->at) : core::to_iso(from),
                        last != nullptr ? last->key.str() : std::string(), page_rows);
            while (query.step()) page.push_back(read_contact(query).contact);
            return page;
        },
        visit);
}

}  // namespace kvit::sqlite
