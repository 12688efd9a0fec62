#include "tax_numbers.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace kvit::bench {

namespace {

int digit(char c) { return c - '0'; }

char mod_11_10(std::string_view digits) {
    int product = 10;
    for (const char c : digits) {
        int sum = (digit(c) + product) % 10;
        if (sum == 0) sum = 10;
        product = sum * 2 % 11;
    }
    return static_cast<char>('0' + (11 - product) % 10);
}

}  // namespace

std::string nip(std::uint64_t n) {
    constexpr std::array weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    // Ten is no digit: such a number is not given out, the next one is.
    for (std::uint64_t candidate = 521'000'000 + n * 7;; ++candidate) {
        const std::string digits = fmt::format("{:09}", candidate);
        int sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) sum += weights.at(i) * digit(digits[i]);
        if (sum % 11 != 10) return fmt::format("{}{}", digits, sum % 11);
    }
}

std::string oib(std::uint64_t n) {
    const std::string digits = fmt::format("{:010}", 6'000'000'000 + n);
    return digits + mod_11_10(digits);
}

std::string adoszam(std::uint64_t n) {
    constexpr std::array weights = {9, 7, 3, 1, 9, 7, 3};
    const std::string digits = fmt::format("{:07}", 1'000'000 + n);
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights.at(i) * digit(digits[i]);
    return fmt::format("{}{}-2-41", digits, (10 - sum % 10) % 10);
}

std::string partita_iva(std::uint64_t n) {
    // Seven digits of the company, three of the province's office (058: Rome), one to check.
    const std::string digits = fmt::format("{:07}058", 1'000'000 + n);
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int doubled = digit(digits[i]) * (i % 2 == 1 ? 2 : 1);
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return fmt::format("{}{}", digits, (10 - sum % 10) % 10);
}

std::string ust_idnr(std::uint64_t n) {
    const std::string digits = fmt::format("{:08}", 11'000'000 + n);
    return digits + mod_11_10(digits);
}

}  // namespace kvit::bench
