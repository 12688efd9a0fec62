#include "adapters/json/personal_codec.h"

#include "adapters/json/values.h"

namespace kvit::json {

namespace {

Json write(const contract::Address& address) {
    return {{"street", address.street}, {"city", address.city}, {"postcode", address.postcode}};
}

contract::Address read_address(const Json& json) {
    return {text_of(json, "street"), text_of(json, "city"), text_of(json, "postcode")};
}

// As many as the value has: the table's rows say how many there are.
const Json& lines_of(const Json& object, const char* key, std::size_t count) {
    const Json& lines = member(object, key);
    if (!lines.is_array() || lines.size() != count)
        throw Unreadable("\"" + std::string(key) + "\" are not " + std::to_string(count));
    return lines;
}

Json write_account(const contract::BankAccount& account) {
    return {{"currency", account.currency.code()}, {"iban", account.iban}, {"bic", account.bic}};
}

contract::BankAccount read_account(const Json& account) {
    return {currency_from(view_of(account, "currency")), text_of(account, "iban"),
            text_of(account, "bic")};
}

}  // namespace

std::string encode_personal(const contract::Business& business) {
    return canonical({{"name", business.name},
                      {"tax_id", business.tax_id},
                      {"address", write(business.address)},
                      {"email", business.email},
                      {"phone", business.phone},
                      {"booking_url", business.booking_url},
                      {"logo", business.logo},
                      {"vat_exemption", business.vat.exemption},
                      {"accounts", list(business.accounts, write_account)}});
}

void decode_personal(std::string_view text, contract::Business& business) {
    decode("business", text, [&](const Json& json) {
        business.name = text_of(json, "name");
        business.tax_id = text_of(json, "tax_id");
        business.address = read_address(member(json, "address"));
        business.email = text_of(json, "email");
        business.phone = text_of(json, "phone");
        business.booking_url = text_of(json, "booking_url");
        business.logo = text_of(json, "logo");
        business.vat.exemption = text_of(json, "vat_exemption");
        business.accounts = list_of(json, "accounts", read_account);
    });
}

std::string encode_personal(const contract::Client& client) {
    return canonical({{"name", client.name},
                      {"tax_id", client.tax_id},
                      {"email", client.email},
                      {"address", write(client.address)},
                      {"virtual_accounts", list(client.virtual_accounts, write_account)}});
}

void decode_personal(std::string_view text, contract::Client& client) {
    decode("client", text, [&](const Json& json) {
        client.name = text_of(json, "name");
        client.tax_id = text_of(json, "tax_id");
        client.email = text_of(json, "email");
        client.address = read_address(member(json, "address"));
        client.virtual_accounts = list_of(json, "virtual_accounts", read_account);
    });
}

std::string encode_personal(const contract::TermsVersion& version) {
    return canonical({{"note", version.note},
                      {"title", version.terms.title},
                      {"fixed", list(version.terms.fixed, [](const contract::FixedItem& item) {
                           return Json(item.title);
                       })}});
}

void decode_personal(std::string_view text, contract::TermsVersion& version) {
    decode("version of terms", text, [&](const Json& json) {
        version.note = text_of(json, "note");
        version.terms.title = text_of(json, "title");
        const Json& titles = lines_of(json, "fixed", version.terms.fixed.size());
        for (std::size_t i = 0; i < titles.size(); ++i)
            version.terms.fixed[i].title = text_from(titles[i]);
    });
}

contract::Terms without_personal(contract::Terms terms) {
    terms.title.clear();
    for (contract::FixedItem& item : terms.fixed) item.title.clear();
    return terms;
}

std::string encode_personal(const ledger::Invoice& invoice) {
    return canonical(
        {{"lines", list(invoice.lines,
                        [](const ledger::InvoiceLine& line) {
                            return Json{{"text", line.text}, {"title", line.rated.title}};
                        })},
         {"reason", invoice.reason}});
}

void decode_personal(std::string_view text, ledger::Invoice& invoice) {
    decode("invoice", text, [&](const Json& json) {
        const Json& lines = lines_of(json, "lines", invoice.lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            invoice.lines[i].text = text_of(lines[i], "text");
            invoice.lines[i].rated.title = text_of(lines[i], "title");
        }
        invoice.reason = text_of(json, "reason");
    });
}

std::string encode_personal(const statement::StatementEntry& entry) {
    Json json = {{"end_to_end_id", entry.end_to_end_id},
                 {"payer_name", entry.payer_name},
                 {"payer_iban", entry.payer_iban},
                 {"remittance", entry.remittance}};
    if (!entry.returned.empty()) json["returned"] = entry.returned;
    if (!entry.credited_iban.empty()) json["credited_iban"] = entry.credited_iban;
    return canonical(json);
}

void decode_personal(std::string_view text, statement::StatementEntry& entry) {
    decode("statement entry", text, [&](const Json& json) {
        entry.end_to_end_id = text_of(json, "end_to_end_id");
        entry.payer_name = text_of(json, "payer_name");
        entry.payer_iban = text_of(json, "payer_iban");
        entry.remittance = list_of(json, "remittance", text_from);
        if (json.contains("returned")) entry.returned = text_of(json, "returned");
        if (json.contains("credited_iban")) entry.credited_iban = text_of(json, "credited_iban");
    });
}

}  // namespace kvit::json
