#pragma once
// The owner's view of the clients: what each brings in, and what each costs in patience.

#include "kvit/contract/business.h"
#include "kvit/core/date.h"
#include "kvit/core/money.h"
#include "kvit/document/document.h"
#include "kvit/document/wording.h"
#include "kvit/policy/decision.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::document {

enum class Verdict { keep, watch, part_ways };

struct ClientRow {
    core::ClientId client;
    std::string name;
    std::vector<core::Money> revenue;  // net, one per currency, sorted; zero left out
    // Of all revenue in the share's currency; absent where that is not more than zero.
    // Cumulative: with every client that brings more.
    std::optional<double> revenue_share, cumulative_share;
    std::optional<double> mean_days_late;  // of the cycles the trends count; absent without any
    bool slipping = false;                 // some contract is paid ever later
    int contacts = 0;                      // incoming
    std::int64_t contact_minutes = 0;      // both ways
    std::int64_t work_minutes = 0, billed_minutes = 0;
    std::int64_t after_hours_minutes = 0;       // of work and contacts, outside the agreed hours
    std::int64_t out_of_scope_minutes = 0;      // of work
    std::optional<double> mean_days_to_answer;  // of answered requests; absent without any
    int requests_open = 0;                      // asked and not answered, past the day needed
    int other_channel = 0;                      // incoming contacts outside the agreed channels
    int many_channel_days = 0;  // days on which the client used more than one channel
    int urgent = 0;             // incoming contacts whose subject says so
    std::optional<double> contacts_per_billed_hour;  // absent where nothing was billed
    int disputes = 0;
    Verdict verdict = Verdict::keep;
    std::vector<policy::Reason> reasons{};
};

struct ClientsReport {
    core::Date from, through;  // both included
    // The currency that shares are in; absent: each revenue is shared among those in its currency,
    // since an exchange rate is missing.
    std::optional<core::Currency> share_currency;
    std::vector<ClientRow> rows;  // by client
};

std::string_view name_of(Verdict verdict);

// Landscape A4 in the owner's language: revenue with shares, the largest first; what each costs;
// the verdicts with their reasons in words.
Document compose_clients(const ClientsReport& report, const contract::Business& business,
                         const Wording& wording);

}  // namespace kvit::document
