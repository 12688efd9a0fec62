#pragma once
// What waits for a person, each with the command that settles it.

#include "kvit/contract/business.h"
#include "kvit/core/date.h"
#include "kvit/core/ids.h"
#include "kvit/core/money.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::document {

// In the order in which a list shows them: money that came, work that stands, what comes later.
enum class WaitingKind {
    receipt,       // of nobody knows what
    payment_out,   // that may take a receipt back
    release,       // of a pause
    termination,   // of a contract
    rate,          // that interest needs
    confirmation,  // of a rate or rule
    claim,         // a final demand left without interest
    quote,         // the client's answer
    advance        // a client who pays ever later might pay in advance
};
std::string_view name_of(WaitingKind kind);  // "receipt"

struct Waiting {
    WaitingKind kind = WaitingKind::receipt;
    core::ClientId client{};            // empty: nobody knows
    core::ContractId contract{};        // empty: none
    std::string subject{};              // a bank entry, a quote, a letter; may be empty
    std::optional<core::Date> since{};  // absent: not on record
    std::optional<core::Money> amount{};
    std::string says{};     // a sentence in English
    std::string command{};  // with what is to be filled in in capitals; empty: there is none
};

struct WaitingReport {
    core::Date as_of;
    std::vector<Waiting> items;  // by kind, client, contract
};

// One table in the owner's language, with a title where it stands among others; nothing waiting is
// a sentence.
Table waiting_table(const WaitingReport& report, core::Language language, const Wording& wording);
Document compose_waiting(const WaitingReport& report, const contract::Business& business,
                         const Wording& wording);

}  // namespace kvit::document
