#include "kvit/app/dispatch_outbox.h"

#include "kvit/app/archive_documents.h"
#include "kvit/core/invariant.h"

#include <algorithm>

namespace kvit::app {

namespace {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::vector<Attachment> attachments_of(const Engine& engine, const core::BusinessId& business,
                                       const document::Message& message) {
    std::vector<Attachment> attachments;
    for (const auto& id : message.attachments) {
        const auto document = engine.store.document(business, id);
        KVIT_INVARIANT(document.has_value(), "a message carries stored documents");
        attachments.push_back({file_name(document->file), *archived_file(engine, business, id)});
    }
    return attachments;
}

// Stays the same for the same message, so that delivering again after a crash finds it.
std::string message_id(const core::BusinessId& business, const core::DocumentId& id) {
    std::string text = business.str() + "." + id.str();
    std::ranges::replace(text, '/', '-');
    std::ranges::replace(text, ' ', '-');
    return text;
}

bool can_leave(const Engine& engine, const core::BusinessId& business, const OutboxEntry& entry) {
    return std::ranges::all_of(entry.message.attachments, [&](const core::DocumentId& id) {
        const auto document = engine.store.document(business, id);
        return document && !document->sha256.empty();
    });
}

}  // namespace

std::vector<OutboxEntry> dispatch_outbox(const Engine& engine, const core::BusinessId& business,
                                         MessageTransport& transport, core::Date day,
                                         core::Refusals& failures) {
    archive_documents(engine, business, day, failures);
    constexpr int batch_size = 1000;  // bounds memory
    std::vector<OutboxEntry> sent;
    for (bool progress = true; progress;) {
        progress = false;
        for (auto& entry : engine.store.queued_messages(business, day, batch_size)) {
            if (!can_leave(engine, business, entry)) continue;  // told in `failures`
            transport.deliver(message_id(business, entry.id), day, entry.message,
                              attachments_of(engine, business, entry.message));
            const auto unit = engine.store.begin(day);
            engine.store.mark_sent(business, entry.id, day);
            unit->commit();
            entry.state = MessageState::sent;
            entry.sent_on = day;
            sent.push_back(std::move(entry));
            progress = true;
        }
    }
    return sent;
}

}  // namespace kvit::app
