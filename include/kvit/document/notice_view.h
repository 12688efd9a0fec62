#pragma once
// A reminder, warning, suspension, resumption or demand as its reader sees it.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"
#include "kvit/document/wording.h"
#include "kvit/policy/decision.h"

#include <optional>
#include <string>
#include <vector>

namespace kvit::document {

struct NoticeItem {
    core::InvoiceNumber number;
    core::Date issued_on, due_on;
    core::Money gross, open;
    int days_past_due = 0;  // negative: not due yet
};

// What follows where payment does not come: the next letter of the ladder.
struct NextStep {
    policy::NoticeKind kind = policy::NoticeKind::final_demand;
    core::Date on;  // the earliest day
};

struct NoticeView {
    const contract::Business& business;
    const contract::Client& client;
    core::Date day;
    core::Currency currency;
    policy::NoticeDecision notice;
    std::vector<const contract::Contract*> contracts;  // those the notice speaks of
    std::vector<NoticeItem>
        items;              // every overdue invoice (courtesy: every open one), oldest first
    core::Money unapplied;  // open credits, >= 0
    core::Money due;        // the exact sum asked for: items less credits
    std::optional<core::Date> paused_since;  // on a resumption
    // On a resumption: the day work went on, where the letter follows later. Absent: `day`.
    std::optional<core::Date> resumed_on{};
    // On a resumption: invoices are still open (disputed, promised, or a person let the work go
    // on), so there is nothing to thank for.
    bool unpaid = false;
    // On a suspension. Absent: it says that the client is written to before any further step.
    std::optional<NextStep> next_step{};
    // On a termination: the day the contracts end (absent: `day`), and why, in the client's
    // language, as it follows "we cannot meet your needs because" (absent: payment is missing).
    std::optional<core::Date> ends_on{};
    std::string reason{};
};

// Title, letter, table of items, sum, payment box. Language: the client's, formal address.
Document compose_notice(const NoticeView& view, const core::DocumentId& id, const Wording& wording);
Message notice_message(const NoticeView& view, const core::DocumentId& id, const Wording& wording);

}  // namespace kvit::document
