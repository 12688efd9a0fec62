#pragma once
// What was done, and when. Rows of `kvit import work|contacts|requests`.

#include "kvit/core/date.h"
#include "kvit/core/ids.h"

#include <optional>
#include <string>

namespace kvit::contract {

// One stretch of work. `key` is the row's own reference, or its content with a running count, so
// that importing it again is recognised (formats §2).
struct WorkEntry {
    core::EntryKey key;
    core::ContractId contract;
    core::LocalTime start;  // wall time in the business's zone
    core::Instant start_at;
    int minutes = 0;  // 1 to 1440
    std::string service;
    std::string note;

    bool operator==(const WorkEntry&) const = default;
};

enum class Channel { email, phone, chat, meeting };
enum class Direction { in, out };

struct Contact {
    core::EntryKey key;
    core::ClientId client;
    std::optional<core::ContractId> contract;
    core::LocalTime at;
    core::Instant starts_at;
    Channel channel = Channel::email;
    Direction direction = Direction::in;
    int minutes = 0;  // 0 to 1440
    std::string subject;

    bool operator==(const Contact&) const = default;
};

// Something the client was asked for.
struct Request {
    core::EntryKey key;
    core::ContractId contract;
    core::Date asked_on, needed_by;
    std::string what;
    std::optional<core::Date> answered_on;

    bool operator==(const Request&) const = default;
};

}  // namespace kvit::contract
