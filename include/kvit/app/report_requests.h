#pragma once
// What clients were asked for, how long work waited for it, and how far deadlines moved.

#include "kvit/app/ports/store.h"
#include "kvit/contract/client_delay.h"
#include "kvit/core/business_day.h"
#include "kvit/core/result.h"

#include <optional>
#include <span>
#include <vector>

namespace kvit::app {

struct RequestState {
    contract::Request request;   // an answer given after the day of the report is left out
    int days_waited = 0;         // calendar days after needed_by: those that move deadlines
    int business_days_late = 0;  // business days of the client's country among them
    bool is_open() const { return !request.answered_on; }
};

struct ContractRequests {
    core::ClientId client;
    core::ContractId contract;
    std::vector<RequestState> requests;  // by the day asked, then key
    contract::DeadlineShift shift;
};

// Calendar days after needed_by, as deadline_shift_of counts them.
int days_waited(const contract::Contract& contract, const contract::Request& request,
                core::Date as_of);

// What a client has not answered under one contract.
struct OpenRequests {
    contract::Client client;
    contract::Contract contract;
    std::vector<contract::Request> requests;  // never empty; by the day asked, then key
};

// Of every client or of one, as of a day; by client and contract. Costs what was ever asked, not
// what is agreed.
std::vector<OpenRequests> open_requests(const Store& store, const core::BusinessId& business,
                                        const std::optional<core::ClientId>& client,
                                        core::Date as_of);

// Requests and pauses of a contract as its deadlines feel them, as of a day. Nothing moves any more
// once the contract has ended.
contract::DeadlineShift deadline_shift_of(const Store& store, const core::BusinessId& business,
                                          const contract::Contract& contract,
                                          std::span<const contract::Request> requests,
                                          core::Date as_of);

// Contracts with a request made by `as_of`, or whose deadlines have moved by then; sorted by client
// and contract. Of one client where named: refused where there is no such client.
core::Result<std::vector<ContractRequests>> report_requests(
    const Store& store, const core::BusinessCalendar& calendar, const core::BusinessId& business,
    const std::optional<core::ClientId>& client, core::Date as_of);

}  // namespace kvit::app
