#include "kvit/app/report_requests.h"

#include "kvit/core/invariant.h"
#include "paused_ranges.h"

#include <algorithm>
#include <map>
#include <span>

namespace kvit::app {

namespace {

using RequestsByContract = std::map<core::ContractId, std::vector<contract::Request>>;

RequestsByContract requests_by(const Store& store, const core::BusinessId& business,
                               core::Date as_of) {
    RequestsByContract by_contract;
    for (auto& request : store.requests(business, {})) {
        if (request.asked_on > as_of) continue;
        if (request.answered_on && *request.answered_on > as_of) request.answered_on.reset();
        auto& own = by_contract[request.contract];
        own.push_back(std::move(request));
    }
    return by_contract;
}

core::Date last_day_of(const contract::Contract& contract, core::Date as_of) {
    return contract.until ? std::min(as_of, *contract.until - date::days(1)) : as_of;
}

RequestState state_of(const contract::Request& request, core::Date last_day, core::Country country,
                      const core::BusinessCalendar& calendar) {
    RequestState state{request};
    if (const auto wait = contract::wait_of(request, last_day)) {
        state.days_waited = core::days_between(wait->from, wait->until);
        state.business_days_late = calendar.business_days(country, wait->from, wait->until);
    }
    return state;
}

// Reads the countries of clients once each; contracts come sorted by client.
class Reporter {
  public:
    Reporter(const Store& store, const core::BusinessCalendar& calendar,
             const core::BusinessId& business, core::Date as_of)
        : store_(store),
          calendar_(calendar),
          business_(business),
          as_of_(as_of),
          requests_(requests_by(store, business, as_of)) {}

    void add(const contract::Contract& contract) {
        static const std::vector<contract::Request> none;
        const auto found = requests_.find(contract.id);
        const auto& requests = found == requests_.end() ? none : found->second;
        ContractRequests row{contract.client, contract.id, {}, {}};
        row.shift = deadline_shift_of(store_, business_, contract, requests, as_of_);
        if (requests.empty() && row.shift.days == 0) return;
        const core::Date last_day = last_day_of(contract, as_of_);
        for (const auto& request : requests) {
            row.requests.push_back(
                state_of(request, last_day, country_of(contract.client), calendar_));
        }
        rows_.push_back(std::move(row));
    }
    std::vector<ContractRequests> take() { return std::move(rows_); }

  private:
    core::Country country_of(const core::ClientId& id) {
        if (!client_ || client_->id != id) client_ = store_.client(business_, id);
        KVIT_INVARIANT(client_.has_value(), "a stored contract has its client");
        return client_->country;
    }

    const Store& store_;
    const core::BusinessCalendar& calendar_;
    const core::BusinessId& business_;
    core::Date as_of_;
    RequestsByContract requests_;
    std::optional<contract::Client> client_;
    std::vector<ContractRequests> rows_;
};

}  // namespace

int days_waited(const contract::Contract& contract, const contract::Request& request,
                core::Date as_of) {
    const auto wait = contract::wait_of(request, last_day_of(contract, as_of));
    return wait ? core::days_between(wait->from, wait->until) : 0;
}

std::vector<OpenRequests> open_requests(const Store& store, const core::BusinessId& business,
                                        const std::optional<core::ClientId>& client,
                                        core::Date as_of) {
    std::vector<OpenRequests> open;
    for (auto& [id, requests] : requests_by(store, business, as_of)) {
        std::erase_if(requests, [](const contract::Request& request) {
            return request.answered_on.has_value();
        });
        if (requests.empty()) continue;
        auto contract = store.contract(business, id);
        KVIT_INVARIANT(contract.has_value(), "a stored request has its contract");
        if (client && contract->client != *client) continue;
        auto owner = store.client(business, contract->client);
        KVIT_INVARIANT(owner.has_value(), "a stored contract has its client");
        open.push_back({std::move(*owner), std::move(*contract), std::move(requests)});
    }
    std::ranges::stable_sort(open, {}, [](const OpenRequests& one) { return one.client.id; });
    return open;
}

contract::DeadlineShift deadline_shift_of(const Store& store, const core::BusinessId& business,
                                          const contract::Contract& contract,
                                          std::span<const contract::Request> requests,
                                          core::Date as_of) {
    const core::Date last_day = last_day_of(contract, as_of);
    std::vector<contract::Standstill> pauses;
    for (const auto& range : paused_ranges(store, business, contract.id, last_day)) {
        pauses.push_back({range.from, range.until, false, true});
    }
    return contract::deadline_shift(requests, pauses, last_day);
}

core::Result<std::vector<ContractRequests>> report_requests(
    const Store& store, const core::BusinessCalendar& calendar, const core::BusinessId& business,
    const std::optional<core::ClientId>& client, core::Date as_of) {
    if (client && !store.client(business, *client)) {
        return core::refuse("", "there is no client \"" + client->str() + "\"",
                            "give the id of a client as the agreement names it");
    }
    Reporter reporter(store, calendar, business, as_of);
    if (client) {
        for (const auto& contract : store.contracts_of(business, *client)) reporter.add(contract);
    } else {
        store.for_each_contract(
            business, [&](const contract::Contract& contract) { reporter.add(contract); });
    }
    return reporter.take();
}

}  // namespace kvit::app
