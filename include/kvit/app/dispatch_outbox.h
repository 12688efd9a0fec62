#pragma once
// Hands over what is in the outbox, each message once.

#include "kvit/app/engine.h"

#include <vector>

namespace kvit::app {

// Delivers what was decided by `day` in the order queued and marks each as sent on it. Returns what
// left.
std::vector<OutboxEntry> dispatch_outbox(const Engine& engine, const core::BusinessId& business,
                                         MessageTransport& transport, core::Date day,
                                         core::Refusals& failures);

}  // namespace kvit::app
