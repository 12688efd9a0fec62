#include "adapters/bank/account_number.h"

#include "kvit/contract/iban.h"

#include <algorithm>
#include <cstddef>

namespace kvit::bank {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

std::string compact(std::string_view text) {
    std::string kept;
    for (const char c : text) {
        if (c == ' ' || c == '-' || c == '\'') continue;
        kept += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return kept;
}

// "12345678EUR" -> "12345678"
std::string_view without_currency(std::string_view text) {
    if (text.size() <= 3 || !std::ranges::all_of(text.substr(text.size() - 3), is_letter))
        return text;
    text.remove_suffix(3);
    if (text.ends_with('/')) text.remove_suffix(1);
    return text;
}

// How national numbers become IBANs, by their digits. Sources: the IBAN registry (ISO 13616); 16
// digits in Hungary are 24 with zeros behind (MNB).
struct National {
    std::size_t digits;
    std::string_view country;
    std::size_t padded;  // digits of the IBAN's national part
    bool has_check;      // the first two digits are the IBAN's check digits
};
constexpr National nationals[] = {
    {26, "PL", 24, true}, {24, "HU", 24, false}, {16, "HU", 24, false}, {17, "HR", 17, false}};

std::optional<std::string> valid(std::string_view text) {
    auto iban = contract::normalized_iban(text);
    if (iban) return std::move(*iban);
    return std::nullopt;
}

std::optional<std::string> from_national(std::string_view digits) {
    for (const National& one : nationals) {
        if (digits.size() != one.digits || !all_digits(digits)) continue;
        if (one.has_check) return valid(std::string(one.country) + std::string(digits));
        std::string national(digits);
        national.resize(one.padded, '0');
        return valid(iban_of(one.country, national));
    }
    return std::nullopt;
}

std::optional<std::string> from_german(std::string_view text) {
    const auto slash = text.find('/');
    if (slash != 8 || text.size() < 10 || text.size() > 19) return std::nullopt;
    const std::string_view bank = text.substr(0, 8), account = text.substr(9);
    if (!all_digits(bank) || !all_digits(account)) return std::nullopt;
    return valid(iban_of(
        "DE", std::string(bank) + std::string(10 - account.size(), '0') + std::string(account)));
}

}  // namespace

std::string iban_of(std::string_view country, std::string_view national) {
    // ISO 7064 MOD 97-10 over the national number, the country as two-digit letters, and "00".
    unsigned remainder = 0;
    const auto take = [&](char c) {
        if (is_digit(c)) remainder = (remainder * 10U + static_cast<unsigned>(c - '0')) % 97U;
        if (is_letter(c))
            remainder = (remainder * 100U + static_cast<unsigned>(c - 'A') + 10U) % 97U;
    };
    std::ranges::for_each(national, take);
    std::ranges::for_each(country, take);
    const unsigned check = 98U - remainder * 100U % 97U;
    return std::string(country) + (check < 10U ? "0" : "") + std::to_string(check) +
           std::string(national);
}

std::optional<std::string> iban_in(std::string_view text) {
    const std::string whole = compact(text);
    const std::string_view all = without_currency(whole);
    const std::string_view last = all.substr(all.rfind('/') + 1);
    for (const std::string_view part : {all, last}) {
        if (auto iban = valid(part)) return iban;
        if (auto iban = from_national(part)) return iban;
    }
    return from_german(all);
}

}  // namespace kvit::bank
