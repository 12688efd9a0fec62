#include "kvit/app/apply_agreement.h"

#include "agreement_checks.h"
#include "billing_schedule.h"
#include "kvit/app/engine.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace kvit::app {

namespace {

using Changes = std::vector<AgreementChange>;

// A file's own business; else the one named; else the only one that the files and the database
// know.
core::Result<core::BusinessId> business_of(const Store& store, std::span<const Agreement> all,
                                           const Agreement& agreement,
                                           const std::optional<core::BusinessId>& named) {
    if (agreement.business) return agreement.business->value.id;
    std::set<core::BusinessId> known;
    for (const Agreement& other : all) {
        if (other.business) known.insert(other.business->value.id);
    }
    if (named && known.contains(*named)) return *named;
    for (const auto& id : store.businesses()) known.insert(id);
    if (!named && known.size() == 1) return *known.begin();
    auto business = find_business(store, named);
    if (!business) return tl::unexpected(business.error());
    return business->id;
}

core::Country country_of(const Store& store, std::span<const Agreement> all,
                         const core::BusinessId& id) {
    for (const Agreement& other : all) {
        if (other.business && other.business->value.id == id) return other.business->value.country;
    }
    return store.business(id)->country;
}

// A person ended it, whatever the file still says.
void end_terminated(const Store& store, const core::BusinessId& business,
                    contract::Contract& contract) {
    const auto told = store.interventions(business, contract.client);
    const policy::InterventionKind kinds[] = {policy::InterventionKind::terminate};
    const auto* end = policy::last_told(told, kinds, contract.id.str(), core::end_of_days);
    if (end != nullptr) contract.until = std::min(contract.until.value_or(end->on), end->on);
}

// The files, with the law of the business's country where a contract names none.
std::vector<Agreement> completed(const Store& store, std::span<const Agreement> agreements,
                                 std::span<const core::BusinessId> businesses) {
    std::vector<Agreement> result(agreements.begin(), agreements.end());
    for (std::size_t i = 0; i < result.size(); ++i) {
        for (auto& contract : result[i].contracts)
            end_terminated(store, businesses[i], contract.value);
        const auto& unnamed = result[i].law_from_business;
        if (unnamed.empty()) continue;
        const core::Country law = country_of(store, agreements, businesses[i]);
        const std::set<core::ContractId> ids(unnamed.begin(), unnamed.end());
        for (auto& contract : result[i].contracts) {
            if (ids.contains(contract.value.id)) contract.value.law = law;
        }
    }
    return result;
}

std::string describe_amendments(const contract::Contract& contract) {
    std::string text;
    for (std::size_t i = 1; i < contract.versions.size(); ++i) {
        const auto& version = contract.versions[i];
        text += ", amended from " + core::to_iso(version.since);
        if (!version.note.empty()) text += " (" + version.note + ")";
    }
    return text;
}

// Writes `value` where it differs from what is stored and notes the change.
template <class T, class Put>
void put_changed(const std::optional<T>& before, const T& value, const std::string& what,
                 const Put& put, Changes& changes) {
    if (before == value) return;
    changes.push_back({!before.has_value(), what});
    put();
}

// Whoever is referred to comes first: a contract's client may stand in a later file.
void put_all(Store& store, std::span<const Part> parts, bool write, Changes& changes) {
    const auto put = [&](const auto& before, const auto& value, const std::string& what,
                         const auto& store_it) {
        put_changed(
            before, value, what,
            [&] {
                if (write) store_it();
            },
            changes);
    };
    for (const auto& [id, agreement] : parts) {
        if (!agreement->business) continue;
        const auto& business = agreement->business->value;
        put(store.business(id), business, "business " + id.str(),
            [&] { store.put_business(business); });
    }
    for (const Part& part : parts) {
        const auto& id = part.business;
        for (const auto& [where, policy] : part.agreement->policies) {
            const auto& value = policy;
            put(store.policy(id, value.id), value, "policy " + value.id.str(),
                [&] { store.put_policy(id, value); });
        }
        for (const auto& [where, client] : part.agreement->clients) {
            const auto& value = client;
            put(store.client(id, value.id), value, "client " + value.id.str(),
                [&] { store.put_client(id, value); });
        }
    }
    for (const Part& part : parts) {
        const auto& id = part.business;
        for (const auto& [where, contract] : part.agreement->contracts) {
            const auto& value = contract;
            put(store.contract(id, value.id), value,
                "contract " + value.id.str() + describe_amendments(value), [&] {
                    store.put_contract(id, value);
                    schedule_from_start(store, id, value);
                });
        }
    }
}

}  // namespace

core::Checked<std::vector<AgreementChange>> apply_agreements(
    Store& store, std::span<const Agreement> agreements,
    const std::optional<core::BusinessId>& named, const DocumentRenderer& renderer,
    const document::Wording& wording, core::Date day, bool dry_run) {
    core::Refusals refusals;
    std::vector<core::BusinessId> businesses;
    for (const Agreement& agreement : agreements) {
        auto business = business_of(store, agreements, agreement, named);
        if (!business) refusals.push_back(business.error());
        businesses.push_back(business.value_or(core::BusinessId()));
    }
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));
    const auto whole = completed(store, agreements, businesses);
    std::vector<Part> parts;
    for (std::size_t i = 0; i < whole.size(); ++i) parts.push_back({businesses[i], &whole[i]});
    refusals = check_parts(store, parts, renderer, wording);
    if (!refusals.empty()) return tl::unexpected(std::move(refusals));

    Changes changes;
    if (dry_run) {
        put_all(store, parts, false, changes);
        return changes;
    }
    const auto unit = store.begin(day);
    put_all(store, parts, true, changes);
    if (!changes.empty()) unit->commit();
    return changes;
}

}  // namespace kvit::app
