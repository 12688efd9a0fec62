#include "adapters/json/personal_codec.h"
#include "adapters/json/snapshot_codec.h"
#include "adapters/sqlite/pages.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

namespace kvit::sqlite {

namespace {

// Fills the personal part where it was not erased.
template <class Value>
void read_personal(Row& row, Value& value) {
    row.maybe([&] {
        return row.decoded([&](std::string_view text) {
            json::decode_personal(text, value);
            return true;
        });
    });
}

contract::Business read_business(const Query& query) {
    Row row(query, "business");
    const auto id = row.id<core::BusinessId>();
    const core::Country country = row.country();
    const auto language = row.named<core::Language>();
    std::string timezone = row.text();
    const core::Currency currency = row.currency();
    contract::Business business{.id = id,
                                .name = {},
                                .country = country,
                                .tax_id = {},
                                .address = {},
                                .email = {},
                                .phone = {},
                                .booking_url = {},
                                .logo = {},
                                .language = language,
                                .timezone = std::move(timezone),
                                .currency = currency,
                                .vat = {row.flag(), {}},
                                .numbering = {row.text(), row.text(), row.text()},
                                .accounts = {}};
    read_personal(row, business);
    return business;
}

contract::Client read_client(const Query& query) {
    Row row(query, "client");
    contract::Client client{.id = row.id<core::ClientId>(),
                            .name = {},
                            .country = row.country(),
                            .kind = row.named<contract::ClientKind>(),
                            .tax_id = {},
                            .language = row.named<core::Language>(),
                            .email = {},
                            .address = {}};
    read_personal(row, client);
    return client;
}

contract::Contract read_contract(const Query& query) {
    Row row(query, "contract");
    return {.id = row.id<core::ContractId>(),
            .client = row.id<core::ClientId>(),
            .currency = row.currency(),
            .from = row.day(),
            .until = row.maybe([&] { return row.day(); }),
            .cycle = row.named<contract::CyclePeriod>(),
            .billing_day = row.integer(),
            .law = row.country(),
            .versions = {}};
}

template <class... Values>
std::optional<std::string> one_text(const Connection& connection, Sql sql,
                                    const Values&... values) {
    Query query(connection, sql, values...);
    if (!query.step()) return std::nullopt;
    return std::string(query.text(0));
}

}  // namespace

std::vector<core::BusinessId> Store::businesses() const {
    std::vector<core::BusinessId> ids;
    Query query(connection_, R"sql(SELECT business FROM business ORDER BY business)sql");
    while (query.step()) ids.emplace_back(std::string(query.text(0)));
    return ids;
}

std::optional<contract::Business> Store::business(const core::BusinessId& id) const {
    Query query(connection_, R"sql(
        SELECT b.business, b.country, b.language, b.timezone, b.currency, b.vat_registered,
            b.invoice_pattern, b.credit_note_pattern, b.interest_note_pattern, p.body
        FROM business b
        LEFT JOIN personal_data p ON p.business = b.business AND p.hash = b.personal
        WHERE b.business = $1)sql",
                id);
    if (!query.step()) return std::nullopt;
    return read_business(query);
}

void Store::put_business(const contract::Business& business) {
    unit();
    if (this->business(business.id) == business) return;
    const auto old = one_text(
        connection_, R"sql(SELECT personal FROM business WHERE business = $1)sql", business.id);
    run(connection_, R"sql(
        INSERT INTO business (business, country, language, timezone, currency, vat_registered,
            invoice_pattern, credit_note_pattern, interest_note_pattern, personal)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (business) DO UPDATE SET country = excluded.country,
            language = excluded.language, timezone = excluded.timezone,
            currency = excluded.currency, vat_registered = excluded.vat_registered,
            invoice_pattern = excluded.invoice_pattern,
            credit_note_pattern = excluded.credit_note_pattern,
            interest_note_pattern = excluded.interest_note_pattern,
            personal = excluded.personal)sql",
        business.id, business.country, business.language, business.timezone, business.currency,
        business.vat.registered, business.numbering.invoice, business.numbering.credit_note,
        business.numbering.interest_note,
        add_personal(business.id, json::encode_personal(business)));
    if (old) erase_body(connection_, BodyTable::personal_data, business.id, *old);
}

std::optional<contract::Client> Store::client(const core::BusinessId& business,
                                              const core::ClientId& id) const {
    Query query(connection_, R"sql(
        SELECT c.client, c.country, c.kind, c.language, p.body
        FROM client c
        LEFT JOIN personal_data p ON p.business = c.business AND p.hash = c.personal
        WHERE c.business = $1 AND c.client = $2)sql",
                business, id);
    if (!query.step()) return std::nullopt;
    return read_client(query);
}

void Store::put_client(const core::BusinessId& business, const contract::Client& client) {
    unit();
    if (this->client(business, client.id) == client) return;
    const auto old = one_text(
        connection_, R"sql(SELECT personal FROM client WHERE business = $1 AND client = $2)sql",
        business, client.id);
    run(connection_, R"sql(
        INSERT INTO client (business, client, country, kind, language, personal)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (business, client) DO UPDATE SET country = excluded.country,
            kind = excluded.kind, language = excluded.language,
            personal = excluded.personal)sql",
        business, client.id, client.country, client.kind, client.language,
        add_personal(business, json::encode_personal(client)));
    if (old) erase_body(connection_, BodyTable::personal_data, business, *old);
}

void Store::for_each_client(const core::BusinessId& business,
                            const std::function<void(const contract::Client&)>& visit) const {
    in_pages<contract::Client>(
        [&](const contract::Client* last) {
            std::vector<contract::Client> page;
            Query query(connection_, R"sql(
                SELECT c.client, c.country, c.kind, c.language, p.body
                FROM client c
                LEFT JOIN personal_data p ON p.business = c.business AND p.hash = c.personal
                WHERE c.business = $1 AND c.client > $2
                ORDER BY c.client LIMIT $3)sql",
                        business, last != nullptr ? last->id.str() : std::string(), page_rows);
            while (query.step()) page.push_back(read_client(query));
            return page;
        },
        visit);
}

std::vector<contract::TermsVersion> Store::versions_of(const core::BusinessId& business,
                                                       const core::ContractId& id) const {
    std::vector<contract::TermsVersion> versions;
    Query query(connection_, R"sql(
        SELECT v.contract, v.since, v.terms, p.body
        FROM contract_version v
        LEFT JOIN personal_data p ON p.business = v.business AND p.hash = v.personal
        WHERE v.business = $1 AND v.contract = $2
        ORDER BY v.since)sql",
                business, id);
    while (query.step()) {
        Row row(query, "contract");
        row.view();
        contract::TermsVersion version{row.day(), {}, row.decoded(json::decode_terms)};
        read_personal(row, version);
        versions.push_back(std::move(version));
    }
    return versions;
}

std::optional<contract::Contract> Store::contract(const core::BusinessId& business,
                                                  const core::ContractId& id) const {
    Query query(connection_, R"sql(
        SELECT contract, client, currency, starts_on, ends_on, cycle, billing_day, law
        FROM contract WHERE business = $1 AND contract = $2)sql",
                business, id);
    if (!query.step()) return std::nullopt;
    contract::Contract contract = read_contract(query);
    contract.versions = versions_of(business, id);
    return contract;
}

void Store::replace_versions(const core::BusinessId& business, const contract::Contract& contract) {
    std::vector<std::string> old;
    {
        Query query(connection_, R"sql(
            SELECT personal FROM contract_version WHERE business = $1 AND contract = $2)sql",
                    business, contract.id);
        while (query.step()) old.emplace_back(query.text(0));
    }
    for (const std::string& hash : old)
        erase_body(connection_, BodyTable::personal_data, business, hash);
    run(connection_, R"sql(
        DELETE FROM contract_version WHERE business = $1 AND contract = $2)sql",
        business, contract.id);
    for (const contract::TermsVersion& version : contract.versions)
        run(connection_, R"sql(
            INSERT INTO contract_version (business, contract, since, terms, personal)
            VALUES ($1, $2, $3, $4, $5))sql",
            business, contract.id, version.since,
            json::encode(json::without_personal(version.terms)),
            add_personal(business, json::encode_personal(version)));
}

void Store::put_contract(const core::BusinessId& business, const contract::Contract& contract) {
    unit();
    KVIT_INVARIANT(!contract.versions.empty(), "a contract has terms");
    if (this->contract(business, contract.id) == contract) return;
    run(connection_, R"sql(
        INSERT INTO contract (business, contract, client, currency, starts_on, ends_on, cycle,
            billing_day, law)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (business, contract) DO UPDATE SET client = excluded.client,
            currency = excluded.currency, starts_on = excluded.starts_on,
            ends_on = excluded.ends_on, cycle = excluded.cycle,
            billing_day = excluded.billing_day, law = excluded.law)sql",
        business, contract.id, contract.client, contract.currency, contract.from, contract.until,
        contract.cycle, contract.billing_day, contract.law);
    replace_versions(business, contract);
}

void Store::for_each_contract(const core::BusinessId& business,
                              const std::function<void(const contract::Contract&)>& visit) const {
    in_pages<contract::Contract>(
        [&](const contract::Contract* last) {
            std::vector<contract::Contract> page;
            Query query(connection_, R"sql(
                SELECT contract, client, currency, starts_on, ends_on, cycle, billing_day, law
                FROM contract
                WHERE business = $1 AND (client, contract) > ($2, $3)
                ORDER BY client, contract LIMIT $4)sql",
                        business, last != nullptr ? last->client.str() : std::string(),
                        last != nullptr ? last->id.str() : std::string(), page_rows);
            while (query.step()) page.push_back(read_contract(query));
            for (contract::Contract& contract : page)
                contract.versions = versions_of(business, contract.id);
            return page;
        },
        visit);
}

std::vector<contract::Contract> Store::contracts_of(const core::BusinessId& business,
                                                    const core::ClientId& client) const {
    std::vector<contract::Contract> contracts;
    Query query(connection_, R"sql(
        SELECT contract, client, currency, starts_on, ends_on, cycle, billing_day, law
        FROM contract WHERE business = $1 AND client = $2 ORDER BY contract)sql",
                business, client);
    while (query.step()) contracts.push_back(read_contract(query));
    for (contract::Contract& contract : contracts)
        contract.versions = versions_of(business, contract.id);
    return contracts;
}

std::optional<policy::EnforcementPolicy> Store::policy(const core::BusinessId& business,
                                                       const core::PolicyId& id) const {
    Query query(connection_, R"sql(
        SELECT policy, body FROM enforcement_policy WHERE business = $1 AND policy = $2)sql",
                business, id);
    if (!query.step()) return std::nullopt;
    Row row(query, "policy");
    row.view();
    return row.decoded(json::decode_policy);
}

void Store::put_policy(const core::BusinessId& business, const policy::EnforcementPolicy& policy) {
    unit();
    if (this->policy(business, policy.id) == policy) return;
    run(connection_, R"sql(
        INSERT INTO enforcement_policy (business, policy, body) VALUES ($1, $2, $3)
        ON CONFLICT (business, policy) DO UPDATE SET body = excluded.body)sql",
        business, policy.id, json::encode(policy));
}

}  // namespace kvit::sqlite
