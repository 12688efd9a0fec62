#pragma once
// What changed since a day: a row per fact, so that the status of that day and these rows give the
// status of the later one.

#include "kvit/contract/business.h"
#include "kvit/core/date.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"
#include "kvit/policy/decision.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::document {

enum class ChangeKind {
    invoice,
    credit_note,
    interest_note,
    payment,
    refund,
    write_off,
    reversal,
    request,
    request_answered,
    quote_held,
    quote_accepted,
    quote_declined,
    notice,  // written
    notice_sent,
    work_status
};
std::string_view name_of(ChangeKind kind);  // "work_status"

struct Change {
    core::Date on;
    core::ClientId client{};
    core::ContractId contract{};  // empty: of several, or of none
    ChangeKind what = ChangeKind::invoice;
    std::string from{}, to{};  // of a work status its names, else empty
    std::string document{};    // an invoice's number, a notice's or quote's id; may be empty
    std::optional<policy::NoticeKind> notice{};  // of a notice
    std::optional<core::Money> amount{};         // below zero: the client owes less
    std::vector<policy::Reason> reasons{};       // of a work status
    std::string detail{};                        // what was asked for
};

struct ChangesReport {
    core::Date since, as_of;      // changes of the days after `since` up to `as_of`
    std::vector<Change> changes;  // by day, client, contract, kind
};

// Landscape A4 in the owner's language: one table; nothing is a sentence.
Document compose_changes(const ChangesReport& report, const contract::Business& business,
                         const Wording& wording);

}  // namespace kvit::document
