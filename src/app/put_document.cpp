#include "put_document.h"

#include "kvit/app/document_file.h"

#include <utility>

namespace kvit::app {

void put_document(Store& store, const core::BusinessId& business, DecidedDocument decided) {
    store.add_document(business, {decided.id, std::move(decided.kind), decided.client,
                                  decided.decided_on, std::move(decided.document),
                                  document_file(business, decided.decided_on, decided.id), "", ""});
    OutboxEntry message;
    message.id = decided.id;
    message.decided_on = decided.decided_on;
    message.message = std::move(decided.message);
    store.queue_message(business, message);
}

}  // namespace kvit::app
