// Check digits, with their sources. All were compared with python-stdnum 1.20, whose rules come
// from the same texts and from the European Commission's VIES.

#include "kvit/contract/tax_id.h"

#include "characters.h"
#include "kvit/contract/plain_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

namespace kvit::contract {
namespace {

int digit(char c) { return c - '0'; }

bool all_digits(std::string_view text, std::size_t count) {
    return text.size() == count && std::ranges::all_of(text, is_digit);
}

int weighted_sum(std::string_view digits, std::span<const int> weights) {
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * digit(digits[i]);
    return sum;
}

// ISO 7064 MOD 11,10 over all digits, the last being the check digit.
bool mod_11_10(std::string_view digits) {
    int product = 10;
    for (const char c : digits.substr(0, digits.size() - 1)) {
        const int sum = (digit(c) + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (product + digit(digits.back())) % 10 == 1;
}

// Luhn sum (ISO/IEC 7812-1, annex B): every second digit doubled, counted from the last but one.
int luhn_sum(std::string_view digits) {
    int sum = 0;
    bool doubled = false;
    for (auto c = digits.rbegin(); c != digits.rend(); ++c, doubled = !doubled) {
        const int value = doubled ? digit(*c) * 2 : digit(*c);
        sum += value > 9 ? value - 9 : value;
    }
    return sum;
}

using Checked = std::optional<std::string>;  // the printed form; nothing where it does not fit

// NIP: ten digits, weights mod 11; a sum that leaves 10 is not issued. Rozporządzenie Ministra
// Finansów w sprawie numerów identyfikacji podatkowej; VIES algorithm PL.
Checked nip(std::string_view id) {
    constexpr int weights[] = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    if (!all_digits(id, 10) || id == "0000000000") return {};
    if (weighted_sum(id, weights) % 11 != digit(id[9])) return {};
    return std::string(id);
}

// OIB: eleven digits, ISO 7064 MOD 11,10. Pravilnik o osobnom identifikacijskom broju (NN 1/2009).
Checked oib(std::string_view id) {
    if (!all_digits(id, 11) || !mod_11_10(id)) return {};
    return std::string(id);
}

// Adószám: eight digits, the last a check digit with weights 9 7 3 1; then the VAT code 1 to 5 and
// the two digits of the tax office (Art., 2017. évi CL. törvény; VIES algorithm HU for the first
// eight).
Checked adoszam(std::string_view id) {
    constexpr int weights[] = {9, 7, 3, 1, 9, 7, 3, 1};
    const std::string_view core = id.substr(0, 8);
    if (!all_digits(core, 8) || core == "00000000" || weighted_sum(core, weights) % 10 != 0)
        return {};
    if (id.size() == 8) return std::string(id);
    if (!all_digits(id, 11) || id[8] < '1' || id[8] > '5') return {};
    return fmt::format("{}-{}-{}", core, id.substr(8, 1), id.substr(9));
}

// Partita IVA: eleven digits with a Luhn check digit. Decreto ministeriale 23 dicembre 1976,
// art. 1.
Checked partita_iva(std::string_view id) {
    if (!all_digits(id, 11) || id.starts_with("0000000") || luhn_sum(id) % 10 != 0) return {};
    return std::string(id);
}

// Codice fiscale of a person: letters and digits in fixed places, where letters LMNPQRSTUV may
// stand for digits (omocodia); the last is a check letter. Decreto ministeriale 23 dicembre 1976,
// artt. 2-7.
Checked codice_fiscale(std::string_view id) {
    constexpr std::string_view form = "AAAAAA99M99A999A";
    constexpr std::string_view replaced = "LMNPQRSTUV";
    constexpr std::string_view months = "ABCDEHLMPRST";
    constexpr int odd[] = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                           20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    if (id.size() != form.size()) return {};
    int sum = 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = id[i];
        const bool fits = form[i] == 'A'   ? is_letter(c)
                          : form[i] == 'M' ? months.find(c) != std::string_view::npos
                                           : is_digit(c) || replaced.find(c) != replaced.npos;
        if (!fits) return {};
        if (i + 1 == form.size()) break;
        const int value = is_digit(c) ? digit(c) : c - 'A';
        sum += i % 2 == 0 ? odd[value] : value;  // the first place counts as odd
    }
    if (id.back() != static_cast<char>('A' + sum % 26)) return {};
    return std::string(id);
}

Checked italian(std::string_view id) {
    return id.size() == 16 ? codice_fiscale(id) : partita_iva(id);
}

// USt-IdNr: nine digits, the first not 0, ISO 7064 MOD 11,10 (Bundeszentralamt für Steuern; VIES
// DE).
Checked ust_idnr(std::string_view id) {
    if (!all_digits(id, 9) || id[0] == '0' || !mod_11_10(id)) return {};
    return std::string(id);
}

// UID: U and eight digits. The Luhn sum of the first seven, whose last is not doubled, and the
// check digit end in 6 together (BMF, Aufbau der UID: check digit = (10 - (sum + 4) mod 10) mod 10;
// VIES AT).
Checked uid(std::string_view id) {
    if (id.empty() || id[0] != 'U' || !all_digits(id.substr(1), 8)) return {};
    if ((luhn_sum(id.substr(1, 7)) + digit(id[8])) % 10 != 6) return {};
    return std::string(id);
}

struct Form {
    std::string_view country;
    std::string_view name;
    std::string_view accepted;
    Checked (*check)(std::string_view);
};
constexpr Form forms[] = {
    {"AT", "a UID", "U and 8 digits, like \"ATU13585627\"", uid},
    {"DE", "a USt-IdNr", "9 digits, like \"DE136695976\"", ust_idnr},
    {"HR", "an OIB", "11 digits, like \"69435151530\"", oib},
    {"HU", "an adószám", "8 or 11 digits, like \"13456724-2-07\" or \"HU13456724\"", adoszam},
    {"IT", "a partita IVA or codice fiscale",
     "11 digits, like \"00743110157\", or 16 letters and digits, like \"RCCMNL83S18D969H\"",
     italian},
    {"PL", "a NIP", "10 digits, like \"677-231-04-59\"", nip},
};

// Greece writes EL before its VAT numbers (Directive 2006/112/EC, art. 215).
std::string vat_prefix(const std::string& country) { return country == "GR" ? "EL" : country; }

core::Result<std::string> as_text(core::Country country, std::string_view text) {
    std::string id = capitals_without(" ", text);
    const bool good = !id.empty() && id.size() <= 30 && std::ranges::all_of(id, [](char c) {
        return is_letter_or_digit(c) ||
               std::string_view(".-/+&*").find(c) != std::string_view::npos;
    });
    if (!good)
        return core::refuse("", fmt::format("\"{}\" is not a tax number", text),
                            "use at most 30 letters, digits and . - / + & *");
    // Only the Union's VAT numbers carry their country's code; in CHE-123.456.788 it is no prefix.
    if (country.is_eu() && id.size() > 2 && id.starts_with(vat_prefix(country.code())))
        id.erase(0, 2);
    return id;
}

}  // namespace

core::Result<std::string> normalized_tax_id(core::Country country, std::string_view text) {
    const auto* form = std::ranges::find(forms, std::string_view(country.code()), &Form::country);
    if (form == std::end(forms)) return as_text(country, text);
    const std::string id = capitals_without(" -./", text);
    const std::string_view without_prefix =
        id.starts_with(form->country) ? std::string_view(id).substr(2) : std::string_view(id);
    Checked checked = form->check(without_prefix);
    // A codice fiscale may itself begin with the letters of the prefix.
    if (!checked) checked = form->check(id);
    if (checked) return *std::move(checked);
    return core::refuse(
        "", fmt::format("\"{}\" is not {}: its form or check digit does not fit", text, form->name),
        fmt::format("write {}, with or without {} before it", form->accepted, form->country));
}

}  // namespace kvit::contract
