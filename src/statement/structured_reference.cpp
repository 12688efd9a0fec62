#include "kvit/statement/structured_reference.h"

#include <algorithm>

namespace kvit::statement {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

std::string without_blanks(std::string_view text) {
    std::string packed;
    for (const char c : text) {
        if (c == ' ') continue;
        packed += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    }
    return packed;
}

// ISO 7064 mod 97-10: letters count 10 to 35, the first four signs stand last.
bool check_digits_hold(std::string_view reference) {
    int rest = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const char c = reference[(i + 4) % reference.size()];
        const int value = is_digit(c) ? c - '0' : c - 'A' + 10;
        rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
    }
    return rest == 1;
}

}  // namespace

std::optional<std::string> creditor_reference(std::string_view text) {
    constexpr std::size_t shortest = 5, longest = 25;
    const std::string packed = without_blanks(text);
    if (packed.size() < shortest || packed.size() > longest) return std::nullopt;
    const bool plain =
        std::ranges::all_of(packed, [](char c) { return is_digit(c) || is_letter(c); });
    if (!plain || !packed.starts_with("RF") || !is_digit(packed[2]) || !is_digit(packed[3]))
        return std::nullopt;
    if (!check_digits_hold(packed)) return std::nullopt;
    return packed.substr(4);
}

std::vector<std::string> croatian_reference(std::string_view text) {
    constexpr std::size_t digits_max = 22;
    const std::string packed = without_blanks(text);
    if (!packed.starts_with("HR00") && !packed.starts_with("HR99")) return {};
    std::vector<std::string> groups(1);
    std::size_t digits = 0;
    for (const char c : std::string_view(packed).substr(4)) {
        if (is_digit(c)) {
            groups.back() += c;
            ++digits;
        } else if (c == '-' && !groups.back().empty()) {
            groups.emplace_back();
        } else {
            return {};
        }
    }
    if (groups.back().empty() || digits > digits_max) return {};
    return groups;
}

}  // namespace kvit::statement
