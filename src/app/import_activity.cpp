#include "kvit/app/import_activity.h"

#include "billing_schedule.h"

#include <algorithm>
#include <map>
#include <optional>

namespace kvit::app {

namespace {

core::Refusal conflict(const std::string& where, const core::EntryKey& key) {
    const std::string name =
        key.str().starts_with("ref:") ? "the ref \"" + key.str().substr(4) + "\"" : "this row";
    return {where, name + " was imported before with other content",
            "give the new row a ref of its own, or restore the old content"};
}

// Adds all rows in one unit; the first conflict undoes everything.
template <class Row, class Add>
core::Checked<ImportCount> add_all(Store& store, std::span<const At<Row>> rows, core::Date day,
                                   core::Refusals refusals, const Add& add) {
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    ImportCount count;
    const auto unit = store.begin(day);
    for (const auto& row : rows) {
        switch (add(row.value)) {
            case Added::added:
                ++count.added;
                break;
            case Added::already_known:
                ++count.already_known;
                break;
            case Added::conflict:
                refusals.push_back(conflict(row.where, row.value.key));
                break;
        }
    }
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    if (count.added > 0) unit->commit();
    return count;
}

// Contracts by id, each looked up once.
class ContractLookup {
  public:
    ContractLookup(const Store& store, const core::BusinessId& business)
        : store_(store), business_(business) {}

    const std::optional<contract::Contract>& find(const core::ContractId& id) {
        const auto [entry, is_new] = known_.try_emplace(id);
        if (is_new) entry->second = store_.contract(business_, id);
        return entry->second;
    }

  private:
    const Store& store_;
    const core::BusinessId& business_;
    std::map<core::ContractId, std::optional<contract::Contract>> known_;
};

core::Refusal unknown_contract(const std::string& where, const core::ContractId& id) {
    return {where, "there is no contract \"" + id.str() + "\"",
            "apply its agreement first, or correct the column contract"};
}

// Work and contacts belong to the days of their contract.
std::optional<core::Refusal> outside_contract(const std::string& where, core::Date day,
                                              const contract::Contract& contract) {
    if (day < contract.from) {
        return core::Refusal{where,
                             core::to_iso(day) + " is before contract \"" + contract.id.str() +
                                 "\" begins on " + core::to_iso(contract.from),
                             "correct the date or the contract's from"};
    }
    if (contract.until && day >= *contract.until) {
        return core::Refusal{where,
                             core::to_iso(day) + " is not before contract \"" + contract.id.str() +
                                 "\" ends on " + core::to_iso(*contract.until),
                             "correct the date or the contract's until"};
    }
    const bool one_day = contract.cycle == contract::CyclePeriod::once && !contract.until &&
                         contract.terms_on(contract.from).billed == contract::Billed::advance;
    if (one_day && day > contract.from) {
        return core::Refusal{where,
                             "contract \"" + contract.id.str() +
                                 "\" is billed once, in advance, and has no invoice to come",
                             "give it an until, or import the work under another contract"};
    }
    return std::nullopt;
}

// A contact lies within the contract it names, or within one of its client's.
std::optional<core::Refusal> outside_contracts(const std::string& where,
                                               const contract::Contact& contact,
                                               const std::vector<contract::Contract>& contracts) {
    std::optional<core::Refusal> first;
    for (const auto& contract : contracts) {
        if (contact.contract && *contact.contract != contract.id) continue;
        auto refusal = outside_contract(where, core::date_of(contact.at), contract);
        if (!refusal) return std::nullopt;
        if (!first) first = std::move(refusal);
    }
    if (first) return first;
    return core::Refusal{where, "client \"" + contact.client.str() + "\" has no contract",
                         "apply one first, or correct the column client"};
}

bool bills_contacts(const contract::Contract& contract, core::Date day) {
    const auto& after_hours = contract.terms_on(day).after_hours;
    return day >= contract.from && (!contract.until || day < *contract.until) && after_hours &&
           after_hours->applies_to_contacts;
}

// Which contract would bill a contact that names none? More than one is for the file to say.
std::optional<core::Refusal> ambiguous_contract(const std::string& where,
                                                const contract::Contact& contact,
                                                const std::vector<contract::Contract>& contracts) {
    std::string candidates;
    int count = 0;
    for (const auto& contract : contracts) {
        if (!bills_contacts(contract, core::date_of(contact.at))) continue;
        candidates += (count++ == 0 ? "" : ", ") + contract.id.str();
    }
    if (count < 2 || contact.contract) return std::nullopt;
    return core::Refusal{
        where, "contacts of client \"" + contact.client.str() + "\" bill under several contracts",
        "name one in the column contract: " + candidates};
}

using KnownRequests = std::map<core::EntryKey, contract::Request>;

KnownRequests known_requests(const Store& store, const core::BusinessId& business) {
    KnownRequests known;
    for (auto& request : store.requests(business, {})) {
        const core::EntryKey key = request.key;
        known.emplace(key, std::move(request));
    }
    return known;
}

// The same request with two answers. A row that differs in more is a conflict like any other's.
std::optional<core::Refusal> other_answer(const std::string& where,
                                          const contract::Request& request,
                                          const KnownRequests& known) {
    const auto found = known.find(request.key);
    if (found == known.end()) return std::nullopt;
    contract::Request same = found->second;
    if (!same.answered_on || !request.answered_on || same.answered_on == request.answered_on)
        return std::nullopt;
    same.answered_on = request.answered_on;
    if (same != request) return std::nullopt;
    return core::Refusal{where + ", column answered_on",
                         "\"" + request.what + "\" of contract \"" + request.contract.str() +
                             "\" was answered on " + core::to_iso(*found->second.answered_on) +
                             " by what is on record, and on " + core::to_iso(*request.answered_on) +
                             " by this row",
                         "the answer on record stands; write its day, or leave it empty"};
}

}  // namespace

core::Checked<ImportCount> import_work(Store& store, const core::BusinessId& business,
                                       std::span<const At<contract::WorkEntry>> entries,
                                       core::Date day) {
    core::Refusals refusals;
    ContractLookup contracts(store, business);
    for (const auto& entry : entries) {
        const auto& contract = contracts.find(entry.value.contract);
        if (!contract) {
            refusals.push_back(unknown_contract(entry.where, entry.value.contract));
        } else if (auto refusal =
                       outside_contract(entry.where, core::date_of(entry.value.start), *contract)) {
            refusals.push_back(std::move(*refusal));
        }
    }
    return add_all(store, entries, day, std::move(refusals), [&](const contract::WorkEntry& entry) {
        const Added added = store.add_work(business, entry);
        if (added == Added::added)
            schedule_for_entry(store, business, *contracts.find(entry.contract),
                               core::date_of(entry.start), day);
        return added;
    });
}

core::Checked<ImportCount> import_contacts(Store& store, const core::BusinessId& business,
                                           std::span<const At<contract::Contact>> contacts,
                                           core::Date day) {
    core::Refusals refusals;
    std::map<core::ClientId, std::vector<contract::Contract>> contracts_of;
    for (const auto& [where, contact] : contacts) {
        if (!store.client(business, contact.client)) {
            refusals.push_back({where, "there is no client \"" + contact.client.str() + "\"",
                                "apply its agreement first, or correct the column client"});
            continue;
        }
        const auto [entry, is_new] = contracts_of.try_emplace(contact.client);
        if (is_new) entry->second = store.contracts_of(business, contact.client);
        const auto& contracts = entry->second;
        if (contact.contract && std::ranges::find(contracts, *contact.contract,
                                                  &contract::Contract::id) == contracts.end()) {
            refusals.push_back({where,
                                "client \"" + contact.client.str() + "\" has no contract \"" +
                                    contact.contract->str() + "\"",
                                "correct the column contract, or leave it empty"});
        } else if (auto outside = outside_contracts(where, contact, contracts)) {
            refusals.push_back(std::move(*outside));
        } else if (auto ambiguous = ambiguous_contract(where, contact, contracts)) {
            refusals.push_back(std::move(*ambiguous));
        }
    }
    return add_all(
        store, contacts, day, std::move(refusals), [&](const contract::Contact& contact) {
            const Added added = store.add_contact(business, contact);
            if (added != Added::added) return added;
            for (const auto& contract : contracts_of.at(contact.client)) {
                if (bills_contacts(contract, core::date_of(contact.at)))
                    schedule_for_entry(store, business, contract, core::date_of(contact.at), day);
            }
            return added;
        });
}

core::Checked<ImportCount> import_requests(Store& store, const core::BusinessId& business,
                                           std::span<const At<contract::Request>> requests,
                                           core::Date day) {
    core::Refusals refusals;
    ContractLookup contracts(store, business);
    const auto known = known_requests(store, business);
    for (const auto& [where, request] : requests) {
        if (!contracts.find(request.contract)) {
            refusals.push_back(unknown_contract(where, request.contract));
        } else if (auto refusal = other_answer(where, request, known)) {
            refusals.push_back(std::move(*refusal));
        }
    }
    int answered = 0;
    auto count =
        add_all(store, requests, day, std::move(refusals), [&](const contract::Request& request) {
            const Added added = store.add_request(business, request);
            if (added == Added::added && known.contains(request.key)) ++answered;
            return added;
        });
    if (!count) return count;
    count->added -= answered;
    count->answered = answered;
    return count;
}

}  // namespace kvit::app
