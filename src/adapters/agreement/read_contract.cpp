// [[contract]] and its [[contract.amend]].

#include "adapters/agreement/readers.h"
#include "adapters/agreement/values.h"

#include <algorithm>

namespace kvit::agreement {
namespace {

using contract::Contract;
using contract::CyclePeriod;

const Choices<CyclePeriod> cycles = {{"weekly", CyclePeriod::weekly},
                                     {"monthly", CyclePeriod::monthly},
                                     {"quarterly", CyclePeriod::quarterly},
                                     {"yearly", CyclePeriod::yearly},
                                     {"once", CyclePeriod::once}};

constexpr std::string_view lasting_keys[] = {"id",    "client", "currency",   "until",
                                             "cycle", "law",    "billing_day"};

std::vector<std::string_view> with_terms(std::vector<std::string_view> keys) {
    keys.insert(keys.end(), term_keys.begin(), term_keys.end());
    return keys;
}

Contract blank(core::Currency currency, core::Country law) {
    return {{}, {}, currency, {}, {}, CyclePeriod::monthly, 1, law, {}};
}

void check_dates(const Section& section, const Contract& contract) {
    if (contract.until && *contract.until <= contract.from)
        section.refuse("until", "is not later than from", "write the first day after the contract");
    const bool in_arrears = contract.versions.front().terms.billed == contract::Billed::arrears;
    if (contract.cycle == CyclePeriod::once && in_arrears && !section.has("until"))
        section.refuse("until", "is missing: what is billed once in arrears is billed at its end",
                       "write until = 2026-12-31, or billed = \"advance\"");
}

int read_billing_day(const Section& section, CyclePeriod cycle) {
    if (cycle == CyclePeriod::once && section.has("billing_day"))
        section.refuse("billing_day", "has no meaning for a contract billed once", "leave it out");
    return section.may("billing_day", whole_from(1, cycle == CyclePeriod::weekly ? 7 : 31), 1);
}

// An amendment with a day it could take effect on; its terms are not read yet.
struct Amendment {
    Section section;
    core::Date from;
};

// Nothing where its day is missing or outside the contract.
std::optional<core::Date> amendment_day(const Section& section, const Contract& contract) {
    const auto from = section.need("from", day, std::optional<core::Date>(), "2026-07-01");
    if (!from) return std::nullopt;
    if (*from == contract.from) {
        section.refuse("from", "is the first day of the contract",
                       "write these terms in the contract itself");
        return std::nullopt;
    }
    if (*from < contract.from || (contract.until && *from >= *contract.until)) {
        section.refuse("from", fmt::format("{} lies outside the contract", core::to_iso(*from)),
                       contract.until
                           ? fmt::format("write a day after {} and before {}",
                                         core::to_iso(contract.from), core::to_iso(*contract.until))
                           : fmt::format("write a day after {}", core::to_iso(contract.from)));
        return std::nullopt;
    }
    return from;
}

void check_amendment_keys(const Section& section) {
    static const auto known = with_terms(
        {"from", "note", "id", "client", "currency", "until", "law", "billing_day", "cycle"});
    section.only(known);
    for (const std::string_view key : lasting_keys)
        if (section.has(key))
            section.refuse(key,
                           "cannot be changed by an amendment: it holds for the whole contract",
                           "end this contract with until and agree a new one");
    const bool changes =
        std::ranges::any_of(term_keys, [&](std::string_view key) { return section.has(key); });
    if (!changes) section.refuse("", "changes nothing", "name what it changes, or leave it out");
}

// Those that take effect, by day; two on one day are refused.
std::vector<Amendment> amendments_of(const Section& section, const Contract& contract) {
    std::vector<Amendment> amendments;
    // The parent of the inner sections is `section`, which outlives them.
    section.for_each("amend", [&](const Section& inner) {
        check_amendment_keys(inner);
        if (const auto from = amendment_day(inner, contract)) amendments.push_back({inner, *from});
    });
    std::ranges::stable_sort(amendments, {}, &Amendment::from);
    for (std::size_t i = 1; i < amendments.size(); ++i)
        if (amendments[i].from == amendments[i - 1].from)
            amendments[i].section.refuse(
                "from",
                fmt::format("{} has an amendment already", core::to_iso(amendments[i].from)),
                "put the changes of one day into one amendment");
    return amendments;
}

}  // namespace

Contract read_contract(const Section& section, core::Country law) {
    static const auto known = with_terms(
        {"id", "client", "currency", "from", "until", "cycle", "billing_day", "law", "amend"});
    section.only(known);
    Contract contract = blank(section.need("currency", currency, some_currency(), "\"EUR\""),
                              section.may("law", country, law));
    contract.id = section.need("id", id_of<core::ContractId>("contract id"), core::ContractId(),
                               "\"adria-social\"");
    contract.client =
        section.need("client", id_of<core::ClientId>("client id"), core::ClientId(), "\"adria\"");
    const auto from = section.need("from", day, std::optional<core::Date>(), "2026-01-01");
    contract.from = from.value_or(core::Date());
    contract.until = section.may("until", day, std::optional<core::Date>());
    contract.cycle = section.need("cycle", one_of(cycles), CyclePeriod::monthly, "\"monthly\"");
    contract.billing_day = read_billing_day(section, contract.cycle);
    contract.versions.push_back(
        {contract.from, "", read_terms(section, {}, contract.currency, TermsOf::contract)});
    if (!from) return contract;  // no day of an amendment can be judged
    check_dates(section, contract);
    for (const Amendment& amendment : amendments_of(section, contract))
        contract.versions.push_back({amendment.from,
                                     amendment.section.may("note", text, std::string()),
                                     read_terms(amendment.section, contract.versions.back().terms,
                                                contract.currency, TermsOf::amendment)});
    return contract;
}

}  // namespace kvit::agreement
