#include "adapters/json/snapshot_codec.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

namespace kvit::sqlite {

namespace {

// The last column is the snapshot's body: NULL where it was erased or not asked for.
app::StoredDocument read_document(const Query& query) {
    Row row(query, "document");
    app::StoredDocument document{.id = row.id<core::DocumentId>(),
                                 .kind = row.text(),
                                 .client = row.id<core::ClientId>(),
                                 .issued_on = row.day(),
                                 .snapshot = {},
                                 .file = row.text(),
                                 .sha256 = row.text(),
                                 .renderer = row.text()};
    if (auto snapshot = row.maybe([&] { return row.decoded(json::decode_document); }))
        document.snapshot = std::move(*snapshot);
    return document;
}

app::OutboxEntry read_message(const Query& query) {
    Row row(query, "message");
    app::OutboxEntry entry{.id = row.id<core::DocumentId>(),
                           .decided_on = row.day(),
                           .state = row.named<app::MessageState>(),
                           .sent_on = row.maybe([&] { return row.day(); }),
                           .cancelled_because = row.text(),
                           .message = {}};
    if (auto message = row.maybe([&] { return row.decoded(json::decode_message); }))
        entry.message = std::move(*message);
    return entry;
}

}  // namespace

void Store::add_document(const core::BusinessId& business, const app::StoredDocument& document) {
    unit();
    std::int64_t turn = 1;
    {
        Query query(connection_, R"sql(
            SELECT COALESCE(MAX(turn), 0) + 1 FROM document WHERE business = $1)sql",
                    business);
        query.step();
        turn = query.number(0);
    }
    run(connection_, R"sql(
        INSERT INTO document (business, turn, document, kind, client, issued_on, file, snapshot,
            sha256, renderer)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql",
        business, turn, document.id, document.kind, document.client, document.issued_on,
        document.file,
        add_body(connection_, clock_, BodyTable::snapshot, business,
                 json::encode(document.snapshot)),
        document.sha256, document.renderer);
}

std::optional<app::StoredDocument> Store::document(const core::BusinessId& business,
                                                   const core::DocumentId& id) const {
    Query query(connection_, R"sql(
        SELECT d.document, d.kind, d.client, d.issued_on, d.file, d.sha256, d.renderer, s.body
        FROM document d
        LEFT JOIN snapshot s ON s.business = d.business AND s.hash = d.snapshot
        WHERE d.business = $1 AND d.document = $2)sql",
                business, id);
    if (!query.step()) return std::nullopt;
    return read_document(query);
}

std::vector<app::StoredDocument> Store::unrendered(const core::BusinessId& business,
                                                   int limit) const {
    std::vector<app::StoredDocument> documents;
    // An erased snapshot can no longer be rendered.
    Query query(connection_, R"sql(
        SELECT d.document, d.kind, d.client, d.issued_on, d.file, d.sha256, d.renderer, s.body
        FROM document d
        JOIN snapshot s ON s.business = d.business AND s.hash = d.snapshot
        WHERE d.business = $1 AND d.sha256 = ''
        ORDER BY d.turn LIMIT $2)sql",
                business, limit);
    while (query.step()) documents.push_back(read_document(query));
    return documents;
}

void Store::mark_rendered(const core::BusinessId& business, const core::DocumentId& id,
                          const std::string& sha256, const std::string& renderer) {
    unit();
    KVIT_INVARIANT(!sha256.empty() && !renderer.empty(), "a rendering has a hash and a renderer");
    const std::int64_t changed = run(connection_, R"sql(
        UPDATE document SET sha256 = $3, renderer = $4 WHERE business = $1 AND document = $2)sql",
                                     business, id, sha256, renderer);
    KVIT_INVARIANT(changed == 1, "a rendering is of a known document");
}

std::vector<app::StoredDocument> Store::documents(const core::BusinessId& business,
                                                  bool with_snapshots) const {
    std::vector<app::StoredDocument> documents;
    if (with_snapshots) {
        Query query(connection_, R"sql(
            SELECT d.document, d.kind, d.client, d.issued_on, d.file, d.sha256, d.renderer, s.body
            FROM document d
            LEFT JOIN snapshot s ON s.business = d.business AND s.hash = d.snapshot
            WHERE d.business = $1 ORDER BY d.turn)sql",
                    business);
        while (query.step()) documents.push_back(read_document(query));
        return documents;
    }
    Query query(connection_, R"sql(
        SELECT document, kind, client, issued_on, file, sha256, renderer, NULL
        FROM document WHERE business = $1 ORDER BY turn)sql",
                business);
    while (query.step()) documents.push_back(read_document(query));
    return documents;
}

void Store::queue_message(const core::BusinessId& business, const app::OutboxEntry& entry) {
    unit();
    KVIT_INVARIANT(entry.state == app::MessageState::queued && !entry.sent_on &&
                       entry.cancelled_because.empty(),
                   "a message is queued before anything else");
    std::int64_t turn = 1;
    {
        Query query(connection_, R"sql(
            SELECT COALESCE(MAX(turn), 0) + 1 FROM outbox WHERE business = $1)sql",
                    business);
        query.step();
        turn = query.number(0);
    }
    run(connection_, R"sql(
        INSERT INTO outbox (business, document, turn, decided_on, message, state, sent_on,
            cancelled_because)
        VALUES ($1, $2, $3, $4, $5, $6, NULL, ''))sql",
        business, entry.id, turn, entry.decided_on,
        add_body(connection_, clock_, BodyTable::snapshot, business, json::encode(entry.message)),
        entry.state);
}

std::vector<app::OutboxEntry> Store::queued_messages(const core::BusinessId& business,
                                                     core::Date by, int limit) const {
    std::vector<app::OutboxEntry> entries;
    Query query(connection_, R"sql(
        SELECT o.document, o.decided_on, o.state, o.sent_on, o.cancelled_because, s.body
        FROM outbox o
        LEFT JOIN snapshot s ON s.business = o.business AND s.hash = o.message
        WHERE o.business = $1 AND o.state = 'queued' AND o.decided_on <= $2
        ORDER BY o.turn LIMIT $3)sql",
                business, by, limit);
    while (query.step()) entries.push_back(read_message(query));
    return entries;
}

void Store::mark_sent(const core::BusinessId& business, const core::DocumentId& id, core::Date on) {
    unit();
    const std::int64_t changed = run(connection_, R"sql(
        UPDATE outbox SET state = 'sent', sent_on = $3 WHERE business = $1 AND document = $2)sql",
                                     business, id, on);
    KVIT_INVARIANT(changed == 1, "a message that was sent was queued");
}

}  // namespace kvit::sqlite
