#include "agreement_checks.h"

#include "kvit/ledger/billing_cycle.h"
#include "kvit/ledger/tax.h"
#include "virtual_account_checks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace kvit::app {

namespace {

std::string last_issue_day(const ledger::BillingCycle& cycle) {
    return core::to_iso(cycle.issue_on);
}

// Does `after` leave the billed cycles of `before` as they were billed?
std::optional<core::Refusal> alters_billed(const std::string& where,
                                           const contract::Contract& before,
                                           const contract::Contract& after,
                                           const std::set<core::Date>& billed) {
    if (billed.empty()) return std::nullopt;
    const std::string name = "contract \"" + after.id.str() + "\"";
    const std::string way_out =
        "leave the earlier terms as they are and add [[contract.amend]] with a date from ";
    const auto fixed = [](const contract::Contract& contract) {
        return std::tie(contract.client, contract.currency, contract.law, contract.from,
                        contract.cycle, contract.billing_day);
    };
    if (fixed(before) != fixed(after)) {
        return core::Refusal{where,
                             name +
                                 " is already billed; its client, currency, law, from, cycle and "
                                 "billing_day stay",
                             "make a new contract for the change"};
    }
    if (before.until && *billed.rbegin() >= *before.until && before.until != after.until) {
        return core::Refusal{where,
                             name + " ended on " + core::to_iso(*before.until) +
                                 " and was closed with the invoice of " +
                                 core::to_iso(*billed.rbegin()),
                             "make a new contract for the time from then on"};
    }
    const core::Date horizon = *billed.rbegin() + date::days(800);  // beyond any cycle's issue date
    std::map<core::Date, ledger::BillingCycle> cycles_before, cycles_after;
    for (const auto& cycle : ledger::cycles_through(before, horizon))
        cycles_before.emplace(cycle.from, cycle);
    for (const auto& cycle : ledger::cycles_through(after, horizon))
        cycles_after.emplace(cycle.from, cycle);
    core::Date billed_until = before.from;
    for (const core::Date from : billed) {
        const auto old_cycle = cycles_before.find(from);
        if (old_cycle == cycles_before.end()) continue;
        billed_until = std::max(billed_until, old_cycle->second.until);
        const auto new_cycle = cycles_after.find(from);
        if (new_cycle == cycles_after.end() || new_cycle->second != old_cycle->second) {
            return core::Refusal{where,
                                 name + " would change the cycle from " + core::to_iso(from) +
                                     " that was billed on " + last_issue_day(old_cycle->second),
                                 "keep until as it was for billed cycles"};
        }
    }
    std::set<core::Date> days{before.from};
    for (const auto* contract : {&before, &after}) {
        for (const auto& version : contract->versions) days.insert(version.since);
    }
    for (const core::Date day : days) {
        if (day >= billed_until) break;
        if (before.terms_on(day) != after.terms_on(day)) {
            return core::Refusal{where,
                                 name + " would change the terms of " + core::to_iso(day) +
                                     ", which are billed until " + core::to_iso(billed_until),
                                 way_out + core::to_iso(billed_until) + " on"};
        }
    }
    return std::nullopt;
}

// Work that was imported keeps its contract's days and currency.
std::optional<core::Refusal> cuts_work_off(const Store& store, const core::BusinessId& business,
                                           const std::string& where,
                                           const contract::Contract& before,
                                           const contract::Contract& after) {
    const std::string name = "contract \"" + after.id.str() + "\"";
    const core::Date first = core::make_date(1900, 1, 1);
    const core::Date last = core::end_of_days;
    const core::Date until = after.until.value_or(last);
    const auto work = store.unbilled_work(business, before.id, first, last);
    const auto outside = std::ranges::count_if(work, [&](const contract::WorkEntry& entry) {
        const core::Date day = core::date_of(entry.start);
        return day < after.from || day >= until;
    });
    if (outside > 0) {
        return core::Refusal{where,
                             name + " would leave " + std::to_string(outside) +
                                 " imported rows of work outside its days",
                             "bill them first, or keep from and until around them"};
    }
    const auto quotes = store.quotes(business, before.id);
    if (!quotes.empty() && before.currency != after.currency) {
        return core::Refusal{where, name + " has quotes in " + before.currency.code(),
                             "make a new contract for the other currency"};
    }
    return std::nullopt;
}

// Everything the file says, over what the database says.
class Merged {
  public:
    Merged(const Store& store, std::span<const Part> parts) : store_(store), parts_(parts) {}

    std::optional<contract::Client> client(const core::BusinessId& business,
                                           const core::ClientId& id) const {
        for (const Part& part : parts_) {
            if (part.business != business) continue;
            for (const auto& client : part.agreement->clients) {
                if (client.value.id == id) return client.value;
            }
        }
        return store_.client(business, id);
    }

    contract::Business business(const core::BusinessId& id) const {
        for (const Part& part : parts_) {
            if (part.business == id && part.agreement->business)
                return part.agreement->business->value;
        }
        return *store_.business(id);
    }

    bool has_policy(const core::BusinessId& business, const core::PolicyId& id) const {
        for (const Part& part : parts_) {
            if (part.business != business) continue;
            for (const auto& policy : part.agreement->policies) {
                if (policy.value.id == id) return true;
            }
        }
        const auto& built_in = policy::built_in_policies();
        return std::ranges::find(built_in, id, &policy::EnforcementPolicy::id) != built_in.end() ||
               store_.policy(business, id).has_value();
    }

    // The client's contracts after the change, by id.
    std::map<core::ContractId, contract::Contract> contracts_of(
        const core::BusinessId& business, const core::ClientId& client) const {
        std::map<core::ContractId, contract::Contract> result;
        for (const auto& contract : store_.contracts_of(business, client)) {
            result.insert_or_assign(contract.id, contract);
        }
        const auto incoming = incoming_.find({business, client});
        if (incoming == incoming_.end()) return result;
        for (const auto* contract : incoming->second)
            result.insert_or_assign(contract->id, *contract);
        return result;
    }

    void index_contracts() {
        for (const Part& part : parts_) {
            for (const auto& contract : part.agreement->contracts) {
                incoming_[{part.business, contract.value.client}].push_back(&contract.value);
            }
        }
    }

  private:
    const Store& store_;
    std::span<const Part> parts_;
    std::map<std::pair<core::BusinessId, core::ClientId>, std::vector<const contract::Contract*>>
        incoming_;
};

bool in_force(const contract::Contract& contract, core::Date day) {
    return contract.from <= day && (!contract.until || day < *contract.until);
}

// policy.md: contracts of one client in one currency have one policy at a time.
std::optional<core::Refusal> mixed_policies(
    const std::string& where, const contract::Contract& contract,
    const std::map<core::ContractId, contract::Contract>& all) {
    for (const auto& [id, other] : all) {
        if (id == contract.id || other.currency != contract.currency) continue;
        std::set<core::Date> days{contract.from, other.from};
        for (const auto* one : {&contract, &other}) {
            for (const auto& version : one->versions) days.insert(version.since);
        }
        for (const core::Date day : days) {
            if (!in_force(contract, day) || !in_force(other, day)) continue;
            const auto& mine = contract.terms_on(day).policy;
            const auto& theirs = other.terms_on(day).policy;
            if (mine == theirs) continue;
            return core::Refusal{where,
                                 "on " + core::to_iso(day) + " contract \"" + contract.id.str() +
                                     "\" would be under policy \"" + mine.str() + "\" and \"" +
                                     id.str() + "\" of the same client and currency under \"" +
                                     theirs.str() + "\"",
                                 "give both the same policy"};
        }
    }
    return std::nullopt;
}

void check_vat(const contract::Business& business, const contract::Client& client,
               const At<contract::Contract>& contract, core::Refusals& refusals) {
    for (const auto& version : contract.value.versions) {
        auto category = ledger::vat_category(business, client, version.terms);
        if (category) continue;
        category.error().where = contract.where;
        // Once, however many amendments keep it.
        if (refusals.empty() || refusals.back() != category.error())
            refusals.push_back(std::move(category.error()));
    }
}

// Without VAT an invoice names the provision: the agreement's own words, or those kvit knows.
void check_exemption(const At<contract::Business>& business, const document::Wording& wording,
                     core::Refusals& refusals) {
    const auto& [where, value] = business;
    if (value.vat.registered || !value.vat.exemption.empty() ||
        wording.legal_text(value.country, "small_business")) {
        return;
    }
    refusals.push_back({where,
                        "the business is not registered for VAT, and kvit does not know the "
                        "exemption of " +
                            value.country.code(),
                        "write the legal text that its invoices must show, vat = { registered = "
                        "false, exemption = \"…\" }"});
}

void check_contract(const Store& store, const Merged& merged, const core::BusinessId& business,
                    const At<contract::Contract>& contract, core::Refusals& refusals) {
    const auto& value = contract.value;
    if (const auto client = merged.client(business, value.client)) {
        check_vat(merged.business(business), *client, contract, refusals);
    } else {
        refusals.push_back({contract.where, "there is no client \"" + value.client.str() + "\"",
                            "add it as [[client]], or correct the contract's client"});
    }
    for (const auto& version : value.versions) {
        if (merged.has_policy(business, version.terms.policy)) continue;
        refusals.push_back({contract.where,
                            "there is no policy \"" + version.terms.policy.str() + "\"",
                            "use standard, strict or gentle, or add it as [[policy]]"});
    }
    if (const auto before = store.contract(business, value.id); before && *before != value) {
        const auto billed = store.billed_cycles(business, value.id);
        if (auto altered = alters_billed(contract.where, *before, value, billed)) {
            refusals.push_back(std::move(*altered));
        } else if (auto cut = cuts_work_off(store, business, contract.where, *before, value)) {
            refusals.push_back(std::move(*cut));
        }
    }
    if (auto refusal =
            mixed_policies(contract.where, value, merged.contracts_of(business, value.client))) {
        refusals.push_back(std::move(*refusal));
    }
}

// Ids seen so far, by business and noun, with the place of each.
using Seen = std::map<std::pair<core::BusinessId, std::string>, std::string>;

// One id in two files would make the later file win, and every run find a change.
void note(const core::BusinessId& business, const std::string& noun, const std::string& id,
          const std::string& where, Seen& seen, core::Refusals& refusals) {
    const std::string name = noun + " \"" + id + "\"";
    const auto [place, is_new] = seen.try_emplace({business, name}, where);
    if (is_new) return;
    refusals.push_back(
        {where, name + " stands in " + place->second + " too", "keep it in one file"});
}

void refuse_repeated(std::span<const Part> parts, core::Refusals& refusals) {
    Seen seen;
    for (const Part& part : parts) {
        const Agreement& agreement = *part.agreement;
        const auto see = [&](const std::string& noun, const auto& row) {
            note(part.business, noun, row.value.id.str(), row.where, seen, refusals);
        };
        if (agreement.business) see("business", *agreement.business);
        for (const auto& policy : agreement.policies) see("policy", policy);
        for (const auto& client : agreement.clients) see("client", client);
        for (const auto& contract : agreement.contracts) see("contract", contract);
    }
}

// Texts that no font can draw would make documents that cannot be printed.
class Drawable {
  public:
    Drawable(const DocumentRenderer& renderer, core::Refusals& refusals)
        : renderer_(renderer), refusals_(refusals) {}

    void check(const At<contract::Business>& business) {
        const auto& value = business.value;
        for (const auto& text : {value.name, value.email, value.phone, value.vat.exemption}) {
            check(business.where, text);
        }
        check(business.where, value.address);
    }
    void check(const At<contract::Client>& client) {
        check(client.where, client.value.name);
        check(client.where, client.value.email);
        check(client.where, client.value.address);
    }
    void check(const At<contract::Contract>& contract) {
        for (const auto& version : contract.value.versions) {
            check(contract.where, version.terms.title);
            check(contract.where, version.terms.suspension_clause);
            for (const auto& item : version.terms.fixed) check(contract.where, item.title);
        }
    }

  private:
    void check(const std::string& where, const contract::Address& address) {
        for (const auto& text : {address.street, address.city, address.postcode})
            check(where, text);
    }
    void check(const std::string& where, const std::string& text) {
        auto drawable = renderer_.can_draw(text);
        if (drawable) return;
        refusals_.push_back({where, drawable.error().what, drawable.error().remedy});
    }

    const DocumentRenderer& renderer_;
    core::Refusals& refusals_;
};

void refuse_undrawable(std::span<const Part> parts, const DocumentRenderer& renderer,
                       core::Refusals& refusals) {
    Drawable drawable(renderer, refusals);
    for (const Part& part : parts) {
        if (part.agreement->business) drawable.check(*part.agreement->business);
        for (const auto& client : part.agreement->clients) drawable.check(client);
        for (const auto& contract : part.agreement->contracts) drawable.check(contract);
    }
}

}  // namespace

core::Refusals check_parts(const Store& store, std::span<const Part> parts,
                           const DocumentRenderer& renderer, const document::Wording& wording) {
    core::Refusals refusals;
    refuse_repeated(parts, refusals);
    for (const Part& part : parts) {
        if (part.agreement->business) check_exemption(*part.agreement->business, wording, refusals);
    }
    refuse_undrawable(parts, renderer, refusals);
    check_virtual_accounts(store, parts, refusals);
    Merged merged(store, parts);
    merged.index_contracts();
    for (const Part& part : parts) {
        for (const auto& contract : part.agreement->contracts) {
            check_contract(store, merged, part.business, contract, refusals);
        }
    }
    return refusals;
}

}  // namespace kvit::app
