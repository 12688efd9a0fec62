#pragma once
// Snapshots of documents, their archived files, and the outbox.

#include "kvit/app/ports/enforcement_store.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::app {

struct StoredDocument {
    core::DocumentId id;  // number of an invoice or credit note, or notice id
    std::string kind;     // "invoice", "credit_note" or the notice kind's name
    core::ClientId client;
    core::Date issued_on;
    document::Document snapshot;
    std::string file;      // path within the archive, "studio-ada/2026/FV-2026-09-001.pdf"
    std::string sha256;    // empty until the first rendering is archived
    std::string renderer;  // version that rendered it
    bool operator==(const StoredDocument&) const = default;
};

struct OutboxEntry {
    core::DocumentId id;  // of the document it carries; the message id derives from it
    core::Date decided_on;
    MessageState state = MessageState::queued;
    std::optional<core::Date> sent_on;
    std::string cancelled_because;
    document::Message message;
    bool operator==(const OutboxEntry&) const = default;
};

class DocumentStore {
  public:
    virtual ~DocumentStore() = default;

    virtual void add_document(const core::BusinessId& business, const StoredDocument& document) = 0;
    virtual std::optional<StoredDocument> document(const core::BusinessId& business,
                                                   const core::DocumentId& id) const = 0;
    // Up to `limit` documents without an archived file, oldest first.
    virtual std::vector<StoredDocument> unrendered(const core::BusinessId& business,
                                                   int limit) const = 0;
    virtual void mark_rendered(const core::BusinessId& business, const core::DocumentId& id,
                               const std::string& sha256, const std::string& renderer) = 0;
    // Every document, oldest first; snapshots are read only where `with_snapshots`.
    virtual std::vector<StoredDocument> documents(const core::BusinessId& business,
                                                  bool with_snapshots) const = 0;

    virtual void queue_message(const core::BusinessId& business, const OutboxEntry& entry) = 0;
    // Decided on `by` or before: an invoice issued ahead leaves on its day.
    virtual std::vector<OutboxEntry> queued_messages(const core::BusinessId& business,
                                                     core::Date by,
                                                     int limit) const = 0;  // as queued
    virtual void mark_sent(const core::BusinessId& business, const core::DocumentId& id,
                           core::Date on) = 0;
};

}  // namespace kvit::app
