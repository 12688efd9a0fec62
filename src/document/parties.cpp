#include "parties.h"

#include "kvit/document/number_format.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kvit::document {

namespace {

constexpr std::string_view nbsp = "\u00a0";

// How a VAT number is written where it differs from country code + national number.
struct VatNumberRule {
    std::string_view country;
    std::string_view prefix;
    std::size_t digits;   // of the national number that the VAT number keeps; 0: all
    bool prefix_at_home;  // written with the prefix within the country too
};
constexpr std::array<VatNumberRule, 4> vat_number_rules{{
    {"AT", "AT", 0, true},   // UID-Nummer
    {"DE", "DE", 0, true},   // USt-IdNr.
    {"GR", "EL", 0, false},  // Directive 2006/112/EC, Article 215
    {"HU", "HU", 8, false},  // közösségi adószám: the first eight digits of the adószám
}};

// Everywhere else the postcode stands before the city.
constexpr std::array<std::string_view, 5> city_before_postcode{"AU", "CA", "GB", "IE", "US"};

VatNumberRule rule_of(std::string_view country) {
    const auto found = std::ranges::find(vat_number_rules, country, &VatNumberRule::country);
    return found == vat_number_rules.end() ? VatNumberRule{country, country, 0, false} : *found;
}

std::string vat_number(const VatNumberRule& rule, const std::string& national) {
    const std::string kept = rule.digits == 0 ? national : national.substr(0, rule.digits);
    return std::string(rule.prefix) + kept;
}

// "NIP: 6772310459" at home, "NIP UE: PL6772310459" across a border.
std::string tax_id_line(const Parties& parties, core::Country country, const std::string& number,
                        bool is_consumer) {
    const std::string code = country.code();
    const std::string national_label = "tax_id.national." + code;
    if (is_consumer) return parties.word("tax_id.other") + ": " + number;
    const VatNumberRule rule = rule_of(code);
    const bool across = parties.business.country != parties.client.country;
    if (across && country.is_eu() && parties.business.vat.registered)
        return parties.word("tax_id.vat") + ": " + vat_number(rule, number);
    const std::string label = parties.wording.has_word(parties.language(), national_label)
                                  ? parties.word(national_label)
                                  : parties.word("tax_id.other");
    return label + ": " + (rule.prefix_at_home ? vat_number(rule, number) : number);
}

std::string country_name(const Parties& parties, core::Country country) {
    const std::string key = "country." + country.code();
    return parties.wording.has_word(parties.language(), key) ? parties.word(key) : country.code();
}

void add_address(const Parties& parties, const contract::Address& address, core::Country country,
                 std::vector<std::string>& lines) {
    if (!address.street.empty()) lines.push_back(address.street);
    std::string place = address.postcode, rest = address.city;
    if (std::ranges::find(city_before_postcode, country.code()) != city_before_postcode.end())
        std::swap(place, rest);
    if (!place.empty() && !rest.empty()) place += ' ';
    place += rest;
    if (!place.empty()) lines.push_back(place);
    if (parties.business.country != parties.client.country)
        lines.push_back(country_name(parties, country));
}

// The client's own, where there is one in the currency.
const contract::BankAccount* account_in(const contract::Business& business,
                                        const contract::Client& client, core::Currency currency) {
    for (const auto* accounts : {&client.virtual_accounts, &business.accounts}) {
        const auto found = std::ranges::find(*accounts, currency, &contract::BankAccount::currency);
        if (found != accounts->end()) return &*found;
    }
    return nullptr;
}

}  // namespace

Letterhead letterhead(const Parties& parties) {
    const contract::Business& business = parties.business;
    Letterhead head{business.name, {}};
    add_address(parties, business.address, business.country, head.details);
    if (!business.tax_id.empty())
        head.details.push_back(tax_id_line(parties, business.country, business.tax_id, false));
    if (!business.email.empty())
        head.details.push_back(parties.word("party.email") + ": " + business.email);
    if (!business.phone.empty())
        head.details.push_back(parties.word("party.phone") + ": " + business.phone);
    return head;
}

std::vector<std::string> addressee(const Parties& parties) {
    const contract::Client& client = parties.client;
    std::vector<std::string> lines{client.name};
    add_address(parties, client.address, client.country, lines);
    if (!client.tax_id.empty()) {
        const bool is_consumer = client.kind == contract::ClientKind::consumer;
        lines.push_back(tax_id_line(parties, client.country, client.tax_id, is_consumer));
    }
    return lines;
}

std::string grouped_iban(std::string_view iban) {
    std::string out;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        if (i != 0 && i % 4 == 0) out += nbsp;
        out += iban[i];
    }
    return out;
}

bool has_account(const Parties& parties, core::Currency currency) {
    return account_in(parties.business, parties.client, currency) != nullptr;
}

PaymentBox payment_box(const Parties& parties, core::Money amount, const std::string& reference,
                       std::optional<core::Date> due_on) {
    PaymentBox box{parties.word("payment.title"), {}};
    const auto add = [&](std::string_view key, std::string value, bool strong = false) {
        box.rows.push_back({parties.word(key), std::move(value), strong});
    };
    add("payment.payee", parties.business.name);
    if (const auto* account = account_in(parties.business, parties.client, amount.currency())) {
        add("payment.iban", grouped_iban(account->iban), true);
        if (!account->bic.empty()) add("payment.bic", account->bic);
    }
    add("payment.amount", amount_with_currency(parties.language(), amount), true);
    add("payment.reference", reference);
    if (due_on) add("payment.due_on", date(parties.language(), *due_on));
    return box;
}

std::string as_text(const PaymentBox& box) {
    std::string text;
    for (const LabelledValue& row : box.rows)
        text += (text.empty() ? "" : "\n") + row.label + ": " + row.value;
    // These lines are copied into a bank's form: ordinary spaces only.
    for (std::size_t at = text.find(nbsp); at != std::string::npos; at = text.find(nbsp, at))
        text.replace(at, nbsp.size(), " ");
    return text;
}

std::vector<Paragraph> paragraphs(const std::string& text) {
    std::vector<Paragraph> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        if (end > begin) out.push_back({text.substr(begin, end - begin), ParagraphStyle::body});
        begin = end + 2;
    }
    return out;
}

}  // namespace kvit::document
