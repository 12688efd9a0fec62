// The two sides: [business] and [[client]].

#include "adapters/agreement/readers.h"
#include "adapters/agreement/values.h"
#include "kvit/ledger/invoice_number.h"

#include <algorithm>
#include <map>

namespace kvit::agreement {
namespace {

constexpr std::string_view address_example = "{ street = \"…\", city = \"…\", postcode = \"…\" }";

contract::Business blank_business(core::Country country) {
    return {{}, {}, country, {}, {}, {}, {}, {}, {}, {}, {}, some_currency(), {}, {}, {}};
}

// Checked only where the country could be read: its form is the country's.
std::string read_tax_id(const Section& section, const std::optional<core::Country>& country) {
    const auto read = [&](const toml::node& node) {
        return country ? tax_id(node, *country) : raw_text(node);
    };
    return section.may("tax_id", read, std::string());
}

std::optional<core::Country> read_country(const Section& section) {
    return section.need("country", country, std::optional<core::Country>(), "\"PL\"");
}

contract::Address address_of(const Section& section) {
    contract::Address address;
    if (!section.has("address")) section.refuse_missing("address", address_example);
    section.inside("address", [&](const Section& inner) { address = read_address(inner); });
    return address;
}

contract::VatStatus read_vat_status(const Section& section) {
    constexpr std::string_view known[] = {"registered", "exemption"};
    section.only(known);
    contract::VatStatus vat;
    vat.registered = section.need("registered", yes_or_no, true, "true");
    vat.exemption = section.may("exemption", text, std::string());
    if (vat.registered && section.has("exemption"))
        section.refuse("exemption", "has no place where the business is registered for VAT",
                       "leave it out");
    return vat;
}

// A pattern with its places filled in.
auto number_pattern(const ledger::NumberPlaces& places) {
    return [&places](const toml::node& node) {
        return text(node)
            .and_then([&](const std::string& pattern) { return ledger::filled(pattern, places); })
            .and_then([](const std::string& pattern) {
                return ledger::NumberPattern::parse(pattern).map(
                    [&](const auto&) { return pattern; });
            });
    };
}

// "P1" of {premises}, "2" of {device}.
core::Result<std::string> number_place(const toml::node& node) {
    return text(node).and_then([](const std::string& place) -> core::Result<std::string> {
        const auto fits = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        };
        if (place.size() <= 20 && std::ranges::all_of(place, fits)) return place;
        return core::refuse("", fmt::format("\"{}\" cannot stand in a number", place),
                            "write 1 to 20 letters a-z, A-Z and digits");
    });
}

// A pattern without the width of its counter: {n} and {n:3} print the same numbers in the end.
std::string series_of(std::string pattern) {
    const std::size_t counter = pattern.find("{n:");
    if (counter != std::string::npos)
        pattern.erase(counter + 2, pattern.find('}', counter) - counter - 2);
    return pattern;
}

contract::Numbering read_numbering(const Section& section) {
    constexpr std::string_view known[] = {"invoice", "credit_note", "interest_note", "premises",
                                          "device"};
    section.only(known);
    const ledger::NumberPlaces places{section.may("premises", number_place, std::string()),
                                      section.may("device", number_place, std::string())};
    const auto read_pattern = number_pattern(places);
    contract::Numbering numbering;
    numbering.invoice = section.may("invoice", read_pattern, numbering.invoice);
    numbering.credit_note = section.may("credit_note", read_pattern, numbering.credit_note);
    numbering.interest_note = section.may("interest_note", read_pattern, numbering.interest_note);
    std::map<std::string, std::string_view> taken;
    for (const auto& [key, pattern] :
         {std::pair{known[0], numbering.invoice}, std::pair{known[1], numbering.credit_note},
          std::pair{known[2], numbering.interest_note}}) {
        const auto [other, is_new] = taken.try_emplace(series_of(pattern), key);
        if (!is_new)
            section.refuse(key, fmt::format("gives the same numbers as {}", other->second),
                           "tell the two apart, for example by letters at the front");
    }
    return numbering;
}

void read_account(const Section& section, std::vector<contract::BankAccount>& accounts) {
    constexpr std::string_view known[] = {"currency", "iban", "bic"};
    section.only(known);
    contract::BankAccount account{some_currency(), {}, {}};
    const auto in = section.need("currency", currency, std::optional<core::Currency>(), "\"EUR\"");
    account.iban = section.need("iban", iban, std::string(), "\"PL61 1090 …\"");
    account.bic = section.may("bic", bic, std::string());
    if (!in) return;
    account.currency = *in;
    if (std::ranges::count(accounts, *in, &contract::BankAccount::currency) > 0)
        section.refuse("currency", fmt::format("{} has an account already", in->code()),
                       "name one account for each currency");
    accounts.push_back(std::move(account));
}

std::string read_timezone(const Section& section, const app::Clock& clock) {
    const auto known_zone = [&](const toml::node& node) {
        return raw_text(node).and_then([&](const std::string& name) {
            return clock.time_zone(name).map([&](const auto&) { return name; });
        });
    };
    return section.need("timezone", known_zone, std::string(), "\"Europe/Warsaw\"");
}

}  // namespace

core::Country some_country() { return core::Country::parse("XX").value(); }
core::Currency some_currency() { return core::Currency::parse("EUR").value(); }

contract::Address read_address(const Section& section) {
    constexpr std::string_view known[] = {"street", "city", "postcode"};
    section.only(known);
    contract::Address address;
    address.street = section.need("street", text, std::string(), "\"…\"");
    address.city = section.need("city", text, std::string(), "\"…\"");
    address.postcode = section.may("postcode", text_or_empty, std::string());
    return address;
}

contract::Business read_business(const Section& section, const app::Clock& clock) {
    constexpr std::string_view known[] = {
        "id",   "name",     "country",  "tax_id",   "address", "email",     "phone",  "booking_url",
        "logo", "language", "timezone", "currency", "vat",     "numbering", "account"};
    section.only(known);
    const auto in = read_country(section);
    contract::Business business = blank_business(in.value_or(some_country()));
    business.id = section.need("id", id_of<core::BusinessId>("business id"), core::BusinessId(),
                               "\"studio-ada\"");
    business.name = section.need("name", text, std::string(), "\"…\"");
    business.tax_id = read_tax_id(section, in);
    business.address = address_of(section);
    business.email = section.need("email", email, std::string(), "\"office@example.com\"");
    business.phone = section.may("phone", text_or_empty, std::string());
    business.booking_url = section.may("booking_url", web_address, std::string());
    business.logo = section.may("logo", text_or_empty, std::string());
    business.language = section.need("language", language, core::Language::en, "\"pl\"");
    business.timezone = read_timezone(section, clock);
    business.currency = section.need("currency", currency, some_currency(), "\"PLN\"");
    if (!section.has("vat")) section.refuse_missing("vat", "{ registered = true }");
    section.inside("vat", [&](const Section& vat) { business.vat = read_vat_status(vat); });
    if (business.vat.registered && section.has("vat") && !section.has("tax_id"))
        section.refuse("tax_id", "is missing, and the business is registered for VAT",
                       "write its tax number");
    section.inside("numbering", [&](const Section& numbering) {
        business.numbering = read_numbering(numbering);
    });
    section.for_each("account",
                     [&](const Section& account) { read_account(account, business.accounts); });
    return business;
}

contract::Client read_client(const Section& section) {
    static const Choices<contract::ClientKind> kinds = {
        {"business", contract::ClientKind::business},
        {"consumer", contract::ClientKind::consumer},
        {"public", contract::ClientKind::public_body}};
    constexpr std::string_view known[] = {"id",    "name",    "country",
                                          "kind",  "tax_id",  "language",
                                          "email", "address", "virtual_account"};
    section.only(known);
    const auto in = read_country(section);
    contract::Client client{{}, {}, in.value_or(some_country()), {}, {}, {}, {}, {}, {}};
    client.id =
        section.need("id", id_of<core::ClientId>("client id"), core::ClientId(), "\"adria\"");
    client.name = section.need("name", text, std::string(), "\"…\"");
    client.kind = section.need("kind", one_of(kinds), contract::ClientKind::business,
                               "\"business\", \"consumer\" or \"public\"");
    client.tax_id = read_tax_id(section, in);
    client.language = section.need("language", language, core::Language::en, "\"hr\"");
    client.email = section.need("email", email, std::string(), "\"office@example.com\"");
    client.address = address_of(section);
    section.for_each("virtual_account", [&](const Section& account) {
        read_account(account, client.virtual_accounts);
    });
    return client;
}

}  // namespace kvit::agreement
