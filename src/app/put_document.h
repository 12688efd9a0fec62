#pragma once
// What is decided goes on record as a document, and to the client as a message that carries it:
// both within the caller's unit of work.

#include "kvit/app/ports/store.h"

namespace kvit::app {

struct DecidedDocument {
    core::DocumentId id;
    std::string kind;  // as in StoredDocument
    core::ClientId client;
    core::Date decided_on;
    document::Document document;
    document::Message message;
};

void put_document(Store& store, const core::BusinessId& business, DecidedDocument decided);

}  // namespace kvit::app
