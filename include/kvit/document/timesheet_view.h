#pragma once
// The work and contacts behind each line of an invoice, and the timesheet its reader may ask for.

#include "kvit/contract/work_log.h"
#include "kvit/core/date.h"
#include "kvit/core/ids.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/invoice.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::document {

// An entry as far as one line stands for it.
struct LineSource {
    core::EntryKey key;
    core::LocalTime start, until;              // of the whole entry, wall time of the business
    std::int64_t minutes = 0;                  // in this line; a short contact: what it bills
    int entry_minutes = 0;                     // of the whole entry
    std::string service;                       // of work
    std::optional<contract::Channel> channel;  // of a contact
    std::string text;                          // note or subject; empty where it was erased
    bool operator==(const LineSource&) const = default;
};

std::string_view name_of(contract::Channel channel);  // "email"

// The sum of their minutes.
std::int64_t minutes_of(const std::vector<LineSource>& sources);

struct InvoiceSources {
    ledger::Invoice invoice;
    std::vector<std::vector<LineSource>> lines;  // of each line of the invoice, in order of time
    // Work inside the included hours that no line carries: done in a cycle billed before. By start
    // then key.
    std::vector<LineSource> without_line;
};

// A document as issued, and behind it on a page of its own the timesheet in its language: a table
// for each line that has entries, and the sums. Example: lumen's February of 16:00 included hours.
Document with_timesheet(Document issued, const InvoiceSources& sources, const Wording& wording);

}  // namespace kvit::document
