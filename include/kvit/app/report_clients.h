#pragma once
// The owner's view of the clients.

#include "kvit/app/engine.h"
#include "kvit/document/clients_view.h"

#include <optional>

namespace kvit::app {

struct ClientsQuestion {
    core::Date from, through;  // both included: revenue, work, contacts and requests of these days
    std::optional<core::Date> known_on;  // absent: now
};

// One row per client, by id. Punctuality looks back as the trend does, whatever `from` is. Shares
// are in the bookkeeping currency, at the last known rate of `through` or before, where every
// currency has one: an estimate, for the order of clients and nothing else. Reads one client at a
// time.
document::ClientsReport report_clients(const Engine& engine, const contract::Business& business,
                                       const ClientsQuestion& question);

}  // namespace kvit::app
